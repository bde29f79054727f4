// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/DeskSearch.h"

#include "data/log/EntryPeek.h"

#include <algorithm>

namespace sz::desk {
namespace {

constexpr int kMostFailures =
    3; ///< in one run of the program: then the disk is not to be tormented
constexpr std::uint64_t kUnmarked =
    50'000; ///< places without a text that are passed before the mark is written

// Other words with the same initials come before those that were spelt: this many, in a few steps, before it is given up.
constexpr std::size_t kSpeltPage = 500;
constexpr std::size_t kMostSpelt = 5'000;

/// What a place adds to the index.
struct Words
{
    std::string title;
    std::string narrative;
    std::string place;
};

std::optional<Words> wordsOf(const log::EntryHead& head)
{
    using model::ActType;
    const bool canHaveWords = head.type == static_cast<std::uint32_t>(ActType::ReportIncident)
                              || head.type == static_cast<std::uint32_t>(ActType::AmendIncident);
    if (!canHaveWords || head.kind != log::SubjectKind::Incident) {
        return std::nullopt;
    }
    const auto act = model::decodeAct(head.type, head.typeVersion, head.body);
    if (!act) {
        return std::nullopt;
    }
    if (const auto* report = std::get_if<model::ReportIncident>(&*act)) {
        return Words{report->title, report->narrative, report->place.text};
    }
    if (const auto* amend = std::get_if<model::AmendIncident>(&*act);
        amend != nullptr && (amend->title || amend->place)) {
        return Words{amend->title.value_or(""), {}, amend->place ? amend->place->text : ""};
    }
    return std::nullopt;
}

} // namespace

store::Initials initialsOf(const plan::Plan& plan)
{
    store::Initials out;
    const auto learn = [&](const auto& list) {
        for (const auto& one : list) {
            out.learn(one.name.zh, one.name.initials);
            out.learn(one.name.shortZh, one.name.initials);
        }
    };
    learn(plan.districts);
    learn(plan.streets);
    learn(plan.communities);
    learn(plan.units);
    return out;
}

DeskSearch::DeskSearch(
    const store::DeskLog& log,
    const plan::Plan& plan,
    std::filesystem::path file,
    vault::DataKey key,
    Warn warn)
    : m_log(log), m_file(std::move(file)), m_key(std::move(key)), m_warn(std::move(warn)),
      m_plan(plan)
{
}

bool DeskSearch::open()
{
    if (m_index) {
        return true;
    }
    if (m_failures >= kMostFailures) {
        return false;
    }
    auto index = store::SearchIndex::open(m_file, initialsOf(m_plan), m_key.get());
    if (index && index->applied() > m_log.feedHead().seq) { // the log was pulled anew
        index = fail(Code::StoreOpen, "the index is ahead of the log");
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
    }
    if (!index) {
        lose(index.error());
        return false;
    }
    m_index.emplace(std::move(*index));
    m_seen = m_index->applied();
    return true;
}

// What is lost here is made anew from the log; only a person who searches meanwhile is told.
void DeskSearch::lose(const Error& why)
{
    ++m_failures;
    m_index.reset();
    m_warn("search.db: " + why.detail);
    if (why.code == Code::StoreCorrupt || why.code == Code::StoreWrite) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(m_file.string() + suffix, ignored);
        }
    }
}

