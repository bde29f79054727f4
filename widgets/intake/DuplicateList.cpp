// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/DuplicateList.h"

#include "maps/symbols/Symbols.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 46;
constexpr int kPad = 10;
constexpr int kGlyph = 22;

QString distanceText(double metres)
{
    return metres < 1000 ? DuplicateList::tr("%1 m away").arg(qRound(metres / 10) * 10)
                         : DuplicateList::tr("%1 km away").arg(metres / 1000, 0, 'f', 1);
}

/// Why it is offered: "same area, 1.2 km away · 31:20 ago · same kind · 2 words in common".
QString reasonOf(const NearDuplicate& near)
{
    QStringList parts{DuplicateList::tr("same area")};
    if (near.metres) {
        parts.append(distanceText(*near.metres));
    }
    parts.append(DuplicateList::tr("%1 ago", "age of an incident").arg(ageText(near.age)));
    if (near.isSameKind) {
        parts.append(DuplicateList::tr("same kind"));
    }
    if (near.sharedWords > 0) {
        parts.append(DuplicateList::tr("%n words in common", nullptr, near.sharedWords));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

/// Enter, Space or a click brings the incident up.
class DuplicateRow final : public QAbstractButton
{
public:
    DuplicateRow(
        const ThemeSource& theme,
        const QKeySequence& mergeKeys,
        QWidget* sheet,
        QWidget* parent)
        : QAbstractButton(parent), m_theme(theme),
          m_merge(scopedKeycap(theme, mergeKeys, DuplicateList::tr("merge into it"), sheet))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(kPad, 0, 4, 0);
        row->addStretch(1);
        row->addWidget(m_merge);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setFixedHeight(kHeight);
        connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

    void present(const NearDuplicate& near)
    {
        m_near = near;
        m_title = shortNumberText(*near.incident) + QLatin1Char(' ') + titleText(*near.incident);
        m_reason = reasonOf(near);
        setAccessibleName(m_title);
        setAccessibleDescription(m_reason);
        update();
    }
    [[nodiscard]] const NearDuplicate& near() const { return m_near; }
    [[nodiscard]] QString reason() const { return m_reason; }
    [[nodiscard]] KeycapButton& merge() const { return *m_merge; }
    [[nodiscard]] QSize sizeHint() const override { return {320, kHeight}; }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            click();
            return;
        }
        QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent* /*event*/) override
    {
        if (m_near.incident == nullptr) {
            return;
        }
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(underMouse() ? Token::Bg3 : Token::Bg2));
        painter.setPen(QPen(m_theme.color(m_near.isSameKind ? Token::Ctl : Token::Line1), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        QRectF rest = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
        symbols::paintGrade(
            painter, QRectF(rest.x(), (kHeight - kGlyph) / 2.0, kGlyph, kGlyph),
            m_near.incident->grade, m_theme.theme(), m_theme.color(Token::Bg1));
        rest.setLeft(rest.left() + kGlyph + 8);
        rest.setRight(m_merge->x() - 4.0);
        const QString key = QStringLiteral("Enter");
        const int cap = keycapWidth(key);
        if (hasFocus()) {
            paintKeycap(painter, QRectF(rest.right() - cap, 0, cap, kHeight), key, m_theme.theme());
            paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
            rest.setRight(rest.right() - cap - 8);
        }
        paintText(
            painter, QRectF(rest.x(), 4, rest.width(), 20), m_title, uiFont(14, true),
            m_theme.color(Token::Tx1));
        paintText(
            painter, QRectF(rest.x(), 24, rest.width(), 18), m_reason, uiFont(12),
            m_theme.color(Token::Tx2));
    }

private:
    const ThemeSource& m_theme;
    KeycapButton* m_merge;
    NearDuplicate m_near;
    QString m_title;
    QString m_reason;
};

DuplicateList::DuplicateList(const ThemeSource& theme, QWidget* sheet) : QWidget(sheet)
{
    static constexpr std::array kMergeKeys{
        QKeyCombination(Qt::ALT, Qt::Key_D), QKeyCombination(Qt::ALT | Qt::SHIFT, Qt::Key_D)};
    setAccessibleName(tr("Possible duplicates"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto* row = new DuplicateRow(theme, QKeySequence(kMergeKeys[i]), sheet, this);
        row->setObjectName(QStringLiteral("duplicateButton%1").arg(i + 1));
        row->setAccessibleName(tr("Possible duplicate"));
        row->hide();
        connect(row, &QAbstractButton::clicked, this, [this, row] {
            Q_EMIT activated(row->near().incident->id);
        });
        row->merge().setObjectName(QStringLiteral("mergeDuplicateButton%1").arg(i + 1));
        connect(&row->merge(), &QAbstractButton::clicked, this, [this, row] {
            Q_EMIT mergeRequested(row->near().incident->id, row->reason());
        });
        m_rows[i] = row;
        column->addWidget(row);
    }
}

void DuplicateList::setMergeBlocked(const QString& reason)
{
    for (DuplicateRow* row : m_rows) {
        row->merge().setBlocked(reason);
    }
}

void DuplicateList::setFound(const std::vector<NearDuplicate>& found)
{
    m_count = static_cast<int>(std::min(found.size(), m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < found.size()) {
            m_rows[i]->present(found[i]);
        }
        m_rows[i]->setVisible(i < found.size());
    }
}

} // namespace sz::widgets
