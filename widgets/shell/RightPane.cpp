// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/RightPane.h"

#include "widgets/intake/IntakeSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/watch/DetailPane.h"

namespace sz::widgets {
namespace {

constexpr int kDetailWide = 464;
constexpr int kDetailNarrow = 392;
constexpr int kSheetWide = 568;
constexpr int kSheetNarrow = 520;

} // namespace

RightPane::RightPane(desk::Desk& desk,
                     const plan::PlaceFinder& finder,
                     const plan::PlaceIndex& index,
                     const ThemeSource& theme,
                     TickTimer& tick,
                     const QString& draftFile,
                     QWidget* parent)
    : QStackedWidget(parent), m_detail(new DetailPane(desk.sharedPlan(), theme, this)),
      m_intake(new IntakeSheet(desk, finder, index, theme, tick, draftFile, this)),
      m_order(new OrderSheet(desk, finder, theme, tick, this)), m_words(new WordSheet(desk, theme, tick, this))
{
    for (QWidget* page : {static_cast<QWidget*>(m_detail), static_cast<QWidget*>(m_intake), static_cast<QWidget*>(m_order),
                          static_cast<QWidget*>(m_words)})
    {
        page->setMinimumWidth(0);
        addWidget(page);
    }
}

void RightPane::showDetail()
{
    setCurrentWidget(m_detail);
    tellWidth();
}

void RightPane::showSheet(QWidget* sheet)
{
    setCurrentWidget(sheet);
    tellWidth();
}

bool RightPane::isSheetOpen() const
{
    return currentWidget() != m_detail;
}

void RightPane::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_detail->setCompact(isCompact);
    tellWidth();
}

void RightPane::tellWidth()
{
    const bool isSheet = isSheetOpen();
    Q_EMIT widthWanted(isSheet ? (m_isCompact ? kSheetNarrow : kSheetWide) : (m_isCompact ? kDetailNarrow : kDetailWide));
}

} // namespace sz::widgets
