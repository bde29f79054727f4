// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/Wording.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sz::widgets {

namespace {

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString hanNumeral(int number)
{
    static const QString kDigits = QStringLiteral("零一二三四五六七八九");
    if (number < 0 || number > 99) {
        return QString::number(number);
    }
    const auto digit = [](int n) { return QString(kDigits.at(n)); };
    if (number < 10) {
        return digit(number);
    }
    const QString tens = number < 20 ? QString() : digit(number / 10);
    return tens + QStringLiteral("十") + (number % 10 == 0 ? QString() : digit(number % 10));
}

} // namespace

QString ordinalText(int number, Language language)
{
    return language == Language::Chinese ? hanNumeral(number) : QString::number(number);
}

QString stepName(model::StepKind kind, int ordinal)
{
    switch (kind) {
    case model::StepKind::Assign:
        return QCoreApplication::translate("Wording", "assign", "step: first order");
    case model::StepKind::FirstReport:
        return QCoreApplication::translate("Wording", "first report", "step");
    case model::StepKind::Update:
        return QCoreApplication::translate("Wording", "update %1", "step: number of the report")
            .arg(ordinalText(ordinal));
    case model::StepKind::Sign:
        return QCoreApplication::translate("Wording", "sign-for", "step");
    case model::StepKind::Arrive:
        return QCoreApplication::translate("Wording", "arrive", "step");
    case model::StepKind::Feedback:
        return QCoreApplication::translate("Wording", "feedback", "step");
    case model::StepKind::Finish:
        return QCoreApplication::translate("Wording", "finish", "step: finish an order");
    case model::StepKind::Relief:
        return QCoreApplication::translate(
            "Wording", "decide on time", "step: more time asked for");
    case model::StepKind::Return:
        return QCoreApplication::translate("Wording", "decide on return", "step: returned order");
    case model::StepKind::Recheck:
        return QCoreApplication::translate("Wording", "recheck", "step: recheck a result");
    case model::StepKind::Decide:
        return QCoreApplication::translate(
            "Wording", "decide", "step: a question put for decision");
    case model::StepKind::Watch:
        return QCoreApplication::translate("Wording", "look again", "step: early sign");
    case model::StepKind::Close:
        return QCoreApplication::translate("Wording", "close", "step: close the incident");
    }
    return {};
}

QString stepName(const model::Step& step)
{
    return stepName(step.kind, step.ordinal);
}

QString unitText(const plan::Plan& plan, const UnitCode& unit, Language language)
{
    const plan::Unit* found = plan.unit(unit);
    return found == nullptr ? visible(unit.value) : shortNameText(found->name, language);
}

QString endpointText(const plan::Endpoint& endpoint, Language language)
{
    const bool isEnglish = language == Language::English && !endpoint.nameEn.empty();
    return visible(isEnglish ? endpoint.nameEn : endpoint.nameZh);
}

QString postText(const plan::Plan& plan, const PostCode& post, Language language)
{
    if (post.empty()) {
        return QCoreApplication::translate("Wording", "system", "who acted");
    }
    const plan::Post* found = plan.post(post);
    return found == nullptr ? visible(post.value) : nameText(found->name, language);
}

QString
whoText(const plan::Plan& plan, const UnitCode& unit, const PostCode& post, Language language)
{
    const plan::Unit* found = plan.unit(unit);
    const bool isOffice = found != nullptr && found->kind == plan::UnitKind::Office;
    return unit.empty() || isOffice ? postText(plan, post, language)
                                    : unitText(plan, unit, language);
}

QString sourceText(model::Source source)
{
    switch (source) {
    case model::Source::Phone:
        return QCoreApplication::translate("Wording", "phone", "source of a report");
    case model::Source::Grid:
        return QCoreApplication::translate("Wording", "grid report", "source of a report");
    case model::Source::Hotline12345:
        return QCoreApplication::translate("Wording", "12345", "source of a report");
    case model::Source::Rescue119:
        return QCoreApplication::translate("Wording", "119 link", "source of a report");
    case model::Source::Other:
        return QCoreApplication::translate("Wording", "other", "source of a report");
    case model::Source::Unit:
        return QCoreApplication::translate("Wording", "unit desk", "source of a report");
    }
    return {};
}

QString gradeText(plan::Grade grade)
{
    switch (grade) {
    case plan::Grade::I:
        return QCoreApplication::translate("Wording", "I Extraordinary", "grade");
    case plan::Grade::II:
        return QCoreApplication::translate("Wording", "II Major", "grade");
    case plan::Grade::III:
        return QCoreApplication::translate("Wording", "III Serious", "grade");
    case plan::Grade::IV:
        return QCoreApplication::translate("Wording", "IV Ordinary", "grade");
    }
    return {};
}

QString stateText(model::IncidentState state)
{
    switch (state) {
    case model::IncidentState::Pending:
        return QCoreApplication::translate("Wording", "Pending", "state of an incident");
    case model::IncidentState::Active:
        return QCoreApplication::translate("Wording", "Active", "state of an incident");
    case model::IncidentState::Closed:
        return QCoreApplication::translate("Wording", "Closed", "state of an incident");
    }
    return {};
}

QString kindText(const plan::Plan& plan, const KindCode& kind, Language language)
{
    const plan::Kind* found = plan.kind(kind);
    return found == nullptr ? visible(kind.value) : nameText(found->name, language);
}

