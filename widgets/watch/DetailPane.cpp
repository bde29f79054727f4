// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/DetailPane.h"

#include "widgets/common/Durations.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Alarms.h"
#include "widgets/models/Forecast.h"
#include "widgets/models/OrdersModel.h"
#include "widgets/models/Relations.h"
#include "widgets/models/TraceModel.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/ContactLine.h"
#include "widgets/watch/DetailHead.h"
#include "widgets/watch/DetailParts.h"
#include "widgets/watch/DetailTables.h"
#include "widgets/watch/FileDrops.h"
#include "widgets/watch/FilesSection.h"
#include "widgets/watch/ForceBar.h"
#include "widgets/watch/HopLine.h"
#include "widgets/watch/OrderCareBar.h"
#include "widgets/watch/RelationBox.h"
#include "widgets/watch/TextBlock.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace sz::widgets {

namespace {

constexpr int kPad = 12;
constexpr int kOrderRow = 28;
constexpr int kSlack = 20;          ///< of the trace on the smallest screen
constexpr int kFullHeight = 600;    ///< head, chain, two orders, two lines of the trace, keys
constexpr int kCompactHeight = 460; ///< without chain, with tabs
constexpr int kFactsHeight = 62;    ///< of these, what has changed since the last report

QVBoxLayout* makeColumn(
    QWidget* widget,
    int left = 0,
    int top = 0,
    int right = 0,
    int bottom = 0,
    int spacing = 0)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(left, top, right, bottom);
    column->setSpacing(spacing);
    return column;
}

} // namespace

