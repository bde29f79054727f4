// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a heading and a row of the handover sheet are drawn.

#include "widgets/common/ThemeSource.h"
#include "widgets/handover/HandoverModel.h"

#include <QStyledItemDelegate>

namespace sz::widgets {

class HandoverDelegate final : public QStyledItemDelegate
{
public:
    /// Both outlive it.
    HandoverDelegate(const HandoverModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    void setNow(Instant now) { m_now = now; }
    void setCompact(bool isCompact) { m_isCompact = isCompact; }

    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override;

private:
    void paintHeading(QPainter& painter, const QRectF& box, const HandoverItem& item) const;
    void
    paintRow(QPainter& painter, const QRectF& box, const HandoverItem& item, QStyle::State state)
        const;
    void paintTick(
        QPainter& painter,
        const QRectF& line,
        const model::ShiftSheet::Row& row,
        bool isUnreadRed) const;
    void paintLimit(QPainter& painter, QRectF& line, const HandoverItem& item) const;
    void paintTurn(QPainter& painter, QRectF& line, const HandoverItem& item) const;
    void paintWords(QPainter& painter, QRectF line, const HandoverItem& item) const;

    const HandoverModel& m_model;
    const ThemeSource& m_theme;
    Instant m_now;
    bool m_isCompact = false;
};

} // namespace sz::widgets
