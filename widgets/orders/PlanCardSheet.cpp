// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/PlanCardSheet.h"

#include "data/desk/OnResult.h"
#include "data/plan/Cards.h"
#include "widgets/actions/DutyWords.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace sz::widgets {

namespace {

constexpr std::size_t kMostCards = 9; ///< one digit each

} // namespace

PlanCardSheet::PlanCardSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Plan card"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_choice(new QWidget(this)), m_choiceRows(new QVBoxLayout(m_choice)),
      m_what(new ToneLabel(theme, Token::Tx1, this)),
      m_note(new ToneLabel(theme, Token::YelTx, this)),
      m_table(new OrderTable(theme, tr("Orders of the card"), OrderTable::Use::Checklist, this))
{
    setObjectName(QStringLiteral("planCardSheet"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, &PlanCardSheet::issue);
    connect(&desk, &desk::Desk::changed, this, &PlanCardSheet::follow);
    connect(&desk, &desk::Desk::shiftChanged, this, [this] {
        if (isVisible()) {
            showDraft(); // somebody else is there now
        }
    });
    connect(this, &SideSheet::closed, this, [this] { m_incident.reset(); });
    connect(m_table, &OrderTable::ticked, this, [this](int row, bool isOn) {
        const UnitCode unit = m_table->rows()[static_cast<std::size_t>(row)].line.unit;
        std::erase(m_left, unit);
        if (!isOn) {
            m_left.push_back(unit);
        }
        refreshMainAct();
    });
}

PlanCardSheet::~PlanCardSheet()
{
    releaseFocus();
}

void PlanCardSheet::build()
{
    mainAct()->setKeys(QKeySequence(Qt::Key_Return)); // no field here takes it
    m_choiceRows->setContentsMargins(0, 4, 0, 0);
    m_choiceRows->setSpacing(2);
    m_what->setObjectName(QStringLiteral("cardText"));
    m_note->setObjectName(QStringLiteral("cardNote"));
    m_table->setObjectName(QStringLiteral("cardTable"));
    for (ToneLabel* label : {m_what, m_note}) {
        label->setContentsMargins(0, 7, 0, 0);
    }
    addRow(tr("Card"), m_choice, 4);
    addRow(tr("Orders"), m_table);
    addRow(tr("To do"), m_what, 8);
    addRow(tr("Skipped"), m_note, 8);
    finishBody();
}

void PlanCardSheet::open(const IncidentId& incident, const std::string& code)
{
    m_incident = m_desk.incident(incident);
    m_cards.clear();
    m_isBusy = false;
    if (m_incident != nullptr) {
        m_cards = plan::cardsFor(m_desk.plan(), m_incident->kind, m_incident->grade);
        setBadge(shortNumberText(*m_incident));
        setHeadNote(titleText(*m_incident));
    }
    const plan::PlanCard* wanted = m_desk.plan().card(code);
    if (wanted != nullptr && !std::ranges::contains(m_cards, wanted)) {
        m_cards.insert(m_cards.begin(), wanted);
    }
    m_cards.resize(std::min(m_cards.size(), kMostCards));
    showCards();
    const auto at = std::ranges::find(m_cards, wanted);
    chooseCard(at == m_cards.end() ? 0 : static_cast<std::size_t>(at - m_cards.begin()));
    m_table->setFocus(Qt::OtherFocusReason);
}

// One key a card, as it is printed.
void PlanCardSheet::showCards()
{
    qDeleteAll(m_keys);
    m_keys.clear();
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const auto digit = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i));
        auto* key = scopedKeycap(theme(), QKeySequence(digit), nameText(m_cards[i]->name), this);
        key->setObjectName(QStringLiteral("card%1Button").arg(i + 1));
        m_choiceRows->addWidget(key, 0, Qt::AlignLeft);
        key->show(); // now: its digit works from the first moment
        connect(key, &QAbstractButton::clicked, this, [this, i] { chooseCard(i); });
        m_keys.push_back(key);
    }
    setRowVisible(m_choice, m_cards.size() > 1);
}

void PlanCardSheet::chooseCard(std::size_t index)
{
    m_chosen = index;
    m_left.clear();
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const QString name = nameText(m_cards[i]->name);
        m_keys[i]->setLabel(i == index ? tr("● %1", "the chosen card").arg(name) : name);
        m_keys[i]->setAccessibleName(name);
    }
    showDraft();
}

void PlanCardSheet::showDraft()
{
    const bool isThere = m_incident != nullptr && m_chosen < m_cards.size();
    m_draft = isThere ? cardDraft(m_desk.plan(), *m_cards[m_chosen], *m_incident) : CardDraft{};
    std::vector<OrderRow> rows;
    for (const CardGroup& group : m_draft.groups) {
        for (const OrderLine& line : group.lines) {
            OrderRow row;
            row.line = line;
            row.unit = unitText(m_desk.plan(), line.unit);
            const DutyBrief duty =
                dutyBrief(m_desk.plan(), line.unit, m_ticks.now(), dutyRoster(m_desk));
            row.isGap = duty.isGap;
            row.duty = duty.text;
            row.isTicked = isTicked(line.unit);
            rows.push_back(std::move(row));
        }
    }
    m_table->setRows(std::move(rows));
    setTitle(isThere ? nameText(m_cards[m_chosen]->name) : tr("Plan card"));
    m_what->setText(isThere ? wordsText() : QString());
    setRowVisible(m_what, isThere);
    setRowVisible(m_table, m_draft.count() > 0);
    m_note->setText(noteText());
    setRowVisible(m_note, !noteText().isEmpty());
    refreshMainAct();
}