DetailPane::DetailPane(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme),
      m_ordersModel(std::make_unique<OrdersModel>(m_plan)),
      m_traceModel(std::make_unique<TraceModel>(m_plan)), m_nothing(new QWidget(this)),
      m_empty(new EmptyNote(theme, m_nothing)), m_body(new QWidget(this)),
      m_care(new OrderCareBar(m_plan, theme, this)), m_footer(new DetailFooter(m_plan, theme, this))
{
    m_relations = std::make_shared<const Relations>();
    setObjectName(QStringLiteral("detailPane"));
    setAccessibleName(tr("Selected incident"));
    auto* outer = makeColumn(this);
    outer->addWidget(m_nothing, 1);
    outer->addWidget(m_body, 1);
    outer->addWidget(m_care);
    outer->addWidget(m_footer);
    auto* note = makeColumn(m_nothing, kPad, kPad, kPad, kPad);
    note->addWidget(m_empty);
    note->addStretch(1);
    m_empty->setReason(
        tr("No incident is selected"), tr("Choose one on the board or on the map."), false);

    auto* column = makeColumn(m_body);
    m_head = new DetailHead(m_plan, theme, m_body);
    column->addWidget(m_head);
    m_contact = new ContactLine(m_plan, theme, m_body);
    column->addWidget(m_contact);
    m_relationBox = new RelationBox(m_plan, theme, m_body);
    column->addWidget(m_relationBox);
    m_forceBar = new ForceBar(m_plan, theme, m_body);
    column->addWidget(m_forceBar);
    buildTabs(column);
    buildChain(column);
    buildOrders(column);
    m_place = new WordsBox(theme, FrameTone::Quiet, 8, m_body);
    column->addWidget(m_place);
    m_files = new FilesSection(m_plan, theme, m_body);
    column->addWidget(m_files);
    connect(
        new FileDrops(this), &FileDrops::dropped, this, [this](const QPoint&, const auto& paths) {
            if (m_incident != nullptr) {
                Q_EMIT filesDropped(incidentId(), paths);
            }
        });
    buildTrace(column);
    column->addStretch(0);
    connect(m_footer, &DetailFooter::requested, this, &DetailPane::act);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void DetailPane::setFields(plan::ReportFields fields)
{
    m_head->setFields(std::move(fields));
    refresh();
}

DetailPane::~DetailPane()
{
    m_orders->setModel(nullptr); // the models go before the views that QWidget's destructor deletes
    m_trace->setModel(nullptr);
}

void DetailPane::buildTabs(QVBoxLayout* column)
{
    m_tabs = new QTabBar(m_body);
    m_tabs->setObjectName(QStringLiteral("detailTabs"));
    m_tabs->setAccessibleName(tr("Sections of the incident"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    for (const QString& name :
         {tr("Reports"), tr("Orders"), tr("Trace"), tr("Place"), tr("Files")}) {
        m_tabs->addTab(name);
    }
    m_tabs->setCurrentIndex(static_cast<int>(Section::Orders));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, kPad, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    column->addLayout(row);
    m_tabRow = row;
    m_footer->addKeys(m_relationBox->keys());
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailPane::showSections);
}

void DetailPane::buildChain(QVBoxLayout* column)
{
    m_chainSection = new QWidget(m_body);
    auto* rows = makeColumn(m_chainSection);
    auto* header = new SectionHeader(m_theme, tr("Report chain"), m_chainSection);
    m_chainHeader = header;
    m_counts = header->addKeycap(Qt::Key_K, tr("counts"));
    m_counts->setObjectName(QStringLiteral("countsButton"));
    // Printed here, bound by the pane: on a laptop the header stands behind a tab, and the key works all the same.
    m_counts->findChild<QShortcut*>()->setEnabled(false);
    auto* key = new QShortcut(QKeySequence(Qt::Key_K), this);
    key->setObjectName(QStringLiteral("countsKey"));
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, m_counts, &QAbstractButton::click);
    connect(m_counts, &QAbstractButton::clicked, this, [this] {
        if (m_incident != nullptr) {
            Q_EMIT requestCounts(incidentId());
        }
    });
    auto* inner = new QWidget(m_chainSection);
    auto* content = makeColumn(inner, kPad, 8, kPad, 8, 6);
    m_chain = new ChainBox(m_theme, inner);
    m_chain->setObjectName(QStringLiteral("reportChain"));
    m_noReport = new TextBlock(m_theme, 13, false, 2, inner);
    m_noReport->setToken(Token::Tx3);
    m_facts = new WordsBox(m_theme, FrameTone::Quiet, 3, inner);
    m_facts->setObjectName(QStringLiteral("chainFacts"));
    content->addWidget(m_chain);
    content->addWidget(m_noReport);
    content->addWidget(m_facts);
    rows->addWidget(header);
    rows->addWidget(inner);
    column->addWidget(m_chainSection);
}

void DetailPane::buildOrders(QVBoxLayout* column)
{
    m_ordersSection = new QWidget(m_body);
    auto* rows = makeColumn(m_ordersSection);
    m_ordersHeader = new SectionHeader(m_theme, tr("Orders"), m_ordersSection);
    m_remind = m_ordersHeader->addKeycap(Qt::Key_C, tr("chase"));
    m_remind->setObjectName(QStringLiteral("remindButton"));
    m_orders = new OrdersTable(*m_ordersModel, m_theme, m_ordersSection);
    auto* none = new QWidget(m_ordersSection);
    m_noOrders = new TextBlock(m_theme, 13, false, 1, none);
    m_noOrders->setToken(Token::Tx3);
    makeColumn(none, kPad, 8, kPad, 8)->addWidget(m_noOrders);
    rows->addWidget(m_ordersHeader);
    m_hops = new HopLine(m_plan, m_theme, m_ordersSection);
    rows->addWidget(m_orders);
    rows->addWidget(m_hops);
    rows->addWidget(none);
    column->addWidget(m_ordersSection);
    connect(m_remind, &QAbstractButton::clicked, this, [this] {
        Q_EMIT requestRemind(incidentId(), ordersToRemind(*m_incident));
    });
    connect(
        m_orders->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &DetailPane::refreshSubject);
}

void DetailPane::buildTrace(QVBoxLayout* column)
{
    m_traceSection = new QWidget(m_body);
    auto* rows = makeColumn(m_traceSection);
    m_traceHeader = new SectionHeader(m_theme, tr("Trace"), m_traceSection);
    KeycapButton* note = m_traceHeader->addKeycap(Qt::Key_Period, tr("note"));
    note->setObjectName(QStringLiteral("noteButton"));
    m_forceBar->addKeys(*m_traceHeader);
    m_trace = new TraceTable(*m_traceModel, m_theme, m_traceSection);
    rows->addWidget(m_traceHeader);
    rows->addWidget(m_trace, 1);
    column->addWidget(m_traceSection, 1);
    connect(note, &QAbstractButton::clicked, this, [this] {
        if (m_isTalkOpen) {
            Q_EMIT talkWriteRequested();
        } else {
            Q_EMIT requestNote(incidentId());
        }
    });
    m_talkKey = m_traceHeader->addKeycap(Qt::Key_N, tr("notes"));
    m_talkKey->setObjectName(QStringLiteral("talkButton"));
    connect(m_talkKey, &QAbstractButton::clicked, this, [this] { setTalkOpen(!m_isTalkOpen); });
}

void DetailPane::setTalk(QWidget* talk)
{
    m_talk = talk;
    m_traceSection->layout()->addWidget(talk);
    talk->setVisible(m_isTalkOpen);
}

void DetailPane::setTalkOpen(bool isOpen)
{
    m_isTalkOpen = isOpen && m_talk != nullptr;
    m_trace->setVisible(!m_isTalkOpen);
    if (m_talk != nullptr) {
        m_talk->setVisible(m_isTalkOpen);
    }
    refreshTrace();
    Q_EMIT talkToggled(m_isTalkOpen);
}

void DetailPane::setTalkCounts(int total, int unread)
{
    m_talkTotal = total;
    m_talkUnread = unread;
    if (m_incident != nullptr) {
        refreshTrace();
    }
}

void DetailPane::addHeadButton(QWidget* button)
{
    m_headButtons.push_back(button);
    placeHeadButtons();
}

// In the row of tabs, where there is one; else beside the title.
void DetailPane::placeHeadButtons()
{
    for (QWidget* button : m_headButtons) {
        if (m_isCompact) {
            m_tabRow->addWidget(button);
        } else {
            m_head->addButton(button);
        }
    }
}

void DetailPane::scan()
{
    m_footer->button(DetailAct::Scan)->click(); // nothing happens while it is blocked
}

void DetailPane::focusLists()
{
    if (m_orders->isVisible()) {
        m_orders->setFocus();
    } else {
        m_trace->setFocus();
    }
}

void DetailPane::setActor(const model::Actor& actor)
{
    m_actor = actor;
    m_footer->setActor(actor);
    m_care->setActor(actor);
    m_contact->setActor(actor);
    m_relationBox->setActor(actor);
    m_forceBar->setActor(actor);
    refresh();
}

void DetailPane::setIncident(const model::IncidentPtr& incident)
{
    const bool isOther =
        m_incident == nullptr || incident == nullptr || m_incident->id != incident->id;
    m_incident = incident;
    m_ordersModel->setIncident(incident);
    m_traceModel->setIncident(incident);
    m_contact->setIncident(incident);
    m_files->setIncident(incident);
    m_relationBox->setIncident(incident, m_relations);
    m_forceBar->setIncident(incident);
    if (isOther) {
        m_orders->selectOrder(ownOrder());
        m_trace->scrollToTop();
    }
    refresh();
    Q_EMIT incidentChanged();
}

void DetailPane::setRelations(std::shared_ptr<const Relations> relations)
{
    m_relations = std::move(relations);
    m_relationBox->setIncident(m_incident, m_relations);
}

void DetailPane::setNow(Instant now)
{
    m_now = now;
    m_relationBox->setNow(now);
    m_forceBar->setNow(now);
    m_ordersModel->setNow(now);
    m_contact->setNow(now);
    if (m_incident != nullptr) {
        refreshChain();
        refreshForecast();
        refreshHops();
    }
}

void DetailPane::setLink(const desk::LinkStatus& link)
{
    m_link = link;
    m_contact->setLinked(
        link.state == desk::LinkState::Live || link.state == desk::LinkState::CatchingUp);
    if (m_incident != nullptr) {
        refreshTrace();
    }
}

void DetailPane::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_relationBox->setCompact(isCompact);
    m_footer->setCompact(isCompact);
    placeHeadButtons();
    m_ordersHeader->setTitleShown(!isCompact); // the tab says it
    m_traceHeader->setTitleShown(!isCompact);
    refresh();
}

