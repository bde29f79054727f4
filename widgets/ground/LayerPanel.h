// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything that can lie over the map, one row each, with a way to add a file.

#include "widgets/ground/LayerRow.h"

#include <QFrame>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace sz::widgets {

class KeycapButton;

/// A card over the map; Esc puts it away. Rows keep their place. Thread: gui.
class LayerPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit LayerPanel(const ThemeSource& theme, QWidget* parent = nullptr);

    /// The panel's whole content; rows that stay keep their widgets and the focus.
    void setRows(const std::vector<LayerRowText>& rows, const LayerBook& book);
    /// Below the rows, and scrolled with them, with a button that stays in sight; both are taken over.
    void setFoot(QWidget* foot, QWidget* button);
    /// Scrolls to a part of it.
    void reveal(QWidget& part);
    [[nodiscard]] LayerRow* row(const QString& id) const;
    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }
    void takeFocus();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changed(const QString& id, const sz::widgets::LayerState& state);
    void removeRequested(const QString& id);
    void addRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const ThemeSource& m_theme;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    KeycapButton* m_add;
    QVBoxLayout* m_foot;
    QWidget* m_second = nullptr; ///< the button below
    std::vector<LayerRow*> m_rows;
};

} // namespace sz::widgets
