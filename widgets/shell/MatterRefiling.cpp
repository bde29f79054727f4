// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MatterRefiling.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/shell/RefileSheet.h"
#include "widgets/shell/RightPane.h"

#include <utility>

namespace sz::widgets {

MatterRefiling::MatterRefiling(
    desk::Desk& desk,
    const ThemeSource& theme,
    RightPane& right,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_right(right),
      m_make([&] { return new RefileSheet(theme, &right); })
{
}

bool MatterRefiling::reopen(const desk::OutboxLine& line)
{
    auto act = matterActOf(line);
    if (!act || std::holds_alternative<model::ModeAct>(*act)) {
        return false;
    }
    const auto* drawing = std::get_if<model::DrawingAct>(&*act);
    if (const auto* draw = drawing == nullptr ? nullptr : std::get_if<model::Draw>(drawing);
        draw != nullptr && m_redraw) {
        m_redraw(*draw);
        return true;
    }
    const std::string* words = wordsIn(*act);
    if (words == nullptr || words->empty()) {
        file(*act, line.counter); // nothing in it to correct: the same once more
        return false;
    }
    openSheet(line, std::move(*act));
    return true;
}

void MatterRefiling::openSheet(const desk::OutboxLine& line, MatterAct act)
{
    if (m_sheet == nullptr) {
        m_sheet = m_make();
        m_sheet->setMinimumWidth(0);
        m_right.addSheet(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &MatterRefiling::closed);
        connect(m_sheet, &RefileSheet::refileWanted, this, [this](const QString& words) {
            if (m_act) {
                MatterAct again = *m_act;
                *wordsIn(again) = words.toStdString();
                file(again, std::nullopt);
            }
        });
    }
    const QString words = QString::fromStdString(*wordsIn(act));
    m_act = std::move(act);
    m_right.showSheet(m_sheet);
    m_sheet->open(operationActText(line), errorText(line.code), words);
}

QFuture<Result<desk::Receipt>> MatterRefiling::perform(const MatterAct& act)
{
    if (const auto* shift = std::get_if<model::ShiftAct>(&act)) {
        return m_desk.performShift(*shift);
    }
    if (const auto* drawing = std::get_if<model::DrawingAct>(&act)) {
        return m_desk.performDrawing(*drawing);
    }
    return m_desk.performPlan(std::get<model::PlanAct>(act));
}

void MatterRefiling::file(const MatterAct& act, std::optional<std::uint64_t> counter)
{
    if (std::exchange(m_isBusy, true)) {
        return;
    }
    desk::onResult<desk::Receipt>(
        this, perform(act), [this, counter](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (receipt) {
                if (counter) {
                    Q_EMIT refiled(*counter, tr("Saved: filed again"));
                } else {
                    m_act.reset();
                    Q_EMIT performed(*m_sheet, tr("Saved: filed again"));
                }
                return;
            }
            const QString why = errorText(receipt.error());
            if (counter) {
                Q_EMIT said(tr("Cannot be filed again: %1").arg(why));
            } else {
                m_sheet->refuse(why);
            }
        });
}

} // namespace sz::widgets
