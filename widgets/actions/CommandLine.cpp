// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/CommandLine.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/CommandInput.h"
#include "widgets/actions/CommandWords.h"
#include "widgets/actions/FindRows.h"
#include "widgets/common/ChipRow.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Language.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/TakeBack.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kPreview = 44;
constexpr int kPad = 12;

/// Prints a key of the input field, which handles it itself; a click does the same.
KeycapButton* hint(const ThemeSource& theme, Qt::Key key, const QString& label, QWidget* parent)
{
    auto* button = new KeycapButton(theme, QKeySequence(key), label, parent);
    button->findChild<QShortcut*>()->setEnabled(false);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace

CommandLine::CommandLine(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_finder(finder), m_theme(theme), m_ticks(ticks)
{
    setObjectName(QStringLiteral("commandLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPad, 0, kPad, kPad);
    column->setSpacing(0);
    buildPreview(*column);
    buildInput(*column);
    connect(&desk, &desk::Desk::changed, this, &CommandLine::refresh);
    connect(&desk, &desk::Desk::modeChanged, this, &CommandLine::refresh);
    auto* focus = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_J), this);
    focus->setObjectName(QStringLiteral("lineKey"));
    connect(
        focus, &QShortcut::activated, this, [this] { m_input->setFocus(Qt::ShortcutFocusReason); });
    // From a list, where letters are keys: a field that has the focus takes the stroke first.
    auto* find = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    find->setObjectName(QStringLiteral("lineFindKey"));
    connect(find, &QShortcut::activated, this, [this] { begin(QStringLiteral("/")); });
    refresh();
}

void CommandLine::buildPreview(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* label = new PlainLabel(tr("Preview"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_chips = new ChipRow(m_theme, this);
    m_chips->setObjectName(QStringLiteral("previewChips"));
    m_effect = hint(m_theme, Qt::Key_Return, QString(), this);
    m_effect->setObjectName(QStringLiteral("effectButton"));
    m_complete = hint(m_theme, Qt::Key_Tab, tr("complete"), this);
    m_complete->setObjectName(QStringLiteral("completeButton"));
    m_clear = hint(m_theme, Qt::Key_Escape, tr("clear"), this);
    m_clear->setObjectName(QStringLiteral("clearButton"));
    connect(m_effect, &QAbstractButton::clicked, this, &CommandLine::perform);
    connect(m_complete, &QAbstractButton::clicked, this, &CommandLine::complete);
    connect(m_clear, &QAbstractButton::clicked, this, &CommandLine::clear);
    row->addWidget(label);
    row->addWidget(m_chips, 1);
    row->addWidget(m_effect);
    row->addWidget(m_complete);
    row->addWidget(m_clear);
    m_preview = new QWidget(this);
    m_preview->setFixedHeight(kPreview);
    row->setContentsMargins(0, 0, 0, 0);
    m_preview->setLayout(row);
    column.addWidget(m_preview);
}

void CommandLine::buildInput(QVBoxLayout& column)
{
    m_input = new CommandInput(m_theme, this);
    m_input->setObjectName(QStringLiteral("commandInput"));
    m_input->setAccessibleName(tr("Command line"));
    m_input->setPlaceholderText(
        tr("order, remind, note, ? who is on duty, / find  —  e.g. p jianghan,gas 30m"));
    m_list = new ChoiceList(m_theme, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_input, 1);
    m_keys = new QHBoxLayout;
    m_keys->setSpacing(4);
    row->addLayout(m_keys);
    column.addLayout(row);
    connect(m_input, &QLineEdit::textChanged, this, [this](const QString& text) {
        refresh();
        Q_EMIT textChanged(text);
    });
    connect(m_input, &CommandInput::performWanted, this, &CommandLine::perform);
    connect(m_input, &CommandInput::completeWanted, this, &CommandLine::complete);
    connect(m_input, &CommandInput::clearWanted, this, &CommandLine::clear);
    connect(m_input, &CommandInput::stepWanted, this, [this](int by) { m_list->step(by); });
    connect(m_list, &ChoiceList::chosen, this, [this] {
        if (m_command.verb == Verb::Duty) {
            copyNumber();
        } else if (m_command.verb == Verb::Find) {
            openFound();
        } else {
            complete();
        }
    });
}

void CommandLine::setSelected(const IncidentId& incident)
{
    m_selected = incident;
    refresh();
}

void CommandLine::addKeycap(KeycapButton* button)
{
    button->setParent(this);
    m_keys->addWidget(button);
    button->show();
}

void CommandLine::begin(const QString& text)
{
    m_input->setText(text);
    m_input->setFocus(Qt::OtherFocusReason);
    m_input->end(false);
}

QString CommandLine::text() const
{
    return m_input->text();
}

bool CommandLine::isPreviewEmpty() const
{
    return m_input->text().isEmpty() && !m_refusal;
}

int CommandLine::previewHeight() const
{
    return kPreview;
}

void CommandLine::refresh()
{
    const CommandContext context{
        m_desk.plan(),  m_finder,      m_desk.incidents(),   m_desk.incident(m_selected),
        m_desk.actor(), m_ticks.now(), {m_desk.mode().turns}};
    m_command = parseCommand(m_input->text(), context);
    std::vector<Chip> chips =
        commandChips(m_command, m_desk.plan(), m_ticks.now(), dutyRoster(m_desk));
    if (m_refusal) {
        chips.insert(chips.begin(), *m_refusal);
    }
    m_chips->setChips(std::move(chips));
    m_effect->setLabel(effectText(m_command));
    m_effect->setVisible(m_command.isReady());
    m_clear->setVisible(!m_input->text().isEmpty() || m_refusal);
    showList();
}

// Candidates while a unit is in doubt, posts while asked who is on duty; nothing else covers the map.
void CommandLine::showList()
{
    const bool isDuty = m_command.verb == Verb::Duty && m_command.complaints.empty();
    const bool isInDoubt = std::ranges::any_of(m_command.complaints, [](const Complaint& c) {
        return c.trouble == Trouble::AmbiguousUnit;
    });
    m_complete->setVisible(isInDoubt);
    if (m_command.verb == Verb::Find && m_command.complaints.empty() && isVisible()) {
        find();
        return;
    }
    if (m_list == nullptr || (!isDuty && !isInDoubt) || !isVisible()) {
        hideList();
        return;
    }
    const int lit = m_listedFor == m_input->text() ? m_list->current() : 0;
    m_listedFor = m_input->text();
    m_list->setKey(isDuty ? QStringLiteral("Enter") : QStringLiteral("Tab"));
    m_list->setRows(
        isDuty ? dutyRows(m_command, m_desk.plan(), m_ticks.now(), m_phones, dutyRoster(m_desk))
               : completionRows(m_command));
    m_list->setCurrent(lit);
    if (m_list->parentWidget() != window()) {
        m_list->setParent(window());
    }
    m_list->showAt(m_preview, ChoiceList::Side::Above); // the reading stays in sight
    m_input->setListShown(true);
}

// Each stroke asks; an answer to an older text is dropped.
void CommandLine::find()
{
    if (m_foundFor == m_command.text) {
        showFound();
        return;
    }
    m_foundFor = m_command.text;
    desk::onResult(
        this, m_desk.search(m_command.text.toStdString()),
        [this, asked = m_command.text](const Result<desk::SearchResult>& result) {
            if (asked == m_foundFor && m_command.verb == Verb::Find && result) {
                m_found = *result;
                showFound();
            }
        });
}

void CommandLine::showFound()
{
    if (m_list == nullptr) {
        return;
    }
    m_list->setKey(m_found.found.empty() ? QString() : QStringLiteral("Enter"));
    m_list->setRows(findRows(m_found, m_foundFor, m_desk.plan().utcOffsetMinutes));
    m_list->setCurrent(0);
    if (m_list->parentWidget() != window()) {
        m_list->setParent(window());
    }
    m_list->showAt(m_preview, ChoiceList::Side::Above);
    m_input->setListShown(true);
}

void CommandLine::openFound()
{
    const int row = m_list == nullptr ? -1 : m_list->current();
    if (m_foundFor != m_command.text || row < 0 || row >= static_cast<int>(m_found.found.size())) {
        return; // not answered yet, or nothing was found
    }
    const IncidentId target = m_found.found[static_cast<std::size_t>(row)].incident;
    done(QString());
    Q_EMIT incidentRequested(target);
}

void CommandLine::hideList()
{
    m_foundFor.clear();
    m_input->setListShown(false);
    if (m_list != nullptr) {
        m_list->hide();
    }
}

void CommandLine::perform()
{
    if (!m_command.isReady()) {
        return;
    }
    if (m_command.verb == Verb::Jump) {
        const IncidentId target = m_command.incident->id;
        done(QString());
        Q_EMIT incidentRequested(target);
    } else if (m_command.verb == Verb::Force && !m_command.force.count) {
        const IncidentId target = m_command.incident->id;
        done(QString());
        Q_EMIT forceRequested(target);
    } else if (m_command.verb == Verb::Duty) {
        copyNumber();
    } else if (m_command.verb == Verb::Find) {
        openFound();
    } else if (m_command.verb == Verb::Games || m_command.verb == Verb::Normal) {
        const QString reason = m_command.text;
        done(QString());
        Q_EMIT modeRequested(reason);
    } else if (m_command.verb == Verb::Card) {
        const IncidentId target = m_command.incident->id;
        const std::string code = m_command.card == nullptr ? std::string() : m_command.card->code;
        done(QString());
        Q_EMIT cardRequested(target, code);
    } else if (m_command.verb == Verb::Filter || m_command.verb == Verb::View) {
        const bool isView = m_command.verb == Verb::View;
        const QString typed = m_command.text;
        done(QString());
        if (isView) {
            Q_EMIT viewRequested(typed);
        } else {
            Q_EMIT filterRequested(typed);
        }
    } else {
        performAct();
    }
}

void CommandLine::performAct()
{
    const auto act = actOf(m_command, [this] { return m_desk.newOrderId(); });
    if (!act) {
        return;
    }
    const QString message = doneText(m_command);
    const QString sent = m_input->text();
    const auto back = takingBack(*act, *m_command.incident);
    desk::onResult(
        this, m_desk.perform(m_command.incident->id, *act),
        [this, message, sent, back](const Result<desk::Receipt>& receipt) {
            if (receipt) {
                Q_EMIT performed(message);
                if (!back.empty()) {
                    Q_EMIT undoOffered(message, receipt->incident, back);
                }
            } else {
                refuse(sent, receipt.error());
            }
        });
    done(QString()); // the next line is typed while this one is written
}

void CommandLine::copyNumber()
{
    const int row = m_list == nullptr ? -1 : m_list->current();
    const QString phone = row >= 0 && row < m_phones.size() ? m_phones[row] : QString();
    if (phone.isEmpty()) {
        return;
    }
    QGuiApplication::clipboard()->setText(phone);
    done(tr("%1 is on the clipboard", "a telephone number").arg(phone));
}

void CommandLine::complete()
{
    const Completion& word = m_command.completion;
    const int row = m_list == nullptr ? -1 : std::max(0, m_list->current());
    if (row < 0 || row >= static_cast<int>(word.units.size())) {
        return;
    }
    const plan::Unit* unit = word.units[static_cast<std::size_t>(row)];
    const QString name = shortNameText(unit->name).remove(u' ');
    QString text = m_input->text();
    text.replace(word.begin, word.length, name);
    m_input->setText(text);
    m_input->setCursorPosition(static_cast<int>(word.begin + name.size()));
}

void CommandLine::clear()
{
    m_refusal.reset();
    m_input->clear();
    refresh(); // it may have been empty
}

void CommandLine::done(const QString& message)
{
    m_refusal.reset();
    m_input->remember(m_input->text());
    m_input->clear();
    if (!message.isEmpty()) {
        Q_EMIT performed(message);
    }
}

// The text comes back to be changed or tried again, unless the next one is being typed: then what was refused is named, and
// the input's memory has it.
void CommandLine::refuse(const QString& sent, const Error& error)
{
    const bool isNextTyped = !m_input->text().isEmpty();
    const QString what =
        isNextTyped ? tr("not done: %1", "a typed line").arg(sent) : tr("not done");
    m_refusal = Chip{what, errorText(error), ChipTone::Refused, true};
    if (isNextTyped) {
        refresh();
    } else {
        m_input->setText(sent); // refreshes
    }
}

} // namespace sz::widgets
