// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/CampaignView.h"

#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/AskBar.h"
#include "widgets/supervision/BurnChart.h"
#include "widgets/supervision/CampaignList.h"
#include "widgets/supervision/ImportSheet.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/supervision/SupervisionWords.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr int kMinuteMs = 60'000;
constexpr std::size_t kMostKeyBytes = 48 * 1024; ///< of one settling act

QVBoxLayout* tightColumn(QWidget* box)
{
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

CampaignView::CampaignView(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_now(ticks.now()),
      m_items(new ItemsModel(desk.sharedPlan(), this)),
      m_units(new UnitsModel(desk.sharedPlan(), this))
{
    setObjectName(QStringLiteral("campaignView"));
    m_import = new ImportSheet(desk, theme, ticks, this);
    build();
    wire();
    refresh();
}

void CampaignView::build()
{
    m_split = new QSplitter(this);
    m_split->setHandleWidth(4);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(buildLeft());
    m_split->addWidget(buildItems());
    m_split->addWidget(buildRight());
    m_split->addWidget(m_import);
    m_split->setStretchFactor(1, 1);
    m_import->hide();
    tightColumn(this)->addWidget(m_split);
}

QWidget* CampaignView::buildLeft()
{
    auto* box = new QWidget(this);
    auto* column = tightColumn(box);
    m_list = new CampaignList(m_theme, box);
    column->addWidget(m_list, 1);
    auto* keys = new QVBoxLayout; // one below the other: the list is narrow, English words are not
    keys->setContentsMargins(12, 6, 12, 6);
    keys->setSpacing(2);
    const auto add = [&](const QKeySequence& key, const QString& label, const char* name,
                         bool isNew) {
        auto* button = scopedKeycap(m_theme, key, label, this);
        button->setObjectName(QLatin1StringView(name));
        connect(button, &QAbstractButton::clicked, this, [this, isNew] { openImport(isNew); });
        keys->addWidget(button, 0, Qt::AlignLeft);
    };
    add(QKeySequence(Qt::ALT | Qt::Key_N), tr("new campaign"), "newCampaignButton", true);
    add(QKeySequence(Qt::ALT | Qt::Key_I), tr("import into it"), "importIntoButton", false);
    column->addLayout(keys);
    return box;
}

QWidget* CampaignView::buildItems()
{
    auto* box = new QWidget(this);
    auto* column = tightColumn(box);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(12);
    m_title = new ElidedLabel(m_theme, box);
    m_title->setPixelSize(18, true);
    m_counts = new ElidedLabel(m_theme, box);
    m_counts->setObjectName(QStringLiteral("campaignCounts"));
    m_counts->setToken(Token::Tx2);
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(m_title, 1);
    head->addWidget(m_counts, 1);
    column->addLayout(head);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(12, 4, 12, 8);
    line->setSpacing(8);
    m_which = new SegmentedButtons(
        m_theme, tr("Items shown"),
        {tr("open", "items"), tr("late", "items"), tr("done", "items"), tr("void", "items"),
         tr("all", "items")},
        box);
    m_which->setObjectName(QStringLiteral("whichItems"));
    m_which->setCurrent(0);
    m_filter = new QLineEdit(box);
    m_filter->setObjectName(QStringLiteral("itemFilterEdit"));
    m_filter->setAccessibleName(tr("Filter items"));
    m_filter->setPlaceholderText(tr("filter: number, words, place"));
    m_filter->setClearButtonEnabled(true);
    line->addWidget(m_which);
    line->addWidget(m_filter, 1);
    column->addLayout(line);
    m_table =
        new PlainTable(m_theme, {{84, 0}, {160, 4}, {110, 0}, {100, 2}, {78, 0}, {72, 0}}, box);
    m_table->setObjectName(QStringLiteral("itemTable"));
    m_table->setAccessibleName(tr("Items"));
    m_table->setModel(m_items);
    m_empty = new EmptyNote(m_theme, box);
    auto* note = new QHBoxLayout;
    note->setContentsMargins(12, 0, 12, 8);
    note->addWidget(m_empty);
    column->addLayout(note);
    column->addWidget(m_table, 1);
    m_ask = new AskBar(m_desk, m_theme, box);
    column->addWidget(m_ask);
    auto* foot = new QWidget(box);
    addKeys(foot);
    column->addWidget(foot);
    return box;
}

void CampaignView::addKeys(QWidget* foot)
{
    auto* keys = new QHBoxLayout(foot);
    keys->setContentsMargins(12, 6, 12, 6);
    keys->setSpacing(16);
    const auto add = [&](int key, const QString& label, const char* name, model::ItemState state) {
        // The cap is printed here; the key works in the table only, where no word is typed.
        auto* button = scopedKeycap(m_theme, QKeySequence(key), label, m_table);
        button->setParent(foot);
        button->setObjectName(QLatin1StringView(name));
        connect(button, &QAbstractButton::clicked, this, [this, state] { settle(state); });
        keys->addWidget(button);
        return button;
    };
    m_done =
        add(Qt::Key_Space, tr("done", "settle items"), "itemsDoneButton", model::ItemState::Done);
    m_open = add(Qt::Key_O, tr("open again"), "itemsOpenButton", model::ItemState::Open);
    m_void = add(Qt::Key_V, tr("void", "settle items"), "itemsVoidButton", model::ItemState::Void);
    keys->addStretch(1);
    m_table->addKey(Qt::Key_Return, [this] { settle(model::ItemState::Done); });
}

QWidget* CampaignView::buildRight()
{
    m_right = new QWidget(this);
    auto* column = tightColumn(m_right);
    m_chart = new BurnChart(m_theme, m_right);
    m_chart->setFixedHeight(220);
    column->addWidget(m_chart);
    m_unitTable = new PlainTable(m_theme, {{92, 3}, {46, 0}, {98, 2}, {46, 0}, {46, 0}}, m_right);
    m_unitTable->setObjectName(QStringLiteral("unitTable"));
    m_unitTable->setAccessibleName(tr("Units, late first"));
    m_unitTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_unitTable->setModel(m_units);
    column->addWidget(m_unitTable, 1);
    auto* foot = new QWidget(m_right);
    auto* keys = new QHBoxLayout(foot);
    keys->setContentsMargins(12, 6, 12, 6);
    auto* only =
        scopedKeycap(m_theme, QKeySequence(Qt::Key_Return), tr("only this unit"), m_unitTable);
    only->setParent(foot);
    only->setObjectName(QStringLiteral("onlyUnitButton"));
    keys->addWidget(only);
    keys->addStretch(1);
    column->addWidget(foot);
    const auto toggle = [this] {
        const QModelIndex at = m_unitTable->currentIndex();
        const UnitCode unit = at.isValid() ? m_units->rowAt(at.row()).tally.unit : UnitCode();
        ItemFilter filter = m_items->filter();
        filter.unit = filter.unit == unit ? UnitCode() : unit; // a second time: all units again
        m_items->setFilter(filter);
        refreshHead();
    };
    connect(only, &QAbstractButton::clicked, this, toggle);
    connect(m_unitTable, &QTableView::doubleClicked, this, toggle);
    return m_right;
}

void CampaignView::wire()
{
    connect(&m_desk, &desk::Desk::changed, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    connect(m_list, &CampaignList::chosenChanged, this, &CampaignView::refreshChosen);
    connect(m_which, &SegmentedButtons::currentChanged, this, &CampaignView::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &CampaignView::applyFilter);
    connect(m_ask, &AskBar::performed, this, &CampaignView::said);
    connect(m_ask, &AskBar::closed, this, [this] { m_table->setFocus(); });
    connect(m_import, &SideSheet::closed, this, &CampaignView::closeImport);
    connect(m_import, &ImportSheet::said, this, &CampaignView::said);
    connect(m_import, &ImportSheet::campaignChosen, this, &CampaignView::choose);
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    find->setObjectName(QStringLiteral("campaignFilterKey"));
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(); });
    auto* late = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_L), this);
    late->setObjectName(QStringLiteral("campaignLateKey"));
    late->setContext(Qt::WidgetWithChildrenShortcut);
    connect(late, &QShortcut::activated, this, [this] {
        m_which->setCurrent(m_which->current() == 1 ? 0 : 1);
        applyFilter();
    });
    connect(m_filter, &QLineEdit::returnPressed, m_table, [this] { m_table->setFocus(); });
}

