// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MatterWords.h"

#include "data/model/Matters.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

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

} // namespace

bool isOfOperation(const desk::OutboxLine& line)
{
    return model::isMatter(line.incident.value);
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

QString operationActText(const desk::OutboxLine& line)
{
    const QString words = visibleLine(QString::fromStdString(line.detail));
    if (const auto turn = modeActOf(line)) {
        return std::holds_alternative<model::StartMode>(*turn)
                   ? Say::tr("start games time: %1", "own act, why").arg(words)
                   : Say::tr("end games time: %1", "own act, why").arg(words);
    }
    return line.incident.value == model::groundSubject().id
               ? Say::tr("drawing on the map", "own act")
               : Say::tr("entry about shifts", "own act");
}

} // namespace sz::widgets
