// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/ImportSheet.h"

#include "data/exchange/SheetDates.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Language.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/ImportParts.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/supervision/SupervisionWords.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kNameLength = 60;
constexpr int kSampleHeight = 6 * 28;
constexpr int kRefusedHeight = 5 * 28;

} // namespace

ImportSheet::ImportSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Import a campaign"), tr("put away"), parent), m_desk(desk),
      m_ticks(ticks), m_job(new SheetJob(desk.sharedPlan(), this)),
      m_import(new CampaignImport(desk, this))
{
    setObjectName(QStringLiteral("importSheet"));
    build();
    wire();
    refresh();
}

ImportSheet::~ImportSheet()
{
    releaseFocus();
}

void ImportSheet::build()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("campaignNameEdit"));
    m_name->setAccessibleName(tr("Campaign"));
    m_name->setMaxLength(kNameLength);
    m_name->setPlaceholderText(tr("gas safety in restaurants"));
    addRow(tr("Campaign"), m_name, 8);
    addRow(tr("File"), buildFile());
    addRow(tr("From and until"), buildSpan());
    auto* way = new QWidget(this);
    auto* line = new QHBoxLayout(way);
    line->setContentsMargins(0, 0, 0, 0);
    m_progress = new ProgressLine(theme(), way);
    m_stop = scopedKeycap(theme(), QKeySequence(Qt::ALT | Qt::Key_C), tr("stop"), this);
    m_stop->setObjectName(QStringLiteral("stopImportButton"));
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    addRow(QString(), way);
    addRow(tr("Check"), buildRefused());
    m_mapping = new MappingFields(theme(), this);
    addRow(tr("Columns"), m_mapping);
    m_sampleRows = new SampleModel(this);
    m_sample = new PlainTable(theme(), {{56, 0}, {80, 3}, {80, 0}, {80, 0}, {94, 0}}, this);
    m_sample->setObjectName(QStringLiteral("sampleTable"));
    m_sample->setAccessibleName(tr("The first rows"));
    m_sample->setModel(m_sampleRows);
    m_sample->setFixedHeight(kSampleHeight);
    addRow(tr("The first rows"), m_sample);
    finishBody();
}

QWidget* ImportSheet::buildFile()
{
    auto* box = new QWidget(this);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    m_file = new QLineEdit(box);
    m_file->setObjectName(QStringLiteral("sheetFileEdit"));
    m_file->setAccessibleName(tr("File"));
    m_file->setPlaceholderText(tr("Spreadsheet (.xlsx, CSV or text); Enter reads it"));
    auto* choose = scopedKeycap(theme(), QKeySequence(Qt::ALT | Qt::Key_O), tr("choose"), this);
    choose->setObjectName(QStringLiteral("chooseSheetButton"));
    line->addWidget(m_file, 1);
    line->addWidget(choose);
    box->setFocusProxy(m_file);
    watch(m_file);
    watch(m_name);
    connect(m_file, &QLineEdit::returnPressed, this, &ImportSheet::readFile);
    connect(m_name, &QLineEdit::returnPressed, m_file, qOverload<>(&QWidget::setFocus));
    connect(choose, &QAbstractButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Sheet to import"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters(
            {tr("Sheets") + QStringLiteral(" (*.xlsx *.csv *.txt *.tsv)"),
             tr("All files") + QStringLiteral(" (*)")});
        connect(dialog, &QFileDialog::fileSelected, this, &ImportSheet::takeFile);
        dialog->open();
    });
    return box;
}

QWidget* ImportSheet::buildSpan()
{
    auto* box = new QWidget(this);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    m_from = new QLineEdit(box);
    m_from->setObjectName(QStringLiteral("campaignFromEdit"));
    m_from->setAccessibleName(tr("From"));
    m_until = new QLineEdit(box);
    m_until->setObjectName(QStringLiteral("campaignUntilEdit"));
    m_until->setAccessibleName(tr("Until"));
    m_until->setPlaceholderText(tr("11-30; empty: rows have their own"));
    line->addWidget(m_from, 1);
    line->addWidget(m_until, 1);
    box->setFocusProxy(m_from);
    for (QLineEdit* edit : {m_from, m_until}) {
        connect(edit, &QLineEdit::editingFinished, this, &ImportSheet::check);
    }
    return box;
}

QWidget* ImportSheet::buildRefused()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_sum = new ToneLabel(theme(), Token::Tx2, box);
    m_sum->setObjectName(QStringLiteral("importSum"));
    column->addWidget(m_sum);
    m_refusedBox = new QWidget(box);
    auto* rows = new QVBoxLayout(m_refusedBox);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_refusedRows = new RefusedModel(this);
    m_refused = new PlainTable(theme(), {{90, 0}, {84, 0}, {200, 1}}, m_refusedBox);
    m_refused->setObjectName(QStringLiteral("refusedTable"));
    m_refused->setAccessibleName(tr("Rows that cannot be imported"));
    m_refused->setModel(m_refusedRows);
    m_refused->setFixedHeight(kRefusedHeight);
    m_save = scopedKeycap(
        theme(), QKeySequence(Qt::ALT | Qt::Key_S), tr("save these rows to correct them"), this);
    m_save->setObjectName(QStringLiteral("saveRefusedButton"));
    rows->addWidget(m_refused);
    rows->addWidget(m_save, 0, Qt::AlignLeft);
    column->addWidget(m_refusedBox);
    return box;
}

