// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the roster page and what they do.
#include "data/roster/ical/RosterCalendar.h"
#include "data/roster/sheet/PeopleCell.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterGrid.h"
#include "widgets/roster/RosterImport.h"
#include "widgets/roster/RosterPage.h"
#include "widgets/roster/RosterPane.h"
#include "widgets/roster/StandIns.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>

namespace sz::widgets {

KeycapButton* RosterPage::addKey(
    const ThemeSource& theme,
    QHBoxLayout* row,
    const QKeySequence& keys,
    const QString& label,
    const char* name,
    std::function<void()> act)
{
    KeycapButton* button = scopedKeycap(theme, keys, label, m_grid);
    button->setParent(this);
    button->setObjectName(QLatin1StringView(name));
    button->setFocusPolicy(Qt::NoFocus);
    row->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, std::move(act));
    return button;
}

void RosterPage::addKey(const QKeySequence& keys, const char* name, std::function<void()> act)
{
    auto* key = new QShortcut(keys, m_grid);
    key->setObjectName(QLatin1StringView(name));
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, std::move(act));
}

void RosterPage::addKeys(const ThemeSource& theme, QHBoxLayout* head, QHBoxLayout* foot)
{
    const auto wide = [&](QHBoxLayout* row, const QKeySequence& keys, const QString& label,
                          const char* name, std::function<void()> act) {
        m_wideOnly.push_back(addKey(theme, row, keys, label, name, std::move(act)));
    };
    addKey(theme, head, Qt::Key_W, tr("swap"), "swapButton", [this] { swapHere(); });
    wide(head, Qt::Key_U, tr("substitute"), "substituteButton", [this] { askSubstitute(); });
    wide(head, Qt::CTRL | Qt::Key_C, tr("copy last week"), "copyWeekButton", [this] {
        const auto copied = m_edits->copyLastWeek(unitHere());
        const Result<void> done =
            copied ? Result<void>() : Result<void>(std::unexpected(copied.error()));
        answer(
            done, copied ? tr("%n shift(s) as the week before.", nullptr, static_cast<int>(*copied))
                         : QString());
    });
    wide(head, Qt::Key_I, tr("export calendar"), "exportRosterButton", [this] { exportFile(); });
    addKey(theme, head, Qt::Key_O, tr("import"), "importRosterButton", [this] { importFile(); });
    addKey(theme, foot, Qt::Key_G, tr("next gap"), "nextMarkButton", [this] {
        if (!m_grid->toNextMark() && !toNextClash()) {
            Q_EMIT said(tr("Nothing more is wrong in these days."));
        }
    });
    m_monthOnly = addKey(
        theme, foot, Qt::Key_S, tr("other shift of the day"), "partButton", [this] { nextPart(); });
    m_monthOnly->hide();
    wide(foot, Qt::Key_N, tr("did not come"), "noShowButton", [this] {
        const std::string by = m_pane->standIns().chosen();
        const QString what = by.empty() ? tr("Did not come: reason")
                                        : tr("Did not come, %1 stands in: reason").arg(shown(by));
        ask(what, [this, by](const QString& reason) {
            answer(
                m_edits->noShow(place(), by, reason.toStdString()),
                tr("Told. A second person has to agree."));
        });
    });
    wide(foot, Qt::Key_L, tr("lend"), "lendButton", [this] { lend(); });
    addKey(Qt::SHIFT | Qt::Key_L, "lendSheetKey", [this] { lendBySheet(); });
    wide(foot, Qt::Key_B, tr("back", "from a loan"), "backButton", [this] { takeBack(); });
    wide(foot, Qt::Key_P, tr("presence"), "presenceButton", [this] { tellPresence(); });
    wide(foot, Qt::Key_C, tr("in charge"), "chargeButton", [this] { putInCharge(); });
    addKey(theme, foot, Qt::Key_M, tr("my area"), "myAreaButton", [this] { toggleArea(); });
    wide(foot, Qt::Key_Question, tr("on call"), "onCallButton", [this] {
        Q_EMIT dutyRequested(unitHere());
    });
    addKey(theme, foot, Qt::CTRL | Qt::Key_Z, tr("undo"), "undoRosterButton", [this] {
        answer(m_edits->undo(), tr("Taken back."));
    });
    const auto decide = [this](bool isAccepted, const QString& reason) {
        answer(
            m_edits->decide(place(), isAccepted, reason.toStdString()),
            isAccepted ? tr("Agreed.") : tr("Refused."));
    };
    const auto agree = [decide] { decide(true, {}); };
    const auto refuse = [this, decide] {
        ask(tr("Refused: reason"), [decide](const QString& reason) { decide(false, reason); });
    };
    m_pane->agree()->setKeys(Qt::Key_A);
    m_pane->refuse()->setKeys(Qt::Key_R);
    for (KeycapButton* button : {m_pane->agree(), m_pane->refuse(), m_pane->places()}) {
        button->findChild<QShortcut*>()->setEnabled(false); // letters are the grid's
    }
    connect(m_pane->agree(), &QAbstractButton::clicked, this, agree);
    connect(m_pane->refuse(), &QAbstractButton::clicked, this, refuse);
    const auto turnStrength = [this] { m_pane->turnStrength(); };
    connect(m_pane->places(), &QAbstractButton::clicked, this, turnStrength);
    addKey(Qt::Key_V, "placesKey", turnStrength);
    addKey(Qt::Key_A, "agreeKey", agree);
    addKey(Qt::Key_R, "refuseKey", refuse);
    addKey(Qt::Key_Delete, "clearKey", [this] {
        answer(m_edits->clear(place()), tr("Nobody is planned there now."));
    });
    addKey(Qt::Key_Backspace, "asPlannedKey", [this] {
        answer(m_edits->asPlanned(place()), tr("As the rotation says."));
    });
    addKey(Qt::CTRL | Qt::Key_Left, "earlierKey", [this] { turn(-1); });
    addKey(Qt::CTRL | Qt::Key_Right, "laterKey", [this] { turn(1); });
    addKey(Qt::Key_T, "todayKey", [this] { toToday(); });
    constexpr std::array kSpans{RosterSpan::Week, RosterSpan::Day, RosterSpan::Month};
    for (const RosterSpan span : kSpans) {
        const auto number = static_cast<int>(span);
        addKey(
            QKeySequence(
                QKeyCombination(Qt::AltModifier, static_cast<Qt::Key>(Qt::Key_1 + number))),
            qPrintable(QStringLiteral("spanKey%1").arg(number + 1)),
            [this, span] { showSpan(span); });
    }
    for (int n = 0; n < 9; ++n) {
        addKey(
            QKeySequence(static_cast<Qt::Key>(Qt::Key_1 + n)),
            qPrintable(QStringLiteral("versionKey%1").arg(n + 1)), [this, n] {
                answer(
                    m_edits->choose(place(), static_cast<std::size_t>(n)),
                    tr("Version %1 counts.").arg(n + 1));
            });
    }
    addKey(Qt::Key_Escape, "leaveKey", [this] {
        if (m_grid->marked().post != roster::kNobody) {
            m_grid->setMarked({});
        } else {
            Q_EMIT left();
        }
    });
    auto* drop = new QShortcut(Qt::Key_Escape, m_asked);
    drop->setContext(Qt::WidgetShortcut);
    connect(drop, &QShortcut::activated, this, [this] {
        m_then = {};
        putAwayAsked();
    });
    auto* dropList = new QShortcut(Qt::Key_Escape, m_refused);
    dropList->setContext(Qt::WidgetShortcut);
    connect(dropList, &QShortcut::activated, drop, &QShortcut::activated);
}

