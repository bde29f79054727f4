// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One layer of the panel: on or off, how strongly, how it looks, what it is.

#include "maps/overlay/Overlays.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/ground/LayerBook.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QSlider;
class QToolButton;

namespace sz::widgets {

class ElidedLabel;

/// What a row says beside its state.
struct LayerRowText
{
    QString id;
    QString name;
    QString note{};
    bool isBad = false;  ///< the note is a complaint
    bool isFile = false; ///< can be taken away
    std::optional<maps::OverlayStyle> legend{};
    bool hasMark = false;          ///< the legend shows its point mark
    std::optional<OwnLayer> own{}; ///< one of ours: without `legend` it has a sign of its own
};

class LayerRow final : public QWidget
{
    Q_OBJECT
public:
    LayerRow(const ThemeSource& theme, LayerRowText text, LayerState state, QWidget* parent);

    void setText(const LayerRowText& text);
    /// Without telling it.
    void setState(LayerState state);
    [[nodiscard]] const QString& id() const { return m_text.id; }
    [[nodiscard]] QCheckBox& box() { return *m_box; }

Q_SIGNALS:
    void changed(const QString& id, const sz::widgets::LayerState& state);
    void removeRequested(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tell();
    void renewIcons();
    void paintLegend(QPainter& painter, const QRectF& box) const;

    const ThemeSource& m_theme;
    LayerRowText m_text;
    QCheckBox* m_box;
    QSlider* m_slider;
    QToolButton* m_remove;
    ElidedLabel* m_note;
};

} // namespace sz::widgets
