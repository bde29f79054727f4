// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line of icon and words; with an incident behind it a click, Enter or Space leads there.

#include "data/base/Ids.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/RelationWords.h"

#include <QAbstractButton>

namespace sz::widgets {

class MarkLink final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit MarkLink(const ThemeSource& theme, QWidget* parent = nullptr);

    /// No words hide it; no incident: it is read only.
    void present(const RelationMark& mark, const IncidentId& incident = {});
    [[nodiscard]] const RelationMark& mark() const { return m_mark; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const sz::IncidentId& incident);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    RelationMark m_mark;
    IncidentId m_incident;
};

} // namespace sz::widgets
