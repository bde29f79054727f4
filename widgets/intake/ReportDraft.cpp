// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/ReportDraft.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace sz::widgets {

namespace {

constexpr int kVersion = 1;
constexpr qint64 kLargest = 256 * 1024; // not ours when it is larger

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

std::string utf8(const QJsonValue& value)
{
    return value.toString().toStdString();
}

QJsonObject placeToJson(const plan::Place& place)
{
    QJsonObject json{
        {QStringLiteral("text"), text(place.text)},
        {QStringLiteral("approximate"), place.isApproximate},
        {QStringLiteral("area"), place.area},
        {QStringLiteral("district"), text(place.district.value)},
        {QStringLiteral("street"), text(place.street.value)},
        {QStringLiteral("community"), text(place.community.value)}};
    if (place.point) {
        json.insert(QStringLiteral("point"), QJsonArray{place.point->lon, place.point->lat});
    }
    return json;
}

plan::Place placeFromJson(const QJsonObject& json)
{
    plan::Place place;
    place.text = utf8(json[QStringLiteral("text")]);
    place.isApproximate = json[QStringLiteral("approximate")].toBool(true);
    place.area = json[QStringLiteral("area")].toInt();
    place.district = UnitCode(utf8(json[QStringLiteral("district")]));
    place.street = StreetCode(utf8(json[QStringLiteral("street")]));
    place.community = CommunityCode(utf8(json[QStringLiteral("community")]));
    const QJsonArray point = json[QStringLiteral("point")].toArray();
    if (point.size() == 2) {
        place.point = Wgs84{point[0].toDouble(), point[1].toDouble()};
    }
    return place;
}

qint64 wholeNumber(const QJsonValue& value)
{
    return value.toInteger();
}

ReportDraft fromObject(const QJsonObject& json)
{
    ReportDraft draft;
    draft.receivedAt = fromUtcMs(wholeNumber(json[QStringLiteral("received")]));
    draft.savedAt = fromUtcMs(wholeNumber(json[QStringLiteral("saved")]));
    draft.source = static_cast<model::Source>(json[QStringLiteral("source")].toInt(1));
    draft.narrative = json[QStringLiteral("narrative")].toString();
    draft.title = json[QStringLiteral("title")].toString();
    draft.placeTyped = json[QStringLiteral("placeTyped")].toString();
    if (json.contains(QStringLiteral("place"))) {
        draft.place = placeFromJson(json[QStringLiteral("place")].toObject());
    }
    draft.kind = KindCode(utf8(json[QStringLiteral("kind")]));
    draft.suggestedBy = json[QStringLiteral("rule")].toString();
    if (const int grade = json[QStringLiteral("grade")].toInt(); grade >= 1 && grade <= 4) {
        draft.grade = static_cast<plan::Grade>(grade);
    }
    const QJsonObject facts = json[QStringLiteral("facts")].toObject();
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        draft.facts.insert(it.key(), it.value().toString());
    }
    for (const QJsonValue& unit : json[QStringLiteral("orders")].toArray()) {
        draft.ticked.emplace_back(utf8(unit));
    }
    return draft;
}

} // namespace

bool ReportDraft::isBlank() const
{
    return narrative.trimmed().isEmpty() && title.trimmed().isEmpty()
           && placeTyped.trimmed().isEmpty() && !place && kind.empty() && !grade && facts.isEmpty();
}

QByteArray draftToJson(const ReportDraft& draft)
{
    QJsonObject json{
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("received"), static_cast<qint64>(toUtcMs(draft.receivedAt))},
        {QStringLiteral("saved"), static_cast<qint64>(toUtcMs(draft.savedAt))},
        {QStringLiteral("source"), static_cast<int>(draft.source)},
        {QStringLiteral("narrative"), draft.narrative},
        {QStringLiteral("title"), draft.title},
        {QStringLiteral("placeTyped"), draft.placeTyped},
        {QStringLiteral("kind"), text(draft.kind.value)},
        {QStringLiteral("rule"), draft.suggestedBy},
        {QStringLiteral("grade"), draft.grade ? static_cast<int>(*draft.grade) : 0}};
    if (draft.place) {
        json.insert(QStringLiteral("place"), placeToJson(*draft.place));
    }
    QJsonObject facts;
    for (auto it = draft.facts.begin(); it != draft.facts.end(); ++it) {
        facts.insert(it.key(), it.value());
    }
    json.insert(QStringLiteral("facts"), facts);
    QJsonArray orders;
    for (const UnitCode& unit : draft.ticked) {
        orders.append(text(unit.value));
    }
    json.insert(QStringLiteral("orders"), orders);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<ReportDraft> draftFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int source = object[QStringLiteral("source")].toInt();
    const bool isDraft = object[QStringLiteral("version")].toInt() == kVersion
                         && source >= static_cast<int>(model::Source::Phone)
                         && source <= static_cast<int>(model::Source::Unit);
    return isDraft ? std::optional(fromObject(object)) : std::nullopt;
}

namespace {

constexpr std::string_view kAbout = "sanzhen draft 1";

BytesView asBytes(const QByteArray& bytes)
{
    return {
        reinterpret_cast<const std::uint8_t*>(bytes.constData()),
        static_cast<std::size_t>(bytes.size())};
}

} // namespace

bool saveDraft(const QString& file, const ReportDraft& draft, const vault::DataKey& key)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        return false;
    }
    out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QByteArray json = draftToJson(draft);
    if (key) {
        const Bytes sealed = vault::seal(*key, asBytes(json), viewOf(kAbout));
        json = QByteArray(reinterpret_cast<const char*>(sealed.data()), std::ssize(sealed));
    }
    return out.write(json) == json.size() && out.commit();
}

std::optional<ReportDraft> loadDraft(const QString& file, const vault::DataKey& key)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly) || in.size() > kLargest) {
        return std::nullopt;
    }
    const QByteArray bytes = in.readAll();
    if (!key) {
        return draftFromJson(bytes);
    }
    const auto plain = vault::unseal(*key, asBytes(bytes), viewOf(kAbout));
    return plain ? draftFromJson(
                       QByteArray(reinterpret_cast<const char*>(plain->data()), std::ssize(*plain)))
                 : std::nullopt;
}

} // namespace sz::widgets
