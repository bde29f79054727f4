// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one table of colours (design §2). Palette, style sheet, map and symbols read it; nobody
// writes a hex elsewhere.

#include <QColor>

#include <cstdint>
#include <span>

namespace sz::symbols {

enum class Theme : std::uint8_t {
    Dark,
    Light,
};

/// Names are those of the design table.
enum class Token : std::uint8_t {
    Bg0,
    Field,
    Bg1,
    Bg2,
    Bg3,
    Sel,
    Line1,
    Line2,
    Ctl,
    Tx1,
    Tx2,
    Tx3,
    Inv,
    InvTx,
    Red,
    RedTx,
    RedBg,
    Yel,
    YelLine,
    YelTx,
    YelBg,
    Blu,
    BluTx,
    BluBg,
    OnFill,
    OnYel,
    G1,
    G2,
    G3,
    G4,
    Drill,
    DrillBg,
    Zhk,
    Zhy,
    Zwc,
    Land,
    Water,
    WaterTx,
    BArea,
    BDist,
    BZone,
    MapTx,
    MapTx2,
    Disc,
};
inline constexpr std::size_t kTokenCount = static_cast<std::size_t>(Token::Disc) + 1;

[[nodiscard]] QColor color(Theme theme, Token token);
/// "bg0", "yelline": the word after @ in the style sheet template.
[[nodiscard]] const char* tokenName(Token token);

/// A pair that must keep a contrast: text 4.5, marks and controls 3.
struct ContrastPair
{
    Token front;
    Token back;
    double floor;
};
/// Every pair the screens use; a test walks it in both themes.
[[nodiscard]] std::span<const ContrastPair> contrastPairs();
/// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(QColor a, QColor b);

} // namespace sz::symbols
