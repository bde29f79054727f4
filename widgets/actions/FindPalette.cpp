// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/FindPalette.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/Action.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/CommandInput.h"
#include "widgets/common/Durations.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/Wording.h"

#include <QApplication>
#include <QClipboard>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMultiHash>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace sz::widgets {

namespace {

constexpr int kWide = 760;
constexpr int kTop = 96;
constexpr std::size_t kFromArchive = 6;

const Action* actionOf(const QObject& object)
{
    const auto found = std::ranges::find_if(actions(), [&](const Action& action) {
        return QString::fromLatin1(action.objects).split(u' ').contains(object.objectName());
    });
    return found == actions().end() || object.objectName().isEmpty() ? nullptr : &*found;
}

QString wordsOf(const Action& action)
{
    return actionText(action) + u'\n' + QString::fromLatin1(action.text);
}

QKeySequence shippedKeys(const Action& action)
{
    return {QString::fromLatin1(action.keys), QKeySequence::PortableText};
}

bool isListedButton(const QObject* object)
{
    const auto* button = qobject_cast<const KeycapButton*>(object);
    return button != nullptr && button->isVisible() && button->isEnabled()
           && !button->keys().isEmpty() && !button->accessibleName().isEmpty();
}

/// Whether its key would do something now. The roster leaves out buttons, not keys, where the window is narrow.
bool applies(const Action& action, const QObject& object)
{
    if (const auto* shortcut = qobject_cast<const QShortcut*>(&object)) {
        const auto* owner = qobject_cast<const QWidget*>(shortcut->parent());
        return shortcut->isEnabled() && owner != nullptr && owner->isVisible();
    }
    const auto* widget = qobject_cast<const QWidget*>(&object);
    if (widget == nullptr || !widget->isEnabled()) {
        return false;
    }
    const bool isLeftOut = action.scope == Scope::Roster && widget->parentWidget() != nullptr
                           && widget->parentWidget()->isVisible();
    return widget->isVisible() || isLeftOut;
}

void run(const Action& action, QObject& object)
{
    if (auto* shortcut = qobject_cast<QShortcut*>(&object)) {
        Q_EMIT shortcut->activated();
    } else if (auto* button = qobject_cast<QAbstractButton*>(&object)) {
        button->click();
    } else if (auto* list = qobject_cast<QWidget*>(&object)) { // hears its keys itself
        const QKeyCombination keys = shippedKeys(action)[0];
        list->setFocus(Qt::OtherFocusReason);
        QKeyEvent press(QEvent::KeyPress, keys.key(), keys.keyboardModifiers());
        QCoreApplication::sendEvent(list, &press);
        QKeyEvent release(QEvent::KeyRelease, keys.key(), keys.keyboardModifiers());
        QCoreApplication::sendEvent(list, &release);
    }
}

} // namespace

FindPalette::FindPalette(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : QFrame(parent), m_desk(desk), m_finder(finder), m_theme(theme), m_ticks(ticks),
      m_input(new CommandInput(theme, this)), m_list(new ChoiceList(theme, parent))
{
    setObjectName(QStringLiteral("findPalette"));
    m_input->setObjectName(QStringLiteral("findEdit"));
    m_input->setAccessibleName(tr("Find anything"));
    m_input->setPlaceholderText(
        tr("incident, order, unit, who is on duty, place, key — Chinese, pinyin or initials"));
    m_list->setObjectName(QStringLiteral("findList"));
    m_list->setKey(QStringLiteral("Enter"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_input);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &FindPalette::refresh);
    connect(m_input, &CommandInput::performWanted, this, &FindPalette::choose);
    connect(m_input, &CommandInput::completeWanted, this, &FindPalette::choose);
    connect(m_input, &CommandInput::clearWanted, this, &FindPalette::putAway);
    connect(m_input, &CommandInput::stepWanted, this, [this](int by) { m_list->step(by); });
    connect(m_list, &ChoiceList::chosen, this, &FindPalette::choose);
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), parent);
    key->setObjectName(QStringLiteral("findKey"));
    connect(key, &QShortcut::activated, this, &FindPalette::open);
    hide();
}

void FindPalette::open()
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
        gatherKeys();
        if (m_maps != nullptr) {
            m_maps->prepare();
        }
        gatherPeople();
    }
    const int wide = std::min(kWide, parentWidget()->width() - 32);
    setGeometry((parentWidget()->width() - wide) / 2, kTop, wide, m_input->height());
    QFrame::show();
    raise();
    m_input->clear();
    m_input->setFocus(Qt::ShortcutFocusReason);
    refresh();
}

void FindPalette::gatherKeys()
{
    m_commands.clear();
    m_runs.clear();
    m_views = m_askViews ? m_askViews() : std::vector<FindCommand>();
    gatherButtons();
    gatherActions();
    for (const auto& [label, run] : m_more) {
        add({label, {}}, run);
    }
}

void FindPalette::gatherPeople()
{
    m_people.clear();
    for (const plan::Unit& unit : m_desk.plan().units) {
        std::ranges::move(
            dutyLines(m_desk.plan(), unit.code, m_ticks.now(), uiLanguage(), dutyRoster(m_desk)),
            std::back_inserter(m_people));
    }
}

void FindPalette::add(const FindCommand& command, std::function<void()> run)
{
    m_commands.push_back(command);
    m_runs.push_back(std::move(run));
}

