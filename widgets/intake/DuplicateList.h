// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Incidents that may be the one being reported: two rows at most, each brings its incident up on the board.

#include "widgets/common/ThemeSource.h"
#include "widgets/intake/Guesses.h"

#include <QWidget>

#include <array>

namespace sz::widgets {

class DuplicateRow;

class DuplicateList final : public QWidget
{
    Q_OBJECT
public:
    explicit DuplicateList(const ThemeSource& theme, QWidget* parent = nullptr);

    void setFound(const std::vector<NearDuplicate>& found);
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void activated(sz::IncidentId incident);

private:
    std::array<DuplicateRow*, 2> m_rows{};
    int m_count = 0;
};

} // namespace sz::widgets