QString classText(const plan::Plan& plan, const KindCode& kind, Language language)
{
    const plan::Kind* found = plan.kind(kind);
    if (found == nullptr) {
        return {};
    }
    const auto it =
        std::ranges::find(plan.classes, found->incidentClass, &plan::IncidentClass::code);
    return it == plan.classes.end() ? QString() : nameText(it->name, language);
}

QString fieldText(const std::string& field)
{
    if (field == "title") {
        return QCoreApplication::translate("Wording", "Title", "field in conflict");
    }
    if (field == "kind") {
        return QCoreApplication::translate("Wording", "Kind", "field in conflict");
    }
    if (field == "grade") {
        return QCoreApplication::translate("Wording", "Grade", "field in conflict");
    }
    if (field.starts_with("fact:")) { // an answer to what the kind asks; its name is the plan's
        return visibleLine(QString::fromStdString(field.substr(5)));
    }
    return QCoreApplication::translate("Wording", "Place", "field in conflict");
}

QString fieldValueText(const plan::Plan& plan, const std::string& field, const std::string& value)
{
    if (field == "kind") {
        return kindText(plan, KindCode(value));
    }
    if (field == "grade" && value.size() == 1 && value[0] >= '1' && value[0] <= '4') {
        return gradeText(static_cast<plan::Grade>(value[0] - '0'));
    }
    return visibleLine(QString::fromStdString(value));
}

UnitState unitState(model::OrderState state)
{
    switch (state) {
    case model::OrderState::Issued:
        return UnitState::NotSigned;
    case model::OrderState::Signed:
        return UnitState::Signed;
    case model::OrderState::Moving:
        return UnitState::Moving;
    case model::OrderState::OnScene:
        return UnitState::OnScene;
    case model::OrderState::Done:
        return UnitState::Done;
    case model::OrderState::Returned:
        return UnitState::Returned;
    case model::OrderState::Withdrawn:
        return UnitState::Withdrawn;
    }
    return UnitState::NotSigned;
}

QString lampWord(model::Lamp lamp)
{
    switch (lamp) {
    case model::Lamp::None:
        return {};
    case model::Lamp::Near:
        return QCoreApplication::translate("Wording", "near", "lamp");
    case model::Lamp::Behind:
        return QCoreApplication::translate("Wording", "behind", "lamp");
    case model::Lamp::Late:
        return QCoreApplication::translate("Wording", "late", "lamp");
    }
    return {};
}

QString areaText(const plan::Plan& plan, int number, Language language)
{
    const plan::Area* area = plan.area(number);
    if (area == nullptr) {
        return {};
    }
    const plan::Unit* unit = plan.unit(area->unit); // has the short name for chips
    const QString name = shortNameText(unit == nullptr ? area->name : unit->name, language);
    return QStringLiteral("%1 %2").arg(number).arg(name);
}

QString placeText(const plan::Plan& plan, const plan::Place& place, Language language)
{
    QStringList parts{areaText(plan, place.area, language)};
    const plan::Street* street = plan.street(place.street);
    if (street != nullptr) {
        parts.append(shortNameText(street->name, language));
    } else {
        parts.append(visible(place.text));
    }
    parts.removeAll(QString());
    return parts.isEmpty() ? QCoreApplication::translate("Wording", "place unknown")
                           : parts.join(QStringLiteral(" · "));
}

QString
countsText(const std::string& label, std::int64_t total, const std::vector<model::CountPart>& parts)
{
    QStringList sums;
    for (const model::CountPart& part : parts) {
        sums.append(QStringLiteral("%1 %2").arg(visible(part.label), numberText(part.count)));
    }
    const QString whole = QStringLiteral("%1 %2").arg(visible(label), numberText(total));
    return sums.isEmpty() ? whole
                          : whole + QStringLiteral(" = ") + sums.join(QStringLiteral(" + "));
}

QString shortNumberText(const model::Incident& incident)
{
    const std::string number = model::shortNumber(incident);
    return number.empty() ? QCoreApplication::translate(
                                "Wording", "prov.", "number not yet given by headquarters")
                          : QString::fromStdString(number);
}

QString numberText(const model::Incident& incident, int utcOffsetMinutes)
{
    const std::string number = model::incidentNumber(incident, utcOffsetMinutes);
    return number.empty()
               ? QCoreApplication::translate("Wording", "number to come", "provisional incident")
               : QString::fromStdString(number);
}

QString titleText(const model::Incident& incident)
{
    const QString title = visible(incident.title).trimmed();
    return title.isEmpty() ? QCoreApplication::translate("Wording", "(no title)") : title;
}

QString shortTitleText(const model::Incident& incident, int cells)
{
    QString title = titleText(incident);
    const auto comma = std::ranges::find_if(
        title, [](QChar c) { return c == QLatin1Char(',') || c == QChar(0xFF0C); });
    title.truncate(comma - title.begin());
    int used = 0;
    for (qsizetype i = 0; i < title.size(); ++i) {
        used += title.at(i).unicode() >= 0x2E80 ? 2 : 1;
        if (used > cells && i > 0) {
            const qsizetype cut = title.at(i).isLowSurrogate() ? i - 1 : i;
            return title.left(cut).trimmed() + QChar(0x2026);
        }
    }
    return title;
}

QString tipText(const QString& plain)
{
    return plain.isEmpty() ? QString()
                           : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
                                 .arg(plain.toHtmlEscaped());
}

} // namespace sz::widgets
