// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/RosterPage.h"

#include "data/roster/PlanRoster.h"
#include "data/roster/Written.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Language.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/models/ModeWords.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterGrid.h"
#include "widgets/roster/RosterPane.h"
#include "widgets/roster/StandIns.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kPad = 12;
constexpr int kRefused = 132;
constexpr int kPaneWide = 464;
constexpr int kPaneNarrow = 344;
constexpr std::chrono::days kPlanned{400}; ///< of the plan's gaps of every day, on each side

QDate dateOf(roster::Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

} // namespace

RosterPage::RosterPage(
    desk::Desk& desk,
    ShiftSource& shifts,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_shifts(shifts), m_theme(theme), m_ticks(ticks),
      m_model(new RosterModel(desk.sharedPlan(), shifts, this)),
      m_edits(new RosterEdits(*m_model, this)), m_grid(new RosterGrid(*m_model, theme, this)),
      m_pane(new RosterPane(*m_model, theme, this))
{
    setObjectName(QStringLiteral("rosterPage"));
    build(theme);
    wire();
}

void RosterPage::build(const ThemeSource& theme)
{
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    QHBoxLayout* head = buildHead(theme);
    QHBoxLayout* foot = buildFoot(theme);
    left->addLayout(head);
    left->addWidget(m_grid, 1);
    auto* asked = new QHBoxLayout;
    asked->setContentsMargins(kPad, 0, kPad, 0);
    m_askedWhat = new ElidedLabel(theme, this);
    m_asked = new QLineEdit(this);
    m_asked->setObjectName(QStringLiteral("rosterAskEdit"));
    m_asked->setAccessibleName(tr("Words for it"));
    m_asked->setMaxLength(200);
    asked->addWidget(m_askedWhat);
    asked->addWidget(m_asked, 1);
    m_refused = new QListWidget(this);
    m_refused->setObjectName(QStringLiteral("refusedLoans"));
    m_refused->setAccessibleName(tr("Refused rows"));
    m_refused->setFixedHeight(kRefused);
    m_refused->setUniformItemSizes(true);
    left->addWidget(m_refused);
    left->addLayout(asked);
    m_asked->hide();
    m_askedWhat->hide();
    m_refused->hide();
    addKeys(theme, head, foot); // some are of the line and the list above
    left->addLayout(foot);
    all->addLayout(left, 1);
    all->addWidget(m_pane);
    m_pane->setFixedWidth(kPaneWide);
    setTabOrder({m_grid, &m_pane->standIns().line()});
}

QHBoxLayout* RosterPage::buildHead(const ThemeSource& theme)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kPad, 4, kPad, 4);
    head->setSpacing(10);
    m_title = new ElidedLabel(theme, this);
    m_title->setPixelSize(20, true);
    m_title->setText(tr("Roster"));
    m_title->setFixedWidth(m_title->sizeHint().width() + 8);
    m_days = new ElidedLabel(theme, this);
    m_days->setObjectName(QStringLiteral("rosterDays"));
    m_days->setToken(Token::Tx2);
    m_spans =
        new SegmentedButtons(theme, tr("Days shown"), {tr("Week"), tr("Day"), tr("Month")}, this);
    m_spans->setObjectName(QStringLiteral("rosterSpans"));
    m_spans->setCurrent(0);
    head->addWidget(m_title);
    head->addWidget(m_days, 1);
    head->addWidget(m_spans);
    return head;
}

QHBoxLayout* RosterPage::buildFoot(const ThemeSource& theme)
{
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kPad, 4, kPad, 4);
    foot->setSpacing(8);
    m_foot = new ElidedLabel(theme, this);
    m_foot->setObjectName(QStringLiteral("rosterFoot"));
    foot->addWidget(m_foot, 1);
    return foot;
}