void RosterPage::putAwayAsked()
{
    m_asked->hide();
    m_askedWhat->hide();
    m_refused->hide();
    m_grid->setFocus();
}

void RosterPage::ask(const QString& what, std::function<void(const QString&)> then)
{
    m_then = std::move(then);
    m_refused->hide();
    m_askedWhat->setText(what);
    m_askedWhat->show();
    m_asked->setAccessibleName(what);
    m_asked->clear();
    m_asked->show();
    m_asked->setFocus();
}

void RosterPage::answer(const Result<void>& result, const QString& done)
{
    if (result) {
        Q_EMIT said(done);
        return;
    }
    switch (result.error().code) {
    case Code::MissingField:
        Q_EMIT said(
            result.error().detail == "reason" ? tr("A reason is needed.")
                                              : tr("Nobody holds this shift."));
        break;
    case Code::AlreadyDone:
        Q_EMIT said(tr("It is so already."));
        break;
    case Code::NothingAsked:
        Q_EMIT said(tr("There is nothing to do here."));
        break;
    default:
        Q_EMIT said(
            result.error().detail == "saving" ? tr("The last edit is still being saved.")
                                              : errorText(result.error()));
    }
}

void RosterPage::assign(const QString& names)
{
    const roster::PeopleCell cell = roster::peopleOf(names.toStdString());
    const std::string chosen = names.toStdString();
    // A team of the plan is called as the plan calls it: "燃气值班室一组" is one name, whatever is in it.
    const auto& people = m_model->roster().people;
    const bool isKnown = std::ranges::any_of(
        m_pane->standIns().shown(), [&](const StandIn& one) { return one.name == chosen; });
    if (!isKnown && (cell.fault != roster::NameFault::None || cell.names.empty())) {
        Q_EMIT said(tr("\"%1\" is no name.").arg(names));
        return;
    }
    std::vector<std::string> all = isKnown ? std::vector{chosen} : cell.names;
    for (std::string& one : all) { // typed in English as the list shows it
        const auto team = std::ranges::find_if(people, [&](const roster::Person& person) {
            return person.isTeam && person.nameEn == one;
        });
        one = team == people.end() ? one : team->name;
    }
    answer(m_edits->assign(place(), all), tr("Assigned: %1").arg(names));
    m_grid->setFocus();
}

