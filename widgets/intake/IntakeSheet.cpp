// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/IntakeSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/common/TickTimer.h"
#include "widgets/intake/CallTime.h"
#include "widgets/intake/DuplicateList.h"
#include "widgets/intake/Guesses.h"
#include "widgets/intake/KindField.h"
#include "widgets/intake/PlaceField.h"
#include "widgets/intake/PresetOrders.h"
#include "widgets/models/Wording.h"

#include <QAbstractButton>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sz::widgets {

namespace {

constexpr int kSaveAfterMs = 1000;
constexpr int kNarrativeHeight = 96;
constexpr int kCallTimeWidth = 92;
constexpr std::array kSources{
    model::Source::Phone, model::Source::Grid, model::Source::Hotline12345,
    model::Source::Rescue119, model::Source::Other};

int indexOf(model::Source source)
{
    const auto found = std::ranges::find(kSources, source);
    return found == kSources.end() ? static_cast<int>(kSources.size()) - 1
                                   : static_cast<int>(found - kSources.begin());
}

/// One stop for Tab: the chosen button. Qt sees to that only once the group has had the focus.
void letTabStopAtChosen(const QWidget& group)
{
    for (auto* button : group.findChildren<QAbstractButton*>()) {
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

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
      m_index(index), m_ticks(ticks), m_draftFile(std::move(draftFile))
{
    setObjectName(QStringLiteral("intakeSheet"));
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveAfterMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &IntakeSheet::saveNow);
    buildSource();
    buildWords();
    buildGuesses(finder);
    buildGrade();
    m_orders = new PresetOrders(desk.plan(), theme, this);
    addRow(tr("Plan"), m_orders);
    finishBody();
    connectParts();
    refreshMainAct();
}

IntakeSheet::~IntakeSheet()
{
    if (m_saveTimer.isActive()) {
        saveNow();
    }
}

void IntakeSheet::buildSource()
{
    QStringList labels;
    for (const model::Source source : kSources) {
        labels.append(sourceText(source));
    }
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_source = new SegmentedButtons(theme(), tr("Source"), labels, line);
    m_source->setObjectName(QStringLiteral("sourcePicker"));
    m_source->setCurrent(0);
    auto* label = new ToneLabel(theme(), Token::Tx3, line);
    label->setText(tr("call"));
    label->setWordWrap(false);
    m_callTime = new QLineEdit(line);
    m_callTime->setObjectName(QStringLiteral("callTimeEdit"));
    m_callTime->setAccessibleName(tr("Time of the call"));
    m_callTime->setFixedWidth(kCallTimeWidth);
    m_callTime->setInputMethodHints(Qt::ImhTime | Qt::ImhPreferNumbers);
    label->setBuddy(m_callTime);
    row->addWidget(m_source);
    row->addStretch(1);
    row->addWidget(label);
    row->addWidget(m_callTime);
    line->setFocusProxy(m_source->button(0));
    addRow(tr("Source"), line, 8);
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
    m_place = new PlaceField(m_desk.plan(), finder, theme(), this);
    addRow(tr("Place"), m_place);
    m_duplicates = new DuplicateList(theme(), this);
    m_duplicates->setObjectName(QStringLiteral("duplicateList"));
    addRow(tr("Same?"), m_duplicates, 4);
    m_kind = new KindField(m_desk.plan(), theme(), this);
    addRow(tr("Kind"), m_kind);
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

void IntakeSheet::connectParts()
{
    connect(m_narrative, &QPlainTextEdit::textChanged, this, &IntakeSheet::onNarrative);
    connect(m_title, &QLineEdit::textEdited, this, &IntakeSheet::touch);
    connect(m_callTime, &QLineEdit::textEdited, this, &IntakeSheet::touch);
    connect(m_source, &SegmentedButtons::currentChanged, this, [this] {
        letTabStopAtChosen(*m_source);
        touch();
    });
    letTabStopAtChosen(*m_source);
    connect(m_place, &PlaceField::placingRequested, this, &IntakeSheet::placingRequested);
    connect(m_place, &PlaceField::placeChanged, this, [this] {
        onMatter();
        if (const auto place = m_place->place(); place && !m_isRestoring) {
            Q_EMIT placeChanged(*place);
        }
    });
    connect(m_kind, &KindField::kindChanged, this, &IntakeSheet::onMatter);
    connect(m_grade, &GradePicker::chosen, this, [this](plan::Grade grade) {
        m_ownGrade = grade;
        onMatter();
    });
    connect(m_orders, &PresetOrders::tickedChanged, this, [this] {
        refreshMainAct();
        touch();
    });
    connect(m_duplicates, &DuplicateList::activated, this, &IntakeSheet::duplicateActivated);
    connect(mainAct(), &QAbstractButton::clicked, this, &IntakeSheet::registerReport);
    connect(&theme(), &ThemeSource::changed, this, &IntakeSheet::underline);
    connect(this, &SideSheet::closed, this, [this] {
        m_isOpen = false;
        if (m_place->isPlacing()) {
            m_place->setPlacing(false);
            Q_EMIT placingRequested(false);
        }
        saveNow();
    });
}

void IntakeSheet::open(Instant now)
{
    if (!m_isOpen || collect().isBlank()) { // a blank form takes the time of this call
        const auto draft = loadDraft(m_draftFile);
        reset(now);
        if (draft && !draft->isBlank()) {
            restore(*draft);
        }
        m_isOpen = true;
    }
    m_narrative->setFocus(Qt::OtherFocusReason);
    m_narrative->moveCursor(QTextCursor::End);
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
    refreshGrade();
    refreshDuplicates();
    refreshOrders();
    refreshMainAct();
    say({});
    touch();
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

plan::Grade IntakeSheet::grade() const
{
    if (m_ownGrade) {
        return *m_ownGrade;
    }
    const auto& suggestion = m_kind->suggestion();
    if (suggestion && suggestion->kind == m_kind->kind()) {
        return suggestion->grade;
    }
    const plan::Kind* kind = m_desk.plan().kind(m_kind->kind());
    return kind == nullptr ? plan::Grade::IV : kind->grade;
}

void IntakeSheet::refreshGrade()
{
    m_grade->setGrade(grade());
    letTabStopAtChosen(*m_grade);
    const auto& suggestion = m_kind->suggestion();
    const bool isReasoned = suggestion && suggestion->kind == m_kind->kind();
    const std::string reason = !isReasoned                         ? std::string()
                               : uiLanguage() == Language::Chinese ? suggestion->gradeReasonZh
                                                                   : suggestion->gradeReasonEn;
    const QString letter = gradeLetter(grade());
    if (m_ownGrade) {
        m_gradeReason->setText(tr("Chosen by hand, stays; 1–4 outside the text fields change it."));
    } else if (!reason.empty()) {
        m_gradeReason->setText(tr("Suggested %1: %2; 1–4 change it.", "grade letter, reason")
                                   .arg(letter, QString::fromStdString(reason)));
    } else {
        m_gradeReason->setText(
            m_kind->kind().empty()
                ? tr("1–4 outside the text fields.")
                : tr("Suggested %1: usual for this kind; 1–4 change it.").arg(letter));
    }
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
}

void IntakeSheet::refreshOrders()
{
    m_place->setNow(m_ticks.now());
    m_orders->setMatter(
        m_kind->kind(), grade(), m_place->place().value_or(plan::Place{}), m_ticks.now());
}

void IntakeSheet::refreshMainAct()
{
    const auto count = static_cast<int>(m_orders->tickedLines().size());
    mainAct()->setLabel(
        count == 0 ? tr("Register as a new incident")
                   : tr("Register and issue %n order(s)", nullptr, count));
}

// ---- the draft ----

void IntakeSheet::touch()
{
    if (!m_isRestoring && m_isOpen) {
        m_saveTimer.start();
    }
}

ReportDraft IntakeSheet::collect() const
{
    ReportDraft draft;
    draft.receivedAt = receivedAt().value_or(m_receivedAt);
    draft.savedAt = m_ticks.now();
    draft.source = kSources[static_cast<std::size_t>(std::max(0, m_source->current()))];
    draft.narrative = m_narrative->toPlainText();
    draft.title = m_title->text();
    draft.place = m_place->chosen();
    draft.placeTyped = draft.place ? QString() : m_place->typed();
    if (m_kind->isFixed()) {
        draft.kind = m_kind->kind();
        draft.suggestedBy = m_kind->suggestedBy();
    }
    draft.grade = m_ownGrade;
    draft.ticked = m_orders->tickedUnits();
    return draft;
}

void IntakeSheet::restore(const ReportDraft& draft)
{
    m_isRestoring = true;
    m_receivedAt = draft.receivedAt;
    m_callTime->setText(clockText(draft.receivedAt, m_desk.plan().utcOffsetMinutes));
    m_source->setCurrent(indexOf(draft.source));
    m_narrative->setPlainText(draft.narrative);
    m_title->setText(draft.title);
    if (draft.place) {
        m_place->setPlace(*draft.place);
    } else {
        m_place->setTyped(draft.placeTyped);
    }
    m_kind->restore(draft.kind, draft.suggestedBy);
    m_ownGrade = draft.grade;
    m_orders->setTicked(draft.ticked);
    onMatter();
    m_isRestoring = false;
    setHeadNote(tr("draft saved %1").arg(clockText(draft.savedAt, m_desk.plan().utcOffsetMinutes)));
}

void IntakeSheet::reset(Instant now)
{
    m_isRestoring = true;
    m_receivedAt = now;
    m_callTime->setText(clockText(now, m_desk.plan().utcOffsetMinutes));
    m_source->setCurrent(0);
    m_narrative->clear();
    m_title->clear();
    m_place->clear();
    m_kind->clear();
    m_ownGrade.reset();
    m_orders->setTicked({});
    onMatter();
    setHeadNote({});
    m_isRestoring = false;
}

void IntakeSheet::saveNow()
{
    m_saveTimer.stop();
    const ReportDraft draft = collect();
    if (draft.isBlank()) {
        QFile::remove(m_draftFile);
        setHeadNote({});
        return;
    }
    if (saveDraft(m_draftFile, draft)) {
        setHeadNote(
            tr("draft saved %1").arg(clockText(draft.savedAt, m_desk.plan().utcOffsetMinutes)));
    } else {
        setHeadNote(tr("The draft cannot be saved on this disk."));
    }
}

// ---- registering ----

QString IntakeSheet::title() const
{
    const QString own = m_title->text().simplified();
    return own.isEmpty() ? titleFrom(m_narrative->toPlainText()) : own;
}

std::optional<Instant> IntakeSheet::receivedAt() const
{
    return callTime(
        m_callTime->text(), m_receivedAt, m_ticks.now(), m_desk.plan().utcOffsetMinutes);
}

bool IntakeSheet::isComplete()
{
    if (m_narrative->toPlainText().trimmed().isEmpty() && m_title->text().trimmed().isEmpty()) {
        point(m_narrative, tr("Write what is reported, then register."));
    } else if (!m_place->place()) {
        point(m_place->edit(), tr("Say where it is: type a place or press Alt+M for the map."));
    } else if (m_kind->kind().empty()) {
        point(m_kind->edit(), tr("Choose the kind: type its first letters."));
    } else if (!receivedAt()) {
        point(m_callTime, tr("Give the time of the call as 14:22 or 14:22:10."));
    } else {
        return true;
    }
    return false;
}

model::ReportIncident IntakeSheet::report() const
{
    model::ReportIncident act;
    act.source = kSources[static_cast<std::size_t>(std::max(0, m_source->current()))];
    act.title = title().toStdString();
    act.narrative = m_narrative->toPlainText().trimmed().toStdString();
    act.kind = m_kind->kind();
    act.grade = grade();
    act.place = m_place->place().value_or(plan::Place{});
    act.receivedAt = receivedAt().value_or(m_receivedAt);
    act.suggestedBy = m_kind->suggestedBy().toStdString();
    return act;
}

void IntakeSheet::registerReport()
{
    if (m_isBusy || isComposing()) {
        return;
    }
    m_place->settle();
    m_kind->edit()->pickCurrent();
    if (!isComplete()) {
        return;
    }
    m_isBusy = true;
    const QString what = title();
    const std::vector<OrderLine> lines = m_orders->tickedLines();
    desk::onResult(
        this, m_desk.perform({}, report()),
        [this, lines, what](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (receipt) {
                onRegistered(*receipt, lines, what);
            } else {
                say(errorText(receipt.error()), true);
            }
        });
}

// The sheet is blank before anybody else hears of it: whoever closes or reopens it finds no old report.
void IntakeSheet::onRegistered(
    const desk::Receipt& receipt,
    const std::vector<OrderLine>& lines,
    const QString& what)
{
    m_saveTimer.stop();
    QFile::remove(m_draftFile);
    if (m_place->isPlacing()) {
        Q_EMIT placingRequested(false);
    }
    reset(m_ticks.now());
    if (!lines.empty()) {
        issue(receipt.incident, lines, what);
    }
    Q_EMIT registered(receipt);
}

void IntakeSheet::issue(
    const IncidentId& incident,
    const std::vector<OrderLine>& lines,
    const QString& what)
{
    const auto act = issueOf(defaultOrderText(what), lines, [this] { return m_desk.newOrderId(); });
    desk::onResult(
        this, m_desk.perform(incident, act), [this](const Result<desk::Receipt>& receipt) {
            if (!receipt) {
                say(tr("The report is saved, its orders are not: %1")
                        .arg(errorText(receipt.error())),
                    true);
            }
        });
}

} // namespace sz::widgets
