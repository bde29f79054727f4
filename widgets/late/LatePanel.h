// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The late list with its heading and its keys: lies beside the board while it is open.

#include "widgets/common/ThemeSource.h"
#include "widgets/late/LateModel.h"

#include <QFrame>

namespace sz::widgets {

class HintButton;
class LateView;
class SectionHeader;

/// F9 takes in what is new, Esc closes. Thread: gui.
class LatePanel final : public QFrame
{
    Q_OBJECT
public:
    LatePanel(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme, QWidget* parent);
    ~LatePanel() override;

    /// A new list, first row current, focus in it. Empty: says so in place of the rows.
    void open(
        const std::vector<LateItem>& items,
        bool isFlood,
        const std::set<StepKey>& unsteady,
        Instant now);
    /// While open: new states of the same rows, and how many are new.
    void update(const std::vector<LateItem>& items, Instant now);
    /// The list has the keys.
    void takeFocus();

    [[nodiscard]] LateModel& model() { return *m_model; }
    [[nodiscard]] LateView& view() { return *m_view; }

Q_SIGNALS:
    void refreshRequested(); ///< F9 in the panel's foot

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFoot(QWidget* foot);
    void tell();

    const ThemeSource& m_theme;
    std::unique_ptr<LateModel> m_model;
    SectionHeader* m_head;
    LateView* m_view;
    HintButton* m_news = nullptr;
};

} // namespace sz::widgets
