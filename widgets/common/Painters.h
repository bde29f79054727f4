// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts that board, tables and detail share, drawn by free functions so that they cannot drift apart (design §6).
// Rectangles are logical pixels; nothing is drawn outside them; every function leaves the painter as it found it.
// Strings are drawn as plain text: what came from outside goes through visibleLine() first. Thread: gui.

#include "data/base/Clock.h"
#include "data/model/Lamp.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/UnitState.h"

#include <QFont>
#include <QKeySequence>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace sz::widgets {

inline constexpr int kChipHeight = 20; ///< badge, unit chip, countdown
inline constexpr int kKeycapHeight = 18;
inline constexpr int kChipGap = 4; ///< between chips in a row

// ---- text ----

/// Text in one line, elided at its end, vertically centred. Draws nothing in an empty box.
void paintText(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    const QFont& font,
    const QColor& colour,
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
[[nodiscard]] QString elided(const QString& text, const QFont& font, double width);
/// Whole pixels, rounded up.
[[nodiscard]] int textWidth(const QString& text, const QFont& font);

// ---- focus ----

/// The 2-px ring just inside the box.
void paintFocusRing(QPainter& painter, const QRectF& box, const QColor& colour);

// ---- keycaps ----

enum class KeycapGround : std::uint8_t {
    Quiet,   ///< on panes, tiles and buttons
    Primary, ///< on the inverted primary button
    Faint,   ///< its action is not possible now
};
/// "Ctrl+Enter": what is printed on the caps, one text a chord.
[[nodiscard]] QStringList keycapTexts(const QKeySequence& keys);
[[nodiscard]] int keycapWidth(const QString& text);
/// All caps of a sequence with their gaps.
[[nodiscard]] int keycapsWidth(const QKeySequence& keys);
/// One cap, left-aligned and vertically centred in the box; returns its width.
int paintKeycap(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    Theme theme,
    KeycapGround ground = KeycapGround::Quiet);
/// All caps of a sequence, as above.
int paintKeycaps(
    QPainter& painter,
    const QRectF& box,
    const QKeySequence& keys,
    Theme theme,
    KeycapGround ground = KeycapGround::Quiet);

// ---- badge and unit chip ----

enum class BadgeTone : std::uint8_t {
    Quiet,  ///< state words: grey outline
    Behind, ///< 未发 while the link is down: yellow outline and words
    Late,   ///< red outline and words
};
[[nodiscard]] int badgeWidth(const QString& text);
/// Outlined words, left-aligned and vertically centred in the box; returns the width used.
int paintBadge(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    Theme theme,
    BadgeTone tone = BadgeTone::Quiet);

struct UnitChip
{
    QString name; ///< short unit name
    UnitState state = UnitState::NotSigned;
    bool isLate = false; ///< red border
    bool isLead = false; ///< bold
};
[[nodiscard]] int unitChipWidth(const UnitChip& chip);
/// One chip, left-aligned and vertically centred in the box; returns the width used.
int paintUnitChip(QPainter& painter, const QRectF& box, const UnitChip& chip, Theme theme);
/// As many chips as fit in one line, at most `most`, then "+n" for the rest.
void paintUnitChips(
    QPainter& painter,
    const QRectF& box,
    const std::vector<UnitChip>& chips,
    int most,
    Theme theme);

// ---- countdown ----

/// One limit on the screen. The lamp decides the weight, the sign of `left` nothing: the plan's thresholds do.
struct Countdown
{
    QString step;  ///< "sign-for"; may be empty
    Millis left{}; ///< until the limit; negative when broken
    model::Lamp lamp = model::Lamp::None;
};
/// Width that holds this countdown in every weight: it does not change while digits run or the lamp changes.
[[nodiscard]] int countdownWidth(const Countdown& countdown);
/// Right-aligned in the slot: plain grey (none), outlined (near), outlined bold (behind), filled (late).
void paintCountdown(QPainter& painter, const QRectF& slot, const Countdown& countdown, Theme theme);

// ---- report chain ----

enum class ReportPhase : std::uint8_t {
    Past,
    Current,
    Due,
    Future,
};
struct ReportStep
{
    QString name; ///< "Upd 2"
    QString time; ///< "13:40"; "—" when unknown
    QString note; ///< "in time", "16:53 left"
    ReportPhase phase = ReportPhase::Future;
    model::Lamp lamp = model::Lamp::None; ///< of a due step
};
inline constexpr int kReportChainHeight = 72;
/// Dots on a line with three lines of words under each; at most about 90 px a step, never wider than the box.
void paintReportChain(
    QPainter& painter,
    const QRectF& box,
    const std::vector<ReportStep>& steps,
    Theme theme);

// ---- balance ----

struct BalancePart
{
    QString name;
    qint64 count = 0;
};
struct Balance
{
    QString what;
    qint64 total = 0;
    std::vector<BalancePart> parts;

    /// total − sum of parts; 0 = balanced.
    [[nodiscard]] qint64 difference() const;
};
inline constexpr int kBalanceHeight = 36;
/// "pupils 1,354 = moved 1,235 + refunded 119 [balanced]"; red with the difference named when it does not add up.
void paintBalance(QPainter& painter, const QRectF& box, const Balance& balance, Theme theme);

} // namespace sz::widgets
