// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether this seat can be heard, in the top bar: on, muted until when, or no sound at all.

#include "data/base/Clock.h"
#include "widgets/common/ThemeSource.h"

#include <QAbstractButton>
#include <QKeySequence>

#include <optional>

namespace sz::widgets {

/// Mark and word; a click mutes or unmutes. Its width does not change with the words.
class SoundBlock final : public QAbstractButton
{
    Q_OBJECT
public:
    SoundBlock(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent = nullptr);

    /// `canPlay` false: this computer plays nothing. `mutedUntil`: none = heard. `isShift`: the mute ends with the shift.
    void setState(bool canPlay, std::optional<Instant> mutedUntil, bool isShift);
    /// What mutes, for the tooltip.
    void setKeys(const QKeySequence& keys);
    /// "sound on", "muted to 14:53", "no sound".
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    void paintMark(QPainter& painter, const QRectF& box) const;

    const ThemeSource& m_theme;
    int m_utcOffsetMinutes;
    bool m_canPlay = false;
    bool m_isShift = false;
    std::optional<Instant> m_mutedUntil;
    QKeySequence m_keys{Qt::CTRL | Qt::Key_M};
};

} // namespace sz::widgets
