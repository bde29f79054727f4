// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ReplayPage.h"

#include "maps/view/MapPanel.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/DrillShapes.h"
#include "widgets/ground/TodaysLayers.h"
#include "widgets/models/BoardModel.h"
#include "widgets/replay/MomentText.h"
#include "widgets/replay/PastBand.h"
#include "widgets/replay/TimeSlider.h"
#include "widgets/shell/CompareView.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PastDetail.h"
#include "widgets/watch/BoardView.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr int kFrame = 8;
constexpr int kBoardWide = 424;
constexpr int kBoardNarrow = 328;
constexpr int kRight = 464;
constexpr int kRightNarrow = 392;
constexpr std::size_t kRowByRow = 200; ///< changes; more of them are one new filling

/// A board of the past is as good as its entries: no word of a link that is not its own.
desk::LinkStatus settledLink(Instant now)
{
    desk::LinkStatus link;
    link.state = desk::LinkState::Live;
    link.asOf = now;
    return link;
}

desk::ChangeSet changesOf(const replay::Incidents& before, const replay::Incidents& after)
{
    desk::ChangeSet changes;
    for (const auto& [id, incident] : after) {
        const auto it = before.find(id);
        if (it == before.end() || it->second != incident) {
            changes.changed.push_back(incident);
        }
    }
    for (const auto& [id, incident] : before) {
        if (!after.contains(id)) {
            changes.removed.push_back(id);
        }
    }
    return changes;
}

} // namespace

ReplayPage::ReplayPage(desk::Desk& desk, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_offset(desk.plan().utcOffsetMinutes),
      m_replay(desk.sharedPlan(), desk.profileFolder() / "log.db", desk.dataKey()),
      m_model(std::make_unique<BoardModel>(desk.sharedPlan())), m_band(new PastBand(theme, this)),
      m_split(new QSplitter(this)), m_board(new BoardView(*m_model, theme, m_split)),
      m_map(new MapArea(desk.sharedPlan(), theme, m_split)), m_right(new QStackedWidget(m_split)),
      m_detail(new PastDetail(desk.sharedPlan(), theme, m_right)),
      m_compare(new CompareView(desk.sharedPlan(), theme, m_right)),
      m_slider(new TimeSlider(theme, desk.plan().utcOffsetMinutes, this))
{
    setObjectName(QStringLiteral("replayPage"));
    m_board->setObjectName(QStringLiteral("pastBoard"));
    m_board->setAccessibleName(tr("Board of that moment"));
    m_map->panel().setObjectName(QStringLiteral("pastMap"));
    layOut();
    wire();
    tellBand();
}

ReplayPage::~ReplayPage() = default;

void ReplayPage::layOut()
{
    m_right->addWidget(m_detail);
    m_right->addWidget(m_compare);
    m_split->setObjectName(QStringLiteral("replaySplitter"));
    m_split->setHandleWidth(4);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_board);
    m_split->addWidget(m_map);
    m_split->addWidget(m_right);
    m_split->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kFrame, kFrame, kFrame, kFrame);
    column->setSpacing(0);
    column->addWidget(m_band);
    column->addWidget(m_split, 1);
    column->addWidget(m_slider);
    column->addWidget(makeBar());
}

