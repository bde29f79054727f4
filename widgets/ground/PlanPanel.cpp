// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/PlanPanel.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/ground/PlanWords.h"
#include "widgets/models/Wording.h"

#include <QComboBox>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace sz::widgets {
namespace {

constexpr int kWidth = 344;
constexpr int kHeight = 540;
constexpr int kMostReason = 400; ///< characters
constexpr int kMostRows = 3;     ///< of the streets that move; more are scrolled to

PlainLabel* labelled(const QString& text, QWidget* parent, bool isSmall = false)
{
    auto* label = new PlainLabel(text, parent);
    label->setWordWrap(true);
    if (isSmall) {
        label->setFont(symbols::uiFont(12));
    }
    return label;
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (QWidget* widget : widgets) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    return row;
}

/// As narrow as the row wants it; the list that drops down is as wide as its words.
QComboBox* narrow(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    return box;
}

template <class Widget>
Widget* named(Widget* widget, const char* name, const QString& spoken)
{
    widget->setObjectName(QLatin1StringView(name));
    widget->setAccessibleName(spoken);
    return widget;
}

QString dateFormat()
{
    return QStringLiteral("yyyy-MM-dd");
}

} // namespace

PlanPanel::PlanPanel(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QFrame(parent), m_plan(std::move(plan)), m_theme(theme), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("planPanel"));
    setAccessibleName(tr("Changes of the plan"));
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeSheet());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->addWidget(m_pages);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

KeycapButton*
PlanPanel::button(const char* name, const QString& label, QWidget* parent, bool isMain)
{
    auto* made = new KeycapButton(
        m_theme, QKeySequence(), label, parent, isMain ? ButtonLook::Primary : ButtonLook::Framed);
    made->setObjectName(QLatin1StringView(name));
    return made;
}

QWidget* PlanPanel::makeList()
{
    auto* page = new QWidget;
    auto* title = new PlainLabel(tr("Changes of the plan"), page);
    title->setFont(symbols::uiFont(14, true));
    m_list = named(new QListWidget(page), "planList", tr("Changes of the plan, newest first"));
    m_list->setMinimumHeight(90);
    m_details = labelled({}, page, true);
    m_details->setObjectName(QStringLiteral("planDetails"));
    m_why = labelled({}, page, true);
    m_why->setObjectName(QStringLiteral("planWhy"));
    m_words = named(new QLineEdit(page), "planWords", tr("Words of the decision"));
    m_words->setPlaceholderText(tr("Words of the decision; needed to refuse"));
    m_words->setMaxLength(kMostReason);
    m_approve = button("approvePlanButton", tr("Approve"), page);
    m_refuse = button("refusePlanButton", tr("Refuse"), page);
    m_withdraw = button("withdrawPlanButton", tr("Withdraw"), page);
    m_show = button("showPlanButton", tr("Show on the map"), page);
    m_areas = named(narrow(new QComboBox(page)), "planAreaBox", tr("Area"));
    for (const plan::Area& area : m_plan->areas) {
        m_areas->addItem(areaText(*m_plan, area.number), area.number);
    }
    m_redraw = button("redrawButton", tr("Draw a change"), page);
    m_exportDate = named(new QDateEdit(page), "exportDate", tr("Areas as in force on"));
    m_exportDate->setDisplayFormat(dateFormat());
    m_exportDate->setCalendarPopup(true);
    auto* toFile = button("exportAreasButton", tr("Export GeoJSON"), page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_show);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_details);
    column->addWidget(m_words);
    column->addWidget(m_why);
    column->addLayout(rowOf({m_approve, m_refuse, m_withdraw}));
    column->addLayout(rowOf({m_areas, m_redraw}));
    column->addLayout(rowOf({m_exportDate, toFile}));
    connect(m_list, &QListWidget::currentRowChanged, this, &PlanPanel::chosenChanged);
    connect(m_list, &QListWidget::itemActivated, this, &PlanPanel::showRequested);
    connect(m_show, &KeycapButton::clicked, this, &PlanPanel::showRequested);
    connect(m_words, &QLineEdit::textChanged, this, &PlanPanel::chosenChanged);
    connect(m_approve, &KeycapButton::clicked, this, [this] { Q_EMIT decideRequested(true); });
    connect(m_refuse, &KeycapButton::clicked, this, [this] { Q_EMIT decideRequested(false); });
    connect(m_withdraw, &KeycapButton::clicked, this, &PlanPanel::withdrawRequested);
    connect(m_redraw, &KeycapButton::clicked, this, [this] { Q_EMIT redrawRequested(area()); });
    connect(toFile, &KeycapButton::clicked, this, &PlanPanel::exportRequested);
    return page;
}

