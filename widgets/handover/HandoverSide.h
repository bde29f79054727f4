// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Beside the rows: the two signatures, what has changed since, what was said, handed over against taken over.

#include "data/report/Handover.h"
#include "widgets/common/ThemeSource.h"

#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace sz::widgets {

/// What a card of a signature says.
struct SignCard
{
    QString side; ///< "outgoing"
    QString who;  ///< team or post, before it has signed as the plan has it
    QString words;
    QString badge;
    bool isSigned = false;
    bool isBlocked = false; ///< red rows not read
    bool isNext = false;    ///< the one that signs here now
};

/// Painted, not focusable; its text is its accessible description. Thread: gui.
class SignCards final : public QWidget
{
    Q_OBJECT
public:
    explicit SignCards(const ThemeSource& theme, QWidget* parent = nullptr);
    /// `warning`: empty when nothing stands in the way.
    void show(std::vector<SignCard> cards, const QString& warning, const QString& warningWords);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintCard(QPainter& painter, const QRectF& box, const SignCard& card) const;

    const ThemeSource& m_theme;
    std::vector<SignCard> m_cards;
    QString m_warning;
    QString m_warningWords;
};

/// A heading with lines under it, as many as fit; the table of the balance below.
class SheetFacts final : public QWidget
{
    Q_OBJECT
public:
    struct Block
    {
        QString title;
        QStringList lines;
    };
    struct Sum
    {
        QString name;
        int handed = 0;
        int taken = 0;
    };
    explicit SheetFacts(const ThemeSource& theme, QWidget* parent = nullptr);
    void show(std::vector<Block> blocks, std::vector<Sum> sums);
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 132}; }
    /// What there is room for above the balance.
    [[nodiscard]] QStringList shownLines() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Word
    {
        QRectF box;
        QString text;
        bool isTitle = false;
    };
    [[nodiscard]] std::vector<Word> words() const;
    [[nodiscard]] double foot() const; ///< where the balance begins
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] std::vector<Sum> shownSums() const;
    void paintSums(QPainter& painter, QRectF line, const std::vector<Sum>& sums) const;

    const ThemeSource& m_theme;
    std::vector<Block> m_blocks;
    std::vector<Sum> m_sums;
};

} // namespace sz::widgets
