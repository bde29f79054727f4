// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/ScorePage.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/models/Wording.h"
#include "widgets/score/FigureRows.h"
#include "widgets/score/PathDialog.h"
#include "widgets/score/ReportTable.h"
#include "widgets/score/ScoreModel.h"
#include "widgets/score/ScoreWords.h"

#include <QHeaderView>
#include <QStackedWidget>

#include <algorithm>

namespace sz::widgets {

ScorePage::ScorePage(
    ReportGround ground,
    const PostCode& post,
    const Clock& clock,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_ground(std::move(ground)), m_post(post), m_clock(clock), m_theme(theme),
      m_askPath(pathDialog(this)), m_model(new ScoreModel(this))
{
    setObjectName(QStringLiteral("scorePage"));
    build();
    m_spans->setCurrent(static_cast<int>(ReportSpan::Month));
    connect(m_spans, &SegmentedButtons::currentChanged, this, &ScorePage::make);
    connect(m_table, &QAbstractItemView::clicked, this, &ScorePage::showFigure);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        m_model->sortBy(static_cast<ScoreColumn>(column));
    });
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ScorePage::showPoints);
    connect(m_rows, &FigureRows::incidentRequested, this, &ScorePage::incidentRequested);
}

void ScorePage::open()
{
    make();
    m_table->setFocus();
}

void ScorePage::setSpan(ReportSpan span)
{
    m_spans->setCurrent(static_cast<int>(span));
}

void ScorePage::make()
{
    const auto span = static_cast<ReportSpan>(std::max(0, m_spans->current()));
    const ReportWish wish = wishFor(m_ground, m_post, span, m_clock.now());
    m_period->setText(periodText(wish.period, m_ground.plan->utcOffsetMinutes));
    m_isBusy = true;
    tell(tr("reading the log…"), false);
    const int generation = ++m_generation;
    desk::onResult(
        this, makeReport(m_ground, wish), [this, generation](const Result<MadeReport>& result) {
            if (generation == m_generation) {
                take(result);
            }
        });
}

void ScorePage::take(const Result<MadeReport>& result)
{
    m_isBusy = false;
    m_made = result ? std::optional(*result) : std::nullopt;
    m_model->setCard(result ? result->card : nullptr);
    m_rows->clear(tr("Enter or a click on a figure shows what it was made of"));
    if (!result) {
        tell({}, false);
        const bool isNone = result.error().code == Code::NotFound;
        showEmpty(
            isNone ? tr("This desk has no log yet") : errorText(result.error().code),
            isNone ? tr("It comes with the first link to headquarters.") : QString(), !isNone);
    } else if (m_model->rowCount() == 0) {
        tell(logText(result->sheet), false);
        showEmpty(
            tr("No orders were issued in this period"),
            periodText(result->card->period, m_ground.plan->utcOffsetMinutes), false);
    } else {
        tell(logText(result->sheet), false);
        const bool hadFocus = m_empty->isAncestorOf(focusWidget()) || hasFocus();
        m_stack->setCurrentWidget(m_table);
        m_table->setCurrentIndex(m_model->index(0, static_cast<int>(ScoreColumn::Unit)));
        if (hadFocus) {
            m_table->setFocus();
        }
    }
    showPoints();
    Q_EMIT made();
}

void ScorePage::showEmpty(const QString& why, const QString& since, bool isAbnormal)
{
    m_empty->setReason(why, since, isAbnormal);
    m_stack->setCurrentWidget(m_empty);
}

void ScorePage::tell(const QString& status, bool isWrong)
{
    m_status->setToken(isWrong ? Token::RedTx : Token::Tx3);
    m_status->setText(status);
}

void ScorePage::showPoints()
{
    const QModelIndex at = m_table->currentIndex();
    const bool isThere = m_made && at.isValid() && at.row() < m_model->rowCount();
    m_points->setText(
        isThere ? tr("%1:  %2", "unit, how its score came about")
                      .arg(
                          unitText(*m_ground.plan, m_model->unitAt(at.row()).unit),
                          pointsText(m_ground.plan->score, m_model->unitAt(at.row()).points))
                : QString());
    m_points->setVisible(isThere);
    m_table->viewport()->update();
}

void ScorePage::showFigure()
{
    const QModelIndex at = m_table->currentIndex();
    if (!m_made || !at.isValid()) {
        return;
    }
    const report::UnitCard& unit = m_model->unitAt(at.row());
    const report::Figure figure = m_model->figureAt(static_cast<ScoreColumn>(at.column()));
    auto rows = m_made->card->rows(unit.unit, figure);
    const auto value = unit.values[static_cast<std::size_t>(figure)];
    int chosen = -1;
    if (report::isTime(figure)) { // the figure is one of its rows
        const auto it = std::ranges::find(rows, value, &report::Row::value);
        chosen = it == rows.end() ? -1 : static_cast<int>(it - rows.begin());
    }
    const QString name = unitText(*m_ground.plan, unit.unit);
    const QString title = rows.empty()
                              ? tr("%1 · %2: none", "unit, figure").arg(name, figureText(figure))
                              : tr("%1 · %2 %3: where it comes from", "unit, figure, value")
                                    .arg(name, figureText(figure), figureValue(figure, value));
    m_rows->showRows(title, std::move(rows), m_made->card->asOf, chosen);
}

void ScorePage::recompute()
{
    if (!m_made || m_isBusy) {
        return;
    }
    const report::Scorecard& card = *m_made->card;
    m_isBusy = true;
    tell(tr("reading the log…"), false);
    const int generation = ++m_generation;
    desk::onResult(
        this, makeReport(m_ground, {card.period, card.asOf, card.asOf, m_made->sheet.head}),
        [this, generation](const Result<MadeReport>& result) {
            if (generation == m_generation) {
                takeAgain(result);
            }
        });
}

void ScorePage::takeAgain(const Result<MadeReport>& result)
{
    m_isBusy = false;
    if (!result) {
        tell(errorText(result.error().code), true);
        return;
    }
    const report::Comparison found = report::compare(m_made->sheet, result->sheet);
    const QString words =
        found.isSame() ? tr("%1: recomputed, %2 figures agree", "clock")
                             .arg(
                                 clockMinuteText(m_clock.now(), m_ground.plan->utcOffsetMinutes),
                                 numberText(static_cast<qint64>(found.agreed)))
                       : tr("recomputed: %1 figures differ; the log is not what it was")
                             .arg(found.differences.size());
    tell(words + QStringLiteral(" · ") + logText(m_made->sheet), !found.isSame());
    Q_EMIT said(words);
}

void ScorePage::exportTo(const QString& path)
{
    if (path.isEmpty() || !m_made) {
        return;
    }
    std::string text;
    if (path.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive)) {
        std::vector<std::string> heads{tr("Unit").toStdString()};
        for (std::size_t i = 0; i < report::kFigures; ++i) {
            heads.push_back(figureText(static_cast<report::Figure>(i)).toStdString());
        }
        heads.push_back(tr("Score").toStdString());
        heads.push_back(tr("Rank").toStdString());
        text = report::toCsv(m_made->sheet, heads, [this](const UnitCode& unit) {
            return unitText(*m_ground.plan, unit).toStdString();
        });
    } else {
        text = report::toJson(m_made->sheet);
    }
    Q_EMIT said(writtenText(path, QByteArray::fromStdString(text)));
}

} // namespace sz::widgets
