// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/BriefText.h"

#include "widgets/common/Durations.h"
#include "widgets/common/ShareText.h"
#include "widgets/models/FactWords.h"
#include "widgets/models/Wording.h"
#include "widgets/score/ScoreWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {
namespace {

using report::BriefItem;

constexpr std::size_t kMostLines = 10;

class Drafter
{
    Q_DECLARE_TR_FUNCTIONS(sz::widgets::BriefText)

public:
    Drafter(const plan::Plan& plan, const report::Brief& brief, const plan::ReportFields& fields)
        : m_plan(plan), m_brief(brief), m_fields(fields)
    {
    }

    BriefDraft draft(const report::Sheet& sheet, const UnitCode& unit, const QString& shift)
    {
        m_draft.html += QStringLiteral("<h1 align=\"center\">%1</h1>").arg(tr("Daily brief"));
        QStringList head{unitText(m_plan, unit)};
        if (!shift.isEmpty()) {
            head.append(shift);
        }
        head.append(periodText(m_brief.period, m_plan.utcOffsetMinutes));
        m_draft.html += QStringLiteral("<p align=\"center\">%1</p><hr>")
                            .arg(head.join(QStringLiteral(" · ")).toHtmlEscaped());
        whole();
        notable();
        orders();
        due();
        m_draft.html +=
            QStringLiteral("<hr><p>%1</p>")
                .arg(
                    tr("Made from the %1, as of %2.", "log, clock")
                        .arg(logText(sheet), clockMinuteText(m_brief.asOf, m_plan.utcOffsetMinutes))
                        .toHtmlEscaped());
        return std::move(m_draft);
    }

private:
    QString link(const QString& words, const QString& title, std::vector<report::Row> rows)
    {
        m_draft.rows.push_back(std::move(rows));
        m_draft.titles.push_back(title);
        return QStringLiteral("<a href=\"rows:%1\">%2</a>")
            .arg(m_draft.rows.size() - 1)
            .arg(words.toHtmlEscaped());
    }
    QString number(BriefItem item, const QString& title)
    {
        const auto& rows = m_brief.of(item);
        return link(numberText(static_cast<qint64>(rows.size())), title, rows);
    }

    void section(const QString& title, const QString& html)
    {
        m_draft.html += QStringLiteral("<h3>%1</h3>%2").arg(title.toHtmlEscaped(), html);
    }

    void whole()
    {
        QString text = tr("Reports taken: %1; closed: %2; merged into others: %3; open: %4, of "
                          "these late: %5.")
                           .arg(
                               number(BriefItem::Received, tr("reports taken")),
                               number(BriefItem::Closed, tr("incidents closed")),
                               number(BriefItem::Merged, tr("incidents merged")),
                               number(BriefItem::Open, tr("incidents open")),
                               number(BriefItem::Red, tr("incidents late")));
        QStringList grades;
        for (const report::BriefShare& share : m_brief.grades) {
            const auto grade = static_cast<plan::Grade>(share.code.front() - '0');
            const QString name = gradeText(grade);
            grades.append(
                tr("%1: %2", "grade or class, number")
                    .arg(
                        name.toHtmlEscaped(),
                        link(
                            numberText(static_cast<qint64>(share.rows.size())), name, share.rows)));
        }
        QStringList classes;
        for (const report::BriefShare& share : m_brief.classes) {
            const QString name = className(share.code);
            classes.append(
                tr("%1: %2", "grade or class, number")
                    .arg(
                        name.toHtmlEscaped(),
                        link(
                            numberText(static_cast<qint64>(share.rows.size())), name, share.rows)));
        }
        text += QStringLiteral("<br>")
                + tr("By grade: %1.").arg(grades.join(tr("; ", "between parts")));
        if (!classes.isEmpty()) {
            text += QStringLiteral("<br>")
                    + tr("By class: %1.").arg(classes.join(tr("; ", "between parts")));
        }
        if (const QStringList all = answers(); !all.isEmpty()) {
            text += QStringLiteral("<br>")
                    + tr("Asked with the reports: %1.").arg(all.join(tr("; ", "between parts")));
        }
        section(tr("1. As a whole"), QStringLiteral("<p>%1</p>").arg(text));
    }

    /// "Cylinders 96 (3)": a number is the sum of all, in brackets stand the incidents.
    [[nodiscard]] QStringList answers()
    {
        QStringList out;
        for (const report::BriefFact& fact : m_brief.facts) {
            const KindCode kind = fact.rows.front().incident->kind;
            const QString name = factText(
                m_fields, kind,
                {fact.field, fact.choice.empty() ? std::to_string(fact.sum) : fact.choice});
            out.append(
                tr("%1 (%2)", "answer, in so many incidents")
                    .arg(
                        name.toHtmlEscaped(),
                        link(numberText(static_cast<qint64>(fact.rows.size())), name, fact.rows)));
        }
        return out;
    }

