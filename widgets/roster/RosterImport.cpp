// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/RosterImport.h"

#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/roster/RosterEdits.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>
#include <map>
#include <tuple>

namespace sz::widgets {
namespace {

constexpr int kMostListed = 2'000;    ///< lines of a preview; the sum tells the rest
constexpr int kMostRefused = 100'000; ///< each is named
constexpr int kListHeight = 150;

QString spoken(const plan::Sentence& words)
{
    return visibleLine(
        QString::fromStdString(uiLanguage() == Language::Chinese ? words.zh : words.en));
}

QString whereText(const std::string& sheet, const std::string& cell)
{
    return visibleLine(QString::fromStdString(sheet.empty() ? cell : sheet + "!" + cell));
}

} // namespace

RosterImport::RosterImport(
    RosterModel& model,
    RosterEdits& edits,
    desk::Desk& desk,
    const ThemeSource& theme,
    QWidget* parent)
    : SideSheet(theme, tr("Import a roster"), tr("put away"), parent), m_model(model),
      m_edits(edits), m_desk(desk), m_job(new ImportJob(model, this))
{
    setObjectName(QStringLiteral("rosterImport"));
    build();
    connect(m_job, &ImportJob::done, this, &RosterImport::takeRead);
    connect(m_job, &ImportJob::failed, this, [this](const Error& error) {
        m_read.reset();
        showLists();
        const bool isOld = error.code == Code::FileMalformed && error.detail == "xls";
        say(isOld
                ? tr("An old .xls, or a file with a password: save it as .xlsx or CSV.")
                : errorText(error.code) + u' ' + visibleLine(QString::fromStdString(error.detail)),
            true);
    });
}

RosterImport::~RosterImport()
{
    releaseFocus();
}

void RosterImport::build()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_file = new QLineEdit(line);
    m_file->setObjectName(QStringLiteral("rosterFileEdit"));
    m_file->setAccessibleName(tr("File"));
    m_file->setPlaceholderText(tr(".xlsx, .csv or .ics"));
    row->addWidget(m_file, 1);
    auto* other = scopedKeycap(theme(), QKeySequence(Qt::ALT | Qt::Key_O), tr("choose"), this);
    other->setObjectName(QStringLiteral("chooseRosterButton"));
    row->addWidget(other);
    connect(other, &QAbstractButton::clicked, this, &RosterImport::pick);
    connect(m_file, &QLineEdit::returnPressed, this, [this] { take(m_file->text().trimmed()); });
    addRow(tr("File"), line, 8);
    m_sum = new ToneLabel(theme(), Token::Tx1, this);
    m_sum->setObjectName(QStringLiteral("importSum"));
    addRow(tr("Check"), m_sum);
    m_mapping = new ColumnChoice(this);
    connect(m_mapping, &ColumnChoice::chosen, this, &RosterImport::remap);
    addRow(tr("Columns"), m_mapping);
    const auto list = [&](const char* name, const QString& label) {
        auto* made = new QListWidget(this);
        made->setObjectName(QLatin1StringView(name));
        made->setAccessibleName(label);
        made->setFixedHeight(kListHeight);
        made->setUniformItemSizes(true);
        addRow(label, made);
        return made;
    };
    m_refused = list("refusedCells", tr("Refused, cell by cell"));
    m_duties = list("plannedDuties", tr("What comes in"));
    finishBody();
    mainAct()->setLabel(tr("Import"));
    mainAct()->setObjectName(QStringLiteral("performImportButton"));
    connect(mainAct(), &QAbstractButton::clicked, this, &RosterImport::perform);
    showLists();
}

QString RosterImport::mappingFile() const
{
    return QString::fromStdString((m_desk.profileFolder() / "roster-mapping.toml").string());
}

void RosterImport::open(const QString& file)
{
    show();
    Q_EMIT opened();
    m_file->setFocus();
    if (!file.isEmpty()) {
        take(file);
    }
}

void RosterImport::pick()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Import a roster"), {}, tr("Rosters") + QStringLiteral(" (*.xlsx *.csv *.ics)"));
    if (!file.isEmpty()) {
        take(file);
    }
}

void RosterImport::take(const QString& file)
{
    if (file.isEmpty()) {
        point(m_file, tr("Which file?"));
        return;
    }
    m_file->setText(file);
    m_read.reset();
    showLists();
    say(tr("Reading."));
    m_job->read(file, mappingFile());
}

void RosterImport::takeRead(const ImportJob::Read& read)
{
    m_read = read;
    say({});
    showColumns();
    showLists();
}

void RosterImport::showColumns()
{
    const bool isSheet = m_read->book != nullptr && !m_read->book->sheets.empty();
    setRowVisible(m_mapping, isSheet);
    if (isSheet) {
        m_mapping->show(
            m_read->book, m_read->mapping, m_model.roster(),
            m_model.roster().localDay(m_model.now()));
    }
}

void RosterImport::remap(const roster::Mapping& mapping)
{
    if (m_read != nullptr && m_read->book != nullptr) {
        m_job->remap(m_read, mapping);
    }
}