QWidget* ReplayPage::makeBar()
{
    auto* bar = new QWidget(this);
    bar->setFixedHeight(40);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 2, 12, 4);
    row->setSpacing(8);
    const auto key = [&](const QKeySequence& keys, const QString& label, const char* name) {
        auto* button = new KeycapButton(m_theme, keys, label, bar);
        button->setObjectName(QLatin1StringView(name));
        button->setFocusPolicy(Qt::TabFocus);
        button->findChild<QShortcut*>()->setEnabled(
            false); // they stand for keys of the line of time
        row->addWidget(button);
        return button;
    };
    const auto step = [this](QAbstractButton* button, int which, Qt::KeyboardModifiers modifiers) {
        connect(button, &QAbstractButton::clicked, this, [this, which, modifiers] {
            m_slider->takeKey(which, modifiers);
        });
    };
    step(key(Qt::Key_Left, tr("entry"), "entryBackButton"), Qt::Key_Left, {});
    step(key(Qt::Key_Right, tr("entry"), "entryOnButton"), Qt::Key_Right, {});
    step(
        key(Qt::SHIFT | Qt::Key_Left, tr("minute"), "minuteBackButton"), Qt::Key_Left,
        Qt::ShiftModifier);
    step(
        key(Qt::SHIFT | Qt::Key_Right, tr("minute"), "minuteOnButton"), Qt::Key_Right,
        Qt::ShiftModifier);
    m_compareKey = key(Qt::ALT | Qt::Key_C, tr("compare from here"), "compareButton");
    m_compareKey->findChild<QShortcut*>()->setEnabled(true);
    connect(m_compareKey, &QAbstractButton::clicked, this, &ReplayPage::toggleCompare);
    m_note = new ElidedLabel(m_theme, bar);
    m_note->setObjectName(QStringLiteral("replayNote"));
    m_note->setToken(Token::Tx2);
    m_note->setPixelSize(13);
    row->addWidget(m_note, 1);
    auto* typeKey = key(Qt::ALT | Qt::Key_T, tr("go to"), "goToMomentButton");
    typeKey->findChild<QShortcut*>()->setEnabled(true);
    m_typed = new QLineEdit(bar);
    m_typed->setObjectName(QStringLiteral("momentEdit"));
    m_typed->setAccessibleName(tr("Moment to go to: time, date and time, or # and a log number"));
    m_typed->setPlaceholderText(tr("14:02 · 10-17 14:02 · #8812"));
    m_typed->setMaxLength(40);
    m_typed->setFixedWidth(220);
    row->addWidget(m_typed);
    connect(typeKey, &QAbstractButton::clicked, this, [this] {
        m_typed->setFocus();
        m_typed->selectAll();
    });
    return bar;
}

