// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/BriefPage.h"

#include "data/desk/OnResult.h"
#include "data/plan/Places.h"
#include "maps/symbols/Symbols.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Language.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/score/FigureRows.h"
#include "widgets/score/PathDialog.h"
#include "widgets/score/ReportTable.h"
#include "widgets/score/ScoreWords.h"

#include <QBuffer>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPdfWriter>
#include <QTextBrowser>
#include <QTextDocument>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <format>

namespace sz::widgets {
namespace {

constexpr int kHead = 48;
constexpr int kPaperWide = 760;
constexpr int kPageMargin = 20; // mm

constexpr auto kSheet = "h1 { font-size: 20px; } h3 { font-size: 15px; margin-top: 14px; } "
                        "p, li { font-size: 14px; margin-bottom: 4px; } "
                        "a { color: %1; font-weight: bold; text-decoration: underline; }";

void fill(QTextDocument& document, const QString& html, const QString& ink)
{
    document.setDefaultFont(symbols::uiFont(14));
    document.setDefaultStyleSheet(QString::fromLatin1(kSheet).arg(ink));
    document.setHtml(html);
}

QByteArray pdfOf(const QString& html)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(
            QMarginsF(kPageMargin, kPageMargin, kPageMargin, kPageMargin), QPageLayout::Millimeter);
        writer.setResolution(96); // the sizes are the screen's
        QTextDocument document;
        fill(document, html, QStringLiteral("#000000"));
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        document.print(&writer);
    }
    return bytes;
}

} // namespace

