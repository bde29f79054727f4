// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/DecideSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/DecideWords.h"
#include "widgets/orders/LimitField.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sz::widgets {

using model::StepKind;

namespace {

constexpr int kTextHeight = 72;
constexpr int kNumberWidth = 84;
constexpr int kMostSampled = 999'999;
constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;

} // namespace

DecideSheet::DecideSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Decide"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_what(new ToneLabel(theme, Token::Tx1, this)),
      m_story(new ToneLabel(theme, Token::Tx1, this)),
      m_clocks(new ToneLabel(theme, Token::Tx1, this)), m_sample(new QWidget(this)),
      m_limit(new LimitField(
          theme,
          tr("New limit when it is not in order"),
          {2 * kHour, kDay, 3 * kDay},
          true,
          this)),
      m_words(new QPlainTextEdit(this)),
      m_no(scopedKeycap(theme, Qt::ALT | Qt::Key_N, QString(), this, ButtonLook::Framed)),
      m_instead(scopedKeycap(
          theme,
          Qt::ALT | Qt::Key_R,
          tr("order another unit"),
          this,
          ButtonLook::Framed))
{
    setObjectName(QStringLiteral("decideSheet"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, [this] { decide(true); });
    connect(m_no, &QAbstractButton::clicked, this, [this] { decide(false); });
    connect(m_instead, &QAbstractButton::clicked, this, [this] {
        if (!isComposing() && m_incident != nullptr && m_waiting) {
            Q_EMIT insteadRequested(m_incident->id, m_waiting->order, words());
        }
    });
    connect(&desk, &desk::Desk::changed, this, &DecideSheet::follow);
    connect(this, &SideSheet::closed, this, [this] { m_incident.reset(); });
}

DecideSheet::~DecideSheet()
{
    releaseFocus();
}

void DecideSheet::build()
{
    m_story->setObjectName(QStringLiteral("decideStory"));
    m_clocks->setObjectName(QStringLiteral("decideClocks"));
    m_limit->edit()->setObjectName(QStringLiteral("decideLimitEdit"));
    m_words->setObjectName(QStringLiteral("decideWordsEdit"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(kTextHeight);
    m_no->setObjectName(QStringLiteral("decideNoButton"));
    m_instead->setObjectName(QStringLiteral("decideInsteadButton"));
    for (ToneLabel* label : {m_what, m_story, m_clocks}) {
        label->setContentsMargins(0, 7, 0, 0);
    }
    buildSample();
    watch(m_words);
    watch(m_limit->edit());
    addRow(tr("Order"), m_what, 4);
    addRow(tr("Waits"), m_story, 8);
    addRow(tr("Limit"), m_clocks, 8);
    addRow(tr("Words"), m_words);
    addRow(tr("Sample"), m_sample, 8);
    addRow(tr("New limit"), m_limit, 8);
    footer()->insertWidget(1, m_no);
    footer()->insertWidget(2, m_instead);
    finishBody();
    setTabOrder({mainAct(), m_no, m_instead});
    connect(m_words, &QPlainTextEdit::textChanged, this, &DecideSheet::sayWhyNot);
}

void DecideSheet::buildSample()
{
    const auto number = [this](const char* name, const QString& spoken) {
        auto* edit = new QLineEdit(m_sample);
        edit->setObjectName(QLatin1StringView(name));
        edit->setAccessibleName(spoken);
        edit->setFixedWidth(kNumberWidth);
        edit->setValidator(new QIntValidator(0, kMostSampled, edit));
        return edit;
    };
    const auto label = [this](const QString& words) {
        auto* text = new ToneLabel(theme(), Token::Tx3, m_sample);
        text->setText(words);
        text->setWordWrap(false);
        return text;
    };
    m_drawn = number("sampleDrawnEdit", tr("Places or items looked at"));
    m_good = number("sampleGoodEdit", tr("Of them in order"));
    auto* row = new QHBoxLayout(m_sample);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_drawn);
    row->addWidget(label(tr("looked at, in order")));
    row->addWidget(m_good);
    row->addStretch(1);
    m_sample->setFocusProxy(m_drawn);
}

void DecideSheet::open(const IncidentId& incident, const OrderId& order)
{
    m_incident = m_desk.incident(incident);
    const model::Order* known = m_incident == nullptr ? nullptr : m_incident->order(order);
    m_waiting = known == nullptr ? std::nullopt : waitingOn(*known);
    m_words->clear();
    m_drawn->clear();
    m_good->clear();
    m_limit->setMinutes(0);
    showWaiting();
    sayWhyNot();
    m_words->setFocus(Qt::OtherFocusReason);
}

const model::Order* DecideSheet::order() const
{
    return m_incident == nullptr || !m_waiting ? nullptr : m_incident->order(m_waiting->order);
}

QString DecideSheet::words() const
{
    return m_words->toPlainText().trimmed();
}

// Somebody else may decide meanwhile; what is written here stays.
void DecideSheet::follow()
{
    const auto now = m_incident == nullptr ? nullptr : m_desk.incident(m_incident->id);
    if (now == nullptr || now->version == m_incident->version || m_isBusy) {
        return;
    }
    m_incident = now;
    const model::Order* known = order();
    if (known == nullptr || waitingOn(*known) != m_waiting) {
        say(tr("Meanwhile this has been decided, or is no longer asked for."), true);
        return;
    }
    showWaiting();
}

void DecideSheet::showWaiting()
{
    const model::Order* known = order();
    const bool isRecheck = m_waiting && m_waiting->kind == StepKind::Recheck;
    setRowVisible(m_clocks, m_waiting && m_waiting->kind == StepKind::Relief);
    setRowVisible(m_sample, isRecheck);
    setRowVisible(m_limit, isRecheck);
    m_instead->setVisible(m_waiting && m_waiting->kind == StepKind::Return);
    block();
    if (known == nullptr || !m_waiting) {
        mainAct()->setEnabled(false);
        m_no->setEnabled(false);
        m_what->clear();
        m_story->clear();
        return;
    }
    setBadge(shortNumberText(*m_incident));
    setHeadNote(titleText(*m_incident));
    const DecideWords told = decideWords(*known, m_waiting->kind, m_desk.plan(), m_ticks.now());
    setTitle(told.title);
    m_what->setText(told.what);
    m_story->setText(told.story);
    m_clocks->setText(told.clocks);
    m_words->setPlaceholderText(told.hint);
    m_words->setAccessibleName(told.hint);
    mainAct()->setLabel(told.yes);
    m_no->setLabel(told.no);
}

model::Act DecideSheet::act(bool isYes) const
{
    const model::Order* known = order();
    const std::string text = words().toStdString();
    switch (m_waiting->kind) {
    case StepKind::Relief:
        return model::DecideRelief{
            m_waiting->order, known != nullptr && known->ask ? known->ask->entry : std::string(),
            isYes, text};
    case StepKind::Return:
        return model::DecideReturn{m_waiting->order, isYes, text};
    default:
        return model::RecheckOrder{
            m_waiting->order,
            isYes,
            m_drawn->text().toInt(),
            m_good->text().toInt(),
            isYes ? 0 : m_limit->minutes().value_or(0),
            text};
    }
}

// May it be decided here at all? Asked with words and numbers that no rule minds: what is missing in them is said later.
Result<void> DecideSheet::verdict() const
{
    if (!m_waiting) {
        return fail(Code::NothingAsked, "nothing waits");
    }
    model::Act sample = act(true);
    std::visit(
        [](auto& a) {
            if constexpr (requires { a.words; }) {
                a.words = "-";
            } else if constexpr (requires { a.isPassed; }) {
                a.text = "-";
                a.sampled = 0;
                a.good = 0;
            }
        },
        sample);
    return model::checkAct(m_desk.plan(), m_incident.get(), m_desk.actor(), sample);
}

// A key that would be refused says so itself. Another unit may be ordered by who may not decide, but not past the chief.
void DecideSheet::block()
{
    const Result<void> may = verdict();
    const QString reason = may ? QString() : shortReason(may.error());
    mainAct()->setBlocked(reason);
    m_no->setBlocked(reason);
    m_instead->setBlocked(!may && may.error().code == Code::ChiefDecides ? reason : QString());
}

// Who may not decide this one reads so before writing a word, and while writing.
void DecideSheet::sayWhyNot()
{
    const Result<void> may = verdict();
    say(may ? QString() : errorText(may.error()), !may);
}

bool DecideSheet::isComplete(bool isYes)
{
    const bool isRelief = m_waiting->kind == StepKind::Relief;
    if (words().isEmpty() && !(isRelief && isYes)) {
        point(
            m_words, m_waiting->kind == StepKind::Recheck ? tr("Write what was found.")
                                                          : tr("Write why: the unit reads it."));
        return false;
    }
    if (m_waiting->kind != StepKind::Recheck) {
        return true;
    }
    if (m_good->text().toInt() > m_drawn->text().toInt()) {
        point(m_good, tr("More cannot be in order than were looked at."));
        return false;
    }
    if (!isYes && m_limit->minutes().value_or(0) == 0) {
        point(m_limit->edit(), tr("Give the new limit as 30m, 2h or 3d."));
        return false;
    }
    return true;
}

QString DecideSheet::doneText(bool isYes) const
{
    switch (m_waiting->kind) {
    case StepKind::Relief:
        return isYes ? tr("agreed to") : tr("not agreed to");
    case StepKind::Return:
        return isYes ? tr("return accepted") : tr("the unit has it again");
    default:
        return isYes ? tr("rechecked, in order") : tr("rechecked, open again");
    }
}

void DecideSheet::decide(bool isYes)
{
    if (m_isBusy || isComposing() || m_incident == nullptr || !m_waiting || !isComplete(isYes)) {
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_incident->id, act(isYes)),
        [this, done = doneText(isYes)](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            m_incident.reset();
            Q_EMIT performed(done);
        });
}

} // namespace sz::widgets
