// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who has owned the matter and how long, in one line (首问负责); and whether everybody is on scene.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

namespace sz::widgets {

/// Hidden while one owner says nothing. Where the line is too narrow its beginning goes: who owns it now is what counts.
class HopLine final : public QWidget
{
    Q_OBJECT
public:
    HopLine(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// Null shows nothing.
    void setIncident(const model::IncidentPtr& incident, Instant now);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isAllOnScene() const { return m_isAllOnScene; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    QString m_text;
    bool m_isAllOnScene = false;
};

} // namespace sz::widgets