// What can be pressed now is what the window shows: nothing to keep in step with it.
void FindPalette::gatherButtons()
{
    for (KeycapButton* button : parentWidget()->findChildren<KeycapButton*>()) {
        if (button->isVisible() && button->isEnabled() && !button->keys().isEmpty()
            && !button->accessibleName().isEmpty()) {
            const Action* action = actionOf(*button);
            add({button->accessibleName(), keycapTexts(button->keys()).join(QStringLiteral(" ")),
                 action == nullptr ? QString() : wordsOf(*action)},
                [at = QPointer(button)] {
                    if (at != nullptr) {
                        at->click();
                    }
                });
        }
    }
}

// And what has no button in sight: keys of the window, of the page that is open, of the list that is shown.
void FindPalette::gatherActions()
{
    QMultiHash<QString, QObject*> byName;
    for (QObject* object : parentWidget()->window()->findChildren<QObject*>()) {
        if (!object->objectName().isEmpty()) {
            byName.insert(object->objectName(), object);
        }
    }
    for (const Action& action : widgets::actions()) { // not QWidget's
        QObject* found = nullptr;
        for (const QString& name :
             QString::fromLatin1(action.objects).split(u' ', Qt::SkipEmptyParts)) {
            const auto all = byName.values(name);
            if (std::ranges::any_of(all, isListedButton)) {
                found = nullptr; // it stands there already
                break;
            }
            const auto at = std::ranges::find_if(
                all, [&](const QObject* object) { return applies(action, *object); });
            found = found != nullptr || at == all.end() ? found : *at;
        }
        const QKeySequence keys = m_keysOf ? m_keysOf(action) : shippedKeys(action);
        if (found != nullptr && QLatin1StringView(action.id) != QLatin1StringView("find")) {
            add({actionText(action), keycapTexts(keys).join(QStringLiteral(" ")), wordsOf(action)},
                [at = QPointer(found), &action] {
                    if (at != nullptr) {
                        run(action, *at);
                    }
                });
        }
    }
}

void FindPalette::addCommand(const QString& label, std::function<void()> run)
{
    m_more.emplace_back(label, std::move(run));
}

void FindPalette::refresh()
{
    if (!isVisible()) {
        return;
    }
    m_hits = findHits(
        m_input->text(), {m_desk.plan(), m_finder, m_desk.incidents(), m_commands, m_ticks.now(),
                          m_views, dutyRoster(m_desk), m_people, m_maps, m_index});
    showRows();
    askArchive();
}

void FindPalette::askArchive()
{
    const QString asked = m_input->text().trimmed();
    if (asked.isEmpty()) {
        return;
    }
    desk::onResult(
        this, m_desk.search(asked.toStdString()),
        [this, asked](const Result<desk::SearchResult>& result) {
            if (result && isVisible() && asked == m_input->text().trimmed()) {
                show(*result);
            }
        });
}

// Behind what is there already: a row under the cursor never becomes another one.
void FindPalette::show(const desk::SearchResult& archive)
{
    const std::size_t before = m_hits.size();
    for (const desk::Found& one : archive.found) {
        const bool isShown = std::ranges::contains(m_hits, one.incident, &FindHit::incident);
        if (!isShown && m_hits.size() < before + kFromArchive) {
            m_hits.push_back(
                {FindSort::Incident,
                 QString::fromStdString(one.title.empty() ? one.place : one.title),
                 tr("%1 · %2", "date, place")
                     .arg(
                         dateText(one.at, m_desk.plan().utcOffsetMinutes),
                         QString::fromStdString(one.place)),
                 false, one.incident});
        }
    }
    if (m_hits.size() > before) {
        showRows();
    }
}

void FindPalette::showRows()
{
    if (m_list == nullptr) {
        return;
    }
    const int lit = std::max(0, m_list->current());
    std::vector<ChoiceRow> rows;
    for (const FindHit& hit : m_hits) {
        rows.push_back({hit.title, findSortWord(hit.sort), hit.note, hit.isAbnormal});
    }
    if (rows.empty()) {
        rows.push_back(
            {tr("Nothing here is called that. The matters of earlier days are looked through, "
                "too."),
             {},
             {},
             false});
    }
    m_list->setRows(std::move(rows));
    m_list->setCurrent(m_hits.empty() ? 0 : std::min(lit, static_cast<int>(m_hits.size()) - 1));
    m_list->showAt(this, ChoiceList::Side::Below);
    m_input->setListShown(true);
}

void FindPalette::choose()
{
    const int row = m_list == nullptr ? -1 : m_list->current();
    if (row < 0 || row >= static_cast<int>(m_hits.size())) {
        return;
    }
    const FindHit hit = m_hits[static_cast<std::size_t>(row)];
    putAway();
    switch (hit.sort) {
    case FindSort::Incident:
    case FindSort::Order:
        Q_EMIT incidentRequested(hit.incident);
        break;
    case FindSort::Unit:
        if (const plan::Unit* unit = m_desk.plan().unit(hit.unit)) {
            Q_EMIT dutyRequested(shortNameText(unit->name));
        }
        break;
    case FindSort::Duty:
        if (!hit.phone.isEmpty()) {
            QApplication::clipboard()->setText(hit.phone);
            Q_EMIT said(tr("%1 is on the clipboard", "a telephone number").arg(hit.phone));
        }
        break;
    case FindSort::Place:
        Q_EMIT placeRequested(hit.place);
        break;
    case FindSort::View:
        Q_EMIT viewRequested(hit.title);
        break;
    case FindSort::Command:
        m_runs.at(static_cast<std::size_t>(hit.command))();
        break;
    }
}

void FindPalette::putAway()
{
    hide();
    m_input->setListShown(false);
    if (m_list != nullptr) {
        m_list->hide();
    }
    if (m_before != nullptr) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
}

bool FindPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            m_before = nullptr; // the focus has found its place
            putAway();
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace sz::widgets
