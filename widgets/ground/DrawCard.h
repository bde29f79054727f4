// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Beside the map while something is drawn: what it is, its words, what it belongs to; and all that is drawn, to take it off again.

#include "data/model/Drawings.h"
#include "data/plan/Plan.h"
#include "widgets/common/ThemeSource.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace sz::widgets {

class PlainLabel;

/// A card over the map; Esc puts it away. The lists keep their place under the cursor. Thread: gui.
class DrawCard final : public QFrame
{
    Q_OBJECT
public:
    DrawCard(const ThemeSource& theme, QWidget* parent = nullptr);

    /// For a new drawing: no words, the kind as it was.
    void clear();
    /// As it was drawn before.
    void setDrawing(model::DrawingKind kind, const QString& words);
    [[nodiscard]] model::DrawingKind kind() const;
    [[nodiscard]] QString words() const;
    /// "041 outage" when an incident is open; empty: the operation.
    void setIncident(const QString& text);
    [[nodiscard]] bool isForIncident() const;
    /// What is still missing, or how long it is.
    void setHint(const QString& text);
    [[nodiscard]] QString hint() const;
    void setDrawings(const model::DrawingState& state, const plan::Plan& plan);
    /// Without telling it.
    void setNarrowed(bool isOn);
    void takeFocus();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void kindChanged();
    void drawRequested(); ///< Enter on a kind: to the map with the keys
    void saveRequested();
    void eraseRequested(const std::string& drawing);
    void shown(const std::string& drawing); ///< Enter on one of the list
    /// Only what lies within so many metres of it on the board; empty: the whole board again.
    void narrowRequested(const std::string& drawing, int metres);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void fillKinds();
    void narrow();
    [[nodiscard]] std::string currentDrawing() const;

    const ThemeSource& m_theme;
    QListWidget* m_kinds;
    QLineEdit* m_words;
    QCheckBox* m_bound;
    PlainLabel* m_hint;
    QPushButton* m_save;
    QListWidget* m_list;
    QPushButton* m_erase;
    QSpinBox* m_reach;
    QPushButton* m_near;
    PlainLabel* m_empty;
};

} // namespace sz::widgets