QWidget* PlanPanel::makeSheet()
{
    auto* page = new QWidget;
    m_title = new PlainLabel(page);
    m_title->setFont(symbols::uiFont(14, true));
    m_cover = labelled({}, page);
    m_cover->setObjectName(QStringLiteral("planCover"));
    m_corner = labelled({}, page, true);
    m_corner->setObjectName(QStringLiteral("planCorner"));
    auto* keys = labelled(
        tr("Drag a corner or click the middle of an edge. Keys on the map: Page Down, Page Up "
           "choose a corner, arrows move it (Shift: ten times as far), Ins adds, Del removes, "
           "Enter goes to the reason."),
        page, true);
    m_undo = button("undoBorderButton", tr("Undo"), page);
    auto* add = button("addCornerButton", tr("Add a corner"), page);
    auto* remove = button("removeCornerButton", tr("Remove it"), page);
    m_streets = named(narrow(new QComboBox(page)), "moveStreetBox", tr("Street"));
    m_targets = named(narrow(new QComboBox(page)), "moveTargetBox", tr("To which area"));
    auto* move = button("addMoveButton", tr("Move"), page);
    m_moves = named(new QListWidget(page), "planMoves", tr("Streets that go to another area"));
    m_takeBack = button("takeMoveBackButton", tr("Take it off"), page);
    m_takeBack->hide();
    m_note = labelled(
        tr("The plan has no outlines of streets: a move changes the list of the area only. Where "
           "the border should follow, redraw it as well."),
        page, true);
    m_note->hide();
    m_hint = labelled({}, page, true);
    m_hint->setObjectName(QStringLiteral("planHint"));
    m_hint->hide();
    m_from = named(new QDateEdit(page), "planFrom", tr("Valid from"));
    m_from->setDisplayFormat(dateFormat());
    m_from->setCalendarPopup(true);
    auto* from = new PlainLabel(tr("Valid from 00:00 on"), page);
    from->setBuddy(m_from);
    m_reason = named(new QLineEdit(page), "planReason", tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setMaxLength(kMostReason);
    m_propose = button("proposePlanButton", tr("Propose"), page, true);
    auto* back = button("leaveEditButton", tr("Discard"), page);
    m_word = labelled({}, page, true);
    m_word->setObjectName(QStringLiteral("planWord"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(m_title);
    column->addWidget(m_cover);
    column->addWidget(m_corner);
    column->addLayout(rowOf({m_undo, add, remove}));
    column->addWidget(keys);
    column->addLayout(rowOf({m_streets, m_targets, move}));
    auto* list = new QHBoxLayout;
    list->addWidget(m_moves, 1);
    list->addWidget(m_takeBack, 0, Qt::AlignTop);
    column->addLayout(list);
    column->addWidget(m_note);
    column->addWidget(m_hint);
    column->addStretch(1);
    column->addLayout(rowOf({from, m_from}));
    column->addWidget(m_reason);
    column->addWidget(m_word);
    column->addLayout(rowOf({m_propose, back}));
    connect(m_undo, &KeycapButton::clicked, this, &PlanPanel::undoRequested);
    connect(add, &KeycapButton::clicked, this, &PlanPanel::insertRequested);
    connect(remove, &KeycapButton::clicked, this, &PlanPanel::removeRequested);
    connect(move, &KeycapButton::clicked, this, &PlanPanel::addMove);
    connect(m_takeBack, &KeycapButton::clicked, this, &PlanPanel::takeMoveBack);
    auto* off = new QShortcut(QKeySequence(Qt::Key_Delete), m_moves);
    off->setContext(Qt::WidgetShortcut);
    connect(off, &QShortcut::activated, this, &PlanPanel::takeMoveBack);
    connect(m_streets, &QComboBox::currentIndexChanged, this, &PlanPanel::fillTargets);
    connect(m_reason, &QLineEdit::textChanged, this, &PlanPanel::movesChanged);
    connect(m_from, &QDateEdit::dateChanged, this, &PlanPanel::movesChanged);
    connect(m_propose, &KeycapButton::clicked, this, &PlanPanel::proposeRequested);
    connect(back, &KeycapButton::clicked, this, &PlanPanel::editLeft);
    return page;
}

void PlanPanel::setState(const model::PlanState& state, Instant now)
{
    const QString before = chosen();
    m_proposals = state.proposals;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto& [id, one] : state.proposals | std::views::reverse) {
        auto* item =
            new QListWidgetItem(tr("%1 · from %2\n%3", "state, date, areas")
                                    .arg(
                                        widgets::stateText(one.state),
                                        localDate(*m_plan, one.validFrom).toString(dateFormat()),
                                        changeText(*m_plan, one.asked->change)));
        item->setData(Qt::UserRole, QString::fromStdString(id));
        m_list->addItem(item);
    }
    if (m_exportDate->property("isSet").isNull()) {
        m_exportDate->setProperty("isSet", true);
        m_exportDate->setDate(localDate(*m_plan, now));
    }
    choose(
        before.isEmpty() && m_list->count() > 0 ? m_list->item(0)->data(Qt::UserRole).toString()
                                                : before);
    if (state.proposals.empty()) {
        m_details->setText(tr("No change has been proposed: the plan is as its folder says."));
    }
    Q_EMIT chosenChanged();
}

QString PlanPanel::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void PlanPanel::choose(const QString& id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id) {
            m_list->setCurrentRow(row);
        }
    }
}

