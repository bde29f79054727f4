// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/BoardFilter.h"

#include "widgets/actions/TypedLimit.h"
#include "widgets/actions/UnitChoice.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string_view>

namespace sz::widgets {

namespace {

using model::IncidentState;
using model::Lamp;
using plan::Grade;

/// Of "114.30/30.59+114.31/30.60+": one corner is a point, three and more make an area when it is closed.
model::Draw groundOf(const QString& typed, bool isClosed)
{
    model::Draw out;
    for (const QString& corner : typed.split(u'+', Qt::SkipEmptyParts)) {
        const QStringList parts = corner.split(u'/');
        out.corners.push_back({parts.value(0).toDouble(), parts.value(1).toDouble()});
    }
    out.form = out.corners.size() == 1               ? model::DrawingForm::Point
               : isClosed && out.corners.size() >= 3 ? model::DrawingForm::Area
                                                     : model::DrawingForm::Line;
    return out;
}

} // namespace

BoardFilter::BoardFilter(
    const QString& typed,
    const std::shared_ptr<const plan::Plan>& plan,
    const plan::PlaceFinder& finder,
    std::shared_ptr<BoardWords> words)
    : m_words(words != nullptr ? std::move(words) : std::make_shared<BoardWords>(plan))
{
    static const QRegularExpression kGap(QStringLiteral("[\\s,，、]+"));
    const QStringList parts = plainTyped(typed).split(kGap, Qt::SkipEmptyParts);
    m_text = parts.join(QLatin1Char(' '));
    for (const QString& word : parts) {
        m_terms.push_back(termOf(word, finder));
    }
    std::ranges::stable_partition(
        m_terms, [](const Term& term) { return term.sort != Sort::Words; }); // the cheap ones first
}

BoardFilter::Term BoardFilter::termOf(QString word, const plan::PlaceFinder& finder) const
{
    Term term;
    if (word.size() > 1 && (word.startsWith(u'-') || word.startsWith(u'非'))) {
        term.isNot = true;
        word.remove(0, 1);
    }
    struct Known
    {
        const char16_t* word;
        Sort sort;
        int value;
    };
    const auto at = [](auto value) { return static_cast<int>(value); };
    const std::array known{
        Known{u"I", Sort::Grade, at(Grade::I)},
        Known{u"II", Sort::Grade, at(Grade::II)},
        Known{u"III", Sort::Grade, at(Grade::III)},
        Known{u"IV", Sort::Grade, at(Grade::IV)},
        Known{u"临近", Sort::Lamp, at(Lamp::Near)},
        Known{u"near", Sort::Lamp, at(Lamp::Near)},
        Known{u"滞后", Sort::Lamp, at(Lamp::Behind)},
        Known{u"behind", Sort::Lamp, at(Lamp::Behind)},
        Known{u"逾期", Sort::Lamp, at(Lamp::Late)},
        Known{u"late", Sort::Lamp, at(Lamp::Late)},
        Known{u"待处置", Sort::State, at(IncidentState::Pending)},
        Known{u"pending", Sort::State, at(IncidentState::Pending)},
        Known{u"处置中", Sort::State, at(IncidentState::Active)},
        Known{u"active", Sort::State, at(IncidentState::Active)},
        Known{u"结案", Sort::State, at(IncidentState::Closed)},
        Known{u"closed", Sort::State, at(IncidentState::Closed)},
        Known{u"未签", Sort::Unsigned, 0},
        Known{u"未签收", Sort::Unsigned, 0},
        Known{u"unsigned", Sort::Unsigned, 0},
        Known{u"未发", Sort::Unsent, 0},
        Known{u"unsent", Sort::Unsent, 0},
        Known{u"苗头", Sort::Watched, 0},
        Known{u"watched", Sort::Watched, 0},
    };
    const auto found = std::ranges::find_if(known, [&word](const Known& one) {
        return word.compare(QStringView(one.word), Qt::CaseInsensitive) == 0;
    });
    if (found != known.end()) {
        term.sort = found->sort;
        term.value = found->value;
        return term;
    }
    static const QRegularExpression kNear(
        QStringLiteral("^(\\d{1,6})m@((?:-?\\d{1,3}(?:\\.\\d+)?/-?\\d{1,2}(?:\\.\\d+)?\\+)+)$"),
        QRegularExpression::CaseInsensitiveOption);
    const bool isClosed = word.endsWith(u'+');
    if (const auto near = kNear.match(isClosed ? word : word + u'+'); near.hasMatch()) {
        term.sort = Sort::Near;
        term.value = near.captured(1).toInt();
        term.ground = groundOf(near.captured(2), isClosed);
        return term;
    }
    if (auto fact = factOf(word)) {
        fact->isNot = term.isNot;
        return *fact;
    }
    term.words = store::TypedWords(word.toStdString());
    for (const plan::Unit* unit : unitsNamed(finder, word)) {
        term.units.push_back(unit->code);
    }
    return term;
}

std::optional<BoardFilter::Term> BoardFilter::factOf(const QString& word) const
{
    static const QRegularExpression kFact(
        QStringLiteral("^([^=<>≥≤＝]+)(>=|<=|=|＝|>|<|≥|≤)([^=<>≥≤＝]*)$"));
    const auto match = kFact.match(word);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString than = match.captured(2);
    Term term;
    term.sort = Sort::Fact;
    term.than = than == u">"                    ? Than::More
                : than == u"<"                  ? Than::Less
                : than == u">=" || than == u"≥" ? Than::AtLeast
                : than == u"<=" || than == u"≤" ? Than::AtMost
                                                : Than::Equal;
    term.fields = m_words->fieldsNamed(match.captured(1).toStdString());
    term.answer = m_words->choiceNamed(term.fields, match.captured(3).toStdString());
    return term;
}

// Numbers are compared as numbers; a word can only be the same.
bool BoardFilter::isAnswered(const Term& term, const model::Incident& incident)
{
    return std::ranges::any_of(incident.facts, [&](const model::Fact& fact) {
        if (!std::ranges::contains(term.fields, fact.field)) {
            return false;
        }
        if (term.answer.empty()) {
            return true;
        }
        bool isNumber = false;
        bool isCounted = false;
        const qlonglong wanted = QString::fromStdString(term.answer).toLongLong(&isNumber);
        const qlonglong told = QString::fromStdString(fact.value).toLongLong(&isCounted);
        if (!isNumber || !isCounted) {
            return term.than == Than::Equal && fact.value == term.answer;
        }
        switch (term.than) {
        case Than::Equal:
            return told == wanted;
        case Than::More:
            return told > wanted;
        case Than::Less:
            return told < wanted;
        case Than::AtLeast:
            return told >= wanted;
        case Than::AtMost:
            return told <= wanted;
        }
        return false;
    });
}

bool BoardFilter::isTimed() const
{
    return std::ranges::contains(m_terms, Sort::Lamp, &Term::sort);
}

bool BoardFilter::passes(const model::IncidentPtr& incident, Instant now) const
{
    return std::ranges::all_of(
        m_terms, [&](const Term& term) { return holds(term, incident, now) != term.isNot; });
}

bool BoardFilter::holds(const Term& term, const model::IncidentPtr& incident, Instant now) const
{
    switch (term.sort) {
    case Sort::Grade:
        return static_cast<int>(incident->grade) == term.value;
    case Sort::Lamp:
        return static_cast<int>(incident->lampAt(now)) == term.value;
    case Sort::State:
        return static_cast<int>(incident->state) == term.value;
    case Sort::Unsigned:
        return std::ranges::contains(
            incident->orders, model::OrderState::Issued, &model::Order::state);
    case Sort::Unsent:
        return incident->hasUnsent;
    case Sort::Watched:
        return incident->watchUntil.has_value();
    case Sort::Near:
        return incident->place.point
               && model::distanceTo(term.ground, *incident->place.point) <= term.value;
    case Sort::Fact:
        return isAnswered(term, *incident);
    case Sort::Words:
        return m_words->areOf(term.units, incident) || m_words->have(term.words, incident);
    }
    return false;
}

} // namespace sz::widgets
