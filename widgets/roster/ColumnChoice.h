// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which column of a roster sheet is what, in each form a sheet can have: a row a duty, a row a day, days across.

#include "widgets/roster/ImportJob.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;

namespace sz::widgets {

/// Shows a mapping over its workbook and lets it be changed. A row a duty: day, shift, post, unit, people. A row a day: a post for each
/// column of people. Days across: the row of the days and the columns before it. Thread: gui.
class ColumnChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnChoice(QWidget* parent = nullptr);

    /// The roster's posts are offered for columns of people; days without a year are nearest to `near`.
    void show(
        const std::shared_ptr<const exchange::Workbook>& book,
        const roster::Mapping& mapping,
        const roster::Roster& roster,
        roster::Day near);

Q_SIGNALS:
    /// By the user's hand.
    void chosen(const sz::roster::Mapping& mapping);

private:
    QComboBox* addBox(const QString& name, const QString& object);
    void showRow(const QComboBox* box, bool isVisible);
    void fillColumn(std::size_t which);
    void fillDays();
    void fillPeople();
    void fillPosts();
    void takeForm();
    void takeColumn(std::size_t which);
    void takePost();
    [[nodiscard]] const exchange::BookSheet& sheet() const;
    /// "E 副班长": its letter and its head, else what stands in it first.
    [[nodiscard]] QString columnText(std::uint32_t column) const;

    std::shared_ptr<const exchange::Workbook> m_book;
    roster::Mapping m_mapping;
    roster::Day m_near = 0;
    std::vector<std::pair<std::string, QString>> m_posts; ///< code and name, in the roster's order
    QComboBox* m_form = nullptr;
    std::array<QComboBox*, 5> m_columns{}; ///< day, shift, post, unit, people
    QComboBox* m_people = nullptr;         ///< a column of people …
    QComboBox* m_post = nullptr;           ///< … and whose it is
};

} // namespace sz::widgets