void RosterPage::wire()
{
    connect(m_spans, &SegmentedButtons::currentChanged, this, [this](int index) {
        showSpan(static_cast<RosterSpan>(index));
    });
    connect(m_grid, &RosterGrid::currentChanged, this, [this] {
        const RosterPlace at = place();
        const bool isThere = at.post != roster::kNobody && at.column < m_model->columns().size();
        m_part = isThere ? m_model->worstPart(at.post, m_model->columns()[at.column]) : 0;
        showCurrent();
    });
    connect(m_grid, &RosterGrid::activated, this, [this] {
        if (!m_pane->isArea()) {
            m_pane->standIns().line().setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(
        m_grid, &RosterGrid::dropped, this,
        [this](const RosterGrid::Place& from, const RosterGrid::Place& to, bool isCopy) {
            const auto shiftAt = [this](const RosterGrid::Place& at) {
                const auto column = static_cast<std::size_t>(at.column);
                const std::size_t part =
                    at == m_grid->current()
                        ? m_part
                        : m_model->worstPart(at.post, m_model->columns()[column]);
                return RosterPlace{at.post, column, part};
            };
            const RosterPlace source = shiftAt(from);
            const RosterPlace target = shiftAt(to);
            const model::CellEdit there = m_edits->cellOf(target, {});
            const bool isHeld = !m_model->peopleAt(to.post, {there.from, there.until}).empty();
            if (isHeld) { // both are somebody's: that takes a reason and a second person
                ask(tr("Swap: reason"), [this, source, target](const QString& reason) {
                    answer(
                        m_edits->swap(source, target, reason.toStdString()),
                        tr("Swap asked: a second person has to agree."));
                });
            } else {
                answer(
                    m_edits->moveTo(source, target, isCopy), isCopy ? tr("Copied.") : tr("Moved."));
            }
        });
    connect(m_model, &RosterModel::rowsChanged, this, &RosterPage::showCurrent);
    connect(&m_desk, &desk::Desk::changed, this, [this] {
        if (m_pane->isArea()) {
            tellArea();
        }
    });
    connect(m_model, &RosterModel::rowsChanged, this, &RosterPage::tellClashes);
    connect(m_model, &RosterModel::reset, this, &RosterPage::tellHead);
    connect(m_model, &RosterModel::summed, this, &RosterPage::tellFoot);
    connect(&m_pane->standIns(), &StandInList::taken, this, &RosterPage::assign);
    connect(&m_pane->standIns(), &StandInList::left, m_grid, qOverload<>(&QWidget::setFocus));
    connect(&m_shifts, &ShiftSource::refused, this, [this](const Error& error) {
        answer(std::unexpected(error), {});
    });
    connect(&m_desk, &desk::Desk::modeChanged, this, [this] {
        if (m_isRead) {
            m_model->setModes(roster::modesOf(m_desk.mode().turns));
            showCurrent();
        }
    });
    connect(m_asked, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_asked->text().trimmed();
        const auto then = std::move(m_then);
        m_then = {};
        putAwayAsked();
        if (then) {
            then(text);
        }
    });
}

// The plan's roster is made when the page is first shown.
void RosterPage::enter()
{
    if (!m_isRead) {
        m_isRead = true;
        const Instant now = m_ticks.now();
        roster::Roster roster = roster::rosterOf(m_desk.plan(), {now - kPlanned, now + kPlanned});
        if (!m_desk.planFolder().empty()) {
            if (const auto rules = roster::readRules(m_desk.planFolder(), m_desk.plan())) {
                roster::apply(*rules, roster);
            }
        }
        roster.modes = roster::modesOf(m_desk.mode().turns);
        m_model->setNow(now);
        m_model->show(RosterSpan::Week, firstDayOf(RosterSpan::Week, roster.localDay(now)));
        m_model->setRoster(std::move(roster));
        toToday();
    }
    m_grid->setFocus(Qt::OtherFocusReason);
}

void RosterPage::setNow(Instant now)
{
    if (m_isRead) {
        m_model->setNow(now);
    }
}

void RosterPage::setCompact(bool isCompact)
{
    m_pane->setFixedWidth(isCompact ? kPaneNarrow : kPaneWide);
    for (KeycapButton* key : m_wideOnly) {
        key->setVisible(!isCompact);
    }
}

void RosterPage::showSpan(RosterSpan span)
{
    const auto& columns = m_model->columns();
    const auto at = static_cast<std::size_t>(m_grid->current().column);
    const Instant moment = at < columns.size() ? columns[at].time.from : m_model->now();
    const roster::Day day = at < columns.size() ? columns[at].day : m_model->first();
    m_spans->setCurrent(static_cast<int>(span));
    m_monthOnly->setVisible(span == RosterSpan::Month);
    m_model->show(span, firstDayOf(span, day));
    m_grid->setMoment(moment);
    m_grid->setFocus();
}

void RosterPage::turn(int by)
{
    m_model->show(m_model->span(), turned(m_model->span(), m_model->first(), by));
}

void RosterPage::toToday()
{
    const Instant now = m_model->now();
    m_model->show(m_model->span(), firstDayOf(m_model->span(), m_model->roster().localDay(now)));
    if (!timeOf(m_model->columns()).holds(now)) { // before the first change of the day
        turn(-1);
    }
    m_grid->setMoment(now);
}

RosterPlace RosterPage::place() const
{
    const RosterGrid::Place at = m_grid->current();
    return {at.post, static_cast<std::size_t>(at.column), m_part};
}

UnitCode RosterPage::unitHere() const
{
    const roster::PostIndex post = m_grid->current().post;
    return post == roster::kNobody ? UnitCode() : m_model->roster().posts[post].unit;
}

void RosterPage::tellHead()
{
    if (m_model->columns().empty()) {
        return;
    }
    const QLocale locale;
    const bool inChinese = uiLanguage() == Language::Chinese; // forms, not words
    const QString date = inChinese ? QStringLiteral("M月d日") : QStringLiteral("d MMM");
    const QDate first = dateOf(m_model->columns().front().day);
    const QDate last = dateOf(m_model->columns().back().day);
    const QString mode = modeBadgeText(m_desk.mode());
    QString text;
    if (m_model->span() == RosterSpan::Month) {
        text = locale.toString(
            first, inChinese ? QStringLiteral("yyyy年M月") : QStringLiteral("MMMM yyyy"));
    } else if (m_model->span() == RosterSpan::Day) {
        text = locale.toString(
            first,
            inChinese ? QStringLiteral("yyyy年M月d日 dddd") : QStringLiteral("dddd d MMMM yyyy"));
    } else {
        text = tr("%1–%2 · week %3")
                   .arg(locale.toString(first, date), locale.toString(last, date))
                   .arg(first.weekNumber());
    }
    m_days->setText(mode.isEmpty() ? text : text + QStringLiteral(" · ") + mode);
}

void RosterPage::tellFoot()
{
    const RosterSum sum = m_model->sum();
    QStringList parts;
    parts << tr("Gaps within a day: %1").arg(sum.soonGaps) << tr("later: %1").arg(sum.laterGaps)
          << tr("double, rest, skill: %1").arg(sum.others);
    if (sum.changes > 0) {
        parts << tr("swaps waiting: %1").arg(sum.changes);
    }
    if (sum.clashes > 0) {
        parts << tr("two versions: %1").arg(sum.clashes);
    }
    if (!sum.isWhole) {
        parts << tr("still counting");
    }
    m_foot->setToken(sum.soonGaps > 0 ? Token::YelTx : Token::Tx2);
    m_foot->setText(
        (sum.soonGaps > 0 ? QStringLiteral("▲ ") : QString()) + parts.join(QStringLiteral(" · ")));
    if (sum.isWhole) {
        m_pane->showStrength();
    }
}

QString RosterPage::footText() const
{
    return m_foot->text();
}

void RosterPage::showCurrent()
{
    const RosterPlace at = place();
    if (at.post == roster::kNobody || at.column >= m_model->columns().size()) {
        return;
    }
    if (m_pane->isArea()) {
        tellArea();
        return;
    }
    m_pane->showCell(at.post, m_model->columns()[at.column], m_part);
}

// A day of the month has several shifts; each is worked on by itself.
void RosterPage::nextPart()
{
    const RosterPlace at = place();
    if (at.post == roster::kNobody || at.column >= m_model->columns().size()) {
        return;
    }
    const std::size_t all = m_model->shifts(at.post, m_model->columns()[at.column]).size();
    if (all < 2) {
        Q_EMIT said(tr("This cell has one shift."));
        return;
    }
    m_part = (m_part + 1) % all;
    showCurrent();
}

// What another desk planned without seeing this one's plan, or the other way round, wherever it lies.
bool RosterPage::toNextClash()
{
    for (const auto& [key, cell] : m_shifts.state().cells) {
        const auto post = m_model->roster().post(key.post);
        if (cell.rivals.empty() || !post) {
            continue;
        }
        m_model->show(m_model->span(), firstDayOf(m_model->span(), key.day));
        m_grid->setCurrent({*post, m_grid->current().column});
        m_grid->setMoment(cell.standing.edit.from);
        return true;
    }
    return false;
}

// Two plans came together: the planner is told where, and both are on the page until somebody has chosen.
void RosterPage::tellClashes()
{
    std::map<model::ShiftCellKey, std::uint64_t> now;
    const model::ShiftCell* fresh = nullptr;
    for (const auto& [key, cell] : m_shifts.state().cells) {
        if (!cell.rivals.empty()) {
            now.emplace(key, cell.version);
            fresh = m_clashes.contains(key) ? fresh : &cell;
        }
    }
    const bool isTold = fresh != nullptr && m_isRead && isVisible();
    m_clashes = std::move(now);
    if (isTold) {
        const plan::Post* post = m_desk.plan().post(fresh->standing.edit.post);
        Q_EMIT said(
            tr("Two desks planned %1 %2 differently: G goes there, its number chooses")
                .arg(
                    post == nullptr ? QString() : nameText(post->name),
                    dayClockText(fresh->standing.edit.from, m_model->roster().utcOffsetMinutes)));
    }
}

void RosterPage::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Bg1));
}

} // namespace sz::widgets
