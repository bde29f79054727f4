// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The own acts that are not part of the common log: what waits for the link, and what headquarters refused.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace sz::widgets {

class ElidedLabel;
class KeyHint;
class OutboxHead;
class OutboxRow;
class PlainLabel;
struct OutboxWords;

/// A card for the map, about 410 wide and as high as up to six rows; more scroll. Refused acts come first, then unsent
/// ones in the order of sending. Ctrl+L belongs to the window: printed here, not bound. Thread: gui.
class OutboxCard final : public QWidget
{
    Q_OBJECT
public:
    /// "041", or whatever names an incident shortly; empty when it is not known here.
    using Naming = std::function<QString(const IncidentId&)>;
    using Lookup = std::function<model::IncidentPtr(const IncidentId&)>;

    OutboxCard(
        const ThemeSource& theme,
        std::shared_ptr<const plan::Plan> plan,
        QWidget* parent = nullptr);

    /// `lookup` lets acts about orders name their units; it may be empty or answer null. Set before setOutbox().
    void setNaming(Naming naming, Lookup lookup = {});
    void setOutbox(std::vector<desk::OutboxLine> lines);
    void setLink(const desk::LinkStatus& link);
    void setNow(Instant now);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void reconnectRequested();
    void incidentActivated(const sz::IncidentId& incident);
    /// Open the refused act's form again, filled in; the incident may be one that headquarters never took.
    void correctRequested(quint64 counter, const sz::IncidentId& incident);
    void dismissRequested(quint64 counter);
    /// The cross, or Esc while the focus is inside.
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    [[nodiscard]] QHBoxLayout* makeFoot();
    void showLines();
    [[nodiscard]] OutboxRow* makeRow(const desk::OutboxLine& line);
    [[nodiscard]] OutboxWords wordsOf(const desk::OutboxLine& line) const;
    [[nodiscard]] QString attemptsText() const;
    void refreshFoot();
    [[nodiscard]] int rowsHeight() const;

    const ThemeSource& m_theme;
    std::shared_ptr<const plan::Plan> m_plan;
    Naming m_naming;
    Lookup m_lookup;
    std::vector<desk::OutboxLine> m_lines;
    std::vector<OutboxRow*> m_rows;
    desk::LinkStatus m_link;
    Instant m_now;
    OutboxHead* m_head = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_column = nullptr;
    PlainLabel* m_empty = nullptr;
    KeyHint* m_reconnect = nullptr;
    ElidedLabel* m_attempts = nullptr;
};

} // namespace sz::widgets
