// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Units by the plan's published formula: figures, ranks, and for every figure its rows. Stands alone or in a tab.

#include "widgets/common/ThemeSource.h"
#include "widgets/score/ReportMaker.h"

#include <QWidget>

#include <functional>
#include <optional>

class QStackedWidget;
class QVBoxLayout;

namespace sz::widgets {

class ElidedLabel;
class EmptyNote;
class FigureRows;
class KeycapButton;
class ReportTable;
class ScoreModel;
class SegmentedButtons;
class ToneLabel;

/// Reads the log on a pool thread; the newest wish wins. Thread: gui.
class ScorePage final : public QWidget
{
    Q_OBJECT
public:
    /// `post`: whose shift "this shift" is. `clock` outlives the page.
    ScorePage(
        ReportGround ground,
        const PostCode& post,
        const Clock& clock,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// Whose shift it is, from the next time on.
    void setPost(const PostCode& post) { m_post = post; }
    /// Makes it anew for the chosen period and takes the focus.
    void open();
    void setSpan(ReportSpan span);
    /// Makes the same scorecard again from the log up to the same number, and says whether every figure agrees.
    void recompute();
    /// JSON, or CSV where the name ends so. An empty name is somebody who changed his mind.
    void exportTo(const QString& path);
    /// How a file name is asked for; a test gives its own answer.
    using AskPath =
        std::function<void(const QString& suggested, std::function<void(QString)> then)>;
    void setAskPath(AskPath ask) { m_askPath = std::move(ask); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] ScoreModel& model() { return *m_model; }

Q_SIGNALS:
    void incidentRequested(const sz::IncidentId& id);
    void made();
    /// Saved where, agreed or not: for a toast.
    void said(const QString& sentence);

private:
    void build();
    void addKeys(QWidget* head);
    QWidget* formulaLine();
    QWidget* periodLine();
    void make();
    void take(const Result<MadeReport>& result);
    void takeAgain(const Result<MadeReport>& result);
    void showEmpty(const QString& why, const QString& since, bool isAbnormal);
    void showFigure();
    void showPoints();
    void tell(const QString& status, bool isWrong);

    ReportGround m_ground;
    PostCode m_post;
    const Clock& m_clock;
    const ThemeSource& m_theme;
    AskPath m_askPath;
    ScoreModel* m_model;
    SegmentedButtons* m_spans = nullptr;
    ElidedLabel* m_period = nullptr;
    ToneLabel* m_formula = nullptr;
    ToneLabel* m_status = nullptr;
    ToneLabel* m_points = nullptr;
    ReportTable* m_table = nullptr;
    EmptyNote* m_empty = nullptr;
    QStackedWidget* m_stack = nullptr;
    FigureRows* m_rows = nullptr;
    std::optional<MadeReport> m_made;
    int m_generation = 0;
    bool m_isBusy = false;
};

} // namespace sz::widgets
