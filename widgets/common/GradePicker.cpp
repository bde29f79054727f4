// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/GradePicker.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>

#include <array>

namespace sz::widgets {

using plan::Grade;

namespace {

constexpr std::array kGrades{Grade::I, Grade::II, Grade::III, Grade::IV};
constexpr int kHeight = 40;
constexpr int kGlyph = 22;
constexpr int kPad = 7;
constexpr int kGap = 5;

QString keyOf(Grade grade)
{
    return QString::number(static_cast<int>(grade));
}

class GradeBox final : public QAbstractButton
{
public:
    GradeBox(const ThemeSource& theme, Grade grade, QWidget* parent)
        : QAbstractButton(parent), m_theme(theme), m_grade(grade)
    {
        setText(gradeWord(grade));
        setAccessibleName(QCoreApplication::translate("Grade", "grade %1, %2")
                              .arg(gradeLetter(grade), gradeWord(grade)));
        setObjectName(QStringLiteral("gradeButton%1").arg(static_cast<int>(grade)));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {minimumSizeHint().width() + 12, kHeight};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const int words = textWidth(text(), symbols::uiFont(13, true));
        return {kPad + kGlyph + kGap + words + kGap + keycapWidth(keyOf(m_grade)) + kPad, kHeight};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const QColor ground = m_theme.color(
            isChecked()    ? Token::Sel
            : underMouse() ? Token::Bg3
                           : Token::Bg2);
        const QColor edge = m_theme.color(isChecked() ? Token::Inv : Token::Ctl);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(edge, 1));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        paintContent(painter);
        if (hasFocus()) {
            paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
        }
    }

private:
    void paintContent(QPainter& painter) const
    {
        const Theme theme = m_theme.theme();
        const QRectF glyph(kPad, (height() - kGlyph) / 2, kGlyph, kGlyph);
        symbols::paintGrade(painter, glyph, m_grade, theme, m_theme.color(Token::Bg1));
        const int cap = keycapWidth(keyOf(m_grade));
        const QRectF key(width() - kPad - cap, 0, cap, height());
        paintKeycap(painter, key, keyOf(m_grade), theme);
        const QRectF words(
            glyph.right() + kGap, 0, key.left() - kGap - glyph.right() - kGap, height());
        paintText(
            painter, words, text(), symbols::uiFont(13, isChecked()),
            m_theme.color(isChecked() ? Token::Tx1 : Token::Tx2));
    }

    const ThemeSource& m_theme;
    Grade m_grade;
};

} // namespace

QString gradeWord(Grade grade)
{
    switch (grade) {
    case Grade::I:
        return QCoreApplication::translate("Grade", "grave", "grade I, short");
    case Grade::II:
        return QCoreApplication::translate("Grade", "major", "grade II, short");
    case Grade::III:
        return QCoreApplication::translate("Grade", "serious", "grade III, short");
    case Grade::IV:
        return QCoreApplication::translate("Grade", "minor", "grade IV, short");
    }
    return {};
}

QString gradeLetter(Grade grade)
{
    switch (grade) {
    case Grade::I:
        return QStringLiteral("I");
    case Grade::II:
        return QStringLiteral("II");
    case Grade::III:
        return QStringLiteral("III");
    case Grade::IV:
        return QStringLiteral("IV");
    }
    return {};
}

GradePicker::GradePicker(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(QCoreApplication::translate("Grade", "Grade"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const Grade grade : kGrades) {
        auto* box = new GradeBox(theme, grade, this);
        m_group->addButton(box, static_cast<int>(grade));
        row->addWidget(box, 1);
        connect(box, &QAbstractButton::clicked, this, [this, grade] { Q_EMIT chosen(grade); });
    }
    useKeysIn(this);
}

std::optional<Grade> GradePicker::grade() const
{
    const int id = m_group->checkedId();
    return id < 0 ? std::nullopt : std::optional(static_cast<Grade>(id));
}

void GradePicker::setGrade(Grade grade)
{
    m_group->button(static_cast<int>(grade))->setChecked(true);
}

void GradePicker::useKeysIn(QWidget* sheet)
{
    for (const QPointer<QShortcut>& key : m_keys) {
        delete key.data();
    }
    m_keys.clear();
    for (const Grade grade : kGrades) {
        auto* key = new QShortcut(QKeySequence(keyOf(grade)), sheet);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, grade] { choose(grade); });
        m_keys.append(key);
    }
}

void GradePicker::choose(Grade grade)
{
    if (!isEnabled()) {
        return;
    }
    setGrade(grade);
    Q_EMIT chosen(grade);
}

} // namespace sz::widgets
