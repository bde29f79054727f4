// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/RightPane.h"

#include "widgets/intake/AmendSheet.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/RelateSheet.h"
#include "widgets/intake/WatchSheet.h"
#include "widgets/orders/DecideSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/ReliefSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/people/SignOnSheet.h"
#include "widgets/watch/DetailPane.h"

#include <QVBoxLayout>

#include <utility>

namespace sz::widgets {
namespace {

constexpr int kDetailWide = 464;
constexpr int kDetailNarrow = 392;
constexpr int kSheetWide = 568;
constexpr int kSheetNarrow = 520;

} // namespace

RightPane::RightPane(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    const ThemeSource& theme,
    TickTimer& tick,
    const QString& draftFile,
    QWidget* parent)
    : QStackedWidget(parent), m_detailPage(new QWidget(this)),
      m_detail(new DetailPane(desk.sharedPlan(), theme, m_detailPage)),
      m_words(new WordSheet(desk, theme, m_detailPage))
{
    auto* column = new QVBoxLayout(m_detailPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_detail, 1);
    column->addWidget(m_words);
    m_words->hide();
    m_detailPage->setMinimumWidth(0);
    addWidget(m_detailPage);
    m_make = [this, &desk, &finder, &index, &theme, &tick, draftFile] {
        m_detail->setFields(plan::readReportFields(desk.planFolder()));
        m_intake = new IntakeSheet(desk, finder, index, theme, tick, draftFile, this);
        m_order = new OrderSheet(desk, finder, theme, tick, this);
        m_amend = new AmendSheet(desk, finder, theme, this);
        m_amend->setIndex(&index);
        m_relate = new RelateSheet(desk, theme, this);
        m_watch = new WatchSheet(desk, theme, tick, this);
    };
    m_makeSignOn = [this, &desk, &theme] { return new SignOnSheet(desk, theme, this); };
    m_makeRelief = [this, &desk, &theme, &tick] {
        return new ReliefSheet(desk, theme, tick, this);
    };
    m_makeDecide = [this, &desk, &theme, &tick] {
        return new DecideSheet(desk, theme, tick, this);
    };
}

void RightPane::setMaps(const plan::MapFinder* maps)
{
    m_maps = maps;
    passMaps();
}

void RightPane::passMaps()
{
    if (m_intake != nullptr) {
        m_intake->setMaps(m_maps);
        m_amend->setMaps(m_maps);
    }
}

void RightPane::makeSheets()
{
    const auto make = std::exchange(m_make, nullptr);
    if (!make) {
        return;
    }
    make();
    passMaps();
    for (QWidget* sheet :
         std::initializer_list<QWidget*>{m_intake, m_order, m_amend, m_relate, m_watch}) {
        addSheet(sheet);
    }
    Q_EMIT sheetsMade();
}

IntakeSheet& RightPane::intake()
{
    makeSheets();
    return *m_intake;
}

OrderSheet& RightPane::order()
{
    makeSheets();
    return *m_order;
}

AmendSheet& RightPane::amend()
{
    makeSheets();
    return *m_amend;
}

RelateSheet& RightPane::relate()
{
    makeSheets();
    return *m_relate;
}

WatchSheet& RightPane::watchSheet()
{
    makeSheets();
    return *m_watch;
}

void RightPane::addSheet(QWidget* sheet)
{
    sheet->setMinimumWidth(0);
    addWidget(sheet);
}

template <class Sheet>
Sheet& RightPane::made(Sheet*& sheet, const std::function<Sheet*()>& make)
{
    if (sheet == nullptr) {
        sheet = make();
        addSheet(sheet);
    }
    return *sheet;
}

SignOnSheet& RightPane::signOn()
{
    return made(m_signOn, m_makeSignOn);
}

ReliefSheet& RightPane::relief()
{
    return made(m_relief, m_makeRelief);
}

DecideSheet& RightPane::decide()
{
    return made(m_decide, m_makeDecide);
}

void RightPane::ask(WordTask task)
{
    setCurrentWidget(m_detailPage);
    m_words->show();
    m_words->ask(std::move(task));
    tellWidth();
}

void RightPane::showDetail()
{
    m_words->hide();
    setCurrentWidget(m_detailPage);
    tellWidth();
}

void RightPane::showSheet(QWidget* sheet)
{
    setCurrentWidget(sheet);
    tellWidth();
}

bool RightPane::isSheetOpen() const
{
    return currentWidget() != m_detailPage;
}

void RightPane::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_detail->setCompact(isCompact);
    tellWidth();
}

int RightPane::wantedWidth() const
{
    return isSheetOpen() ? (m_isCompact ? kSheetNarrow : kSheetWide)
                         : (m_isCompact ? kDetailNarrow : kDetailWide);
}

QSize RightPane::minimumSizeHint() const
{
    return {isSheetOpen() ? wantedWidth() : kDetailNarrow - 32, 200};
}

QSize RightPane::sizeHint() const
{
    return {wantedWidth(), 600};
}

void RightPane::tellWidth()
{
    updateGeometry();
    Q_EMIT widthWanted(wantedWidth());
}

} // namespace sz::widgets
