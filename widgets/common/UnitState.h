// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a unit stands with its order: one grey icon and one word each, never a colour.

#include <QColor>
#include <QRectF>
#include <QString>

#include <array>
#include <cstdint>

class QPainter;

namespace sz::widgets {

enum class UnitState : std::uint8_t {
    NotSigned, ///< empty square
    Signed,    ///< tick
    Moving,    ///< arrow
    OnScene,   ///< filled dot
    Done,      ///< double tick
    Returned,  ///< return arrow
    Withdrawn, ///< struck square
    NoAnswer,  ///< cross
    ByPhone,   ///< handset: somebody answered for it
};
inline constexpr std::array kUnitStates{
    UnitState::NotSigned, UnitState::Signed,   UnitState::Moving,
    UnitState::OnScene,   UnitState::Done,     UnitState::Returned,
    UnitState::Withdrawn, UnitState::NoAnswer, UnitState::ByPhone};

/// "not signed", "signed", …
[[nodiscard]] QString unitStateWord(UnitState state);
/// File name of the same icon in resources/icons, without folder and ending.
[[nodiscard]] QString unitStateIconName(UnitState state);
/// Icon centred in the box, in one colour. Leaves the painter as it was.
void paintUnitState(QPainter& painter, const QRectF& box, UnitState state, const QColor& colour);

} // namespace sz::widgets
