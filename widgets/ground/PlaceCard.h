// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The card of a marked place: who is responsible, what is near, what is open here; copy, narrow the board.

#include "widgets/common/ThemeSource.h"
#include "widgets/ground/PlaceFacts.h"

#include <QFrame>

class QAction;
class QMenu;

namespace sz::widgets {

class KeycapButton;

/// A card at the map's bottom left. Up and Down go through its lines, Enter dials or opens the one that is lit, Esc
/// puts it away. Thread: gui.
class PlaceCard final : public QFrame
{
    Q_OBJECT
public:
    explicit PlaceCard(const ThemeSource& theme, QWidget* parent = nullptr);

    void setFacts(const PlaceFacts& facts);
    [[nodiscard]] const PlaceFacts& facts() const { return m_facts; }
    /// The board is narrowed to what is near: the key says how to take it back.
    void setNarrowed(bool isNarrowed);
    /// Small windows: fewer lines.
    void setCompact(bool isCompact);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dialRequested(const QString& phone);
    void incidentRequested(const sz::IncidentId& id);
    void narrowRequested();
    void copyRequested(
        const QString& system); ///< "wgs84", "gcj02", "bd09", "gk38": the zone of the place
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row
    {
        PlaceLine line;
        bool isHead = false; ///< a heading
    };
    void makeRows();
    void nameZone();
    void layOut();
    void use(const PlaceLine& line);
    [[nodiscard]] bool isUsable(int row) const;
    [[nodiscard]] QRect boxOf(int row) const;
    void paintRow(QPainter& painter, const QRectF& box, const Row& row) const;

    const ThemeSource& m_theme;
    PlaceFacts m_facts;
    std::vector<Row> m_rows;
    int m_current = -1;
    bool m_isCompact = false;
    KeycapButton* m_copy;
    KeycapButton* m_narrow;
    KeycapButton* m_close;
    QMenu* m_menu;
    QAction* m_plane; ///< hidden where there is no zone
};

} // namespace sz::widgets
