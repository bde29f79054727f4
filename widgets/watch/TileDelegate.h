// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws one incident of the board: a whole tile, or one line where there is no room (design §6).

#include "widgets/common/Painters.h"
#include "widgets/models/BoardModel.h"

#include <QStyledItemDelegate>

namespace sz::widgets {

/// A tile draws its next limit loudest, then the title, then the place, then the rest. The height of the box decides
/// between tile and line. Selection is a ground, focus a ring.
class TileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TileDelegate(const BoardModel& model, const ThemeSource& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
    void paintTile(QPainter& painter, const QRect& box, const model::Incident& incident) const;
    void
    paintTitleRow(QPainter& painter, const QRectF& line, const model::Incident& incident) const;
    void
    paintPlaceRow(QPainter& painter, const QRectF& line, const model::Incident& incident) const;
    void paintLimitRow(
        QPainter& painter,
        const QRectF& line,
        const model::Incident& incident,
        bool isNarrow) const;
    void paintMini(QPainter& painter, const QRect& box, const model::Incident& incident) const;
    [[nodiscard]] QString workText(const model::Incident& incident) const;
    [[nodiscard]] std::vector<UnitChip> chipsOf(const model::Incident& incident) const;

    const BoardModel& m_model;
    const ThemeSource& m_theme;
};

} // namespace sz::widgets