BriefPage::BriefPage(
    ReportGround ground,
    const UnitCode& unit,
    const PostCode& post,
    const Clock& clock,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_ground(std::move(ground)), m_unit(unit), m_post(post), m_clock(clock),
      m_theme(theme), m_askPath(pathDialog(this))
{
    setObjectName(QStringLiteral("briefPage"));
    build();
    m_spans->setCurrent(0);
    connect(m_spans, &SegmentedButtons::currentChanged, this, &BriefPage::make);
    connect(m_paper, &QTextBrowser::anchorClicked, this, &BriefPage::showRows);
    connect(m_rows, &FigureRows::incidentRequested, this, &BriefPage::incidentRequested);
    connect(&theme, &ThemeSource::changed, this, &BriefPage::paintPaper);
}

void BriefPage::build()
{
    auto* head = new QWidget(this);
    head->setFixedHeight(kHead);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(12, 0, 12, 0);
    line->setSpacing(12);
    auto* title = new ElidedLabel(m_theme, head);
    title->setPixelSize(20, true);
    title->setText(tr("Daily brief"));
    line->addWidget(title);
    m_status = new ElidedLabel(m_theme, head);
    m_status->setObjectName(QStringLiteral("briefStatus"));
    m_status->setToken(Token::Tx2);
    m_status->setPixelSize(12);
    line->addWidget(m_status, 1);

    auto* second = new QWidget(this);
    auto* row = new QHBoxLayout(second);
    row->setContentsMargins(12, 2, 12, 6);
    m_spans = new SegmentedButtons(
        m_theme, tr("Period"), {spanText(ReportSpan::Shift), spanText(ReportSpan::Day)}, second);
    m_spans->setObjectName(QStringLiteral("briefSpans"));
    row->addWidget(m_spans);
    row->addStretch(1);

    m_paper = new QTextBrowser(this);
    m_paper->setObjectName(QStringLiteral("briefPaper"));
    m_paper->setAccessibleName(tr("Daily brief"));
    m_paper->setOpenLinks(false);
    m_paper->installEventFilter(this);
    m_paper->setMaximumWidth(kPaperWide);
    m_paper->document()->setDocumentMargin(24);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(12, 0, 12, 8);
    middle->addStretch(1);
    middle->addWidget(m_paper, 100);
    middle->addStretch(1);
    m_rows = new FigureRows(m_ground.plan, m_theme, this);
    m_rows->setObjectName(QStringLiteral("briefRows"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(second);
    column->addLayout(middle, 5);
    column->addWidget(m_rows, 2);
    addKeys(head);
}

void BriefPage::addKeys(QWidget* head)
{
    const auto add = [&](const QKeySequence& keys, const QString& label, const char* name,
                         auto act) {
        auto* button = scopedKeycap(m_theme, keys, label, this);
        button->setObjectName(QLatin1StringView(name));
        button->setParent(head);
        head->layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, act);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_R), tr("draft anew", "key"), "briefAnewButton",
        [this] { open(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), tr("copy", "key: the whole text"),
        "briefCopyButton", [this] {
            QGuiApplication::clipboard()->setText(plainText());
            Q_EMIT said(tr("Copied: the brief as text"));
        });
    add(QKeySequence(Qt::CTRL | Qt::Key_S), tr("save text", "key"), "briefSaveButton",
        [this] { ask("txt"); });
    add(QKeySequence(Qt::CTRL | Qt::Key_P), tr("print (PDF)", "key"), "briefPrintButton",
        [this] { ask("pdf"); });
}

void BriefPage::ask(const char* suffix)
{
    if (m_draft.html.isEmpty()) {
        return;
    }
    const auto local =
        std::chrono::floor<Minutes>(m_asOf + Minutes{m_ground.plan->utcOffsetMinutes});
    m_askPath(
        QString::fromStdString(std::format("brief-{:%F-%H%M}.{}", local, suffix)),
        [this](const QString& path) { saveTo(path); });
}

void BriefPage::open()
{
    make();
    m_paper->setFocus();
}

void BriefPage::make()
{
    const ReportSpan span = m_spans->current() == 1 ? ReportSpan::Day : ReportSpan::Shift;
    const ReportWish wish = wishFor(m_ground, m_post, span, m_clock.now());
    m_isBusy = true;
    m_status->setText(tr("reading the log…"));
    const int generation = ++m_generation;
    desk::onResult(
        this, makeReport(m_ground, wish), [this, generation](const Result<MadeReport>& result) {
            if (generation == m_generation) {
                take(result);
            }
        });
}

void BriefPage::take(const Result<MadeReport>& result)
{
    m_isBusy = false;
    m_rows->clear(tr("Tab and Enter, or a click, on a number shows what it was made of"));
    if (!result) {
        m_draft = {};
        m_status->setText(
            result.error().code == Code::NotFound
                ? tr("This desk has no log yet: it comes with the first link to headquarters")
                : errorText(result.error().code));
    } else {
        const auto duty = dutyOf(m_ground, m_post, m_clock.now());
        const bool isShift = m_spans->current() == 0 && duty.has_value();
        const QString shift =
            !isShift ? QString()
                     : QString::fromStdString(
                           uiLanguage() == Language::Chinese ? duty->shiftZh : duty->shiftEn);
        m_asOf = result->brief.asOf;
        m_draft = draftBrief(
            *m_ground.plan, result->brief, result->sheet, m_unit, shift,
            plan::readReportFields(m_ground.planFolder));
        m_status->setText(tr("draft · %1", "log").arg(logText(result->sheet)));
    }
    paintPaper();
    Q_EMIT made();
}

void BriefPage::paintPaper()
{
    m_at = {};
    fill(*m_paper->document(), m_draft.html, m_theme.color(Token::Tx1).name());
}

QString BriefPage::plainText() const
{
    return m_paper->toPlainText();
}

// A text that loses the focus forgets which number it was at.
bool BriefPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn && !m_at.isNull()) {
        m_paper->setTextCursor(m_at);
    }
    return QWidget::eventFilter(watched, event);
}

void BriefPage::showRows(const QUrl& link)
{
    bool isNumber = false;
    const auto n = link.path().toULongLong(&isNumber);
    if (link.scheme() != u"rows" || !isNumber || n >= m_draft.rows.size()) {
        return;
    }
    const auto& rows = m_draft.rows[n];
    m_at = m_paper->textCursor();
    m_rows->showRows(
        rows.empty() ? tr("%1: none", "what").arg(m_draft.titles[n])
                     : tr("%1 (%2)", "what, how many").arg(m_draft.titles[n]).arg(rows.size()),
        rows, m_asOf);
    if (!rows.empty()) {
        m_rows->table().setFocus();
    }
}

void BriefPage::saveTo(const QString& path)
{
    if (path.isEmpty() || m_draft.html.isEmpty()) {
        return;
    }
    const bool isPdf = path.endsWith(QLatin1StringView(".pdf"), Qt::CaseInsensitive);
    Q_EMIT said(writtenText(path, isPdf ? pdfOf(m_draft.html) : (plainText() + u'\n').toUtf8()));
}

} // namespace sz::widgets
