// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/ColumnChoice.h"

#include "data/roster/sheet/RosterDates.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace sz::widgets {
namespace {

constexpr std::uint32_t kMostHeadRows = 30; ///< days across stand near the top
constexpr qsizetype kShownDays = 3;
constexpr int kNoColumn = -1;
constexpr std::ptrdiff_t kMostPosts =
    3'000; ///< offered: the office's come first; a word of the sheet may name any

using Column = std::optional<std::uint32_t> roster::Mapping::*;
constexpr std::array<Column, 5> kColumns{
    &roster::Mapping::dateColumn, &roster::Mapping::shiftColumn, &roster::Mapping::postColumn,
    &roster::Mapping::unitColumn, &roster::Mapping::peopleColumn};
constexpr std::size_t kDay = 0;
constexpr std::size_t kPeople = 4;

QString lettersOf(std::uint32_t column)
{
    return QString::fromStdString(exchange::cellName(0, column)).chopped(1);
}

std::set<std::uint32_t> usedColumns(const exchange::BookSheet& sheet)
{
    std::set<std::uint32_t> used;
    for (const exchange::BookCell& cell : sheet.cells) {
        used.insert(cell.column);
    }
    return used;
}

} // namespace

ColumnChoice::ColumnChoice(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_form = addBox(tr("Form"), QStringLiteral("rosterForm"));
    m_form->addItem(tr("a row each duty or day"), static_cast<int>(roster::Layout::List));
    m_form->addItem(tr("days across"), static_cast<int>(roster::Layout::Grid));
    connect(m_form, &QComboBox::activated, this, &ColumnChoice::takeForm);
    const std::array names{tr("Day"), tr("Shift"), tr("Post"), tr("Unit"), tr("People")};
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i] = addBox(names[i], QStringLiteral("rosterColumn%1").arg(i + 1));
        connect(m_columns[i], &QComboBox::activated, this, [this, i] { takeColumn(i); });
    }
    m_people = addBox(tr("Column"), QStringLiteral("rosterPeopleColumn"));
    connect(m_people, &QComboBox::activated, this, &ColumnChoice::fillPosts);
    m_post = addBox(tr("its post"), QStringLiteral("rosterPeoplePost"));
    connect(m_post, &QComboBox::activated, this, &ColumnChoice::takePost);
}

QComboBox* ColumnChoice::addBox(const QString& name, const QString& object)
{
    auto* box = new QComboBox(this);
    box->setObjectName(object);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // heads may be long
    auto* label = new QLabel(name, this);
    label->setBuddy(box);
    auto& grid = static_cast<QGridLayout&>(*layout());
    const int row = grid.count() / 2;
    grid.addWidget(label, row, 0);
    grid.addWidget(box, row, 1);
    return box;
}

void ColumnChoice::showRow(const QComboBox* box, bool isVisible)
{
    const auto labels = findChildren<QLabel*>(Qt::FindDirectChildrenOnly);
    for (QLabel* label : labels) {
        if (label->buddy() == box) {
            label->setVisible(isVisible);
            label->buddy()->setVisible(isVisible);
        }
    }
}

void ColumnChoice::show(
    const std::shared_ptr<const exchange::Workbook>& book,
    const roster::Mapping& mapping,
    const roster::Roster& roster,
    roster::Day near)
{
    m_book = book;
    m_mapping = mapping;
    m_near = near;
    m_posts.clear();
    const bool isChinese = uiLanguage() == Language::Chinese;
    for (const roster::RosterPost& post : roster.posts | std::views::take(kMostPosts)) {
        const std::string& name = isChinese || post.name.en.empty() ? post.name.zh : post.name.en;
        m_posts.emplace_back(post.code.value, visibleLine(QString::fromStdString(name)));
    }
    if (book == nullptr || book->sheets.empty()) {
        return;
    }
    const bool isGrid = mapping.layout == roster::Layout::Grid;
    m_form->setCurrentIndex(m_form->findData(static_cast<int>(mapping.layout)));
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        isGrid&& i == kDay ? fillDays() : fillColumn(i);
    }
    showRow(m_columns[kPeople], !isGrid);
    fillPeople();
    const bool hasMore = !isGrid && m_people->count() > 0; // columns that nothing is said of
    showRow(m_people, hasMore);
    showRow(m_post, hasMore);
}

const exchange::BookSheet& ColumnChoice::sheet() const
{
    const auto& sheets = m_book->sheets;
    const auto named = std::ranges::find(sheets, m_mapping.sheet, &exchange::BookSheet::name);
    return named == sheets.end() ? sheets.front() : *named;
}

QString ColumnChoice::columnText(std::uint32_t column) const
{
    std::string words = sheet().textAt(m_mapping.head, column);
    for (const exchange::BookCell& cell : sheet().cells) {
        if (words.empty() && cell.column == column && cell.row > m_mapping.head) {
            words = cell.text;
        }
    }
    return lettersOf(column) + u' ' + visibleLine(QString::fromStdString(words));
}

