// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/BoardHeads.h"

#include "widgets/common/Durations.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/watch/HintButton.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr Minutes kSoon{20};
constexpr int kFoldWidth = 28;

std::size_t at(Pane pane)
{
    return static_cast<std::size_t>(pane);
}

QString titleOf(Pane pane)
{
    switch (pane) {
    case Pane::Pending:
        return BoardHeads::tr("Pending");
    case Pane::Overdue:
        return BoardHeads::tr("Overdue");
    case Pane::Active:
        return BoardHeads::tr("Active");
    case Pane::Closed:
        return BoardHeads::tr("Closed in 24 h");
    }
    return {};
}

} // namespace

BoardHeads::BoardHeads(const BoardModel& model, const ThemeSource& theme, QWidget* viewport)
    : QObject(viewport), m_model(model), m_theme(theme)
{
    for (const Pane pane : kPanes) {
        build(pane, viewport);
    }
    addLateKey();
    addFold(viewport);
    addOfflineKeys();
}

void BoardHeads::build(Pane pane, QWidget* viewport)
{
    static constexpr std::array kNames{"pending", "overdue", "active", "closed"};
    const auto name = QLatin1StringView(kNames[at(pane)]);
    auto* header = new SectionHeader(m_theme, titleOf(pane), viewport);
    header->setObjectName(name + QStringLiteral("PaneHeader"));
    header->setActive(true);
    m_headers[at(pane)] = header;
    auto* note = new EmptyNote(m_theme, viewport);
    note->setObjectName(name + QStringLiteral("EmptyNote"));
    m_notes[at(pane)] = note;
}

void BoardHeads::addLateKey()
{
    SectionHeader* header = m_headers[at(Pane::Overdue)];
    auto* late = new HintButton(m_theme, Qt::Key_F9, tr("by harm"), header);
    late->setObjectName(QStringLiteral("jumpToLateButton"));
    header->layout()->addWidget(late);
    connect(late, &QAbstractButton::clicked, this, &BoardHeads::lateRequested);
    m_byHarm = late;
}

void BoardHeads::addHeadButton(QWidget* button)
{
    button->setParent(m_headers[at(Pane::Pending)]->parentWidget());
    button->show();
    m_headButton = button;
}

void BoardHeads::addFold(QWidget* viewport)
{
    auto* fold = new QToolButton(viewport);
    fold->setObjectName(QStringLiteral("closedPaneButton"));
    fold->setFocusPolicy(Qt::TabFocus);
    m_fold = fold;
    setClosedOpen(true);
    connect(fold, &QAbstractButton::clicked, this, &BoardHeads::closedToggled);
    connect(&m_theme, &ThemeSource::changed, this, [this] { setClosedOpen(m_isClosedOpen); });
}

void BoardHeads::addOfflineKeys()
{
    EmptyNote* note = m_notes[at(Pane::Pending)];
    m_offlineKeys = new QWidget(note);
    auto* row = new QHBoxLayout(m_offlineKeys);
    row->setContentsMargins(-4, 0, 0, 0);
    auto* reconnect =
        new HintButton(m_theme, Qt::CTRL | Qt::Key_L, tr("reconnect now"), m_offlineKeys);
    auto* report =
        new HintButton(m_theme, Qt::Key_F2, tr("take phone reports as usual"), m_offlineKeys);
    reconnect->setObjectName(QStringLiteral("boardReconnectButton"));
    report->setObjectName(QStringLiteral("boardNewReportButton"));
    row->addWidget(reconnect);
    row->addWidget(report);
    row->addStretch(1);
    note->layout()->addWidget(m_offlineKeys);
    m_offlineKeys->hide();
    connect(reconnect, &QAbstractButton::clicked, this, &BoardHeads::reconnectRequested);
    connect(report, &QAbstractButton::clicked, this, &BoardHeads::newReportRequested);
}

void BoardHeads::setLink(const desk::LinkStatus& link)
{
    m_link = link;
    refresh();
}

void BoardHeads::setClosedOpen(bool isOpen)
{
    m_isClosedOpen = isOpen;
    m_fold->setIcon(tintedIcon(
        isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
        m_theme.theme()));
    m_fold->setAccessibleName(isOpen ? tr("Hide closed incidents") : tr("Show closed incidents"));
    m_fold->setToolTip(m_fold->accessibleName());
}

void BoardHeads::setActivePane(std::optional<Pane> pane)
{
    for (const Pane p : kPanes) {
        m_headers[at(p)]->setActive(!pane || *pane == p);
    }
}

void BoardHeads::refresh()
{
    for (const Pane pane : kPanes) {
        refreshHeader(pane);
        refreshNote(pane);
    }
}

void BoardHeads::refreshHeader(Pane pane)
{
    const int count = m_model.count(pane);
    SectionHeader* header = m_headers[at(pane)];
    header->setCount(count == 0 && !isLive() ? QStringLiteral("—") : QString::number(count));
    header->setNote(headerNote(pane));
    header->setStale(staleText());
    if (pane == Pane::Overdue) {
        m_byHarm->setVisible(isLive()); // where the header tells its age instead
        header->setLamp(count > 0 ? model::Lamp::Late : model::Lamp::None);
    }
}

