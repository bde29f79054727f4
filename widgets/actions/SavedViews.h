// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Filters of the board under names, of one seat.

#include <QString>
#include <QStringList>

#include <vector>

class QSettings;

namespace sz::widgets {

struct SavedView
{
    QString name;
    QString filter; ///< BoardFilter's text
    bool operator==(const SavedView&) const = default;
};

/// In the order they were saved: the first nine are Alt+1 to Alt+9. Names are unique without regard to case.
class SavedViews
{
public:
    enum class Fault : std::uint8_t {
        None,
        NoName,
        Taken,   ///< another view has this name
        Unknown, ///< no view has this name
        Full,
    };
    static constexpr std::size_t kMost = 30;

    /// Replaces the filter of a view that has the name.
    Fault save(const QString& name, const QString& filter);
    Fault remove(const QString& name);
    Fault rename(const QString& name, const QString& other);
    [[nodiscard]] const std::vector<SavedView>& all() const { return m_views; }
    /// Null when there is none.
    [[nodiscard]] const SavedView* find(const QString& name) const;

    void load(QSettings& settings, const QString& key);
    void store(QSettings& settings, const QString& key) const;

private:
    std::vector<SavedView> m_views;
};

/// What stands behind 视图: "名称" opens it, or names the filter that is on; "删 名称"; "改名 旧 新".
struct ViewWish
{
    enum class What : std::uint8_t {
        OpenOrSave,
        Remove,
        Rename,
    };
    What what = What::OpenOrSave;
    QString name;
    QString other; ///< the new name
};
[[nodiscard]] ViewWish viewWishOf(const QString& typed);

} // namespace sz::widgets