// What each unit will read.
QString PlanCardSheet::wordsText() const
{
    QStringList lines;
    for (const CardGroup& group : m_draft.groups) {
        QStringList units;
        for (const OrderLine& line : group.lines) {
            units.append(unitText(m_desk.plan(), line.unit));
        }
        lines.append(tr("%1: %2", "units, what they are to do")
                         .arg(
                             units.join(tr(", ", "between units")),
                             visibleLine(QString::fromStdString(group.text))));
    }
    if (m_cards[m_chosen]->isSample) {
        lines.append(tr("A sample: not any plan in force."));
    }
    return lines.join(QLatin1Char('\n'));
}

QString PlanCardSheet::noteText() const
{
    QStringList parts;
    QStringList busy;
    for (const UnitCode& unit : m_draft.busy) {
        busy.append(unitText(m_desk.plan(), unit));
    }
    if (!busy.isEmpty()) {
        parts.append(
            tr("%1: an order of theirs is open here").arg(busy.join(tr(", ", "between units"))));
    }
    if (m_draft.isPlaceMissing) {
        parts.append(tr("district: the place of the incident is in none"));
    }
    return parts.join(tr("; ", "between reasons"));
}

bool PlanCardSheet::isTicked(const UnitCode& unit) const
{
    return !std::ranges::contains(m_left, unit);
}

void PlanCardSheet::refreshMainAct()
{
    const auto all = acts();
    int count = 0;
    for (const model::IssueOrders& act : all) {
        count += static_cast<int>(act.to.size());
    }
    mainAct()->setLabel(tr("Issue %n orders", nullptr, count));
    mainAct()->setEnabled(count > 0);
    if (m_cards.empty()) {
        say(tr("No plan card fits this kind and grade. F3 issues orders by hand."), true);
    } else if (m_draft.count() == 0) {
        say(tr("Every unit of this card has an open order here."), true);
    } else if (!all.empty()) {
        const auto may = m_desk.canPerform(m_incident->id, all.front());
        mainAct()->setEnabled(may.has_value());
        say(may ? QString() : errorText(may.error()), !may);
    } else {
        say({});
    }
}

std::vector<model::IssueOrders> PlanCardSheet::acts() const
{
    std::vector<model::IssueOrders> out;
    for (const CardGroup& group : m_draft.groups) {
        std::vector<OrderLine> lines;
        std::ranges::copy_if(group.lines, std::back_inserter(lines), [this](const OrderLine& line) {
            return isTicked(line.unit);
        });
        if (!lines.empty()) {
            out.push_back(issueOf(
                QString::fromStdString(group.text), lines, [this] { return m_desk.newOrderId(); }));
        }
    }
    return out;
}

// Others may issue orders meanwhile: nobody gets a second one by this sheet.
void PlanCardSheet::follow()
{
    const auto now = m_incident == nullptr ? nullptr : m_desk.incident(m_incident->id);
    if (now == nullptr || now->version == m_incident->version || m_isBusy) {
        return;
    }
    m_incident = now;
    showDraft();
}

void PlanCardSheet::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->isAutoRepeat()) {
        mainAct()->click();
        return;
    }
    SideSheet::keyPressEvent(event);
}

void PlanCardSheet::issue()
{
    if (m_isBusy || m_incident == nullptr) {
        return;
    }
    m_at = m_incident->id;
    m_waiting = acts();
    std::ranges::reverse(m_waiting);
    m_issued.clear();
    m_isBusy = !m_waiting.empty();
    issueNext();
}

// One after the other: each is judged with those before it.
void PlanCardSheet::issueNext()
{
    if (m_waiting.empty()) {
        done();
        return;
    }
    const model::IssueOrders act = m_waiting.back();
    m_waiting.pop_back();
    desk::onResult(
        this, m_desk.perform(m_at, act), [this, act](const Result<desk::Receipt>& receipt) {
            if (receipt) {
                std::ranges::transform(act.to, std::back_inserter(m_issued), &model::OrderTo::id);
                issueNext();
                return;
            }
            m_isBusy = false;
            m_waiting.clear();
            follow();
            const auto count = static_cast<int>(m_issued.size());
            say(count == 0 ? errorText(receipt.error())
                           : tr("%n orders issued, then: %1", nullptr, count)
                                 .arg(errorText(receipt.error())),
                true);
            if (count > 0) {
                Q_EMIT issued(m_at, m_issued, doneText());
            }
        });
}

void PlanCardSheet::done()
{
    m_isBusy = false;
    if (!m_issued.empty()) {
        const auto orders = m_issued;
        const IncidentId incident = m_at;
        const QString what = doneText();
        Q_EMIT performed(what);
        Q_EMIT issued(incident, orders, what);
    }
}

QString PlanCardSheet::doneText() const
{
    const auto count = static_cast<int>(m_issued.size());
    return m_desk.link().state == desk::LinkState::Live
               ? tr("%n orders issued by the card", nullptr, count)
               : tr("%n orders saved on this desk, will be sent", nullptr, count);
}

} // namespace sz::widgets
