// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/Guesses.h"

#include "data/plan/Typed.h"

#include <QList>

#include <algorithm>
#include <array>
#include <set>

namespace sz::widgets {

namespace {

constexpr std::chrono::hours kSameHours{2};
constexpr qsizetype kLeastClause = 4;

bool endsClause(QChar c)
{
    static const QString kEnds = QStringLiteral("。，；！？,;!?\n");
    return kEnds.contains(c);
}

/// Never cuts a character outside the basic plane in two.
QString cut(const QString& text, int characters)
{
    const QList<uint> points = text.toUcs4();
    return points.size() <= characters
               ? text
               : QString::fromUcs4(
                     reinterpret_cast<const char32_t*>(points.constData()), characters);
}

bool holds(const QString& text, const std::string& word)
{
    return text.contains(QString::fromStdString(word), Qt::CaseInsensitive);
}

bool hints(const plan::WordRule& rule, const QString& narrative)
{
    return std::ranges::any_of(rule.words, [&](const auto& w) { return holds(narrative, w); });
}

void addOnce(
    std::vector<KindCode>& kinds,
    const KindCode& kind,
    const KindCode& best,
    std::size_t limit)
{
    if (kinds.size() < limit && kind != best && !std::ranges::contains(kinds, kind)) {
        kinds.push_back(kind);
    }
}

int fitOf(const plan::Kind& kind, const std::string& typed)
{
    int best = 0;
    for (const std::string* name :
         {&kind.name.zh, &kind.name.shortZh, &kind.name.en, &kind.name.shortEn, &kind.name.pinyin,
          &kind.name.initials}) {
        best = std::max(best, static_cast<int>(plan::fitOf(typed, plan::folded(*name))));
    }
    return best;
}

/// Rule words in a text; a word inside a longer one counts once.
std::set<std::string> ruleWords(const plan::Plan& plan, const QString& text)
{
    std::set<std::string> found;
    for (const plan::WordRule& rule : plan.wordRules) {
        for (const auto* words : {&rule.words, &rule.withAlso}) {
            std::ranges::copy_if(*words, std::inserter(found, found.end()), [&](const auto& word) {
                return holds(text, word);
            });
        }
    }
    std::set<std::string> longest;
    std::ranges::copy_if(found, std::inserter(longest, longest.end()), [&](const auto& word) {
        return std::ranges::none_of(found, [&](const auto& other) {
            return other.size() > word.size() && other.find(word) != std::string::npos;
        });
    });
    return longest;
}

NearDuplicate compared(
    [[maybe_unused]] const plan::Plan& plan,
    const model::IncidentPtr& incident,
    const std::set<std::string>& words,
    const DuplicateQuery& query)
{
    NearDuplicate near{
        incident, incident->kind == query.kind, 0, {}, query.now - incident->reportedAt};
    const QString other = QString::fromStdString(incident->title + '\n' + incident->narrative);
    near.sharedWords = static_cast<int>(
        std::ranges::count_if(words, [&](const std::string& word) { return holds(other, word); }));
    if (query.place.point && incident->place.point) {
        near.metres = distanceMetres(*query.place.point, *incident->place.point);
    }
    return near;
}

bool isLikelier(const NearDuplicate& a, const NearDuplicate& b)
{
    if (a.isSameKind != b.isSameKind) {
        return a.isSameKind;
    }
    if (a.sharedWords != b.sharedWords) {
        return a.sharedWords > b.sharedWords;
    }
    const double far = 1e9;
    const double da = a.metres.value_or(far);
    const double db = b.metres.value_or(far);
    return da != db ? da < db : a.age < b.age;
}

} // namespace

QString titleFrom(const QString& narrative)
{
    const QString text = narrative.trimmed();
    qsizetype end = 0;
    while (end < text.size() && (!endsClause(text[end]) || end < kLeastClause)) {
        ++end;
    }
    return cut(text.first(end).simplified(), kTitleLength);
}

std::vector<KindCode> otherKinds(
    const plan::Plan& plan,
    const QString& narrative,
    const KindCode& best,
    std::size_t limit)
{
    std::vector<const plan::WordRule*> rules;
    for (const plan::WordRule& rule : plan.wordRules) {
        if (hints(rule, narrative)) {
            rules.push_back(&rule);
        }
    }
    std::ranges::stable_sort(rules, std::greater{}, &plan::WordRule::weight);
    std::vector<KindCode> kinds;
    for (const plan::WordRule* rule : rules) {
        addOnce(kinds, rule->kind, best, limit);
    }
    const plan::Kind* first = plan.kind(best);
    for (const plan::Kind& kind : plan.kinds) {
        if (first != nullptr && kind.incidentClass == first->incidentClass) {
            addOnce(kinds, kind.code, best, limit);
        }
    }
    return kinds;
}

std::vector<const plan::Kind*> kindsNamed(const plan::Plan& plan, const QString& typed)
{
    const std::string word = plan::folded(typed.toStdString());
    std::vector<std::pair<int, const plan::Kind*>> found;
    for (const plan::Kind& kind : plan.kinds) {
        const int fit = word.empty() ? 1 : fitOf(kind, word);
        if (fit > 0) {
            found.emplace_back(fit, &kind);
        }
    }
    std::ranges::stable_sort(found, std::greater{}, &std::pair<int, const plan::Kind*>::first);
    std::vector<const plan::Kind*> kinds;
    std::ranges::transform(
        found, std::back_inserter(kinds), &std::pair<int, const plan::Kind*>::second);
    return kinds;
}

std::vector<NearDuplicate> nearDuplicates(
    const plan::Plan& plan,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const DuplicateQuery& query,
    std::size_t limit)
{
    std::vector<NearDuplicate> found;
    const std::set<std::string> words = ruleWords(plan, query.narrative);
    for (const auto& [id, incident] : incidents) {
        const bool isThere = incident->state != model::IncidentState::Closed
                             && query.place.area != 0 && incident->place.area == query.place.area
                             && query.now - incident->reportedAt <= kSameHours;
        if (!isThere) {
            continue;
        }
        const NearDuplicate near = compared(plan, incident, words, query);
        if (near.isSameKind || near.sharedWords > 0) {
            found.push_back(near);
        }
    }
    std::ranges::stable_sort(found, isLikelier);
    found.resize(std::min(found.size(), limit));
    return found;
}

} // namespace sz::widgets
