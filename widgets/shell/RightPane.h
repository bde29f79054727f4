// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The place at the right: the detail of the selected incident, or the side sheet that is open over it.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QStackedWidget>

#include <functional>

namespace sz::plan {
class MapFinder;
class PlaceFinder;
class PlaceIndex;
} // namespace sz::plan

namespace sz::widgets {

class AmendSheet;
class DecideSheet;
class DetailPane;
class IntakeSheet;
class OrderSheet;
class RelateSheet;
class ReliefSheet;
class SignOnSheet;
class WatchSheet;
class WordSheet;
struct WordTask;

/// Detail 464 px (392 in a narrow window); a sheet is wider and takes the rest from the map. Thread: gui.
class RightPane final : public QStackedWidget
{
    Q_OBJECT
public:
    RightPane(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const plan::PlaceIndex& index,
        const ThemeSource& theme,
        TickTimer& tick,
        const QString& draftFile,
        QWidget* parent = nullptr);

    [[nodiscard]] DetailPane& detail() { return *m_detail; }
    [[nodiscard]] IntakeSheet& intake();
    [[nodiscard]] OrderSheet& order();
    [[nodiscard]] AmendSheet& amend();
    [[nodiscard]] SignOnSheet& signOn(); ///< made when it is first asked for, as the next two
    [[nodiscard]] ReliefSheet& relief();
    [[nodiscard]] DecideSheet& decide();
    [[nodiscard]] RelateSheet& relate();
    [[nodiscard]] WatchSheet& watchSheet();
    [[nodiscard]] WordSheet& words() { return *m_words; }
    /// Names of base maps for the sheets that ask for a place, also for those made later; they outlive it.
    void setMaps(const plan::MapFinder* maps);
    /// A sheet that its feature makes itself; it becomes a page.
    void addSheet(QWidget* sheet);

    /// The forms are made behind the first frame, or when one is first asked for; `sheetsMade` follows once.
    void makeSheets();

    /// Asks for one text below the detail.
    void ask(WordTask task);

    void showDetail();
    void showSheet(QWidget* sheet);
    [[nodiscard]] bool isSheetOpen() const;
    void setCompact(bool isCompact);
    /// Of the page that is shown, not the widest of all.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void widthWanted(int pixels);
    void sheetsMade();

private:
    void passMaps();
    template <class Sheet>
    [[nodiscard]] Sheet& made(Sheet*& sheet, const std::function<Sheet*()>& make);
    void tellWidth();
    [[nodiscard]] int wantedWidth() const;

    std::function<void()> m_make; ///< empty when made
    const plan::MapFinder* m_maps = nullptr;
    std::function<SignOnSheet*()> m_makeSignOn;
    std::function<ReliefSheet*()> m_makeRelief;
    std::function<DecideSheet*()> m_makeDecide;
    QWidget* m_detailPage;
    DetailPane* m_detail;
    IntakeSheet* m_intake = nullptr;
    OrderSheet* m_order = nullptr;
    AmendSheet* m_amend = nullptr;
    RelateSheet* m_relate = nullptr;
    WatchSheet* m_watch = nullptr;
    SignOnSheet* m_signOn = nullptr;
    ReliefSheet* m_relief = nullptr;
    DecideSheet* m_decide = nullptr;
    WordSheet* m_words;
    bool m_isCompact = false;
};

} // namespace sz::widgets
