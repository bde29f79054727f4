// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PlanChanging.h"

#include "data/desk/OnResult.h"
#include "data/plan/areas/AreasJson.h"
#include "data/threads/PoolWork.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/ground/BorderMarks.h"
#include "widgets/ground/PlanPanel.h"
#include "widgets/ground/PlanWords.h"
#include "widgets/shell/MapArea.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QSaveFile>
#include <QShortcut>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sz::widgets {
namespace {

constexpr double kNearest = 16; ///< zoom; nothing is brought nearer by itself
constexpr int kMargin = 24;     ///< pixels round what is shown
constexpr int kFar = 10;        ///< pixels of an arrow with Shift

} // namespace

PlanChanging::PlanChanging(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    MapArea& map,
    QWidget* page)
    : QObject(page), m_desk(desk), m_ticks(ticks), m_map(map),
      m_panel(new PlanPanel(desk.sharedPlan(), theme, &map)),
      m_marks(new BorderMarks(map.panel(), theme, &map))
{
    map.addCover(m_marks);
    map.addPanel(m_panel);
    map.panel().installEventFilter(this);
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), page);
    key->setObjectName(QStringLiteral("planKey"));
    connect(key, &QShortcut::activated, this, &PlanChanging::toggle);
    wirePanel();
    wireMarks();
    saver = [page](const QString& proposed, const std::function<void(QString)>& then) {
        auto* dialog = new QFileDialog(
            page, tr("Export the areas"), proposed, QStringLiteral("GeoJSON (*.geojson)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("geojson"));
        connect(dialog, &QFileDialog::fileSelected, page, then);
        dialog->open();
    };
    connect(&desk, &desk::Desk::planChanged, this, &PlanChanging::renewList);
    connect(&desk, &desk::Desk::seatChanged, this, &PlanChanging::renewList);
}

void PlanChanging::wirePanel()
{
    connect(m_panel, &PlanPanel::closed, this, &PlanChanging::toggle);
    connect(m_panel, &PlanPanel::chosenChanged, this, &PlanChanging::showChosen);
    connect(m_panel, &PlanPanel::redrawRequested, this, &PlanChanging::startEdit);
    connect(m_panel, &PlanPanel::editLeft, this, &PlanChanging::askLeave);
    connect(m_panel, &PlanPanel::showRequested, this, &PlanChanging::showProposal);
    connect(m_panel, &PlanPanel::undoRequested, this, &PlanChanging::undo);
    connect(m_panel, &PlanPanel::insertRequested, this, &PlanChanging::insert);
    connect(m_panel, &PlanPanel::removeRequested, this, &PlanChanging::remove);
    connect(m_panel, &PlanPanel::movesChanged, this, &PlanChanging::renewWord);
    connect(m_panel, &PlanPanel::proposeRequested, this, &PlanChanging::propose);
    connect(m_panel, &PlanPanel::decideRequested, this, &PlanChanging::decide);
    connect(m_panel, &PlanPanel::withdrawRequested, this, &PlanChanging::withdraw);
    connect(m_panel, &PlanPanel::exportRequested, this, &PlanChanging::exportAreas);
}

void PlanChanging::wireMarks()
{
    connect(m_marks, &BorderMarks::cornerChosen, this, [this](std::size_t corner) {
        m_map.panel().setFocus(Qt::MouseFocusReason);
        choose(corner);
    });
    connect(m_marks, &BorderMarks::cornerDragged, this, &PlanChanging::drag);
    connect(m_marks, &BorderMarks::middleClicked, this, [this](std::size_t corner) {
        m_map.panel().setFocus(Qt::MouseFocusReason);
        m_marks->setCurrent(corner);
        insert();
    });
}

bool PlanChanging::isOpen() const
{
    return m_panel->isVisible();
}

void PlanChanging::toggle()
{
    if (!m_panel->isHidden()) {
        if (m_edit) {
            m_panel->takeFocus(); // a drawing is not lost by a key pressed twice
            return;
        }
        m_panel->hide();
        m_marks->setCompared({});
        m_map.placeChildren();
        m_map.panel().setFocus();
        Q_EMIT opened(false);
        return;
    }
    renewList();
    m_panel->show();
    Q_EMIT opened(true);
    m_map.placeChildren();
    m_panel->takeFocus();
    showChosen();
}

void PlanChanging::setArea(int number)
{
    if (!m_edit) {
        m_panel->setArea(number);
    }
}

void PlanChanging::renewList()
{
    m_panel->setState(*m_desk.planState(), m_ticks.now());
    renewWord();
}

// Why a button cannot be pressed; the picture of the chosen change, before and after.
void PlanChanging::showChosen()
{
    const std::string id = m_panel->chosen().toStdString();
    const std::string words = m_panel->decisionWords().toStdString();
    const auto why = [this](const model::PlanAct& act) {
        const auto may = m_desk.canPerformPlan(act);
        return may ? QString() : errorText(may.error().code);
    };
    model::ProposePlan probe{{}, 0, "?", 0}; // the right alone: an empty change is refused after it
    const auto may = m_desk.canPerformPlan(probe);
    const bool hasRight = may || may.error().code == Code::NothingToAmend;
    m_panel->setMayPropose(hasRight ? QString() : errorText(may.error().code));
    m_panel->setMay(
        why(model::DecidePlan{id, true, words}), why(model::DecidePlan{id, false, words}),
        why(model::WithdrawPlan{id, words}));
    if (m_edit || m_panel->isHidden()) {
        return;
    }
    std::vector<BorderMarks::Compared> compared;
    if (const model::PlanProposal* one = m_desk.planState()->proposal(id)) {
        const auto before = m_desk.planAt(one->validFrom - Millis{1});
        for (const plan::AreaOutline& outline : one->asked->change.outlines) {
            if (const plan::Area* area = before->area(outline.area)) {
                compared.push_back({area->outline, outline.outline});
            }
        }
    }
    m_marks->setCompared(std::move(compared));
}

void PlanChanging::startEdit(int area)
{
    const auto plan = m_desk.planAt(Instant::max()); // on top of all that is approved
    const plan::Area* one = plan->area(area);
    if (one == nullptr) {
        return;
    }
    m_edit.emplace(plan, area);
    m_seen = m_desk.planState()->approvals;
    m_word.clear();
    m_isLeaving = false;
    m_marks->setCompared({});
    m_marks->setCurrent(std::nullopt);
    Instant from = m_ticks.now();
    for (auto turn = model::nextTurn(*m_desk.planState(), from); turn;
         turn = model::nextTurn(*m_desk.planState(), from)) {
        from = *turn;
    }
    m_panel->startEdit(area, plan, localDate(m_desk.plan(), from).addDays(1));
    showGround({one->outline});
    m_map.panel().setFocus(Qt::OtherFocusReason);
    renewEdit();
}

// Into what the panel leaves free of the map, as near as all of it can be seen.
void PlanChanging::showGround(const std::vector<MultiPolygon>& outlines)
{
    maps::MapPanel& map = m_map.panel();
    QPolygonF corners;
    for (const MultiPolygon& outline : outlines) {
        for (const Polygon& polygon : outline.polygons) {
            for (const Wgs84 at : polygon.rings.empty() ? Ring{} : polygon.rings.front()) {
                corners << QPointF(at.lon, at.lat);
            }
        }
    }
    if (corners.isEmpty()) {
        return;
    }
    const QRectF ground = corners.boundingRect();
    const QRectF now = QRectF(
                           map.toView({ground.left(), ground.bottom()}),
                           map.toView({ground.right(), ground.top()}))
                           .normalized();
    const int strip = m_panel->isHidden() ? map.width() : m_panel->x(); // left of the panel
    const double free = std::max(strip - 2 * kMargin, 4 * kMargin);
    const double high = std::max(map.height() - 2 * kMargin, 4 * kMargin);
    const double nearer =
        std::log2(std::min(free / std::max(now.width(), 1.0), high / std::max(now.height(), 1.0)));
    const double zoom = std::min(map.camera().zoom + nearer, kNearest);
    const QPoint centre =
        map.rect().center(); // as far to the east as the strip lies to the west, in degrees of then
    const double aside =
        (map.toGround(centre + QPoint((map.width() - strip) / 2, 0)).lon - map.toGround(centre).lon)
        * std::exp2(map.camera().zoom - zoom);
    map.flyTo({ground.center().x() + aside, ground.center().y()}, zoom);
}

void PlanChanging::showProposal()
{
    std::vector<MultiPolygon> outlines;
    for (const BorderMarks::Compared& one : m_marks->compared()) {
        outlines.push_back(one.after);
    }
    showGround(outlines);
}

void PlanChanging::renewEdit()
{
    if (!m_edit) {
        return;
    }
    m_faults = m_edit->faults();
    m_marks->setCorners(m_edit->corners());
    m_marks->setFaults(m_faults);
    const auto current = m_marks->current();
    QString corner = m_word;
    if (corner.isEmpty() && current) {
        const Wgs84 at = m_edit->corners()[*current].at;
        corner = tr("Corner %1 of %2: %3 %4")
                     .arg(*current + 1)
                     .arg(m_edit->corners().size())
                     .arg(at.lon, 0, 'f', 6)
                     .arg(at.lat, 0, 'f', 6);
    }
    m_panel->setEditState(m_edit->canUndo(), corner);
    m_panel->setCover(coverText(m_desk.plan(), m_faults), m_faults.empty());
    renewWord();
}

void PlanChanging::renewWord()
{
    if (m_edit) {
        m_isLeaving = false;
        const auto asked = proposal();
        m_panel->setWord(whyNot(asked));
        m_panel->setHint(seatsText(
            m_desk.plan(), plan::straySeats(*m_desk.planAt(Instant::max()), asked.change)));
    }
}

model::ProposePlan PlanChanging::proposal() const
{
    return {
        {m_edit ? m_edit->changed() : std::vector<plan::AreaOutline>{}, m_panel->moves()},
        dayOf(m_panel->fromDate()),
        m_panel->reason().toStdString(),
        m_seen};
}

QString PlanChanging::whyNot(const model::PlanAct& act) const
{
    const auto* asked = std::get_if<model::ProposePlan>(&act);
    if (asked != nullptr && asked->change.isEmpty()) {
        return tr("Nothing is changed yet");
    }
    if (!m_faults.empty()) {
        return tr("Not while there is a hole or an overlap");
    }
    if (asked != nullptr && asked->reason.empty()) {
        return tr("A reason is missing");
    }
    const auto may = m_desk.canPerformPlan(act);
    if (may) {
        return {};
    }
    if (may.error().code == Code::LimitOutOfRange) {
        constexpr std::size_t kKilobyte = 1024;
        return tr("The outlines are too large for one proposal: %1 KB, at most %2 KB. Take "
                  "corners out, or change fewer areas at a time.")
            .arg((model::encodePlanAct(act).size() + kKilobyte - 1) / kKilobyte)
            .arg(model::kMostPlanBytes / kKilobyte);
    }
    return may.error().code == Code::BadArgument
               ? tr("It does not fit a change that was approved meanwhile: draw it anew")
               : errorText(may.error().code);
}

void PlanChanging::choose(std::size_t corner)
{
    m_word.clear();
    m_marks->setCurrent(corner);
    renewEdit();
}

// To the next corner that can be moved: those on the district's border are many, and stay.
void PlanChanging::step(int by)
{
    if (!m_edit || m_edit->corners().empty()) {
        return;
    }
    const auto& corners = m_edit->corners();
    const auto count = static_cast<int>(corners.size());
    int to = m_marks->current() ? static_cast<int>(*m_marks->current()) : (by > 0 ? -1 : 0);
    int tried = 0;
    do {
        to = ((to + by) % count + count) % count;
    } while (corners[static_cast<std::size_t>(to)].isFixed && ++tried < count);
    if (tried == count) {
        m_word = refusalText(plan::EditRefusal::DistrictBorder);
        renewEdit();
        return;
    }
    choose(static_cast<std::size_t>(to));
    const Wgs84 at = m_edit->corners()[static_cast<std::size_t>(to)].at;
    const QRect seen(kMargin, kMargin, m_panel->x() - 2 * kMargin, m_map.height() - 2 * kMargin);
    if (!seen.contains(m_map.panel().toView(at))) {
        maps::MapPanel& map = m_map.panel();
        const QPoint off = map.rect().center() - seen.center();
        map.flyTo(map.toGround(map.toView(at) + off), map.camera().zoom);
    }
}

void PlanChanging::nudge(int dx, int dy)
{
    const auto current = m_marks->current();
    if (!m_edit || !current) {
        m_word = refusalText(plan::EditRefusal::NoSuchCorner);
        renewEdit();
        return;
    }
    maps::MapPanel& map = m_map.panel();
    const QPoint centre =
        map.rect().center(); // how far a pixel is, without the rounding of a view point
    const Wgs84 a = map.toGround(centre);
    const Wgs84 b = map.toGround(centre + QPoint(dx, dy));
    const Wgs84 at = m_edit->corners()[*current].at;
    drag(*current, {at.lon + b.lon - a.lon, at.lat + b.lat - a.lat}, false);
}

void PlanChanging::drag(std::size_t corner, Wgs84 to, bool goesOn)
{
    if (!m_edit) {
        return;
    }
    const auto moved = m_edit->move(corner, to, goesOn);
    m_word = moved ? QString() : refusalText(moved.error());
    renewEdit();
}

void PlanChanging::insert()
{
    if (!m_edit) {
        return;
    }
    const auto added = m_edit->insertAfter(m_marks->current().value_or(m_edit->corners().size()));
    m_word = added ? QString() : refusalText(added.error());
    if (added) {
        m_marks->setCorners(m_edit->corners());
        m_marks->setCurrent(*added);
    }
    renewEdit();
}

void PlanChanging::remove()
{
    if (!m_edit) {
        return;
    }
    const auto removed = m_edit->remove(m_marks->current().value_or(m_edit->corners().size()));
    m_word = removed ? QString() : refusalText(removed.error());
    renewEdit();
}

void PlanChanging::undo()
{
    if (m_edit && m_edit->undo()) {
        m_word.clear();
        renewEdit();
    }
}

// What was drawn for ten minutes does not go by one key.
void PlanChanging::askLeave()
{
    if (proposal().change.isEmpty() || std::exchange(m_isLeaving, true)) {
        leaveEdit();
        return;
    }
    m_panel->warn(tr("What is changed here is not proposed yet: once more discards it"));
}

void PlanChanging::leaveEdit()
{
    m_edit.reset();
    m_faults.clear();
    m_marks->setCurrent(std::nullopt);
    m_marks->setCorners({});
    m_marks->setFaults({});
    m_panel->showList();
    showChosen();
}

void PlanChanging::send(model::PlanAct act, const QString& done)
{
    desk::onResult(
        this, m_desk.performPlan(std::move(act)),
        [this, done](const Result<desk::Receipt>& result) {
            if (!result) {
                Q_EMIT said(errorText(result.error().code));
                return;
            }
            if (m_edit) {
                leaveEdit();
                m_panel->choose(QString::fromStdString(result->entry));
            }
            Q_EMIT said(done);
        });
}

void PlanChanging::propose()
{
    const auto act = proposal();
    if (const QString why = whyNot(act); !why.isEmpty()) {
        m_panel->setWord(why);
        return;
    }
    send(act, tr("Proposed: another person has to approve it"));
}

void PlanChanging::decide(bool isApproved)
{
    send(
        model::DecidePlan{
            m_panel->chosen().toStdString(), isApproved, m_panel->decisionWords().toStdString()},
        isApproved ? tr("Approved") : tr("Refused"));
}

void PlanChanging::withdraw()
{
    send(
        model::WithdrawPlan{
            m_panel->chosen().toStdString(), m_panel->decisionWords().toStdString()},
        tr("Withdrawn"));
}

void PlanChanging::exportAreas()
{
    const QString day = m_panel->exportDate().toString(QStringLiteral("yyyy-MM-dd"));
    const auto plan = m_desk.planAt(model::midnightOf(m_desk.plan(), dayOf(m_panel->exportDate())));
    saver(QStringLiteral("areas-%1.geojson").arg(day), [this, plan, day](const QString& path) {
        const auto asked = askPool(
            *QThreadPool::globalInstance(),
            [plan, day = day.toStdString(), path]() -> Result<bool> {
                QSaveFile file(path);
                const auto text = plan::areasJson(*plan, day);
                return file.open(QIODevice::WriteOnly)
                       && file.write(text.data(), static_cast<qint64>(text.size()))
                              == static_cast<qint64>(text.size())
                       && file.commit();
            });
        desk::onResult(this, asked, [this, path, day](const Result<bool>& isWritten) {
            Q_EMIT said(
                *isWritten ? tr("Areas as in force on %1: %2").arg(day, path)
                           : tr("%1 cannot be written").arg(path));
        });
    });
}

bool PlanChanging::onKey(int key, bool isFar, bool isUndo)
{
    const int far = isFar ? kFar : 1;
    if (isUndo) {
        undo();
        return true;
    }
    switch (key) {
    case Qt::Key_PageDown:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-1);
        return true;
    case Qt::Key_Left:
        nudge(-far, 0);
        return true;
    case Qt::Key_Right:
        nudge(far, 0);
        return true;
    case Qt::Key_Up:
        nudge(0, -far);
        return true;
    case Qt::Key_Down:
        nudge(0, far);
        return true;
    case Qt::Key_Insert:
        insert();
        return true;
    case Qt::Key_Delete:
        remove();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_panel->focusReason();
        return true;
    case Qt::Key_Escape:
        askLeave();
        return true;
    default:
        return false;
    }
}

// The map has the focus while something is drawn on it.
bool PlanChanging::eventFilter(QObject* watched, QEvent* event)
{
    if (m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (onKey(
                key->key(), key->modifiers().testFlag(Qt::ShiftModifier),
                key->matches(QKeySequence::Undo))) {
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