void RosterPage::swapHere()
{
    const RosterGrid::Place first = m_grid->marked();
    if (first.post == roster::kNobody) {
        m_grid->setMarked(m_grid->current());
        m_markedPart = m_part;
        Q_EMIT said(tr("Go to the other shift and press W again; Esc gives up."));
        return;
    }
    const RosterPlace a{first.post, static_cast<std::size_t>(first.column), m_markedPart};
    m_grid->setMarked({});
    ask(tr("Swap: reason"), [this, a](const QString& reason) {
        answer(
            m_edits->swap(a, place(), reason.toStdString()),
            tr("Swap asked: a second person has to agree."));
    });
}

// Who stands in is the one chosen in the list: it says who has rested.
void RosterPage::askSubstitute()
{
    const std::string by = m_pane->standIns().chosen();
    if (by.empty()) {
        Q_EMIT said(tr("Nobody is free to stand in: type a name with Enter instead."));
        return;
    }
    ask(tr("%1 stands in: reason").arg(shown(by)), [this, by](const QString& reason) {
        answer(
            m_edits->substitute(place(), by, reason.toStdString()),
            tr("Substitute asked for: a second person has to agree."));
    });
}

QString RosterPage::shown(const std::string& name) const
{
    const auto& all = m_pane->standIns().shown();
    const auto one = std::ranges::find(all, name, &StandIn::name);
    return one == all.end() ? visibleLine(QString::fromStdString(name)) : one->shown;
}

void RosterPage::toggleArea()
{
    if (m_pane->isArea()) {
        const RosterPlace at = place();
        m_pane->showCell(at.post, m_model->columns()[at.column], m_part);
        return;
    }
    const plan::Plan& plan = m_desk.plan();
    const auto areaOf = [&](const UnitCode& unit) {
        return std::ranges::find_if(plan.areas, [&](const plan::Area& one) {
            return one.unit == unit || (one.district == unit && !unit.empty());
        });
    };
    auto area = areaOf(m_desk.actor().unit);
    area = area == plan.areas.end() ? areaOf(unitHere()) : area;
    if (area == plan.areas.end()) {
        Q_EMIT said(tr("Choose an area or a district first."));
        return;
    }
    m_area = area->number;
    tellArea();
}

// It stays open for a while: what comes in meanwhile is on it.
void RosterPage::tellArea()
{
    if (const plan::Area* area = m_desk.plan().area(m_area)) {
        m_pane->showArea(areaFacts(*m_model, *area, m_desk.incidents()));
    }
}

void RosterPage::exportFile()
{
    const QString file =
        !m_nextFile.isEmpty()
            ? m_nextFile
            : QFileDialog::getSaveFileName(
                  this, tr("Export calendar"),
                  QString::fromStdString(unitHere().value) + QStringLiteral(".ics"),
                  tr("Calendar") + QStringLiteral(" (*.ics)"));
    m_nextFile.clear();
    if (file.isEmpty()) {
        return;
    }
    const auto text = exportedCalendar(*m_model, unitHere(), m_ticks.now());
    QFile out(file);
    const bool isWritten = text && out.open(QIODevice::WriteOnly)
                           && out.write(text->data(), static_cast<qint64>(text->size()))
                                  == static_cast<qint64>(text->size())
                           && out.flush();
    Q_EMIT said(isWritten ? tr("Saved as %1").arg(file) : tr("%1 cannot be written").arg(file));
}

void RosterPage::importFile()
{
    importSheet().open(m_nextFile);
    m_nextFile.clear();
}

RosterImport& RosterPage::importSheet()
{
    if (m_import == nullptr) {
        m_import = new RosterImport(*m_model, *m_edits, m_desk, m_theme, this);
        static_cast<QHBoxLayout*>(layout())->addWidget(m_import);
        m_import->hide();
        connect(m_import, &RosterImport::said, this, &RosterPage::said);
        connect(m_import, &RosterImport::opened, this, [this] { m_pane->hide(); });
        connect(m_import, &SideSheet::closed, this, [this] {
            m_import->hide();
            m_pane->show();
            m_grid->setFocus();
        });
    }
    return *m_import;
}

} // namespace sz::widgets
