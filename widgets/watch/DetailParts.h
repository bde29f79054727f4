// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small painted parts of the detail pane: grade mark, report chain, balance row, framed words.

#include "widgets/common/Painters.h"
#include "widgets/models/ReportSteps.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sz::widgets {

class TextBlock;

/// The grade's outline, as large as on a tile or larger.
class GradeMark final : public QWidget
{
    Q_OBJECT
public:
    GradeMark(const ThemeSource& theme, int size, QWidget* parent = nullptr);
    void setGrade(plan::Grade grade);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    plan::Grade m_grade = plan::Grade::IV;
};

/// The report chain over the whole width.
class ChainBox final : public QWidget
{
    Q_OBJECT
public:
    explicit ChainBox(const ThemeSource& theme, QWidget* parent = nullptr);
    void setSteps(std::vector<ReportStep> steps);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    std::vector<ReportStep> m_steps;
};

/// The balance row; hidden while there are no counts.
class BalanceBox final : public QWidget
{
    Q_OBJECT
public:
    explicit BalanceBox(const ThemeSource& theme, QWidget* parent = nullptr);
    void setCounts(const std::optional<model::Counts>& counts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] Balance fitting() const;

    const ThemeSource& m_theme;
    Balance m_balance;
};

enum class FrameTone : std::uint8_t {
    Quiet,    ///< a grey edge at the left: what is new
    Abnormal, ///< yellow outline: two values for one field
};

/// A caption and a few lines in a frame; hidden while it has no text.
class WordsBox final : public QWidget
{
    Q_OBJECT
public:
    WordsBox(const ThemeSource& theme, FrameTone tone, int maxLines, QWidget* parent = nullptr);
    void setWords(const QString& caption, const QString& text);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    FrameTone m_tone;
    TextBlock* m_caption;
    TextBlock* m_text;
};

} // namespace sz::widgets
