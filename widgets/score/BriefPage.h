// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F8: the brief of the shift or the day, drafted from the log; copied, saved as text, or made a PDF to be printed.

#include "widgets/common/ThemeSource.h"
#include "widgets/score/BriefText.h"
#include "widgets/score/ReportMaker.h"

#include <QTextCursor>
#include <QWidget>

#include <functional>

class QTextBrowser;
class QUrl;

namespace sz::widgets {

class ElidedLabel;
class FigureRows;
class SegmentedButtons;

/// Thread: gui; the log is read on a pool thread.
class BriefPage final : public QWidget
{
    Q_OBJECT
public:
    /// As ScorePage; `unit` is whose brief it is.
    BriefPage(
        ReportGround ground,
        const UnitCode& unit,
        const PostCode& post,
        const Clock& clock,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// Whose shift it is, from the next time on.
    void setPost(const PostCode& post) { m_post = post; }
    /// Drafts it anew and takes the focus.
    void open();
    [[nodiscard]] QString plainText() const;
    /// UTF-8 text, or a PDF where the name ends so (A4, black on white, the console's Han font).
    void saveTo(const QString& path);
    using AskPath =
        std::function<void(const QString& suggested, std::function<void(QString)> then)>;
    void setAskPath(AskPath ask) { m_askPath = std::move(ask); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void incidentRequested(const sz::IncidentId& id);
    void made();
    void said(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void addKeys(QWidget* head);
    void make();
    void take(const Result<MadeReport>& result);
    void paintPaper();
    void showRows(const QUrl& link);
    void ask(const char* suffix);

    ReportGround m_ground;
    UnitCode m_unit;
    PostCode m_post;
    const Clock& m_clock;
    const ThemeSource& m_theme;
    AskPath m_askPath;
    SegmentedButtons* m_spans = nullptr;
    ElidedLabel* m_status = nullptr;
    QTextBrowser* m_paper = nullptr;
    FigureRows* m_rows = nullptr;
    BriefDraft m_draft;
    QTextCursor m_at; ///< the number whose rows are shown
    Instant m_asOf;
    int m_generation = 0;
    bool m_isBusy = false;
};

} // namespace sz::widgets