void ReplayPage::wire()
{
    connect(&m_replay, &desk::Replay::opened, this, &ReplayPage::takeTimeline);
    connect(&m_replay, &desk::Replay::shown, this, &ReplayPage::take);
    connect(&m_replay, &desk::Replay::progressed, this, [this](int percent) {
        m_percent = percent;
        tellBand();
    });
    connect(&m_replay, &desk::Replay::failed, this, [this](const Error& error) {
        m_percent = -1;
        m_failure = errorText(error);
        tellBand();
    });
    connect(m_slider, &TimeSlider::momentWanted, this, &ReplayPage::goTo);
    connect(m_slider, &TimeSlider::positionWanted, this, &ReplayPage::goToPosition);
    connect(m_band, &PastBand::backRequested, this, &ReplayPage::left);
    connect(m_typed, &QLineEdit::returnPressed, this, &ReplayPage::takeTyped);
    connect(m_board, &BoardView::selected, this, &ReplayPage::select);
    connect(m_compare, &CompareView::incidentChosen, this, &ReplayPage::select);
    connect(&m_map->panel(), &maps::MapPanel::marksClicked, this, [this](const auto& ids) {
        select(IncidentId(ids.front()));
    });
    connect(m_board, &BoardView::acknowledgeRequested, this, &ReplayPage::refuse);
    connect(m_board, &BoardView::shelveRequested, this, &ReplayPage::refuse);
    connect(m_board, &BoardView::raiseRequested, this, &ReplayPage::refuse);
    connect(m_board, &BoardView::newReportRequested, this, &ReplayPage::refuse);
    connect(m_board, &BoardView::lateRequested, this, &ReplayPage::refuse);
    auto* away = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    away->setContext(Qt::WidgetWithChildrenShortcut);
    away->setObjectName(QStringLiteral("leaveReplayKey"));
    connect(away, &QShortcut::activated, this, [this] {
        if (m_typed->hasFocus()) {
            m_slider->setFocus();
        } else {
            Q_EMIT left();
        }
    });
    m_board->installEventFilter(this);
    connect(&m_theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

// In the list, too, the arrows to the sides lead through time.
bool ReplayPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_board && event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (m_slider->takeKey(key.key(), key.modifiers())) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReplayPage::enter()
{
    m_percent = 0;
    m_failure.clear();
    takeToday();
    tellBand();
    m_replay.open();
    m_slider->setFocus(Qt::OtherFocusReason);
}

void ReplayPage::takeToday()
{
    const auto shown = todaysMap ? todaysMap() : nullptr;
    m_today = shown == nullptr ? maps::Overlays() : todaysLayers(*shown);
    m_isToday = !m_today.list.empty() || (hasBaseMap && hasBaseMap());
    m_groundPlan = nullptr; // what is on the map may have other layers
    if (m_past != nullptr) {
        showGround(nullptr);
    }
}

void ReplayPage::leave()
{
    m_replay.rest();
}

std::shared_ptr<const replay::Timeline> ReplayPage::timeline() const
{
    return m_replay.timeline();
}

void ReplayPage::takeTimeline()
{
    m_percent = -1;
    const auto line = m_replay.timeline();
    m_slider->setTimeline(line);
    if (!m_hasMoment) {
        m_hasMoment = true;
        want(line->size(), line->momentOf(line->size()));
    } else {
        goTo(m_now);
    }
}

void ReplayPage::goTo(Instant now)
{
    if (const auto line = m_replay.timeline()) {
        want(line->positionAt(now), now);
    }
}

void ReplayPage::goToPosition(std::size_t position)
{
    if (const auto line = m_replay.timeline()) {
        want(position, line->momentOf(position));
    }
}

void ReplayPage::want(std::size_t position, Instant now)
{
    m_position = position;
    m_now = now;
    m_slider->setMoment(position, now); // at once under the hand; the board follows
    m_replay.show(position, now);
    tellBand();
}

void ReplayPage::take(const desk::PastPtr& past)
{
    const desk::PastPtr before = std::exchange(m_past, past);
    m_failure.clear();
    showBoard(before);
    m_plan = m_desk.planAt(past->now); // borders as they were then
    m_map->setPlan(m_plan);
    m_map->setIncidents(past->incidents, past->now);
    showGround(before);
    m_map->panel().selectMark(m_selected.value);
    showDetail();
    if (m_mark != nullptr) {
        showCompare();
    }
    tellBand();
}

// What was on the map then, whatever has been erased or has ended since. Painting it anew costs tiles: only when it is another.
void ReplayPage::showGround(const desk::PastPtr& before)
{
    QStringList drills = drillsOnMap(*m_plan, m_past->drills, m_past->now);
    const bool isSame = before != nullptr && before->drawings == m_past->drawings
                        && before->drills == m_past->drills && drills == m_drillsTold
                        && m_plan == m_groundPlan;
    if (isSame) {
        return;
    }
    m_drillsTold = std::move(drills);
    m_groundPlan = m_plan;
    auto overlays = std::make_shared<maps::Overlays>(m_today);
    addDrawings(*overlays, m_past->drawings, 1);
    addDrills(*overlays, *m_plan, m_past->drills, m_past->now, 1);
    m_map->panel().setOverlays(overlays->list.empty() ? nullptr : overlays);
}

void ReplayPage::showBoard(const desk::PastPtr& before)
{
    static const replay::Incidents kNone;
    const desk::ChangeSet changes =
        changesOf(before == nullptr ? kNone : before->incidents, m_past->incidents);
    // What comes in between two moments is no news: the list does not announce it as new.
    const bool hasMore =
        before == nullptr || std::ranges::any_of(changes.changed, [&before](const auto& one) {
            return !before->incidents.contains(one->id);
        });
    const bool isNew = hasMore || changes.changed.size() + changes.removed.size() > kRowByRow;
    m_board->setLink(settledLink(m_past->now));
    m_model->setNow(m_past->now);
    if (isNew) {
        m_model->reset(m_past->incidents);
    } else if (!changes.changed.empty() || !changes.removed.empty()) {
        m_model->apply(changes);
    }
    m_board->select(m_past->incidents.contains(m_selected) ? m_selected : IncidentId());
}

void ReplayPage::select(const IncidentId& id)
{
    if (id.empty() || m_past == nullptr) {
        return;
    }
    m_selected = id;
    m_map->panel().selectMark(id.value);
    if (m_past->incidents.contains(id)) {
        m_board->select(id);
    }
    showDetail();
}

void ReplayPage::showDetail()
{
    const auto it = m_past->incidents.find(m_selected);
    m_detail->setIncident(
        it == m_past->incidents.end() ? nullptr : it->second, m_past->now, !m_selected.empty());
}

void ReplayPage::toggleCompare()
{
    m_mark = m_mark == nullptr ? m_past : nullptr;
    m_slider->setMark(m_mark == nullptr ? std::nullopt : std::optional(m_mark->now));
    m_compareKey->setLabel(m_mark == nullptr ? tr("compare from here") : tr("end comparing"));
    m_right->setCurrentWidget(m_mark == nullptr ? static_cast<QWidget*>(m_detail) : m_compare);
    if (m_mark != nullptr) {
        showCompare();
    }
}

void ReplayPage::showCompare()
{
    m_compare->setMoments({m_mark->now, m_mark->incidents}, {m_past->now, m_past->incidents});
}

void ReplayPage::takeTyped()
{
    const auto typed = typedMoment(m_typed->text(), m_now, m_offset);
    const auto line = m_replay.timeline();
    if (!typed || line == nullptr) {
        m_note->setText(tr("not a moment: write 14:02, 10-17 14:02 or #8812"));
        m_note->setToken(Token::YelTx);
        return;
    }
    if (const auto* number = std::get_if<std::uint64_t>(&*typed)) {
        goToPosition(line->positionOf(*number));
    } else {
        goTo(
            std::clamp(std::get<Instant>(*typed), line->momentOf(0), line->momentOf(line->size())));
    }
    m_slider->setFocus();
}

void ReplayPage::refuse()
{
    Q_EMIT said(tr("This is the past: nothing can be done here. press Esc to return to now"));
}

void ReplayPage::tellBand()
{
    const auto line = m_replay.timeline();
    m_note->setToken(m_failure.isEmpty() ? Token::Tx2 : Token::YelTx);
    if (!m_failure.isEmpty()) {
        m_note->setText(m_failure);
    } else if (m_percent >= 0) {
        m_note->setText(tr("reading the log: %1 %").arg(m_percent));
    } else if (line != nullptr && line->size() == 0) {
        m_note->setText(tr("headquarters has told this desk nothing yet"));
    } else {
        m_note->setText(
            m_isToday
                ? tr("layers and base map are today's · own acts not yet with headquarters are not "
                     "in it") // the news first: a narrow window cuts the end
                : tr("own acts that are not yet with headquarters are not in it"));
    }
    if (line == nullptr || line->size() == 0) {
        m_band->setMoment({}, {});
        return;
    }
    const std::uint64_t number = m_position == 0 ? 0 : line->numberOf(m_position - 1);
    m_band->setMoment(
        momentText(m_now, m_offset),
        tr("headquarters' clock · log number %1 · entry %2 of %3")
            .arg(
                number == 0 ? QStringLiteral("—") : QLatin1Char('#') + QString::number(number),
                numberText(static_cast<qint64>(m_position)),
                numberText(static_cast<qint64>(line->size()))));
}

bool ReplayPage::isSettled() const
{
    return !m_replay.isBusy() && m_percent < 0 && m_past != nullptr
           && m_past->position == m_position && m_map->panel().isSettled();
}

void ReplayPage::setCompact(bool isCompact)
{
    m_map->setCompact(isCompact);
    const int board = isCompact ? kBoardNarrow : kBoardWide;
    const int right = isCompact ? kRightNarrow : kRight;
    m_split->setSizes({board, std::max(300, width() - board - right - 2 * kFrame - 8), right});
}

void ReplayPage::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    paintPastFrame(painter, rect(), kFrame, m_theme);
}

} // namespace sz::widgets