bool DeskSearch::advance(std::size_t places)
{
    const std::uint64_t head = m_log.feedHead().seq;
    if (m_index && m_seen > head) { // the feed was forgotten
        lose({Code::StoreCorrupt, "the log has been pulled anew", {}});
    }
    if (!open() || m_seen == head) {
        return false;
    }
    std::vector<store::SearchIndex::Text> texts;
    const std::uint64_t until = std::min<std::uint64_t>(head, m_seen + places);
    std::uint64_t last = m_seen;
    const auto read = m_log.eachFeed(m_seen, [&](log::FeedItem&& item) {
        last = item.seq;
        const auto entry = log::peekEntry(item.raw);
        if (auto words = entry ? wordsOf(*entry) : std::nullopt) {
            texts.push_back(
                {item.seq, words->title + "\n" + words->place + "\n" + words->narrative,
                 words->title + "\n" + words->place});
        }
        return last < until;
    });
    if (!read || last < until) {
        return false; // the log speaks for itself
    }
    if (!texts.empty() || last - m_index->applied() >= kUnmarked) {
        if (auto ok = m_index->add(texts, last); !ok) {
            lose(ok.error());
            return false;
        }
    }
    m_seen = last;
    return m_seen < head;
}

SearchResult DeskSearch::emptyBecause(SearchResult::Empty why) const
{
    SearchResult out;
    out.empty = why;
    out.texts = m_index ? m_index->texts() : 0;
    out.behind = m_log.feedHead().seq - std::min(m_seen, m_log.feedHead().seq);
    return out;
}

SearchResult DeskSearch::find(std::string_view typed, std::size_t limit)
{
    if (store::expressionFor(typed).empty()) {
        return emptyBecause(SearchResult::Empty::NothingTyped);
    }
    if (m_log.feedHead().seq == 0) {
        return emptyBecause(SearchResult::Empty::NoIncidents);
    }
    if (!open()) {
        return emptyBecause(SearchResult::Empty::Unavailable);
    }
    SearchResult out = emptyBecause(SearchResult::Empty::No);
    const bool isSpelt = store::maySpell(typed);
    if (isSpelt && !m_initials) {
        m_initials = initialsOf(m_plan);
    }
    const std::size_t page = isSpelt ? kSpeltPage : limit;
    std::uint64_t below = 0;
    std::size_t seen = 0;
    while (out.found.size() < limit) { // an amended incident is found at more than one place
        const auto seqs = m_index->find(typed, page, below);
        if (!seqs) {
            lose(seqs.error());
        }
        if (!seqs || !resolve(*seqs, limit, isSpelt ? std::optional(typed) : std::nullopt, out)) {
            return emptyBecause(SearchResult::Empty::Unavailable);
        }
        seen += seqs->size();
        if (seqs->size() < page || (isSpelt && seen >= kMostSpelt)) {
            break;
        }
        below = seqs->back();
    }
    if (out.found.empty()) {
        out.empty = out.behind > 0  ? SearchResult::Empty::NotReady
                    : out.texts > 0 ? SearchResult::Empty::NoMatch
                                    : SearchResult::Empty::NoIncidents;
    }
    return out;
}

Result<void> DeskSearch::resolve(
    const std::vector<std::uint64_t>& seqs,
    std::size_t limit,
    std::optional<std::string_view> spelt,
    SearchResult& out) const
{
    const auto isMeant = [&](const Words& words) {
        const std::string named = words.title + "\n" + words.place;
        return !spelt
               || store::hasWords(*spelt, named + "\n" + words.narrative, m_initials->of(named));
    };
    return m_log.feedAt(seqs).transform([&](const std::vector<log::FeedItem>& items) {
        for (const log::FeedItem& item : items) {
            const auto entry = log::peekEntry(item.raw);
            auto words = entry ? wordsOf(*entry) : std::nullopt;
            if (!words || out.found.size() == limit || !isMeant(*words)) {
                continue;
            }
            IncidentId id{std::string(entry->subject)};
            if (!std::ranges::contains(out.found, id, &Found::incident)) {
                out.found.push_back(
                    {std::move(id), std::move(words->title), std::move(words->place),
                     entry->time.wall});
            }
        }
    });
}

void DeskSearch::restart()
{
    m_index.reset();
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(m_file.string() + suffix, ignored);
    }
    m_seen = 0;
}

void DeskSearch::tidy()
{
    if (m_index) {
        if (auto ok = m_index->tidy(); !ok) {
            lose(ok.error());
        }
    }
}

} // namespace sz::desk
