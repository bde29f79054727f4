// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/symbols/Tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sz::symbols {

namespace {

struct Row
{
    const char* name;
    QRgb dark;
    QRgb light;
};

// In the order of Token.
constexpr std::array<Row, kTokenCount> kRows{{
    {"bg0", 0xFF121518, 0xFFD3D8DD},     {"field", 0xFF0F1214, 0xFFFFFFFF},
    {"bg1", 0xFF1A1E22, 0xFFEDEFF1},     {"bg2", 0xFF22272C, 0xFFFCFCFD},
    {"bg3", 0xFF2C3238, 0xFFE1E5E9},     {"sel", 0xFF38414A, 0xFFCFD8E1},
    {"line1", 0xFF2F353C, 0xFFC9CFD5},   {"line2", 0xFF4B545D, 0xFF98A2AC},
    {"ctl", 0xFF757F8A, 0xFF717B85},     {"tx1", 0xFFE6E9EC, 0xFF14181C},
    {"tx2", 0xFFB6BDC5, 0xFF3A424A},     {"tx3", 0xFFA4ACB5, 0xFF525B64},
    {"inv", 0xFFE6E9EC, 0xFF22272C},     {"invtx", 0xFF14171A, 0xFFF4F6F7},
    {"red", 0xFFD13438, 0xFFC4262B},     {"redtx", 0xFFFF938B, 0xFFAE1A1F},
    {"redbg", 0xFF3A2124, 0xFFF8E3E2},   {"yel", 0xFFE3B341, 0xFFEDB21E},
    {"yelline", 0xFFE3B341, 0xFFA87400}, {"yeltx", 0xFFE8BE58, 0xFF6E4E00},
    {"yelbg", 0xFF36301F, 0xFFFBF0D2},   {"blu", 0xFF3573B5, 0xFF2C68A8},
    {"blutx", 0xFF84B6EC, 0xFF1D558F},   {"blubg", 0xFF1F2D3C, 0xFFDFEAF5},
    {"onfill", 0xFFFFFFFF, 0xFFFFFFFF},  {"onyel", 0xFF1A1604, 0xFF1A1604},
    {"g1", 0xFFE8736B, 0xFFB3261E},      {"g2", 0xFFDE9450, 0xFFA65300},
    {"g3", 0xFFCDB35A, 0xFF786000},      {"g4", 0xFF86A5C4, 0xFF3A658F},
    {"drill", 0xFFB39DEB, 0xFF5F45A8},   {"drillbg", 0xFF2B2540, 0xFFE9E3F7},
    {"zhk", 0xFF2A2A33, 0xFFE6E3EC},     {"zhy", 0xFF242C28, 0xFFDFE9E2},
    {"zwc", 0xFF2E2B27, 0xFFEFE9DD},     {"land", 0xFF181B1F, 0xFFDFE2E5},
    {"water", 0xFF22394B, 0xFFB7CFE0},   {"watertx", 0xFF86A7C0, 0xFF2F5775},
    {"barea", 0xFF454B52, 0xFFB3BAC1},   {"bdist", 0xFF707881, 0xFF77808A},
    {"bzone", 0xFFA3ACB5, 0xFF4A525A},   {"maptx", 0xFFB4BBC3, 0xFF333B43},
    {"maptx2", 0xFF9AA3AB, 0xFF4C555E},  {"disc", 0xFF14171A, 0xFFFFFFFF},
}};

constexpr double kText = 4.5;
constexpr double kMark = 3.0;

constexpr auto kPairs = std::to_array<ContrastPair>({
    // words on panes, tiles, buttons, inputs and selected rows
    {Token::Tx1, Token::Bg0, kText},
    {Token::Tx1, Token::Field, kText},
    {Token::Tx1, Token::Bg1, kText},
    {Token::Tx1, Token::Bg2, kText},
    {Token::Tx1, Token::Bg3, kText},
    {Token::Tx1, Token::Sel, kText},
    {Token::Tx1, Token::RedBg, kText},
    {Token::Tx1, Token::YelBg, kText},
    {Token::Tx1, Token::BluBg, kText},
    {Token::Tx1, Token::DrillBg, kText},
    {Token::Tx2, Token::Field, kText},
    {Token::Tx2, Token::Bg1, kText},
    {Token::Tx2, Token::Bg2, kText},
    {Token::Tx2, Token::Bg3, kText},
    {Token::Tx2, Token::Sel, kText},
    {Token::Tx2, Token::RedBg, kText},
    {Token::Tx2, Token::YelBg, kText},
    {Token::Tx3, Token::Field, kText},
    {Token::Tx3, Token::Bg1, kText},
    {Token::Tx3, Token::Bg2, kText},
    {Token::Tx3, Token::Bg3, kText},
    {Token::Tx3, Token::Sel, kText},
    {Token::InvTx, Token::Inv, kText},
    // words of a lamp
    {Token::RedTx, Token::Bg1, kText},
    {Token::RedTx, Token::Bg2, kText},
    {Token::RedTx, Token::Sel, kText},
    {Token::RedTx, Token::RedBg, kText},
    {Token::YelTx, Token::Bg1, kText},
    {Token::YelTx, Token::Bg2, kText},
    {Token::YelTx, Token::Sel, kText},
    {Token::YelTx, Token::YelBg, kText},
    {Token::BluTx, Token::Bg1, kText},
    {Token::BluTx, Token::Bg2, kText},
    {Token::BluTx, Token::Sel, kText},
    {Token::BluTx, Token::BluBg, kText},
    {Token::OnFill, Token::Red, kText},
    {Token::OnFill, Token::Blu, kText},
    {Token::OnYel, Token::Yel, kText},
    // drill
    {Token::Drill, Token::DrillBg, kText},
    {Token::Drill, Token::Bg1, kText},
    // map
    {Token::MapTx, Token::Zhk, kText},
    {Token::MapTx, Token::Zhy, kText},
    {Token::MapTx, Token::Zwc, kText},
    {Token::MapTx, Token::Land, kText},
    {Token::MapTx2, Token::Zhk, kText},
    {Token::MapTx2, Token::Zhy, kText},
    {Token::MapTx2, Token::Zwc, kText},
    {Token::MapTx2, Token::Land, kText},
    {Token::WaterTx, Token::Water, kText},
    {Token::Tx1, Token::Disc, kText},
    {Token::Tx2, Token::Disc, kText},
    {Token::YelTx, Token::Disc, kText},
    {Token::BluTx, Token::Disc, kText},
    // marks, rings and control edges
    {Token::Ctl, Token::Field, kMark},
    {Token::Ctl, Token::Bg1, kMark},
    {Token::Ctl, Token::Bg2, kMark},
    {Token::Ctl, Token::Bg3, kMark},
    {Token::Inv, Token::Bg0, kMark},
    {Token::Inv, Token::Bg1, kMark},
    {Token::Inv, Token::Bg2, kMark},
    {Token::Inv, Token::Bg3, kMark},
    {Token::Inv, Token::Sel, kMark},
    {Token::Inv, Token::Field, kMark},
    {Token::Red, Token::Bg1, kMark},
    {Token::Red, Token::Bg2, kMark},
    {Token::Red, Token::Disc, kMark},
    {Token::YelLine, Token::Bg1, kMark},
    {Token::YelLine, Token::Bg2, kMark},
    {Token::YelLine, Token::Disc, kMark},
    {Token::Blu, Token::Bg1, kMark},
    {Token::Blu, Token::Bg2, kMark},
    {Token::Blu, Token::Disc, kMark},
    {Token::G1, Token::Bg2, kMark},
    {Token::G2, Token::Bg2, kMark},
    {Token::G3, Token::Bg2, kMark},
    {Token::G4, Token::Bg2, kMark},
    {Token::G1, Token::Sel, kMark},
    {Token::G2, Token::Sel, kMark},
    {Token::G3, Token::Sel, kMark},
    {Token::G4, Token::Sel, kMark},
    {Token::G1, Token::Disc, kMark},
    {Token::G2, Token::Disc, kMark},
    {Token::G3, Token::Disc, kMark},
    {Token::G4, Token::Disc, kMark},
    {Token::BZone, Token::Zhk, kMark},
    {Token::BZone, Token::Zhy, kMark},
    {Token::BZone, Token::Zwc, kMark},
});

const Row& row(Token token)
{
    return kRows[static_cast<std::size_t>(token)];
}

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.red()) + 0.7152 * linear(c.green()) + 0.0722 * linear(c.blue());
}

} // namespace

QColor color(Theme theme, Token token)
{
    const Row& r = row(token);
    return QColor::fromRgb(theme == Theme::Dark ? r.dark : r.light);
}

const char* tokenName(Token token)
{
    return row(token).name;
}

std::span<const ContrastPair> contrastPairs()
{
    return kPairs;
}

double contrast(QColor a, QColor b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace sz::symbols
