// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MatterWords.h"

#include "data/model/Matters.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

#include <array>

namespace sz::widgets {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(MatterWords)
};

std::uint32_t wireNumber(const desk::OutboxLine& line)
{
    const auto* act = line.act == nullptr ? nullptr : std::get_if<model::UnknownAct>(&*line.act);
    return act == nullptr ? 0 : act->type;
}

template <class Matter>
bool decodeAs(const log::Entry& entry, std::optional<MatterAct>& out)
{
    if (entry.subject != Matter::subject()) {
        return false;
    }
    if (auto act = Matter::decode(entry); act && *act) {
        out = MatterAct(std::move(**act));
    }
    return true;
}

QString shiftText(const model::ShiftAct& act)
{
    static constexpr std::array<const char*, std::variant_size_v<model::ShiftAct>> kNames{
        QT_TRANSLATE_NOOP("MatterWords", "roster"),
        QT_TRANSLATE_NOOP("MatterWords", "change of a duty asked for"),
        QT_TRANSLATE_NOOP("MatterWords", "change of a duty decided"),
        QT_TRANSLATE_NOOP("MatterWords", "leader put in charge of an area"),
        QT_TRANSLATE_NOOP("MatterWords", "presence"),
        QT_TRANSLATE_NOOP("MatterWords", "promise"),
        QT_TRANSLATE_NOOP("MatterWords", "promise settled"),
        QT_TRANSLATE_NOOP("MatterWords", "people lent"),
        QT_TRANSLATE_NOOP("MatterWords", "people sent back"),
        QT_TRANSLATE_NOOP("MatterWords", "round begun"),
        QT_TRANSLATE_NOOP("MatterWords", "posts added to a round"),
        QT_TRANSLATE_NOOP("MatterWords", "answer to a round"),
        QT_TRANSLATE_NOOP("MatterWords", "handover sheet"),
        QT_TRANSLATE_NOOP("MatterWords", "rows of the handover sheet"),
        QT_TRANSLATE_NOOP("MatterWords", "rows of the handover sheet read"),
        QT_TRANSLATE_NOOP("MatterWords", "line for the next shift"),
        QT_TRANSLATE_NOOP("MatterWords", "handover signature"),
        QT_TRANSLATE_NOOP("MatterWords", "handover sheet sent back"),
        QT_TRANSLATE_NOOP("MatterWords", "round confirmed"),
        QT_TRANSLATE_NOOP("MatterWords", "people lent to many places"),
        QT_TRANSLATE_NOOP("MatterWords", "no answer at a roll call"),
        QT_TRANSLATE_NOOP("MatterWords", "reported at a roll call"),
        QT_TRANSLATE_NOOP("MatterWords", "minutes of a roll call")};
    return Say::tr(kNames.at(act.index()));
}

struct Words
{
    template <class Act>
    std::string* operator()(Act& act) const
    {
        if constexpr (requires { act.reason; }) {
            return &act.reason;
        } else if constexpr (requires { act.words; }) {
            return &act.words;
        } else if constexpr (requires { act.text; }) {
            return &act.text;
        } else if constexpr (std::is_same_v<Act, model::StartRound>) {
            return &act.name;
        } else {
            return nullptr;
        }
    }
};

} // namespace

bool isOfOperation(const desk::OutboxLine& line)
{
    return model::isMatter(line.incident.value);
}

std::optional<MatterAct> matterActOf(const desk::OutboxLine& line)
{
    std::optional<MatterAct> out;
    if (const auto turn = modeActOf(line)) {
        out = MatterAct(*turn);
    } else if (line.entry != nullptr) {
        std::ignore = decodeAs<model::ShiftMatter>(*line.entry, out)
                      || decodeAs<model::DrawingMatter>(*line.entry, out)
                      || decodeAs<model::PlanMatter>(*line.entry, out);
    }
    return out;
}

std::optional<model::ModeAct> modeActOf(const desk::OutboxLine& line)
{
    const model::ModeAct start = model::StartMode{plan::Mode::Games, line.detail};
    const model::ModeAct end = model::EndMode{line.detail};
    if (line.incident.value != model::modeSubject().id) {
        return std::nullopt;
    }
    if (wireNumber(line) == model::modeActType(start)) {
        return start;
    }
    return wireNumber(line) == model::modeActType(end) ? std::optional(end) : std::nullopt;
}

std::string* wordsIn(MatterAct& act)
{
    return std::visit([](auto& matter) { return std::visit(Words{}, matter); }, act);
}

QString operationActText(const desk::OutboxLine& line)
{
    if (const auto turn = modeActOf(line)) {
        const QString words = visibleLine(QString::fromStdString(line.detail));
        return std::holds_alternative<model::StartMode>(*turn)
                   ? Say::tr("start games time: %1", "own act, why").arg(words)
                   : Say::tr("end games time: %1", "own act, why").arg(words);
    }
    auto act = matterActOf(line);
    QString what =
        line.incident.value == model::groundSubject().id ? Say::tr("drawing on the map", "own act")
        : line.incident.value == model::planSubject().id ? Say::tr("change of the plan", "own act")
                                                         : Say::tr("entry about shifts", "own act");
    if (act && std::holds_alternative<model::ShiftAct>(*act)) {
        what = shiftText(std::get<model::ShiftAct>(*act));
    }
    const std::string* words = act ? wordsIn(*act) : nullptr;
    return words == nullptr || words->empty()
               ? what
               : Say::tr("%1: %2", "own act, its words")
                     .arg(what, visibleLine(QString::fromStdString(*words)));
}

} // namespace sz::widgets