void ImportSheet::wire()
{
    connect(m_mapping, &MappingFields::changed, this, [this] {
        m_sampleRows->setSheet(m_sheet, m_mapping->mapping());
        check();
    });
    connect(m_job, &SheetJob::opened, this, &ImportSheet::takeSheet);
    connect(m_job, &SheetJob::checked, this, &ImportSheet::takeReading);
    connect(m_job, &SheetJob::made, this, &ImportSheet::start);
    connect(m_job, &SheetJob::failed, this, &ImportSheet::onFailed);
    connect(m_job, &SheetJob::progressed, this, [this](double share) {
        m_progress->setProgress(share, tr("checking, %1%").arg(qRound(share * 100)));
    });
    connect(m_import, &CampaignImport::registered, this, [this](const IncidentId& id) {
        m_campaign = id;
        Q_EMIT campaignChosen(id);
    });
    connect(m_import, &CampaignImport::progressed, this, [this](double share) {
        m_progress->setProgress(
            share, tr("importing %1 of %2")
                       .arg(
                           numberText(qRound64(share * static_cast<double>(m_items))),
                           numberText(static_cast<qint64>(m_items))));
    });
    connect(m_import, &CampaignImport::finished, this, &ImportSheet::onImported);
    connect(m_import, &CampaignImport::failed, this, &ImportSheet::onRefused);
    connect(mainAct(), &QAbstractButton::clicked, this, &ImportSheet::perform);
    connect(m_save, &QAbstractButton::clicked, this, &ImportSheet::saveRefused);
    connect(m_stop, &QAbstractButton::clicked, this, [this] {
        if (m_import->isRunning()) {
            m_import->cancel();
        } else if (m_job->isBusy()) {
            m_job->stop();
            onFailed({Code::Cancelled, {}, {}});
        }
    });
}

void ImportSheet::open()
{
    begin({});
}

void ImportSheet::open(const IncidentId& campaign)
{
    begin(campaign);
}

void ImportSheet::begin(const IncidentId& campaign)
{
    if (isImporting()) {
        m_stop->setFocus();
        return;
    }
    const int offset = m_desk.plan().utcOffsetMinutes;
    const model::IncidentPtr known = m_desk.incident(campaign);
    m_campaign = known == nullptr ? IncidentId() : campaign;
    const model::Campaign* held = known == nullptr ? nullptr : known->campaign.get();
    const Instant from = held != nullptr ? held->from().value_or(m_ticks.now()) : m_ticks.now();
    m_name->setText(known == nullptr ? QString() : titleText(*known));
    m_name->setEnabled(known == nullptr);
    m_from->setText(dueText(from, m_ticks.now(), offset));
    m_until->setText(
        held != nullptr && held->until() ? dueText(*held->until(), m_ticks.now(), offset)
                                         : QString());
    m_file->clear();
    m_sheet.reset();
    m_reading.reset();
    m_mapping->setSheet({}, {});
    m_sampleRows->setSheet(nullptr, {});
    m_refusedRows->setRows(nullptr);
    m_sum->setText({});
    say({});
    refresh();
    (known == nullptr ? m_name : m_file)->setFocus(Qt::OtherFocusReason);
}

void ImportSheet::takeFile(const QString& path)
{
    m_file->setText(path);
    readFile();
}

void ImportSheet::readFile()
{
    const QString path = m_file->text().trimmed();
    if (path.isEmpty() || isComposing() || isImporting()) {
        return;
    }
    m_sheet.reset();
    m_reading.reset();
    m_refusedRows->setRows(nullptr);
    m_sum->setText({}); // nothing said of another file stays
    say({});
    m_progress->setProgress(0, tr("reading the file"));
    m_job->open(path);
    refresh();
}

void ImportSheet::takeSheet(const SheetJob::Sheet& sheet)
{
    m_sheet = sheet;
    const exchange::SheetMapping mapping = exchange::mappingOf(sheet->head);
    m_mapping->setSheet(sheet->head, mapping);
    m_sampleRows->setSheet(sheet, mapping);
    if (m_name->text().isEmpty()) {
        m_name->setText(QFileInfo(m_file->text()).completeBaseName().left(kNameLength));
    }
    check();
    if (const auto missing = mapping.missing()) {
        m_mapping->box(*missing)->setFocus(Qt::OtherFocusReason);
    }
}

