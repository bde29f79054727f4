// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The wall: map, counts and limits over a whole screen. Nothing on it can be acted on.

#include "data/desk/Desk.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/MarkBook.h"
#include "widgets/wall/WallFigures.h"

#include <QWidget>

#include <memory>

class QAbstractButton;

namespace sz::widgets {

class WallHead;
class WallSide;
struct AlarmLoad;

/// The map shows the usual view and comes back to the whole city when something late lies outside it; after a gesture it never
/// moves, until ★ (the key *, or the mark on the map). Esc leaves. Thread: gui.
class WallWindow final : public QWidget
{
    Q_OBJECT
public:
    WallWindow(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme);
    ~WallWindow() override;

    void setNow(Instant now);
    void setLink(const desk::LinkStatus& link, Instant now);
    void setMode(const QString& mode);
    void setIncidents(const Incidents& incidents, Instant now);
    void setLoad(const AlarmLoad& load);
    void setFacts(std::vector<WallFact> facts);

    [[nodiscard]] maps::MapPanel& panel() { return *m_panel; }
    [[nodiscard]] WallHead& head() { return *m_head; }
    [[nodiscard]] WallSide& side() { return *m_side; }
    /// A gesture has fixed the view.
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    /// As it was left last time.
    void holdAt(const maps::Camera& camera);
    /// ★: the map follows again, from the usual view.
    void release();

Q_SIGNALS:
    void left();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class StarMark;
    void hold();
    void follow();
    void place();

    std::shared_ptr<const plan::Plan> m_plan;
    MarkBook m_marks;
    const ThemeSource& m_theme;
    WallHead* m_head;
    maps::MapPanel* m_panel;
    WallSide* m_side;
    StarMark* m_star;
    desk::LinkStatus m_link;
    bool m_isHeld = false;
    bool m_isWide = false; ///< gone out to the whole city for something late
};

} // namespace sz::widgets