QString BoardHeads::staleText() const
{
    if (isLive()) {
        return {};
    }
    return m_link.asOf ? tr("as of %1", "clock")
                             .arg(clockText(*m_link.asOf, m_model.plan().utcOffsetMinutes))
                       : tr("never connected");
}

QString BoardHeads::headerNote(Pane pane) const
{
    std::optional<Instant> oldest;
    int soon = 0;
    int late = 0;
    const Instant soonFrom = m_model.now() + kSoon;
    for (int row = 0; row < m_model.rowCount() && pane != Pane::Overdue; ++row) {
        if (m_model.paneAt(row) != pane) {
            continue;
        }
        const model::Incident& incident = *m_model.incidentAt(row);
        if (pane == Pane::Active) {
            const model::Step* step = incident.nextStep(m_model.now());
            soon += step != nullptr && step->due <= soonFrom ? 1 : 0;
            continue;
        }
        oldest = std::min(oldest.value_or(incident.reportedAt), incident.reportedAt);
        late += pane == Pane::Closed && wasLate(incident, m_model.plan().calendar) ? 1 : 0;
    }
    switch (pane) {
    case Pane::Pending:
        return oldest ? tr("oldest %1", "age").arg(ageText(m_model.now() - *oldest)) : QString();
    case Pane::Overdue:
        return {};
    case Pane::Active:
        return soon > 0 ? tr("%n due within 20 min", nullptr, soon) : QString();
    case Pane::Closed:
        return oldest ? tr("%1 in time · %2 late").arg(m_model.count(pane) - late).arg(late)
                      : QString();
    }
    return {};
}

void BoardHeads::refreshNote(Pane pane)
{
    const bool isPending = pane == Pane::Pending;
    if (isPending) {
        m_offlineKeys->setVisible(!isLive());
    }
    if (isLive()) {
        m_notes[at(pane)]->setReason(quietReason(pane), quietSince(pane), false);
    } else {
        m_notes[at(pane)]->setReason(linkReason(), isPending ? quietSince(pane) : QString(), true);
    }
}

QString BoardHeads::quietReason(Pane pane) const
{
    if (m_model.isSifted()) {
        return tr("Nothing of view “%1” is here").arg(m_model.sieveName());
    }
    switch (pane) {
    case Pane::Pending:
        return tr("Nothing waits for a first order");
    case Pane::Overdue:
        return tr("No limit is broken");
    case Pane::Active:
        return tr("Nothing is in hand");
    case Pane::Closed:
        return tr("Nothing was closed in 24 h");
    }
    return {};
}

QString BoardHeads::quietSince(Pane pane) const
{
    if (m_model.isSifted() && isLive()) {
        return tr(
            "%n are outside this view · Alt+0 shows all", nullptr,
            m_model.totalCount() - m_model.rowCount());
    }
    if (pane != Pane::Pending) {
        return {};
    }
    const int offset = m_model.plan().utcOffsetMinutes;
    if (!isLive()) {
        return m_link.asOf
                   ? tr("No new report has come in after %1.").arg(clockText(*m_link.asOf, offset))
                   : tr("This desk has not been connected yet.");
    }
    std::optional<Instant> newest;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        newest = std::max(newest.value_or(Instant{}), m_model.incidentAt(row)->reportedAt);
    }
    return newest ? tr("no new incident since %1").arg(clockMinuteText(*newest, offset))
                  : tr("no incident in 24 h");
}

QString BoardHeads::linkReason() const
{
    switch (m_link.state) {
    case desk::LinkState::CatchingUp:
        return tr("Empty so far: still catching up");
    case desk::LinkState::Refused:
        return tr("Empty because headquarters refuses this desk");
    default:
        return tr("Empty because the link is down, not because nothing is new");
    }
}

std::array<int, 4> BoardHeads::noteHeights() const
{
    std::array<int, 4> heights{};
    std::ranges::transform(
        m_notes, heights.begin(), [](const EmptyNote* note) { return note->sizeHint().height(); });
    return heights;
}

void BoardHeads::place(const BoardGeometry& geometry, int scrolled)
{
    for (const Pane pane : kPanes) {
        const auto& box = geometry.panes[at(pane)];
        const bool hasButton = pane == Pane::Closed || (pane == Pane::Pending && m_headButton);
        const int room = hasButton ? kFoldWidth : 0;
        m_headers[at(pane)]->setGeometry(
            box.header.translated(0, -scrolled).adjusted(0, 0, -room, 0));
        m_notes[at(pane)]->setVisible(!box.note.isNull());
        if (!box.note.isNull()) {
            m_notes[at(pane)]->setGeometry(box.note.translated(0, -scrolled));
        }
    }
    if (m_headButton != nullptr) {
        const QRect first = geometry.panes[at(Pane::Pending)].header.translated(0, -scrolled);
        m_headButton->move(first.right() - kFoldWidth, first.y() + 2);
    }
    const QRect closed = geometry.panes[at(Pane::Closed)].header.translated(0, -scrolled);
    m_fold->setGeometry(
        closed.right() - kFoldWidth, closed.y() + 2, kFoldWidth, closed.height() - 4);
}

QString BoardHeads::noteText(Pane pane) const
{
    return m_notes[at(pane)]->isVisibleTo(m_notes[at(pane)]->parentWidget())
               ? m_notes[at(pane)]->accessibleName()
               : QString();
}

} // namespace sz::widgets