void CampaignView::choose(const IncidentId& campaign)
{
    refresh();
    m_list->choose(campaign);
}

void CampaignView::enter()
{
    refresh();
    (m_import->isVisible() ? static_cast<QWidget*>(m_import) : m_list)->setFocus();
}

void CampaignView::setNow(Instant now)
{
    const bool isOtherMinute = toUtcMs(now) / kMinuteMs != toUtcMs(m_now) / kMinuteMs;
    m_now = now;
    if (isOtherMinute && isVisible()) { // what is late is late to the minute
        refresh();
    }
}

void CampaignView::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_split->widget(0)->setFixedWidth(isCompact ? 264 : 320);
    m_right->setFixedWidth(isCompact ? 360 : 460);
    m_right->setVisible(!isCompact || m_import->isHidden());
}

void CampaignView::refresh()
{
    std::vector<CampaignTile> tiles;
    const int offset = m_desk.plan().utcOffsetMinutes;
    for (const model::IncidentPtr& incident : campaignsOf(m_desk)) {
        CampaignTile tile;
        tile.id = incident->id;
        tile.number = shortNumberText(*incident);
        tile.title = titleText(*incident);
        tile.isClosed = incident->state == model::IncidentState::Closed;
        if (const auto& campaign = incident->campaign) {
            const model::UnitTally total = campaign->total();
            tile.days = dayCountText(*campaign, m_now, offset);
            tile.items = total.items - total.voided;
            tile.done = total.done;
            for (const std::uint32_t late : campaign->lateByUnit(m_now)) {
                tile.late += late;
            }
        }
        tiles.push_back(std::move(tile));
    }
    const bool hasNone = tiles.empty();
    m_list->setTiles(std::move(tiles));
    m_empty->setVisible(hasNone);
    m_empty->setReason(
        tr("No campaign is running"), tr("Alt+N imports a sheet of tasks or places"), false);
    refreshChosen();
}

