// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/IntakeSheet.h"

#include "data/desk/ContactKeeper.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/Durations.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/TickTimer.h"
#include "widgets/intake/CallRow.h"
#include "widgets/intake/DraftKeeper.h"
#include "widgets/intake/DuplicateList.h"
#include "widgets/intake/FactsRow.h"
#include "widgets/intake/Guesses.h"
#include "widgets/intake/KindField.h"
#include "widgets/intake/PlaceField.h"
#include "widgets/intake/PresetOrders.h"
#include "widgets/models/Wording.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sz::widgets {

namespace {

constexpr int kNarrativeHeight = 96;
constexpr int kNarrativeLow = 64;
constexpr int kLowSheet = 700; ///< on a laptop every line counts

} // namespace

IntakeSheet::IntakeSheet(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    const ThemeSource& theme,
    TickTimer& ticks,
    QString draftFile,
    QWidget* parent)
    : SideSheet(theme, tr("New report"), tr("put away, draft stays"), parent), m_desk(desk),
      m_index(index), m_ticks(ticks),
      m_keeper(
          new DraftKeeper(std::move(draftFile), [this] { return collect(); }, this, desk.dataKey()))
{
    setObjectName(QStringLiteral("intakeSheet"));
    m_call = new CallRow(theme, desk.plan().utcOffsetMinutes, this);
    addRow(tr("Source"), m_call, 8);
    buildWords();
    buildGuesses(finder);
    buildGrade();
    buildContact();
    setBadge(tr("provisional"));
    m_orders = new PresetOrders(desk, theme, this);
    addRow(tr("Plan"), m_orders);
    finishBody();
    connectParts();
    refreshMainAct();
}

IntakeSheet::~IntakeSheet()
{
    releaseFocus();
    m_keeper->finish();
}

void IntakeSheet::resizeEvent(QResizeEvent* event)
{
    SideSheet::resizeEvent(event);
    m_narrative->setFixedHeight(height() < kLowSheet ? kNarrativeLow : kNarrativeHeight);
}

