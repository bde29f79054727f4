// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whom the base map is owed to, in the corner of the map for as long as it is seen.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

namespace sz::widgets {

/// Hidden without text. Elided, whole in the tool tip. Thread: gui.
class BaseCredit final : public QWidget
{
    Q_OBJECT
public:
    BaseCredit(const ThemeSource& theme, QWidget* parent);

    /// Plain text.
    void setText(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    QString m_text;
};

} // namespace sz::widgets