void PlanPanel::setMay(const QString& approve, const QString& refuse, const QString& withdraw)
{
    m_approve->setEnabled(approve.isEmpty());
    m_refuse->setEnabled(refuse.isEmpty());
    m_approve->setAccessibleDescription(approve);
    m_refuse->setAccessibleDescription(refuse);
    m_withdraw->setVisible(withdraw.isEmpty());
    const auto it = m_proposals.find(chosen().toStdString());
    if (it != m_proposals.end()) {
        m_details->setText(historyText(*m_plan, it->second));
    }
    const bool isWaiting =
        it != m_proposals.end() && it->second.state == model::ProposalState::Waiting;
    m_why->setText(isWaiting ? approve : QString()); // a whole sentence: no button is so wide
    m_why->setVisible(isWaiting && !approve.isEmpty());
    m_show->setVisible(it != m_proposals.end() && !it->second.asked->change.outlines.empty());
    m_words->setVisible(isWaiting);
    m_approve->setVisible(isWaiting);
    m_refuse->setVisible(isWaiting);
}

void PlanPanel::setMayPropose(const QString& whyNot)
{
    m_redraw->setEnabled(whyNot.isEmpty());
    m_redraw->setAccessibleDescription(whyNot);
    m_redraw->setToolTip(whyNot);
}

void PlanPanel::setArea(int number)
{
    if (const int row = m_areas->findData(number); row >= 0) {
        m_areas->setCurrentIndex(row);
    }
}

int PlanPanel::area() const
{
    return m_areas->currentData().toInt();
}

void PlanPanel::startEdit(int area, std::shared_ptr<const plan::Plan> now, const QDate& from)
{
    m_edited = std::move(now);
    m_editedArea = area;
    m_moveList.clear();
    showMoves();
    setHint({});
    m_reason->clear();
    m_word->setText({});
    m_title->setText(tr("Change of %1").arg(areaText(*m_plan, area)));
    m_from->setMinimumDate(from);
    m_from->setDate(from);
    const plan::Area* mine = m_edited->area(area);
    {
        const QSignalBlocker quiet(m_streets);
        m_streets->clear();
        for (const plan::Street& street : m_edited->streets) {
            if (mine != nullptr && street.district == mine->district) {
                m_streets->addItem(
                    nameText(street.name), QString::fromStdString(street.code.value));
            }
        }
    }
    fillTargets();
    m_pages->setCurrentIndex(1);
    updateGeometry();
}

