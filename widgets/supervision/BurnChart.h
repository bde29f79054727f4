// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is still open, day by day, beside the line that would just do.

#include "data/model/CampaignItems.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

namespace sz::widgets {

/// Real line, ideal line (dashed, from all items on the first day to none at the end), today. Says the same in words as its
/// accessible description. Thread: gui.
class BurnChart final : public QWidget
{
    Q_OBJECT
public:
    explicit BurnChart(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Null shows nothing.
    void setCampaign(
        const std::shared_ptr<const model::Campaign>& campaign,
        Instant now,
        int utcOffsetMinutes);
    [[nodiscard]] const std::vector<model::BurnDay>& days() const { return m_days; }
    /// What should be open at the end of today; none without an end.
    [[nodiscard]] std::optional<std::int64_t> idealToday() const;
    [[nodiscard]] QSize sizeHint() const override { return {320, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Scale;
    void describe();
    void paintGround(QPainter& painter, const Scale& scale) const;
    void paintLines(QPainter& painter, const Scale& scale) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QString dayText(std::int64_t day) const;

    const ThemeSource& m_theme;
    std::vector<model::BurnDay> m_days;
    std::int64_t m_length = 0; ///< days of the whole campaign; at least those that are over
    bool m_hasEnd = false;
};

} // namespace sz::widgets