void ColumnChoice::fillColumn(std::size_t which)
{
    QComboBox& box = *m_columns[which];
    box.clear();
    box.addItem(tr("—", "no column"), kNoColumn);
    for (const std::uint32_t column : usedColumns(sheet())) {
        box.addItem(columnText(column), static_cast<int>(column));
    }
    const auto& now = m_mapping.*kColumns[which];
    box.setCurrentIndex(std::max(0, box.findData(now ? static_cast<int>(*now) : kNoColumn)));
}

// The rows in which days stand.
void ColumnChoice::fillDays()
{
    QComboBox& box = *m_columns[kDay];
    box.clear();
    std::map<std::uint32_t, QStringList> rows;
    roster::DateFrame frame;
    frame.near = m_near;
    frame.isFrom1904 = m_book->isFrom1904;
    frame.takesBareNumbers = true;
    const std::chrono::year_month_day now{std::chrono::sys_days(std::chrono::days(m_near))};
    frame.month = m_mapping.month.value_or(now.year() / now.month());
    for (const exchange::BookCell& cell : sheet().cells) {
        if (cell.row < kMostHeadRows && roster::rosterDay(cell, frame)) {
            rows[cell.row] << visibleLine(QString::fromStdString(cell.text));
        }
    }
    rows.try_emplace(m_mapping.head);
    for (const auto& [row, days] : rows) {
        box.addItem(
            tr("row %1: %2", "of a sheet, the days in it")
                .arg(row + 1)
                .arg(days.first(std::min(kShownDays, days.size())).join(u' ')),
            static_cast<int>(row));
    }
    box.setCurrentIndex(std::max(0, box.findData(static_cast<int>(m_mapping.head))));
}

// Columns that may hold people: all that nothing else is said of.
void ColumnChoice::fillPeople()
{
    const QVariant before = m_people->currentData();
    m_people->clear();
    for (const std::uint32_t column : usedColumns(sheet())) {
        const bool isOther =
            std::ranges::any_of(kColumns, [&](Column of) { return m_mapping.*of == column; });
        if (!isOther) {
            m_people->addItem(columnText(column), static_cast<int>(column));
        }
    }
    m_people->setCurrentIndex(std::max(0, m_people->findData(before)));
    fillPosts();
}

void ColumnChoice::fillPosts()
{
    m_post->clear();
    m_post->addItem(tr("—", "no column"), QString());
    const auto of = std::ranges::find(
        m_mapping.peopleColumns, m_people->currentData().toUInt(), &roster::PeopleColumn::column);
    const bool isMapped = m_people->count() > 0 && of != m_mapping.peopleColumns.end();
    int current = 0;
    for (const auto& [code, name] : m_posts) {
        m_post->addItem(name, QString::fromStdString(code));
        const bool isThis = isMapped && (of->post == code || of->post == name.toStdString());
        current = isThis && current == 0 ? m_post->count() - 1 : current;
    }
    if (isMapped && current == 0) { // a word of the sheet that the mapping translates
        m_post->addItem(
            visibleLine(QString::fromStdString(of->post)), QString::fromStdString(of->post));
        current = m_post->count() - 1;
    }
    m_post->setCurrentIndex(current);
    m_post->setEnabled(m_people->count() > 0);
}

void ColumnChoice::takeForm()
{
    m_mapping.layout = static_cast<roster::Layout>(m_form->currentData().toInt());
    Q_EMIT chosen(m_mapping);
}

void ColumnChoice::takeColumn(std::size_t which)
{
    const int chosenNow = m_columns[which]->currentData().toInt();
    if (m_mapping.layout == roster::Layout::Grid && which == kDay) {
        m_mapping.head = static_cast<std::uint32_t>(chosenNow);
    } else {
        m_mapping.*kColumns[which] = chosenNow == kNoColumn
                                         ? std::nullopt
                                         : std::optional(static_cast<std::uint32_t>(chosenNow));
    }
    Q_EMIT chosen(m_mapping);
}

void ColumnChoice::takePost()
{
    if (m_people->count() == 0) {
        return;
    }
    const std::uint32_t column = m_people->currentData().toUInt();
    const std::string post = m_post->currentData().toString().toStdString();
    auto& all = m_mapping.peopleColumns;
    const auto of = std::ranges::find(all, column, &roster::PeopleColumn::column);
    if (post.empty()) {
        std::erase_if(all, [&](const auto& one) { return one.column == column; });
    } else if (of != all.end()) {
        of->post = post;
    } else {
        all.push_back({column, post, {}});
        std::ranges::sort(all, {}, &roster::PeopleColumn::column);
    }
    Q_EMIT chosen(m_mapping);
}

} // namespace sz::widgets