// What would stay behind without a word: sheets without days, columns that are no post.
QString RosterImport::notReadText(const roster::SheetRoster& sheets)
{
    const auto joined = [](const std::vector<std::string>& all) {
        QStringList names;
        for (const std::string& one : all) {
            names << visibleLine(QString::fromStdString(one));
        }
        return names.join(QStringLiteral(", "));
    };
    QString text;
    if (!sheets.columnsNotRead.empty()) {
        text += u'\n' + tr("Columns not read: %1").arg(joined(sheets.columnsNotRead));
    }
    if (!sheets.notRead.empty()) {
        text += u'\n' + tr("Sheets not read: %1").arg(joined(sheets.notRead));
    }
    return text;
}

void RosterImport::showLists()
{
    m_refused->clear();
    m_duties->clear();
    const bool isRead = m_read != nullptr;
    setRowVisible(m_refused, isRead && !m_read->sheets.refused.empty());
    setRowVisible(m_duties, isRead && !m_read->sheets.duties.empty());
    if (!isRead) {
        setRowVisible(m_mapping, false);
        m_sum->setText({});
        mainAct()->setBlocked(tr("no file yet"));
        return;
    }
    const roster::SheetRoster& sheets = m_read->sheets;
    if (const auto missing = m_read->mapping.missing();
        m_read->book != nullptr && missing.has_value()) {
        m_sum->setText(spoken(*missing));
    } else {
        m_sum->setText(
            tr("%1 cells: %2 come in, %3 refused, %4 outside; %5 new conflicts")
                .arg(
                    numberText(static_cast<qint64>(sheets.cells)),
                    numberText(static_cast<qint64>(sheets.duties.size())),
                    numberText(static_cast<qint64>(sheets.refusedPeople())),
                    numberText(static_cast<qint64>(sheets.outside)),
                    numberText(static_cast<qint64>(m_read->conflicts)))
            + (m_read->book == nullptr ? QString()
               : m_read->isGuessed     ? u'\n' + tr("Columns guessed.")
                                       : u'\n' + tr("Columns as used last."))
            + notReadText(sheets));
    }
    for (const roster::RefusedCell& one : sheets.refused) {
        if (m_refused->count() >= kMostRefused) {
            break;
        }
        m_refused->addItem(
            whereText(one.sheet, one.cell) + QStringLiteral("  ") + spoken(sentenceOf(one)));
    }
    const int offset = m_model.roster().utcOffsetMinutes;
    for (const roster::PlannedDuty& one : sheets.duties) {
        if (m_duties->count() >= kMostListed) {
            break;
        }
        QStringList names;
        for (const std::string& name : one.people) {
            names << visibleLine(QString::fromStdString(name));
        }
        m_duties->addItem(QStringList{
            dayClockText(one.time.from, offset), visibleLine(QString::fromStdString(one.shift)),
            m_model.postText(one.post), names.join(QStringLiteral("、"))}
                              .join(QStringLiteral("  ")));
    }
    mainAct()->setBlocked(sheets.duties.empty() ? tr("nothing comes in") : QString());
}

std::vector<model::EditRoster> RosterImport::acts() const
{
    std::map<UnitCode, std::map<model::ShiftCellKey, model::CellEdit>> units;
    const auto& cells = m_model.shifts().state().cells;
    for (const roster::PlannedDuty& one : m_read->sheets.duties) {
        const roster::RosterPost& post = m_model.roster().posts[one.post];
        const model::ShiftCellKey key{post.code, one.day, one.shift};
        model::CellEdit& cell = units[post.unit][key];
        const auto touched = cells.find(key);
        cell.post = post.code;
        cell.day = one.day;
        cell.shift = one.shift;
        cell.from = one.time.from;
        cell.until = one.time.until;
        cell.base = touched == cells.end() ? 0 : touched->second.version;
        for (const std::string& name : one.people) {
            if (!std::ranges::contains(cell.people, name)) {
                cell.people.push_back(name);
            }
        }
    }
    std::vector<model::EditRoster> all;
    for (auto& [unit, edits] : units) {
        model::EditRoster act{unit, {}, {}};
        for (auto& [key, cell] : edits) {
            act.cells.push_back(std::move(cell));
        }
        all.push_back(std::move(act));
    }
    return all;
}

void RosterImport::perform()
{
    if (m_read == nullptr || m_read->sheets.duties.empty() || m_job->isBusy()) {
        return;
    }
    const auto done = m_edits.import(acts());
    if (!done) {
        say(errorText(done.error()), true);
        return;
    }
    if (m_read->book != nullptr) {
        QFile kept(mappingFile());
        const std::string text = mappingText(m_read->mapping);
        if (!kept.open(QIODevice::WriteOnly)
            || kept.write(text.data(), static_cast<qint64>(text.size())) < 0) {
            Q_EMIT said(tr("The columns could not be kept for the next time."));
        }
    }
    Q_EMIT said(tr("Imported: %n shift(s)", nullptr, static_cast<int>(*done)));
    m_read.reset();
    m_file->clear();
    showLists();
    Q_EMIT closed();
}

} // namespace sz::widgets
