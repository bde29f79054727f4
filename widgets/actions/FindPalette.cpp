// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/FindPalette.h"

#include "data/desk/OnResult.h"
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
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kWide = 760;
constexpr int kTop = 96;
constexpr std::size_t kFromArchive = 6;

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
    }
    const int wide = std::min(kWide, parentWidget()->width() - 32);
    setGeometry((parentWidget()->width() - wide) / 2, kTop, wide, m_input->height());
    QFrame::show();
    raise();
    m_input->clear();
    m_input->setFocus(Qt::ShortcutFocusReason);
    refresh();
}

// What can be pressed now is what the window shows: nothing to keep in step with it.
void FindPalette::gatherKeys()
{
    m_buttons.clear();
    m_commands.clear();
    m_views = m_askViews ? m_askViews() : std::vector<FindCommand>();
    for (KeycapButton* button : parentWidget()->findChildren<KeycapButton*>()) {
        if (button->isVisible() && button->isEnabled() && !button->keys().isEmpty()
            && !button->accessibleName().isEmpty()) {
            m_buttons.emplace_back(button);
            m_commands.push_back(
                {button->accessibleName(), keycapTexts(button->keys()).join(QStringLiteral(" "))});
        }
    }
    for (const auto& [label, run] : m_more) {
        m_commands.push_back({label, {}});
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
                          m_views, dutyRoster(m_desk)});
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
        if (const auto index = static_cast<std::size_t>(hit.command); index >= m_buttons.size()) {
            m_more.at(index - m_buttons.size()).second();
        } else if (KeycapButton* button = m_buttons[static_cast<std::size_t>(hit.command)]) {
            button->click();
        }
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