IncidentId DetailPane::incidentId() const
{
    return m_incident == nullptr ? IncidentId() : m_incident->id;
}

OrderId DetailPane::ownOrder() const
{
    if (m_incident == nullptr) {
        return {};
    }
    const model::Order* chosen = m_incident->order(m_orders->selectedOrder());
    if (chosen != nullptr && chosen->unit == m_actor.unit) {
        return chosen->id;
    }
    const auto own = std::ranges::find_if(m_incident->orders, [this](const model::Order& order) {
        return order.unit == m_actor.unit && order.isOpen();
    });
    return own == m_incident->orders.end() ? OrderId() : own->id;
}

QString DetailPane::conflictText() const
{
    return m_head->conflictText();
}

// Where everything does not fit, nothing may lie over anything: what the next report would tell goes first, then the chain.
DetailPane::Room DetailPane::room() const
{
    int needed = m_isCompact ? kCompactHeight : kFullHeight;
    for (const QWidget* part : std::initializer_list<const QWidget*>{
             m_contact, m_relationBox, m_forceBar, m_isCompact ? nullptr : m_files}) {
        needed += part == nullptr || part->isHidden() ? 0 : part->sizeHint().height();
    }
    if (height() >= needed) {
        return Room::Full;
    }
    return m_isCompact || height() < needed - kFactsHeight ? Room::WithoutChain
                                                           : Room::WithoutFacts;
}

void DetailPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (room() != m_room) {
        refresh();
    }
}

void DetailPane::showSections()
{
    m_room = room();
    const bool isShown = m_incident != nullptr;
    m_nothing->setVisible(!isShown);
    m_body->setVisible(isShown);
    m_tabs->setVisible(m_isCompact);
    const auto tab = static_cast<Section>(m_tabs->currentIndex());
    m_chainSection->setVisible(m_isCompact ? tab == Section::Chain : m_room != Room::WithoutChain);
    m_ordersSection->setVisible(!m_isCompact || tab == Section::Orders);
    m_place->setVisible(m_isCompact && tab == Section::Place);
    const auto files = isShown ? m_incident->files.size() : 0;
    m_tabs->setTabVisible(static_cast<int>(Section::Files), files > 0);
    m_tabs->setTabText(static_cast<int>(Section::Files), tr("Files %1").arg(files));
    m_files->setVisible(files > 0 && (!m_isCompact || tab == Section::Files));
    m_traceSection->setVisible(true); // what happened last is kept in sight, whatever the tab
}

void DetailPane::refresh()
{
    showSections();
    refreshSubject();
    if (m_incident == nullptr) {
        return;
    }
    m_head->setIncident(*m_incident, m_isCompact);
    refreshChain();
    refreshOrders();
    refreshTrace();
    refreshPlace();
}

void DetailPane::refreshSubject()
{
    const OrderId own = ownOrder();
    m_footer->setSubject(m_incident, own);
    m_care->setSubject(m_incident, m_orders->selectedOrder(), own);
}

void DetailPane::refreshHops()
{
    m_hops->setIncident(m_incident, m_now);
    if (m_isCompact && m_room == Room::WithoutChain) {
        m_hops->hide();
    }
}

void DetailPane::refreshChain()
{
    const std::vector<ReportStep> steps = reportSteps(*m_incident, *m_plan, m_now);
    const NewFacts facts = factsSinceReport(*m_incident, *m_plan);
    m_chain->setVisible(!steps.empty());
    m_noReport->setText(steps.empty() ? tr("No report upwards is due at this grade.") : QString());
    m_noReport->setVisible(steps.empty());
    m_chain->setSteps(steps);
    const bool hasRoom = m_room == Room::Full || m_isCompact; // there it is a tab of its own
    m_facts->setWords(facts.since, hasRoom ? facts.text : QString());
}

void DetailPane::refreshOrders()
{
    const auto& orders = m_incident->orders;
    const auto signedFor = std::ranges::count_if(
        orders, [](const model::Order& order) { return order.signedAt.has_value(); });
    const auto done = std::ranges::count(orders, model::OrderState::Done, &model::Order::state);
    // What belongs together takes room that a laptop has not got: the table scrolls instead.
    const int taken = (m_relationBox->isHidden() ? 0 : m_relationBox->sizeHint().height())
                      + (m_forceBar->isHidden() ? 0 : m_forceBar->sizeHint().height());
    const int compactRows = 5 - (std::max(taken, kSlack) - kSlack + kOrderRow - 1) / kOrderRow;
    m_orders->setMaxRows(m_isCompact ? std::max(compactRows, 1) : 7);
    const int leastRows = m_isCompact && m_room == Room::WithoutChain ? 1 : 2;
    m_orders->setLeastRows(leastRows);
    m_trace->setLeastRows(leastRows);
    m_ordersHeader->setCount(QString::number(orders.size()));
    m_orderCounts =
        orders.empty()
            ? QString()
            : tr("signed %1/%3 · done %2/%3").arg(signedFor).arg(done).arg(orders.size());
    refreshForecast();
    m_orders->setVisible(!orders.empty());
    refreshHops();
    m_noOrders->setText(tr("No order yet."));
    m_noOrders->parentWidget()->setVisible(orders.empty());
    m_tabs->setTabText(static_cast<int>(Section::Orders), tr("Orders %1").arg(orders.size()));

    const std::vector<OrderId> due = ordersToRemind(*m_incident);
    const auto verdict =
        model::checkAct(*m_plan, m_incident.get(), m_actor, model::RemindUnits{due});
    m_remind->setVisible(m_actor.unit.empty() || m_actor.unit == UnitCode("HQ"));
    m_remind->setBlocked(
        verdict       ? QString()
        : due.empty() ? tr("nobody to chase")
                      : shortReason(verdict.error()));
    m_ordersHeader->update();
    const auto mayCount =
        model::checkAct(*m_plan, m_incident.get(), m_actor, model::StateCounts{"-", 0, {}});
    m_counts->setBlocked(mayCount ? QString() : shortReason(mayCount.error()));
}

