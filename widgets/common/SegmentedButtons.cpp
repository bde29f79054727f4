// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SegmentedButtons.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace sz::widgets {

namespace {

constexpr int kHeight = 32;
constexpr int kPad = 14;
constexpr int kPx = 14;

/// One part of the row; neighbours share an edge, so all but the first leave out their left one.
class Segment final : public QAbstractButton
{
public:
    Segment(const ThemeSource& theme, const QString& label, bool isFirst, QWidget* parent)
        : QAbstractButton(parent), m_theme(theme), m_isFirst(isFirst)
    {
        setText(label);
        setAccessibleName(label);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {
            textWidth(text(), symbols::uiFont(kPx, true)) + 2 * kPad, kHeight}; // bold when chosen
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const Token ground = isChecked() ? Token::Inv : underMouse() ? Token::Bg3 : Token::Field;
        painter.fillRect(rect(), m_theme.color(ground));
        painter.setPen(QPen(m_theme.color(Token::Ctl), 1));
        painter.drawRect(QRectF(rect()).adjusted(m_isFirst ? 0.5 : -0.5, 0.5, -0.5, -0.5));
        paintText(
            painter, rect(), text(), symbols::uiFont(kPx, isChecked()),
            m_theme.color(
                !isEnabled()  ? Token::Tx3
                : isChecked() ? Token::InvTx
                              : Token::Tx1),
            Qt::AlignCenter);
        if (hasFocus()) {
            // On the inverted ground the ring needs its own light gap.
            const bool isOn = isChecked();
            paintFocusRing(
                painter,
                QRectF(rect()).adjusted(isOn ? 2 : 0, isOn ? 2 : 0, isOn ? -2 : 0, isOn ? -2 : 0),
                m_theme.color(isOn ? Token::InvTx : Token::Inv));
        }
    }

private:
    const ThemeSource& m_theme;
    bool m_isFirst;
};

} // namespace

SegmentedButtons::SegmentedButtons(
    const ThemeSource& theme,
    const QString& name,
    const QStringList& labels,
    QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < labels.size(); ++i) {
        auto* segment = new Segment(theme, labels[i], i == 0, this);
        segment->setObjectName(QStringLiteral("segmentButton%1").arg(i));
        segment->setAccessibleDescription(name);
        m_group->addButton(segment, i);
        row->addWidget(segment);
    }
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn) {
            Q_EMIT currentChanged(id);
        }
    });
}

int SegmentedButtons::current() const
{
    return m_group->checkedId();
}

void SegmentedButtons::setCurrent(int index)
{
    if (QAbstractButton* found = m_group->button(index)) {
        found->setChecked(true);
    }
}

QAbstractButton* SegmentedButtons::button(int index) const
{
    return m_group->button(index);
}

} // namespace sz::widgets
