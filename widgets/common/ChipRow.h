// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Labelled chips in a fixed order: how the command line was understood, filters of a list.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <vector>

namespace sz::widgets {

enum class ChipTone : std::uint8_t {
    Quiet,
    NotUnderstood, ///< yellow outline, the reason in the text
    Refused,       ///< red words: nothing will be sent
};

struct Chip
{
    QString label; ///< small, grey: "sign-for"; may be empty
    QString text;  ///< "≤ 10 min"
    ChipTone tone = ChipTone::Quiet;
    bool isStrong = true; ///< bold text
    bool operator==(const Chip&) const = default;
};

/// One line; chips that do not fit are counted at the end ("+2"). Not focusable; the accessible name says it all.
class ChipRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(const ThemeSource& theme, QWidget* parent = nullptr);

    void setChips(std::vector<Chip> chips);
    [[nodiscard]] const std::vector<Chip>& chips() const { return m_chips; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chipClicked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    const ThemeSource& m_theme;
    std::vector<Chip> m_chips;
};

} // namespace sz::widgets
