// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The campaigns at the left: title, day counter, how much is done, how much is late.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace sz::widgets {

/// One campaign as its tile shows it.
struct CampaignTile
{
    IncidentId id;
    QString number;
    QString title;
    QString days; ///< "day 12 of 30"
    std::int64_t items = 0;
    std::int64_t done = 0;
    std::int64_t late = 0;
    bool isClosed = false;
    bool operator==(const CampaignTile&) const = default;
};

class CampaignListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setTiles(std::vector<CampaignTile> tiles);
    [[nodiscard]] const CampaignTile& tileAt(int row) const
    {
        return m_tiles[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const IncidentId& id) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<CampaignTile> m_tiles;
};

/// Arrow keys choose; the choice follows its campaign. Thread: gui.
class CampaignList final : public QListView
{
    Q_OBJECT
public:
    explicit CampaignList(const ThemeSource& theme, QWidget* parent = nullptr);

    void setTiles(std::vector<CampaignTile> tiles);
    /// Empty when nothing is chosen.
    [[nodiscard]] IncidentId chosen() const;
    void choose(const IncidentId& id);
    void keyboardSearch(const QString& /*search*/) override {}

Q_SIGNALS:
    void chosenChanged(const sz::IncidentId& id);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    CampaignListModel* m_model;
    bool m_isFilling = false;
};

} // namespace sz::widgets
