// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is put together from, and its keys.
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/Language.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/score/FigureRows.h"
#include "widgets/score/ReportTable.h"
#include "widgets/score/ScoreModel.h"
#include "widgets/score/ScorePage.h"
#include "widgets/score/ScoreWords.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <format>

namespace sz::widgets {
namespace {

constexpr int kHead = 48;

QStringList spanWords()
{
    return {
        spanText(ReportSpan::Shift), spanText(ReportSpan::Day), spanText(ReportSpan::Week),
        spanText(ReportSpan::Month)};
}

} // namespace

void ScorePage::build()
{
    auto* head = new QWidget(this);
    head->setFixedHeight(kHead);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(12, 0, 12, 0);
    line->setSpacing(12);
    auto* title = new ElidedLabel(m_theme, head);
    title->setPixelSize(20, true);
    title->setText(tr("Unit scores"));
    line->addWidget(title);
    m_period = new ElidedLabel(m_theme, head);
    m_period->setToken(Token::Tx2);
    m_period->setPixelSize(13);
    line->addWidget(m_period, 1);

    m_table = new ReportTable(m_theme, tr("Unit scores"), true, this);
    m_table->setObjectName(QStringLiteral("scoreTable"));
    m_table->setModel(m_model);
    m_table->chooseCells();
    m_table->setWidths({52, 116, 64, 56, 0, 96, 108, 60, 60, 60, 56, 64, 76, 132});
    m_empty = new EmptyNote(m_theme, this);
    m_empty->setObjectName(QStringLiteral("scoreEmpty"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_points = new ToneLabel(m_theme, Token::Tx2, this, 12);
    m_points->setObjectName(QStringLiteral("scorePoints"));
    m_points->setContentsMargins(12, 6, 12, 6);
    m_rows = new FigureRows(m_ground.plan, m_theme, this);
    m_rows->setObjectName(QStringLiteral("scoreRows"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(periodLine());
    column->addWidget(formulaLine());
    column->addWidget(m_stack, 3);
    column->addWidget(m_points);
    column->addWidget(m_rows, 2);
    addKeys(head);
}

void ScorePage::addKeys(QWidget* head)
{
    const auto add = [&](const QKeySequence& keys, const QString& label, const char* name,
                         QWidget* scope, auto act) {
        auto* button = scopedKeycap(m_theme, keys, label, scope);
        button->setObjectName(QLatin1StringView(name));
        button->setParent(head);
        head->layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, act);
    };
    add(QKeySequence(Qt::Key_Return), tr("its rows", "key: of the figure"), "scoreRowsButton",
        m_table, [this] {
            showFigure();
            if (m_rows->table().isVisible()) {
                m_rows->table().setFocus();
            }
        });
    add(QKeySequence(Qt::Key_S), tr("sort", "key"), "scoreSortButton", m_table, [this] {
        const QModelIndex at = m_table->currentIndex();
        if (at.isValid()) {
            const UnitCode unit = m_model->unitAt(at.row()).unit;
            m_model->sortBy(static_cast<ScoreColumn>(at.column()));
            m_table->setCurrentIndex(m_model->index(m_model->rowOf(unit), at.column()));
        }
    });
    add(QKeySequence(Qt::Key_T), tr("next step", "key: whose times"), "scoreStepButton", m_table,
        [this] { m_model->nextStep(); });
    add(QKeySequence(Qt::Key_R), tr("recompute", "key"), "scoreRecomputeButton", m_table,
        [this] { recompute(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_E), tr("export", "key"), "scoreExportButton", this, [this] {
        const QString day = QString::fromStdString(std::format(
            "{:%F}", std::chrono::floor<std::chrono::days>(
                         m_clock.now() + Minutes{m_ground.plan->utcOffsetMinutes})));
        m_askPath(QStringLiteral("score-%1.json").arg(day), [this](const QString& path) {
            exportTo(path);
        });
    });
}

QWidget* ScorePage::formulaLine()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(16);
    m_formula = new ToneLabel(m_theme, Token::Tx1, line);
    m_formula->setObjectName(QStringLiteral("scoreFormula"));
    m_formula->setWordWrap(true);
    const std::string formula =
        report::formulaText(m_ground.plan->score, uiLanguage() == Language::Chinese);
    m_formula->setText(
        formula.empty() ? tr("The plan publishes no formula (score.toml): figures without scores")
                        : QString::fromStdString(formula));
    row->addWidget(m_formula, 1);
    return line;
}

QWidget* ScorePage::periodLine()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(16);
    m_spans = new SegmentedButtons(m_theme, tr("Period"), spanWords(), line);
    m_spans->setObjectName(QStringLiteral("scoreSpans"));
    row->addWidget(m_spans);
    m_status = new ToneLabel(m_theme, Token::Tx3, line, 12);
    m_status->setObjectName(QStringLiteral("scoreStatus"));
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_status, 1);
    return line;
}

} // namespace sz::widgets
