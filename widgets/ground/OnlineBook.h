// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The online maps a seat has named, and which of them are switched on. Keys are not in here.

#include "data/packs/OnlineSource.h"

#include <QSettings>
#include <QString>

#include <vector>

namespace sz::widgets {

struct OnlineEntry
{
    packs::OnlineSource source;
    bool isOn = false; ///< never without an officer's own hand
};

class OnlineBook
{
public:
    static constexpr std::size_t kMost = 12;

    [[nodiscard]] const std::vector<OnlineEntry>& entries() const { return m_entries; }
    [[nodiscard]] const OnlineEntry* entry(const QString& id) const;
    /// Off. Its id is made here and returned; empty when there are too many.
    QString add(packs::OnlineSource source);
    /// The one with the same id.
    void change(const packs::OnlineSource& source);
    void setOn(const QString& id, bool isOn);
    void remove(const QString& id);
    /// In the order they lie on the map, the topmost first: labels, then the others.
    [[nodiscard]] std::vector<const OnlineEntry*> stacked() const;

    /// Entries whose address cannot be used are left out.
    void load(QSettings& settings, const QString& key);
    void store(QSettings& settings, const QString& key) const;

private:
    std::vector<OnlineEntry> m_entries;
};

/// Under which its key is kept: one for all of Tianditu's layers.
[[nodiscard]] QString keyNameOf(const packs::OnlineSource& source);

} // namespace sz::widgets