std::optional<exchange::SheetSpan> ImportSheet::span()
{
    const int offset = m_desk.plan().utcOffsetMinutes;
    const auto end = [&](const QLineEdit* edit) {
        return exchange::sheetDate(edit->text().toStdString(), m_ticks.now(), offset);
    };
    const auto from = end(m_from);
    const auto until = end(m_until);
    if (!from) {
        point(m_from, tr("Type a day as 2026-11-30 or 11-30."));
        return std::nullopt;
    }
    if (!until && !m_until->text().trimmed().isEmpty()) {
        point(m_until, tr("Type a day as 2026-11-30 or 11-30."));
        return std::nullopt;
    }
    const Instant begin = *from - std::chrono::days(1) + std::chrono::seconds(1);
    if (until && *until < begin) {
        point(m_until, tr("It ends before it begins."));
        return std::nullopt;
    }
    return exchange::SheetSpan{begin, until};
}

void ImportSheet::check()
{
    if (m_sheet == nullptr || isImporting()) {
        return;
    }
    m_reading.reset();
    if (const auto missing = m_mapping->mapping().missing()) {
        m_sum->setText(tr("Which column is %1?").arg(fieldText(*missing)));
        refresh();
        return;
    }
    say({});
    if (const auto when = span()) {
        m_job->check(m_sheet, m_mapping->mapping(), *when);
    }
    refresh();
}

void ImportSheet::takeReading(const SheetJob::Reading& reading)
{
    m_reading = reading;
    m_refusedRows->setRows({reading, &reading->refused});
    m_sum->setText(tr("%1 rows: %2 can be imported, %3 cannot")
                       .arg(
                           numberText(static_cast<qint64>(reading->rows)),
                           numberText(static_cast<qint64>(reading->items.size())),
                           numberText(static_cast<qint64>(reading->refused.size()))));
    refresh();
}

bool ImportSheet::isNamed()
{
    if (m_campaign.empty() && m_name->text().trimmed().isEmpty()) {
        point(m_name, tr("Give the campaign a name."));
        return false;
    }
    return true;
}

void ImportSheet::perform()
{
    const auto when = m_reading == nullptr ? std::nullopt : span();
    if (isComposing() || isImporting() || m_job->isBusy() || !when || m_reading->items.empty()
        || !isNamed()) {
        return;
    }
    m_items = m_reading->items.size();
    m_job->makeActs(m_sheet, m_reading, *when); // uses the rows up: what was refused stays
    refresh();
}

void ImportSheet::start(const SheetJob::Acts& acts)
{
    if (m_campaign.empty()) {
        m_import->start(
            reportOf(m_desk, kCampaignKind, m_name->text().simplified(), m_ticks.now()),
            std::move(*acts));
    } else {
        m_import->start(m_campaign, std::move(*acts));
    }
    refresh();
}

void ImportSheet::onImported()
{
    m_reading.reset();
    m_sheet.reset();
    Q_EMIT said(tr("Imported: %1 items").arg(numberText(static_cast<qint64>(m_items))));
    refresh();
    Q_EMIT closed();
}

void ImportSheet::onRefused(const Error& why)
{
    const bool isStopped = why.code == Code::Cancelled;
    check(); // so that Ctrl+Enter goes on
    say(isStopped ? tr("Stopped. What is in stays in; importing the same file again goes on.")
                  : errorText(why),
        !isStopped);
}

void ImportSheet::onFailed(const Error& error)
{
    const bool isOwnFormat = error.code == Code::FileMalformed && error.detail.starts_with("xls");
    say(isOwnFormat
            ? tr("An old .xls file, or one with a password: save it as .xlsx or CSV (UTF-8).")
            : errorText(error.code),
        true);
    refresh();
}

void ImportSheet::saveRefused()
{
    if (m_reading == nullptr || m_reading->refused.empty()) {
        return;
    }
    const QFileInfo from(m_file->text());
    const QString path = from.dir().filePath(
        from.completeBaseName() + QLatin1Char('-') + tr("refused") + QStringLiteral(".csv"));
    QFile file(path);
    const std::string rows =
        exchange::refusedSheet(*m_sheet, m_reading->refused, uiLanguage() == Language::Chinese);
    const bool isSaved = file.open(QIODevice::WriteOnly)
                         && file.write(rows.data(), static_cast<qint64>(rows.size()))
                                == static_cast<qint64>(rows.size())
                         && file.flush();
    say(isSaved ? tr("Saved as %1").arg(path) : tr("%1 cannot be written").arg(path), !isSaved);
}

void ImportSheet::refresh()
{
    const bool isRunning = isImporting() || m_job->isBusy();
    m_progress->setVisible(isRunning);
    m_stop->setVisible(isRunning);
    setRowVisible(m_progress->parentWidget(), isRunning);
    const bool hasRefused = m_reading != nullptr && !m_reading->refused.empty();
    m_refusedBox->setVisible(hasRefused);
    setRowVisible(m_mapping, m_sheet != nullptr);
    setRowVisible(m_sample, m_sheet != nullptr);
    const auto items = m_reading == nullptr ? 0 : static_cast<qint64>(m_reading->items.size());
    mainAct()->setLabel(items > 0 ? tr("Import %1 items").arg(numberText(items)) : tr("Import"));
    mainAct()->setBlocked(
        isRunning            ? tr("busy")
        : m_sheet == nullptr ? tr("no file yet")
        : items == 0         ? tr("no row can be imported")
                             : QString());
}

} // namespace sz::widgets