void IntakeSheet::buildWords()
{
    auto* words = new QWidget(this);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_narrative = new QPlainTextEdit(words);
    m_narrative->setObjectName(QStringLiteral("narrativeEdit"));
    m_narrative->setAccessibleName(tr("What is reported"));
    m_narrative->setPlaceholderText(tr("What is happening, where, how many"));
    m_narrative->setTabChangesFocus(true);
    m_narrative->setFixedHeight(kNarrativeHeight);
    auto* hint = new ToneLabel(theme(), Token::Tx3, words, 12);
    hint->setObjectName(QStringLiteral("privacyHint"));
    hint->setText(tr("No names, telephone numbers or plates of private people."));
    column->addWidget(m_narrative);
    column->addWidget(hint);
    words->setFocusProxy(m_narrative);
    addRow(tr("Words"), words);
    m_title = new QLineEdit(this);
    m_title->setObjectName(QStringLiteral("titleEdit"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaxLength(kTitleLength);
    m_title->setPlaceholderText(tr("made from the first words"));
    watch(m_narrative);
    watch(m_title);
}

void IntakeSheet::buildGuesses(const plan::PlaceFinder& finder)
{
    m_place = new PlaceField(m_desk, finder, theme(), this);
    m_place->setIndex(&m_index);
    addRow(tr("Place"), m_place);
    m_duplicates = new DuplicateList(theme(), this);
    m_duplicates->setObjectName(QStringLiteral("duplicateList"));
    addRow(tr("Same?"), m_duplicates, 4);
    m_kind = new KindField(m_desk.plan(), theme(), this);
    addRow(tr("Kind"), m_kind);
    m_facts = new FactsRow(plan::readReportFields(m_desk.planFolder()), theme(), this);
    addRow(tr("Asked"), m_facts, 8);
    setRowVisible(m_facts, false);
    watch(m_place->edit());
    watch(m_kind->edit());
}

void IntakeSheet::buildGrade()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_grade = new GradePicker(theme(), box);
    m_grade->setObjectName(QStringLiteral("gradePicker"));
    m_grade->useKeysIn(this);
    m_gradeReason = new ToneLabel(theme(), Token::Tx3, box, 12);
    m_gradeReason->setObjectName(QStringLiteral("gradeReason"));
    column->addWidget(m_grade);
    column->addWidget(m_gradeReason);
    addRow(tr("Grade"), box);
    addRow(tr("Title"), m_title);
}

// Not part of collect(): a draft would hold it in the clear.
void IntakeSheet::buildContact()
{
    m_contact = new QLineEdit(this);
    m_contact->setObjectName(QStringLiteral("contactEdit"));
    m_contact->setMaxLength(static_cast<int>(desk::kMostContactLetters));
    addRow(tr("Contact"), m_contact);
    watch(m_contact);
}

void IntakeSheet::refreshContact()
{
    const plan::Plan& plan = m_desk.plan();
    const Instant from = m_call->receivedAt(m_ticks.now()).value_or(m_openedAt);
    const QString day = dateText(from + std::chrono::days(plan.contactDays), plan.utcOffsetMinutes);
    const QString what = tr("Caller's contact (sealed, until %1)").arg(day);
    m_contact->setAccessibleName(what);
    m_contact->setPlaceholderText(what);
    const bool mayAny =
        plan.reachOf(m_desk.actor().role, plan::Right::SealContact) != plan::Reach::None;
    setRowVisible(m_contact, mayAny);
}

void IntakeSheet::connectParts()
{
    connect(m_narrative, &QPlainTextEdit::textChanged, this, &IntakeSheet::onNarrative);
    connect(m_title, &QLineEdit::textEdited, this, &IntakeSheet::touch);
    connect(m_call, &CallRow::edited, this, &IntakeSheet::touch);
    connect(m_call, &CallRow::edited, this, &IntakeSheet::refreshContact);
    connect(m_place, &PlaceField::placingRequested, this, &IntakeSheet::placingRequested);
    connect(m_place, &PlaceField::placeChanged, this, [this] {
        onMatter();
        if (const auto place = m_place->place(); place && !m_isRestoring) {
            Q_EMIT placeChanged(*place);
        }
    });
    connect(m_kind, &KindField::kindChanged, this, &IntakeSheet::onMatter);
    connect(m_facts, &FactsRow::edited, this, &IntakeSheet::touch);
    connect(m_facts, &FactsRow::rebuilt, this, [this] {
        QWidget* before = m_kind->edit();
        for (QWidget* edit : m_facts->edits()) {
            watch(edit);
            setTabOrder(before, edit); // made late, it would come last
            before = edit;
        }
    });
    connect(m_grade, &GradePicker::chosen, this, [this](plan::Grade grade) {
        m_ownGrade = grade;
        onMatter();
    });
    connect(&m_desk, &desk::Desk::modeChanged, this, &IntakeSheet::refreshOrders);
    connect(m_orders, &PresetOrders::tickedChanged, this, [this] {
        refreshMainAct();
        touch();
    });
    connect(m_duplicates, &DuplicateList::activated, this, &IntakeSheet::duplicateActivated);
    connect(m_duplicates, &DuplicateList::mergeRequested, this, &IntakeSheet::registerInto);
    connect(mainAct(), &QAbstractButton::clicked, this, &IntakeSheet::registerReport);
    connect(&theme(), &ThemeSource::changed, this, &IntakeSheet::underline);
    connect(m_keeper, &DraftKeeper::saved, this, &IntakeSheet::noteSaved);
    connect(m_keeper, &DraftKeeper::dropped, this, [this] { setHeadNote({}); });
    connect(m_keeper, &DraftKeeper::failed, this, [this] {
        setHeadNote(tr("The draft cannot be saved on this disk."));
    });
    connect(this, &SideSheet::closed, this, [this] {
        m_isOpen = false;
        if (m_place->isPlacing()) {
            m_place->setPlacing(false);
            Q_EMIT placingRequested(false);
        }
        m_keeper->saveNow();
    });
}

void IntakeSheet::open(Instant now)
{
    if (!m_isOpen || collect().isBlank()) { // a blank form takes the time of this call
        const auto draft = m_keeper->load();
        reset(now);
        if (draft && !draft->isBlank()) {
            restore(*draft);
        }
        m_isOpen = true;
    }
    refreshContact();
    m_narrative->setFocus(Qt::OtherFocusReason);
    m_narrative->moveCursor(QTextCursor::End);
}

bool IntakeSheet::openWith(const model::ReportIncident& refused)
{
    open(m_ticks.now());
    if (!collect().isBlank()) {
        say(tr("Register or clear this report first, then correct the refused one."));
        return false;
    }
    ReportDraft draft;
    draft.receivedAt = refused.receivedAt;
    draft.savedAt = m_ticks.now();
    draft.source = refused.source;
    draft.narrative = QString::fromStdString(refused.narrative);
    draft.title = QString::fromStdString(refused.title);
    draft.place = refused.place;
    draft.kind = refused.kind;
    draft.suggestedBy = QString::fromStdString(refused.suggestedBy);
    draft.grade = refused.grade;
    restore(draft);
    m_facts->setFacts(refused.facts);
    // Its words stand below what was told, and are put there again.
    const QString told = m_narrative->toPlainText();
    const QString asked = m_facts->words();
    if (!asked.isEmpty() && told.endsWith(asked)) {
        m_narrative->setPlainText(told.chopped(asked.size()).trimmed());
    }
    m_keeper->touch();
    return true;
}

bool IntakeSheet::beginWith(const model::ReportIncident& told)
{
    open(m_ticks.now());
    if (!collect().isBlank()) {
        say(tr("Register or clear this report first, then make a matter of the line."));
        return false;
    }
    m_narrative->setPlainText(QString::fromStdString(told.narrative));
    m_narrative->moveCursor(QTextCursor::End);
    m_call->set(told.source, told.receivedAt);
    if (!told.place.district.empty()) {
        plan::Place place = told.place;
        place.text = unitText(m_desk.plan(), place.district).toStdString();
        m_place->setPlace(place);
    }
    onMatter();
    return true;
}

void IntakeSheet::setMaps(const plan::MapFinder* maps)
{
    m_place->setMaps(maps);
}

void IntakeSheet::setPlace(const plan::Place& place)
{
    m_place->setPlace(place);
    m_kind->setFocus(Qt::OtherFocusReason);
}

void IntakeSheet::setPoint(Wgs84 point)
{
    setPlace(m_index.placeAt(point));
}

// ---- what follows from what is typed ----

void IntakeSheet::onNarrative()
{
    m_kind->suggestFrom(m_narrative->toPlainText());
    m_title->setPlaceholderText(
        titleFrom(m_narrative->toPlainText()).isEmpty() ? tr("made from the first words")
                                                        : titleFrom(m_narrative->toPlainText()));
    underline();
    onMatter();
}

void IntakeSheet::onMatter()
{
    refreshFacts();
    refreshGrade();
    refreshDuplicates();
    refreshOrders();
    refreshMainAct();
    say({});
    touch();
}

void IntakeSheet::refreshFacts()
{
    m_facts->setKind(m_kind->kind());
    setRowVisible(m_facts, m_facts->hasFields());
}

// Words that made the rule match, so that the operator sees why.
void IntakeSheet::underline()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto& suggestion = m_kind->suggestion();
    for (const std::string& word : suggestion ? suggestion->words : std::vector<std::string>()) {
        QTextCursor cursor(m_narrative->document());
        while (!(cursor = m_narrative->document()->find(QString::fromStdString(word), cursor))
                    .isNull()) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = cursor;
            mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            mark.format.setUnderlineColor(theme().color(Token::Tx1));
            marks.append(mark);
        }
    }
    m_narrative->setExtraSelections(marks);
}

