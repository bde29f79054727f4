// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The first line of the outbox card: what it is, how many, in which order they go.

#include "data/model/Lamp.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

class QToolButton;

namespace sz::widgets {

class OutboxHead final : public QWidget
{
    Q_OBJECT
public:
    OutboxHead(const ThemeSource& theme, QWidget* parent);

    void setLamp(model::Lamp lamp);
    /// Both counts; the note at the right is there while something waits.
    void setCounts(int unsent, int rejected);
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tintCross();

    const ThemeSource& m_theme;
    QToolButton* m_close;
    model::Lamp m_lamp = model::Lamp::None;
    int m_unsent = 0;
    int m_rejected = 0;
};

} // namespace sz::widgets
