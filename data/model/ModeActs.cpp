// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ModeActs.h"

#include "data/model/ReadBody.h"
#include "data/model/RuleBase.h"

namespace sz::model {
namespace {

enum Type : std::uint32_t {
    kStart = 26,
    kEnd = 27,
};

constexpr std::size_t kLongestReason = 2000; ///< bytes

struct Pack
{
    log::Fields operator()(const StartMode& a) const
    {
        return {{1, static_cast<int>(a.mode)}, {2, a.reason}};
    }
    log::Fields operator()(const EndMode& a) const { return {{1, a.reason}}; }
};

Result<ModeAct> readAct(std::uint32_t type, log::FieldReader& in)
{
    if (type == kEnd) {
        return ModeAct(EndMode{in.text(1)});
    }
    const std::int64_t mode = in.integer(1);
    if (mode < 1 || mode > static_cast<std::int64_t>(plan::kModes)) {
        in.reject(1);
    }
    return ModeAct(StartMode{static_cast<plan::Mode>(mode), in.text(2)});
}

class ModeRule : public RuleBase
{
public:
    ModeRule(const plan::Plan& plan, const ModeState& now, const Actor& actor)
        : RuleBase(plan, nullptr, actor), m_now(now)
    {
    }

    // A drill is an operation of its own: this one never turns into it.
    Result<void> operator()(const StartMode& a) const
    {
        return may(plan::Right::SetMode)
            .and_then([&] {
                return need(a.mode == plan::Mode::Games, Code::BadArgument, "no mode to start");
            })
            .and_then([&] {
                return need(
                    m_now.mode() == plan::Mode::Normal, Code::AlreadyDone, "it runs already");
            })
            .and_then([&] { return reasonOk(a.reason); });
    }

    Result<void> operator()(const EndMode& a) const
    {
        return may(plan::Right::SetMode)
            .and_then([&] {
                return need(
                    m_now.mode() != plan::Mode::Normal, Code::NothingAsked, "nothing to end");
            })
            .and_then([&] { return reasonOk(a.reason); });
    }

private:
    [[nodiscard]] Result<void> reasonOk(const std::string& reason) const
    {
        return words(reason, "reason").and_then([&] {
            return need(reason.size() <= kLongestReason, Code::BadArgument, "reason too long");
        });
    }

    const ModeState& m_now;
};

} // namespace

const log::Subject& modeSubject()
{
    static const log::Subject subject{log::SubjectKind::Operation, "mode"};
    return subject;
}

std::uint32_t modeActType(const ModeAct& act)
{
    return kStart + static_cast<std::uint32_t>(act.index());
}

Bytes encodeModeAct(const ModeAct& act)
{
    return log::encode(std::visit(Pack{}, act));
}

Result<std::optional<ModeAct>> decodeModeAct(const log::Entry& entry)
{
    const bool isKnown = isOfMode(entry.subject) && (entry.type == kStart || entry.type == kEnd)
                         && entry.typeVersion == 1;
    if (!isKnown) {
        return std::nullopt;
    }
    return readBody<ModeAct>(
        entry, "mode act", [&](log::FieldReader& in) { return readAct(entry.type, in); });
}

void foldMode(ModeState& state, const log::Entry& entry)
{
    const auto act = decodeModeAct(entry);
    if (!act || !*act) {
        return;
    }
    const auto* start = std::get_if<StartMode>(&**act);
    const plan::Mode next = start == nullptr ? plan::Mode::Normal : start->mode;
    if (next == state.mode()) {
        return;
    }
    state.turns.push_back(
        {next, entry.time.wall, entry.unit, entry.post,
         start == nullptr ? std::get<EndMode>(**act).reason : start->reason, entry.id.text()});
}

Result<void>
checkMode(const plan::Plan& plan, const ModeState& now, const Actor& actor, const ModeAct& act)
{
    return std::visit(ModeRule(plan, now, actor), act);
}

} // namespace sz::model