void IntakeSheet::refreshDuplicates()
{
    DuplicateQuery query;
    query.narrative = m_narrative->toPlainText();
    query.place = m_place->place().value_or(plan::Place{});
    query.kind = m_kind->kind();
    query.now = m_ticks.now();
    m_duplicates->setFound(nearDuplicates(m_desk.plan(), m_desk.incidents(), query));
    setRowVisible(m_duplicates, m_duplicates->count() > 0);
    refreshMergeKeys();
}

void IntakeSheet::refreshOrders()
{
    m_place->setNow(m_ticks.now());
    m_orders->setMatter(
        m_kind->kind(), grade(), m_place->place().value_or(plan::Place{}), m_desk.mode().mode,
        m_ticks.now());
}

void IntakeSheet::refreshMainAct()
{
    const auto count = static_cast<int>(m_orders->tickedLines().size());
    mainAct()->setLabel(
        count == 0 ? tr("Register as a new incident")
                   : tr("Register and issue %n orders", nullptr, count));
}

// ---- the draft ----

void IntakeSheet::touch()
{
    if (!m_isRestoring && m_isOpen) {
        m_keeper->touch();
    }
}

ReportDraft IntakeSheet::collect() const
{
    ReportDraft draft;
    draft.receivedAt = m_call->receivedAt(m_ticks.now()).value_or(m_openedAt);
    draft.savedAt = m_ticks.now();
    draft.source = m_call->source();
    draft.narrative = m_narrative->toPlainText();
    draft.title = m_title->text();
    draft.place = m_place->chosen();
    draft.placeTyped = draft.place ? QString() : m_place->typed();
    if (m_kind->isFixed()) {
        draft.kind = m_kind->kind();
        draft.suggestedBy = m_kind->suggestedBy();
    }
    draft.facts = m_facts->values();
    draft.grade = m_ownGrade;
    draft.ticked = m_orders->tickedUnits();
    return draft;
}

void IntakeSheet::restore(const ReportDraft& draft)
{
    m_isRestoring = true;
    m_openedAt = draft.receivedAt;
    m_call->set(draft.source, draft.receivedAt);
    m_narrative->setPlainText(draft.narrative);
    m_title->setText(draft.title);
    if (draft.place) {
        m_place->setPlace(*draft.place);
    } else {
        m_place->setTyped(draft.placeTyped);
    }
    m_kind->restore(draft.kind, draft.suggestedBy);
    m_facts->setValues(draft.facts);
    m_ownGrade = draft.grade;
    m_orders->setTicked(draft.ticked);
    onMatter();
    m_isRestoring = false;
    noteSaved(draft.savedAt);
}

void IntakeSheet::reset(Instant now)
{
    m_isRestoring = true;
    m_openedAt = now;
    m_call->set(model::Source::Phone, now);
    m_narrative->clear();
    m_title->clear();
    m_contact->clear();
    m_place->clear();
    m_kind->clear();
    m_facts->setValues({});
    m_ownGrade.reset();
    m_orders->setTicked({});
    onMatter();
    setHeadNote({});
    m_isRestoring = false;
}

void IntakeSheet::noteSaved(Instant at)
{
    setHeadNote(tr("draft saved %1").arg(clockText(at, m_desk.plan().utcOffsetMinutes)));
}

} // namespace sz::widgets
