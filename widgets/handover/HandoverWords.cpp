// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverWords.h"

#include "data/report/Handover.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace sz::widgets {
namespace {

struct HandoverText
{
    Q_DECLARE_TR_FUNCTIONS(sz::widgets::HandoverText)
};

QString line(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString joined(const QStringList& parts)
{
    QStringList kept = parts;
    kept.removeAll(QString());
    return kept.join(QStringLiteral(" · "));
}

QString rowHtml(const plan::Plan& plan, const model::ShiftSheet::Row& row, const SheetLine& words)
{
    QString text = joined({words.number, words.title, words.words}).toHtmlEscaped();
    if (row.row.due) {
        text += QStringLiteral(" · ")
                + dayClockText(*row.row.due, plan.utcOffsetMinutes).toHtmlEscaped();
    }
    const QString mark = row.isSettled ? HandoverText::tr("settled")
                         : row.readBy  ? HandoverText::tr("read")
                                       : HandoverText::tr("not read");
    const QString red = row.row.isRed ? HandoverText::tr("red") + u' ' : QString();
    return QStringLiteral("<li>[%1] %2%3</li>").arg(mark, red, text);
}

/// What a promise that is settled became, as it was written then.
QString becameText(const model::ShiftState* shift, const std::string& row)
{
    constexpr std::string_view kPromise = "promise:";
    if (shift == nullptr || !row.starts_with(kPromise)) {
        return {};
    }
    const auto promise = shift->promises.find(row.substr(kPromise.size()));
    return promise == shift->promises.end() || !promise->second.settled
               ? QString()
               : line(promise->second.settled->text);
}

QString drillText(const std::string& state)
{
    return state == report::kDrillRuns ? HandoverText::tr("running", "a drill")
           : state == report::kDrillNeedsWord
               ? HandoverText::tr("close to a change of shift: waits for the "
                                  "incoming chief's word")
           : state == report::kDrillAgreed ? HandoverText::tr("the incoming chief has agreed")
                                           : HandoverText::tr("planned", "a drill");
}

QString signatureHtml(
    const plan::Plan& plan,
    const QString& side,
    const std::optional<model::ShiftSheet::Signature>& signature)
{
    const QString who = signature ? joined(
                                        {signerText(plan, *signature),
                                         dayClockText(signature->author.at, plan.utcOffsetMinutes),
                                         line(signature->author.entry)})
                                  : HandoverText::tr("no signature");
    return QStringLiteral("<p><b>%1</b> %2</p>").arg(side, who.toHtmlEscaped());
}

} // namespace

QString partName(model::SheetPart part)
{
    switch (part) {
    case model::SheetPart::OpenRed:
        return HandoverText::tr("Open reds");
    case model::SheetPart::Due:
        return HandoverText::tr("Due before the next change");
    case model::SheetPart::Promise:
        return HandoverText::tr("Promised by phone");
    case model::SheetPart::Shelved:
        return HandoverText::tr("Alarms put aside");
    case model::SheetPart::RosterGap:
        return HandoverText::tr("Gaps of the roster");
    case model::SheetPart::Endpoint:
        return HandoverText::tr("Video endpoints down");
    case model::SheetPart::Drill:
        return HandoverText::tr("Drills planned");
    case model::SheetPart::Note:
        return HandoverText::tr("Notes of the shift");
    }
    return {};
}

QString partText(model::SheetPart part)
{
    return HandoverText::tr("%1 %2", "number of a part of the sheet, its name")
        .arg(ordinalText(static_cast<int>(part)), partName(part));
}

QString emptyPartText(model::SheetPart part)
{
    return part == model::SheetPart::Endpoint ? HandoverText::tr("None was told")
                                              : HandoverText::tr("None");
}

QString numbersText(const plan::Plan& plan, const report::ShiftNumbers& numbers)
{
    return HandoverText::tr(
               "The shift since %1: reported %2 · closed %3 · handed over %4 · orders %5 · signed "
               "late %6")
        .arg(dayClockText(numbers.from, plan.utcOffsetMinutes))
        .arg(numbers.reported)
        .arg(numbers.closed)
        .arg(numbers.open)
        .arg(numbers.orders)
        .arg(numbers.signedLate);
}

SheetLine lineOf(
    const plan::Plan& plan,
    const model::SheetRow& row,
    const model::Incident* incident,
    const model::ShiftState* shift)
{
    SheetLine out{line(row.number), line(row.text), {}};
    const QString unit = row.unit.empty() ? QString() : unitText(plan, row.unit);
    switch (row.part) {
    case model::SheetPart::OpenRed:
    case model::SheetPart::Due:
    case model::SheetPart::Shelved:
        out.words = stepRefText(row.detail, incident, plan);
        if (!out.words.contains(unit)) {
            out.words = joined({unit, out.words});
        }
        break;
    case model::SheetPart::Promise:
        out.words =
            HandoverText::tr("to %1, by %2", "a promise").arg(unit, postText(plan, row.post));
        if (const QString became = becameText(shift, row.id); !became.isEmpty()) {
            out.words = became;
        }
        break;
    case model::SheetPart::RosterGap:
        out.title = uiLanguage() == Language::Chinese ? line(row.text) : line(row.detail);
        break;
    case model::SheetPart::Drill:
        out.words = drillText(row.detail);
        break;
    default:
        out.words = joined({unit, line(row.detail)});
    }
    return out;
}

QString signerText(const plan::Plan& plan, const model::ShiftSheet::Signature& signature)
{
    const QString post =
        signature.author.post.empty() ? QString() : postText(plan, signature.author.post);
    return joined(
        {signature.name.empty() ? post : line(signature.name),
         line(signature.author.person.value)});
}

QString sheetHtml(
    const plan::Plan& plan,
    const model::ShiftSheet& sheet,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const model::ShiftState* shift,
    const QString& numbers)
{
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p>")
                       .arg(
                           HandoverText::tr("Handover sheet"),
                           HandoverText::tr("%1, change of %2, written %3", "unit, time, time")
                               .arg(
                                   unitText(plan, sheet.unit),
                                   dayClockText(sheet.changeAt, plan.utcOffsetMinutes),
                                   dayClockText(sheet.writtenAt, plan.utcOffsetMinutes))
                               .toHtmlEscaped());
    if (!numbers.isEmpty()) {
        html += QStringLiteral("<p>%1</p>").arg(numbers.toHtmlEscaped());
    }
    for (std::size_t i = 1; i <= model::kSheetParts; ++i) {
        const auto part = static_cast<model::SheetPart>(i);
        QString rows;
        for (const auto& row : sheet.rows) {
            if (row.row.part == part) {
                const auto known = incidents.find(row.row.incident);
                rows += rowHtml(
                    plan, row,
                    lineOf(
                        plan, row.row, known == incidents.end() ? nullptr : known->second.get(),
                        shift));
            }
        }
        html += QStringLiteral("<h3>%1</h3>").arg(partText(part))
                + (rows.isEmpty() ? QStringLiteral("<p>%1</p>").arg(emptyPartText(part))
                                  : QStringLiteral("<ul>%1</ul>").arg(rows));
    }
    return html + signatureHtml(plan, HandoverText::tr("Outgoing"), sheet.outgoing)
           + signatureHtml(plan, HandoverText::tr("Incoming"), sheet.incoming);
}

QByteArray sheetPdf(const QString& html)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
        writer.setResolution(96); // sizes as on the screen
        QTextDocument document;
        document.setDefaultFont(symbols::uiFont(14));
        document.setHtml(html);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        document.print(&writer);
    }
    return bytes;
}

} // namespace sz::widgets