void PlanPanel::fillTargets()
{
    m_targets->clear();
    const plan::Street* street =
        m_edited == nullptr
            ? nullptr
            : m_edited->street(StreetCode(m_streets->currentData().toString().toStdString()));
    if (street == nullptr) {
        return;
    }
    for (const plan::Area& area : m_edited->areas) {
        if (area.district == street->district && area.number != street->area) {
            m_targets->addItem(areaText(*m_plan, area.number), area.number);
        }
    }
}

void PlanPanel::addMove()
{
    const StreetCode street(m_streets->currentData().toString().toStdString());
    const int to = m_targets->currentData().toInt();
    if (street.empty() || to == 0) {
        return;
    }
    std::erase_if(m_moveList, [&](const plan::StreetMove& one) { return one.street == street; });
    m_moveList.push_back({street, to});
    showMoves();
}

void PlanPanel::takeMoveBack()
{
    const int row = std::max(m_moves->currentRow(), 0);
    if (row < static_cast<int>(m_moveList.size())) {
        m_moveList.erase(m_moveList.begin() + row);
        showMoves();
    }
}

void PlanPanel::showMoves()
{
    m_moves->clear();
    for (const plan::StreetMove& one : m_moveList) {
        m_moves->addItem(movesText(*m_plan, {{}, {one}}));
    }
    m_moves->setCurrentRow(m_moves->count() - 1);
    const int rows = std::clamp(m_moves->count(), 1, kMostRows);
    m_moves->setFixedHeight(
        std::max(m_moves->sizeHintForRow(0) * rows + 4, m_takeBack->sizeHint().height()));
    m_moves->setVisible(!m_moveList.empty());
    m_takeBack->setVisible(!m_moveList.empty());
    m_note->setVisible(!m_moveList.empty());
    Q_EMIT movesChanged();
}

void PlanPanel::showList()
{
    m_pages->setCurrentIndex(0);
    m_list->setFocus(Qt::OtherFocusReason);
    updateGeometry();
}

bool PlanPanel::isEditing() const
{
    return m_pages->currentIndex() == 1;
}

void PlanPanel::setCover(const QString& words, bool isGood)
{
    m_cover->setText((isGood ? QStringLiteral("✓ ") : QStringLiteral("⚠ ")) + words);
}

void PlanPanel::setHint(const QString& words)
{
    m_hint->setText(words);
    m_hint->setVisible(!words.isEmpty());
    m_note->setVisible(words.isEmpty() && !m_moveList.empty()); // says less, and room is short
}

void PlanPanel::setEditState(bool canUndo, const QString& corner)
{
    m_undo->setEnabled(canUndo);
    m_corner->setText(corner);
}

void PlanPanel::setWord(const QString& words)
{
    m_word->setText(words);
    m_propose->setEnabled(words.isEmpty());
}

void PlanPanel::warn(const QString& words)
{
    m_word->setText(words);
}

std::vector<plan::StreetMove> PlanPanel::moves() const
{
    return m_moveList;
}

QDate PlanPanel::fromDate() const
{
    return m_from->date();
}

QString PlanPanel::reason() const
{
    return m_reason->text().trimmed();
}

QString PlanPanel::decisionWords() const
{
    return m_words->text().trimmed();
}

QDate PlanPanel::exportDate() const
{
    return m_exportDate->date();
}

void PlanPanel::takeFocus()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void PlanPanel::focusReason()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

QSize PlanPanel::sizeHint() const
{
    return {kWidth, kHeight};
}

void PlanPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PlanPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        if (isEditing()) {
            Q_EMIT editLeft();
        } else {
            Q_EMIT closed();
        }
        return;
    }
    if (isEditing() && event->matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace sz::widgets
