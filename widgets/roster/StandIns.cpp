// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/StandIns.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kLine = 32;
constexpr int kRowHeight = 28;
constexpr int kMostRows = 5;
constexpr int kPad = 12;

QString restText(const roster::Candidate& one)
{
    const auto hours = [](Millis time) {
        return limitText(std::chrono::floor<Minutes>(std::chrono::floor<std::chrono::hours>(time)));
    };
    const QString before = one.rested ? StandInList::tr("rested %1").arg(hours(*one.rested))
                                      : StandInList::tr("no duty in the days before");
    const QString after =
        one.until ? StandInList::tr("next duty in %1").arg(hours(*one.until)) : QString();
    QStringList parts{before};
    if (!after.isEmpty()) {
        parts << after;
    }
    if (one.isShort) {
        parts.prepend(StandInList::tr("short rest"));
    }
    if (!one.isQualified) {
        parts.prepend(StandInList::tr("not qualified"));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

std::vector<StandIn>
standIns(const RosterModel& model, roster::PostIndex post, const roster::Span& time)
{
    std::vector<StandIn> all;
    for (const roster::Candidate& one : model.book().candidates(post, time)) {
        all.push_back(
            {model.roster().people[one.person].name, model.fullName(one.person), restText(one),
             one.isShort || !one.isQualified});
    }
    return all;
}

StandInList::StandInList(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_line(new QLineEdit(this))
{
    setObjectName(QStringLiteral("standInList"));
    m_line->setObjectName(QStringLiteral("assignEdit"));
    m_line->setAccessibleName(tr("Who takes this shift"));
    m_line->setPlaceholderText(tr("a name, or Enter for the first below"));
    m_line->setMaxLength(200);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &StandInList::filter);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void StandInList::setAll(std::vector<StandIn> all)
{
    const std::string before = chosen(); // time goes on under somebody who is choosing
    m_all = std::move(all);
    filter();
    const auto again = std::ranges::find(m_shown, before, &StandIn::name);
    choose(
        m_line->hasFocus() && again != m_shown.end() ? static_cast<int>(again - m_shown.begin())
                                                     : 0);
}

void StandInList::filter()
{
    const QString typed = m_line->text().trimmed();
    m_shown.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_shown), [&](const StandIn& one) {
        return typed.isEmpty() || one.shown.contains(typed, Qt::CaseInsensitive);
    });
    choose(0);
    updateGeometry();
}

void StandInList::choose(int row)
{
    m_chosen = std::clamp(row, 0, std::max(0, static_cast<int>(m_shown.size()) - 1));
    QStringList lines;
    for (const StandIn& one : m_shown) {
        lines << one.shown + u' ' + one.rest;
    }
    m_line->setAccessibleDescription(
        m_shown.empty() ? tr("nobody of the unit is free") : lines[m_chosen]);
    update();
}

std::string StandInList::chosen() const
{
    return m_shown.empty() ? std::string() : m_shown[static_cast<std::size_t>(m_chosen)].name;
}

QSize StandInList::sizeHint() const
{
    const int rows = std::clamp(static_cast<int>(m_all.size()), 1, kMostRows);
    return {280, kLine + rows * kRowHeight};
}

void StandInList::take()
{
    const QString typed = m_line->text().trimmed();
    const bool isPart = std::ranges::any_of(m_shown, [&](const StandIn& one) {
        return one.shown.compare(typed, Qt::CaseInsensitive) != 0
               && one.shown.contains(typed, Qt::CaseInsensitive);
    });
    // What is typed is a name of its own, unless it is a part of one below.
    const QString names = typed.isEmpty() || isPart ? QString::fromStdString(chosen()) : typed;
    if (names.isEmpty()) {
        return;
    }
    m_line->clear();
    Q_EMIT taken(names);
}

bool StandInList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int first = m_chosen;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        choose(first - 1);
        return true;
    case Qt::Key_Down:
        choose(first + 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Escape:
        m_line->clear();
        filter();
        Q_EMIT left();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void StandInList::resizeEvent(QResizeEvent* /*event*/)
{
    m_line->setGeometry(kPad, 1, width() - 2 * kPad, kLine - 2);
}

void StandInList::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = (event->position().toPoint().y() - kLine) / kRowHeight;
    if (row >= 0 && row < static_cast<int>(m_shown.size())) {
        choose(row);
    }
}

void StandInList::mouseDoubleClickEvent(QMouseEvent* event)
{
    mouseReleaseEvent(event);
    take();
}

void StandInList::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_shown.empty()) {
        paintText(
            painter, QRectF(kPad, kLine, width() - 2 * kPad, kRowHeight),
            tr("Nobody of the unit is free: type a name."), uiFont(13), m_theme.color(Token::Tx3));
        return;
    }
    // The chosen one stays in sight.
    const int rows = std::max(1, (height() - kLine) / kRowHeight);
    const int top = std::max(0, m_chosen - rows + 1);
    double name = 0; // names take what they need, their rest has the remaining width
    for (const StandIn& one : m_shown) {
        name = std::max(name, static_cast<double>(textWidth(one.shown, uiFont(13, true))));
    }
    name = std::min({name, width() / 2.0 - kPad, 170.0});
    for (int i = top; i < std::min(static_cast<int>(m_shown.size()), top + rows); ++i) {
        const StandIn& one = m_shown[static_cast<std::size_t>(i)];
        const QRectF box(0, kLine + (i - top) * kRowHeight, width(), kRowHeight);
        if (i == m_chosen) {
            painter.fillRect(box, m_theme.color(Token::Sel));
        }
        paintText(
            painter,
            box.adjusted(kPad, 0, 0, 0).intersected({0, box.y(), kPad + name, box.height()}),
            one.shown, uiFont(13, true), m_theme.color(Token::Tx1));
        QRectF rest = box.adjusted(kPad + name + 8, 0, -kPad, 0);
        if (one.isShort) {
            symbols::paintLamp(
                painter, {rest.x(), box.center().y() - 5, 10, 10}, model::Lamp::Behind,
                m_theme.theme());
            rest.setLeft(rest.left() + 14);
        }
        paintText(
            painter, rest, one.rest, uiFont(12),
            m_theme.color(one.isShort ? Token::YelTx : Token::Tx2));
    }
}

} // namespace sz::widgets