void CampaignView::refreshChosen()
{
    const model::IncidentPtr incident = m_desk.incident(m_list->chosen());
    const auto campaign = incident == nullptr ? nullptr : incident->campaign;
    m_shown = campaign;
    m_title->setText(incident == nullptr ? QString() : titleText(*incident));
    const int row = m_table->currentIndex().row();
    m_items->setCampaign(campaign, m_now);
    if (!m_table->currentIndex().isValid() && m_items->rowCount() > 0) {
        // What was settled is gone from the list: the next one is at hand.
        m_table->setCurrentIndex(m_items->index(std::clamp(row, 0, m_items->rowCount() - 1), 0));
    }
    m_units->setCampaign(campaign, m_now);
    m_chart->setCampaign(campaign, m_now, m_desk.plan().utcOffsetMinutes);
    refreshHead();
}

void CampaignView::refreshHead()
{
    if (m_shown == nullptr) {
        m_counts->setText({});
        return;
    }
    const model::UnitTally total = m_shown->total();
    const QString counts = tr("%1 · done %2 of %3 · late %4")
                               .arg(
                                   dayCountText(*m_shown, m_now, m_desk.plan().utcOffsetMinutes),
                                   numberText(total.done), numberText(total.items - total.voided),
                                   numberText(m_units->late()));
    const UnitCode& unit = m_items->filter().unit;
    m_counts->setText(
        unit.empty() ? counts : tr("%1 · only %2").arg(counts, unitText(m_desk.plan(), unit)));
}

void CampaignView::applyFilter()
{
    ItemFilter filter = m_items->filter();
    filter.which = static_cast<WhichItems>(std::max(0, m_which->current()));
    filter.text = m_filter->text().trimmed().toStdString();
    m_items->setFilter(filter);
}

void CampaignView::openImport(bool isNew)
{
    if (!mayRunCampaigns(m_desk)) { // before anything is registered that nobody could fill
        Q_EMIT said(errorText(Code::NotAllowed));
        return;
    }
    m_import->show();
    setCompact(m_isCompact);
    const IncidentId chosen = isNew ? IncidentId() : m_list->chosen();
    if (chosen.empty()) {
        m_import->open();
    } else {
        m_import->open(chosen);
    }
}

void CampaignView::closeImport()
{
    m_import->hide();
    setCompact(m_isCompact);
    m_list->setFocus();
}

model::SettleItems CampaignView::chosenItems(model::ItemState state) const
{
    model::SettleItems act;
    act.state = state;
    for (const int row : m_table->chosenRows()) {
        const std::size_t item = m_items->itemAt(row);
        if (m_shown->state(item) != state) { // what is so already needs no act
            act.keys.push_back(m_shown->item(item).key);
        }
    }
    return act;
}

void CampaignView::settle(model::ItemState state)
{
    if (m_shown == nullptr || m_items->rowCount() == 0) {
        return;
    }
    model::SettleItems act = chosenItems(state);
    std::size_t bytes = 0;
    for (const std::string& key : act.keys) {
        bytes += key.size() + 5;
    }
    if (act.keys.empty() || bytes > kMostKeyBytes) {
        Q_EMIT said(
            act.keys.empty() ? tr("Nothing to change: choose items in another state")
                             : tr("Too many at once: choose fewer items"));
        return;
    }
    act.text = "-"; // asked for below
    if (const auto verdict = m_desk.canPerform(m_list->chosen(), act); !verdict) {
        refuse(verdict.error(), QString::fromStdString(act.keys.front()));
        return;
    }
    const auto count = static_cast<int>(act.keys.size());
    const QString what = count == 1 ? visibleLine(QString::fromStdString(
                                          m_shown->item(*m_shown->find(act.keys.front())).label))
                                    : tr("%n items", nullptr, count);
    Question question;
    question.incident = m_list->chosen();
    question.isNeeded = state != model::ItemState::Done;
    question.hint = state == model::ItemState::Done ? tr("result, in a few words")
                                                    : tr("reason, in a few words");
    question.action = state == model::ItemState::Done   ? tr("done", "settle items")
                      : state == model::ItemState::Void ? tr("void", "settle items")
                                                        : tr("open again");
    question.title = QStringLiteral("%1 · %2").arg(question.action, what);
    question.done = tr("Saved: %1").arg(question.title);
    question.act = [act](const std::string& words) {
        model::SettleItems settled = act;
        settled.text = words;
        return settled;
    };
    m_ask->ask(std::move(question));
}

void CampaignView::refuse(const Error& error, const QString& key)
{
    Q_EMIT said(
        error.code == Code::NotAllowed ? tr("Another unit's item: only its own units settle it")
                                       : QStringLiteral("%1 · %2").arg(key, errorText(error.code)));
}

} // namespace sz::widgets
