// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/MoreChecks.h"

#include "data/model/Matters.h"

#include <algorithm>
#include <format>
#include <fstream>

namespace sz::sim {
namespace {

// A refusal that has nothing to do with what is lost: the rules', and those of people.
bool isRule(Code code)
{
    return code != Code::NotFound && code != Code::BadEncoding && code != Code::ContactAway
           && code != Code::Busy && code != Code::ContactExpired;
}

void checkShift(
    Ground& ground,
    const DeskNode& desk,
    const model::ShiftState& shown,
    const std::vector<store::NumberedEntry>& entries,
    const std::set<std::uint64_t>& maySee)
{
    model::ShiftState expected;
    for (const std::uint64_t number : maySee) {
        const auto entry = log::decodeEntry(entries[number - 1].raw);
        if (entry && model::isOfShift(entry->subject)) {
            model::foldShift(*ground.plan, expected, *entry);
        }
    }
    if (shown != expected) {
        ground.violations.push_back(std::format(
            "{} shows shifts otherwise: cells {}/{} changes {}/{} presence {}/{} promises {}/{} "
            "loans {}/{} "
            "rounds {}/{} sheets {}/{}",
            desk.desk().value, shown.cells.size(), expected.cells.size(), shown.changes.size(),
            expected.changes.size(), shown.presence.size(), expected.presence.size(),
            shown.promises.size(), expected.promises.size(), shown.loans.size(),
            expected.loans.size(), shown.rounds.size(), expected.rounds.size(), shown.sheets.size(),
            expected.sheets.size()));
    }
}

// Told to everybody, so it is the fold of all of them wherever it is shown.
template <class Matter>
void checkMatter(
    Ground& ground,
    const DeskNode& desk,
    const typename Matter::State& shown,
    const std::vector<store::NumberedEntry>& entries)
{
    typename Matter::State expected;
    for (const store::NumberedEntry& stored : entries) {
        const auto entry = log::decodeEntry(stored.raw);
        if (entry && entry->subject == Matter::subject()) {
            Matter::fold(*ground.plan, expected, *entry);
        }
    }
    if (shown != expected) {
        ground.violations.push_back(
            std::format("{} shows the matter {} otherwise", desk.desk().value, Matter::kName));
    }
}

std::vector<char> contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

void checkScreen(
    Ground& ground,
    DeskNode& desk,
    const std::vector<store::NumberedEntry>& entries,
    const std::set<std::uint64_t>& maySee)
{
    const Screen* screen = desk.console()->screen();
    if (screen == nullptr) {
        return;
    }
    checkShift(ground, desk, *screen->shift, entries, maySee);
    checkMatter<model::DrawingMatter>(ground, desk, *screen->drawings, entries);
    checkMatter<model::PlanMatter>(ground, desk, *screen->plan, entries);
    ground.told.approved = std::max(ground.told.approved, screen->plan->approvals);
    const auto outbox = desk.console()->log().outbox();
    for (const store::OwnEntry& own : outbox ? *outbox : std::vector<store::OwnEntry>{}) {
        const bool isShown = std::ranges::any_of(screen->outbox, [&](const desk::OutboxLine& line) {
            return line.counter == own.counter && line.state == desk::OutboxState::Rejected
                   && line.code == own.code;
        });
        if (own.state == store::SendState::Rejected && !isShown) {
            const auto entry = log::decodeEntry(own.raw);
            ground.violations.push_back(std::format(
                "{} was told no to act {} of type {} ({}) and does not show it", desk.desk().value,
                own.counter, entry ? entry->type : 0, codeName(own.code)));
        }
    }
}

void checkDisabled(Ground& ground, const std::vector<store::NumberedEntry>& entries)
{
    for (const store::NumberedEntry& stored : entries) {
        const auto entry = log::decodeEntry(stored.raw);
        const auto end =
            entry ? ground.told.disabled.find(entry->person) : ground.told.disabled.end();
        constexpr std::uint32_t kRefusal = 42; // what a desk refused is told whoever sits there
        if (end != ground.told.disabled.end() && stored.number > end->second
            && entry->type != kRefusal) {
            ground.violations.push_back(std::format(
                "entry {} of {} was accepted after the person was disabled", stored.number,
                entry->person.value));
        }
    }
    if (ground.told.misread > 0) {
        ground.violations.emplace_back("a contact was shown otherwise than it was typed");
    }
}

std::vector<std::string> missingFiles(
    Ground& ground,
    HqNode& headquarters,
    const std::vector<std::unique_ptr<DeskNode>>& desks)
{
    std::vector<std::string> out;
    std::set<IncidentId> incidents;
    std::ignore = headquarters.log()->forEach([&](const store::NumberedEntry& stored) {
        if (stored.subject.kind == log::SubjectKind::Incident) {
            incidents.insert(IncidentId(stored.subject.id));
        }
    });
    for (const IncidentId& id : incidents) {
        const auto incident = headquarters.engine()->incident(id);
        if (incident == nullptr) {
            continue;
        }
        const auto audience = model::audienceOf(*incident);
        for (const model::Attachment& file : incident->files) {
            const auto typed = ground.told.files.find(file.hash);
            if (typed == ground.told.files.end() || file.size != typed->second.size()) {
                ground.violations.push_back("a file nobody attached: " + toHex(file.hash));
                continue;
            }
            // The only desk that had the bytes may have been revoked before it sent them.
            const bool isRevoked = std::ranges::any_of(desks, [&](const auto& desk) {
                return desk->isRevoked() && desk->unit() == file.unit;
            });
            if (!headquarters.files()->examine(file.hash)) {
                if (isRevoked) {
                    continue;
                }
                out.push_back("headquarters does not hold file " + toHex(file.hash));
                continue;
            }
            for (const auto& desk : desks) {
                const bool isDue = desk->takesPart() && desk->console() != nullptr
                                   && desk->console()->screen() != nullptr
                                   && audience.contains(desk->unit())
                                   && incident->state != model::IncidentState::Closed;
                const auto held = isDue ? desk->console()->file(file.hash, file.size)
                                        : Result<Bytes>(typed->second);
                if (!held) {
                    out.push_back(std::format(
                        "{} does not hold file {}: {}", desk->desk().value, toHex(file.hash),
                        codeName(held.error().code)));
                } else if (*held != typed->second) {
                    ground.violations.push_back(std::format(
                        "{} holds other bytes of file {}", desk->desk().value, toHex(file.hash)));
                }
            }
        }
    }
    return out;
}

void ContactReading::askOne(DeskNode& desk)
{
    Console* console = desk.console();
    const Screen* screen = console == nullptr ? nullptr : console->screen();
    std::vector<std::pair<IncidentId, ContactId>> all;
    for (const auto& [id, incident] : screen == nullptr ? Board{} : screen->board) {
        for (const model::Contact& contact : incident->contacts) {
            all.emplace_back(id, contact.id);
        }
    }
    const std::size_t at = m_next[desk.desk()]++;
    if (at >= all.size()) {
        return;
    }
    auto answer = std::make_shared<Answer>(Answer{desk.desk(), all[at].second, std::nullopt});
    m_answers.push_back(answer);
    console->openContact(all[at].first, all[at].second, [answer](const Result<std::string>& text) {
        answer->text = text;
    });
}

void ContactReading::judge(bool areOver, bool isWhole)
{
    const auto violate = [&](const Answer& answer, const std::string& what) {
        m_ground.violations.push_back(
            std::format("{}, contact {}: {}", answer.desk.value, answer.contact.value, what));
    };
    for (const auto& answer : m_answers) {
        const auto typed = m_ground.told.contacts.find(answer->contact);
        if (!answer->text) {
            violate(*answer, "never answered");
        } else if (!*answer->text) {
            const Code code = answer->text->error().code;
            if (areOver ? code != Code::ContactExpired : isWhole && !isRule(code)) {
                violate(*answer, std::string("cannot be read: ") + codeName(code));
            }
        } else if (areOver) {
            violate(*answer, "is read after its time");
        } else if (
            typed == m_ground.told.contacts.end()
                ? !m_ground.told.typedContacts.contains(**answer->text)
                : **answer->text != typed->second) {
            violate(*answer, "reads otherwise than it was typed");
        } else {
            ++m_ground.told.contactsRead;
        }
    }
    m_answers.clear();
    m_next.clear();
}

void checkKeysGone(Ground& ground, const std::vector<std::filesystem::path>& folders)
{
    for (const auto& folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const auto content =
                entry.is_regular_file() ? contentOf(entry.path()) : std::vector<char>{};
            const std::string_view all(content.data(), content.size());
            for (const auto& [contact, key] : ground.told.keys) {
                const std::string_view wanted(
                    reinterpret_cast<const char*>(key.data()), key.size());
                if (all.find(wanted) != std::string_view::npos) {
                    ground.violations.push_back(std::format(
                        "the key of contact {} is still in {}/{}", contact.value,
                        folder.filename().string(), entry.path().filename().string()));
                }
            }
        }
    }
}

} // namespace sz::sim
