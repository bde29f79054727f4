// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Planned and present by unit, gaps first; and what units lend each other.

#include "widgets/common/ThemeSource.h"
#include "widgets/roster/RosterModel.h"

#include <QAbstractScrollArea>

namespace sz::widgets {

struct StrengthLine
{
    UnitCode unit;
    QString name;
    int planned = 0; ///< heads the shifts ask for at that moment
    int present = 0; ///< on duty, and not told away or without an answer
    int lent = 0;
    int borrowed = 0;
    bool operator==(const StrengthLine&) const = default;
};
/// Units with posts whose shifts run at that moment; those that lack most first, then in the order of the plan.
[[nodiscard]] std::vector<StrengthLine> strengthOf(const RosterModel& model, Instant at);
/// The same by place: each district, area and named street with all units that have their seat in it or answer for it, one below the
/// other (a street's people count in its area and in its district, too). `unit` is that of the place, which answers first.
[[nodiscard]] std::vector<StrengthLine> strengthByPlace(const RosterModel& model, Instant at);

/// What one unit lent to another, all its loans together: thousands of places are one line.
struct LoanLine
{
    QString words; ///< "City management → Wuchang", with the place where there is but one
    int places = 0;
    int people = 0;
    int returned = 0;
    int out = 0;         ///< people = returned + out
    bool isOver = false; ///< the time of one is over and some are still out
    bool operator==(const LoanLine&) const = default;
};
/// Overdue ones first, then by heads that are out. Linear in the loans.
[[nodiscard]] std::vector<LoanLine> loansOf(const RosterModel& model, Instant at);

/// Thread: gui. One tab stop; Up and Down scroll.
class StrengthBoard final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit StrengthBoard(const ThemeSource& theme, QWidget* parent = nullptr);

    void show(std::vector<StrengthLine> lines, std::vector<LoanLine> loans);
    [[nodiscard]] const std::vector<StrengthLine>& lines() const { return m_lines; }
    [[nodiscard]] const std::vector<LoanLine>& loans() const { return m_loans; }
    [[nodiscard]] QString text() const;      ///< all of it, a line each
    [[nodiscard]] QString loansText() const; ///< "Loans to 13,800 places: 44,500 = 0 + 44,500"

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    [[nodiscard]] static QString figuresOf(const StrengthLine& line);
    void paintStrength(QPainter& painter, const StrengthLine& line, const QRectF& box) const;
    void paintLoan(QPainter& painter, const LoanLine& line, const QRectF& box) const;
    [[nodiscard]] int rows() const;

    const ThemeSource& m_theme;
    std::vector<StrengthLine> m_lines;
    std::vector<LoanLine> m_loans;
    int m_figures = 0; ///< pixels of the widest
};

} // namespace sz::widgets