    [[nodiscard]] QString className(const std::string& code) const
    {
        const auto it = std::ranges::find(m_plan.classes, code, &plan::IncidentClass::code);
        return it == m_plan.classes.end() ? QString::fromStdString(code) : nameText(it->name);
    }

    QString incidentLine(const report::Row& row)
    {
        const model::Incident& i = *row.incident;
        const bool isLate = row.due && !row.ended && m_brief.asOf >= *row.due;
        QString state = stateText(i.state);
        if (isLate) {
            state = tr("%1 by %2", "late step, unit")
                        .arg(
                            stepCountdownText(
                                stepName(row.step, row.ordinal), *row.due - m_brief.asOf, true),
                            unitText(m_plan, row.unit));
        }
        return tr("%1 %2 (%3; %4): %5", "number, title, grade, place, state")
            .arg(
                link(shortNumberText(i), titleText(i), {row}), titleText(i).toHtmlEscaped(),
                gradeText(i.grade).toHtmlEscaped(), placeText(m_plan, i.place).toHtmlEscaped(),
                state.toHtmlEscaped());
    }

    template <class Line>
    QString
    list(const std::vector<report::Row>& rows, const QString& none, const QString& title, Line line)
    {
        if (rows.empty()) {
            return QStringLiteral("<p>%1</p>").arg(none.toHtmlEscaped());
        }
        QString html = QStringLiteral("<ol>");
        for (std::size_t n = 0; n < std::min(rows.size(), kMostLines); ++n) {
            html += QStringLiteral("<li>%1</li>").arg(line(rows[n]));
        }
        html += QStringLiteral("</ol>");
        if (rows.size() > kMostLines) {
            const QString more = numberText(static_cast<qint64>(rows.size() - kMostLines));
            html +=
                QStringLiteral("<p>%1</p>").arg(tr("And %1 more.").arg(link(more, title, rows)));
        }
        return html;
    }

    void notable()
    {
        section(
            tr("2. Notable"),
            list(
                m_brief.of(BriefItem::Notable), tr("Nothing of grade I or II, nothing late."),
                tr("notable incidents"),
                [this](const report::Row& row) { return incidentLine(row); }));
    }

    QString share(BriefItem part, BriefItem whole, const QString& title)
    {
        return tr("%1 of %2 (%3)", "part, whole, percent")
            .arg(
                number(part, title), number(whole, tr("%1: what was due").arg(title)),
                shareText(
                    static_cast<std::int64_t>(m_brief.count(part)),
                    static_cast<std::int64_t>(m_brief.count(whole))));
    }

    void orders()
    {
        const QString text =
            tr("Orders: %1; signed in time: %2; done in time: %3; returns: %4; reliefs asked for: "
               "%5, granted: %6.")
                .arg(
                    number(BriefItem::Orders, tr("orders")),
                    share(BriefItem::SignedInTime, BriefItem::SignDue, tr("signed in time")),
                    share(BriefItem::DoneInTime, BriefItem::FinishDue, tr("done in time")),
                    number(BriefItem::Returns, tr("returns")),
                    number(BriefItem::ReliefsAsked, tr("reliefs asked for")),
                    number(BriefItem::ReliefsGranted, tr("reliefs granted")));
        section(tr("3. Orders"), QStringLiteral("<p>%1</p>").arg(text));
    }

    void due()
    {
        const QString until = dayClockText(m_brief.nextChange, m_plan.utcOffsetMinutes);
        section(
            tr("4. Due before %1", "next change of shift").arg(until),
            list(
                m_brief.of(BriefItem::DueSoon), tr("Nothing."), tr("due before the next change"),
                [this](const report::Row& row) {
                    return tr("%1 %2: %3, %4, until %5", "number, title, step, unit, limit")
                        .arg(
                            link(shortNumberText(*row.incident), titleText(*row.incident), {row}),
                            titleText(*row.incident).toHtmlEscaped(),
                            stepName(row.step, row.ordinal).toHtmlEscaped(),
                            unitText(m_plan, row.unit).toHtmlEscaped(),
                            clockMinuteText(row.due.value_or(Instant()), m_plan.utcOffsetMinutes));
                }));
    }

    const plan::Plan& m_plan;
    const report::Brief& m_brief;
    const plan::ReportFields& m_fields;
    BriefDraft m_draft;
};

} // namespace

BriefDraft draftBrief(
    const plan::Plan& plan,
    const report::Brief& brief,
    const report::Sheet& sheet,
    const UnitCode& unit,
    const QString& shift,
    const plan::ReportFields& fields)
{
    return Drafter(plan, brief, fields).draft(sheet, unit, shift);
}

} // namespace sz::widgets
