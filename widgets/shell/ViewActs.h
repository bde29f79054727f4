// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The board narrowed to what an officer looks after, and those filters under names: line, Alt+1 to 9, Ctrl+K.

#include "data/desk/Desk.h"
#include "widgets/actions/BoardFilter.h"
#include "widgets/actions/FindHits.h"
#include "widgets/actions/SavedViews.h"

#include <QObject>

namespace sz::widgets {

class BoardModel;
class BoardView;
class ViewStrip;
class ThemeSource;

/// Kept per seat in the program's settings. Thread: gui; all outlive it.
class ViewActs final : public QObject
{
    Q_OBJECT
public:
    ViewActs(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        BoardModel& model,
        BoardView& board,
        QObject* parent);

    /// From 筛; empty shows everything again.
    void filter(const QString& typed);
    /// The same, told by a name.
    void filterAs(const QString& typed, const QString& name);
    /// Of the filter that is on; empty: none.
    [[nodiscard]] QString filterText() const { return m_filter.text(); }
    /// From 视图.
    void wish(const QString& typed);
    /// Alt+number, from 1; 0 shows everything.
    void open(int number);
    void openNamed(const QString& name);
    [[nodiscard]] const SavedViews& views() const { return m_views; }
    /// For Ctrl+K: each view with its key.
    [[nodiscard]] std::vector<FindCommand> commands() const;

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void apply(const BoardFilter& filter, const QString& name);
    [[nodiscard]] BoardFilter filterOf(const QString& typed);
    void save();
    void addKeys();
    void tellStrip();
    void sayFault(SavedViews::Fault fault, const QString& name);
    [[nodiscard]] QString settingsKey() const;

    desk::Desk& m_desk;
    const plan::PlaceFinder& m_finder;
    BoardModel& m_model;
    BoardView& m_board;
    ViewStrip* m_strip;
    SavedViews m_views;
    std::shared_ptr<BoardWords> m_words;
    BoardFilter m_filter;
    QString m_name;
};

} // namespace sz::widgets
