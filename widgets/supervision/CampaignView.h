// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Campaigns (专项行动): list, items, burn-down, units. The first tab of supervision.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"
#include "widgets/supervision/CampaignTables.h"

#include <QWidget>

class QLineEdit;
class QSplitter;

namespace sz::widgets {

class AskBar;
class BurnChart;
class CampaignList;
class ElidedLabel;
class EmptyNote;
class ImportSheet;
class KeycapButton;
class PlainTable;
class SegmentedButtons;

/// Keys in the items: Space or Enter settles what is chosen, O opens again, V makes void. N imports a new campaign, I into the
/// chosen one; Alt+L lists only what is late; Ctrl+F filters. Thread: gui.
class CampaignView final : public QWidget
{
    Q_OBJECT
public:
    /// References outlive the view.
    CampaignView(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);

    void choose(const IncidentId& campaign);
    [[nodiscard]] ImportSheet& importSheet() { return *m_import; }
    /// The list has the focus, or what is open over it.
    void enter();
    void setNow(Instant now);
    void setCompact(bool isCompact);

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void build();
    QWidget* buildLeft();
    QWidget* buildItems();
    QWidget* buildRight();
    void addKeys(QWidget* foot);
    void wire();
    void refresh();
    void refreshChosen();
    void refreshHead();
    void applyFilter();
    void openImport(bool isNew);
    void closeImport();
    void settle(model::ItemState state);
    [[nodiscard]] model::SettleItems chosenItems(model::ItemState state) const;
    void refuse(const Error& error, const QString& key);

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    Instant m_now;
    QSplitter* m_split = nullptr;
    CampaignList* m_list = nullptr;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_counts = nullptr;
    SegmentedButtons* m_which = nullptr;
    QLineEdit* m_filter = nullptr;
    ItemsModel* m_items = nullptr;
    PlainTable* m_table = nullptr;
    EmptyNote* m_empty = nullptr;
    AskBar* m_ask = nullptr;
    BurnChart* m_chart = nullptr;
    UnitsModel* m_units = nullptr;
    PlainTable* m_unitTable = nullptr;
    QWidget* m_right = nullptr;
    ImportSheet* m_import = nullptr;
    KeycapButton* m_done = nullptr;
    KeycapButton* m_open = nullptr;
    KeycapButton* m_void = nullptr;
    std::shared_ptr<const model::Campaign> m_shown;
    bool m_isCompact = false;
};

} // namespace sz::widgets