// The countdown as a clock: turns from "red at" to "red since" by itself.
void DetailPane::refreshForecast()
{
    QStringList facts{m_orderCounts, redText(*m_incident, *m_plan, m_now)};
    facts.removeAll(QString());
    if (const QString detail = facts.join(QStringLiteral(" · ")); detail != m_orderDetail) {
        m_orderDetail = detail;
        m_ordersHeader->setDetail(detail);
    }
}

void DetailPane::refreshTrace()
{
    if (m_incident == nullptr) {
        return;
    }
    const auto count = m_incident->trace.size();
    m_traceHeader->setTitle(m_isTalkOpen ? tr("Notes") : tr("Trace"));
    m_traceHeader->setCount(m_isTalkOpen ? QString::number(m_talkTotal) : QString::number(count));
    m_talkKey->setLabel(
        m_isTalkOpen       ? tr("trace")
        : m_talkUnread > 0 ? tr("notes, %n new", nullptr, m_talkUnread)
                           : tr("notes"));
    m_tabs->setTabText(static_cast<int>(Section::Trace), tr("Trace %1").arg(count));
    showAge();
}

// Where the trace's header has no room for it, the one above has.
void DetailPane::showAge()
{
    const bool isLive = m_link.state == desk::LinkState::Live;
    const QString age =
        isLive || !m_link.asOf
            ? QString()
            : tr("as of %1", "clock").arg(clockText(*m_link.asOf, m_plan->utcOffsetMinutes));
    m_traceHeader->setStale(m_isCompact ? QString() : age);
    m_ordersHeader->setStale(m_isCompact ? age : QString());
    m_chainHeader->setStale(m_isCompact ? age : QString());
}

void DetailPane::refreshPlace()
{
    const plan::Place& place = m_incident->place;
    QStringList lines{placeText(*m_plan, place)};
    if (const plan::District* district = m_plan->district(place.district)) {
        lines.append(nameText(district->name));
    }
    if (!place.text.empty()) {
        lines.append(visibleLine(QString::fromStdString(place.text)));
    }
    if (const plan::Street* street = m_plan->street(place.street);
        street != nullptr && !street->phone.empty()) {
        lines.append(tr("street duty room %1", "phone").arg(QString::fromStdString(street->phone)));
    }
    lines.append(
        place.isApproximate || !place.point ? tr("The point is approximate.")
                                            : tr("The point was given."));
    const bool isVisible = m_place->isVisibleTo(m_body);
    m_place->setWords(tr("Place"), lines.join(QLatin1Char('\n')));
    m_place->setVisible(isVisible);
}

void DetailPane::act(DetailAct what)
{
    if (m_incident == nullptr) {
        return;
    }
    const IncidentId id = incidentId();
    switch (what) {
    case DetailAct::Order:
        Q_EMIT requestOrder(id);
        return;
    case DetailAct::Report:
        Q_EMIT requestReport(id);
        return;
    case DetailAct::Close:
        Q_EMIT requestClose(id);
        return;
    case DetailAct::Amend:
        Q_EMIT requestAmend(id);
        return;
    case DetailAct::Card:
        Q_EMIT requestCard(id);
        return;
    case DetailAct::Rate:
        Q_EMIT requestRating(id);
        return;
    case DetailAct::Claim:
        Q_EMIT requestClaim(id);
        return;
    case DetailAct::Attach:
        Q_EMIT requestAttach(id);
        return;
    case DetailAct::Scan:
        Q_EMIT requestScan(id);
        return;
    default:
        actOnOwnOrder(what, ownOrder());
    }
}

void DetailPane::actOnOwnOrder(DetailAct what, const OrderId& id)
{
    const model::Order* order = m_incident->order(id);
    if (order == nullptr) {
        return;
    }
    switch (what) {
    case DetailAct::Sign:
        Q_EMIT requestSign(incidentId(), id);
        return;
    case DetailAct::Progress:
        Q_EMIT requestProgress(
            incidentId(), id, order->movingAt ? model::Progress::OnScene : model::Progress::Moving);
        return;
    case DetailAct::Feedback:
        Q_EMIT requestFeedback(incidentId(), id);
        return;
    case DetailAct::Finish:
        Q_EMIT requestFinish(incidentId(), id);
        return;
    case DetailAct::Return:
        Q_EMIT requestReturn(incidentId(), id);
        return;
    default:
        return;
    }
}

void DetailPane::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.fillRect(QRect(0, m_footer->y(), width(), 1), m_theme.color(Token::Line1));
}

} // namespace sz::widgets
