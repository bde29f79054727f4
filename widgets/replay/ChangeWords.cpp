// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay/ChangeWords.h"

#include "widgets/common/Durations.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

qsizetype signedOrders(const model::Incident& i)
{
    return std::ranges::count_if(
        i.orders, [](const model::Order& o) { return o.signedAt.has_value(); });
}

qsizetype doneOrders(const model::Incident& i)
{
    return std::ranges::count(i.orders, model::OrderState::Done, &model::Order::state);
}

/// Adds "what a → b" where they differ.
class Differences
{
public:
    void add(const QString& what, const QString& a, const QString& b)
    {
        if (a != b) {
            m_parts << (what.isEmpty() ? QString() : what + QLatin1Char(' ')) + a
                           + QStringLiteral(" → ") + b;
        }
    }
    void add(const QString& what, qsizetype a, qsizetype b)
    {
        add(what, QString::number(a), QString::number(b));
    }
    [[nodiscard]] QStringList parts() const { return m_parts; }

private:
    QStringList m_parts;
};

QStringList fieldsOf(const model::Incident& a, const model::Incident& b, const plan::Plan& plan)
{
    Differences d;
    d.add({}, gradeLetter(a.grade), gradeLetter(b.grade));
    d.add({}, stateText(a.state), stateText(b.state));
    d.add(Say::tr("title"), titleText(a), titleText(b));
    d.add(Say::tr("place"), placeText(plan, a.place), placeText(plan, b.place));
    d.add(
        Say::tr("orders"), static_cast<qsizetype>(a.orders.size()),
        static_cast<qsizetype>(b.orders.size()));
    d.add(Say::tr("signed"), signedOrders(a), signedOrders(b));
    d.add(Say::tr("done"), doneOrders(a), doneOrders(b));
    d.add(
        Say::tr("reports"), static_cast<qsizetype>(a.reports.size()),
        static_cast<qsizetype>(b.reports.size()));
    QStringList parts = d.parts();
    if (parts.isEmpty() && a.version != b.version) {
        parts << Say::tr("%n more entries", nullptr, static_cast<int>(b.version - a.version));
    }
    return parts;
}

} // namespace

QString changeWord(const replay::Change& change)
{
    return change.isLate        ? Say::tr("late")
           : change.isClosed    ? Say::tr("closed")
           : change.isAdded     ? Say::tr("new")
           : change.isOpenAgain ? Say::tr("open again")
                                : Say::tr("changed");
}

QString changeDetails(const replay::Change& change, const plan::Plan& plan, Instant now)
{
    QStringList parts;
    if (change.isLate) {
        if (const model::Step* step = change.after->nextStep(now)) {
            parts << stepRefText(step->ref(), change.after.get(), plan) + QLatin1Char(' ')
                         + countdownText(step->due - now);
        }
    }
    if (change.before != nullptr && change.after != nullptr) {
        parts << fieldsOf(*change.before, *change.after, plan);
    } else if (change.after == nullptr) {
        parts << Say::tr("no longer on the board");
    } else if (!change.isLate) {
        parts << placeText(plan, change.after->place);
    }
    return parts.join(QStringLiteral(" · "));
}

QString differenceText(const replay::Difference& difference)
{
    if (difference.isEmpty()) {
        return Say::tr("nothing has changed between these moments");
    }
    QStringList parts;
    const auto add = [&parts](std::size_t count, const QString& word) {
        if (count > 0) {
            parts << QStringLiteral("%1 %2").arg(numberText(static_cast<qint64>(count)), word);
        }
    };
    add(difference.late, Say::tr("became late"));
    add(difference.closed, Say::tr("closed"));
    add(difference.added, Say::tr("new"));
    add(difference.changed, Say::tr("changed"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace sz::widgets
