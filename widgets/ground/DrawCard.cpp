// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/DrawCard.h"

#include "maps/overlay/OverlayPainter.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/LineDelegate.h"
#include "widgets/models/Wording.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace sz::widgets {
namespace {

constexpr int kWidth = 320;
constexpr int kListHeight = 150;
constexpr QSize kSample(28, 16);
constexpr int kMostWords = static_cast<int>(model::kLongestDrawingWords / 3); ///< Han letters
constexpr int kIdRole = Qt::UserRole;

// A piece of it as on the map.
QPixmap sampleOf(model::DrawingKind kind, const ThemeSource& theme, double ratio)
{
    const maps::OverlayStyle style = drawingStyle(kind);
    QPixmap pixmap(kSample * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(), kSample).adjusted(2, 2, -2, -2);
    QColor ground = theme.color(style.tones.front());
    ground.setAlphaF(static_cast<float>(style.fill));
    painter.fillRect(box, ground);
    if (style.width > 0) {
        QPen pen(theme.color(style.tones.front()), style.width, Qt::SolidLine, Qt::FlatCap);
        if (style.isDashed) {
            pen.setDashPattern({2, 1.4});
        }
        painter.setPen(pen);
        style.fill > 0
            ? painter.drawRect(box)
            : painter.drawLine(
                  QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    }
    if (model::canTake(kind, model::DrawingForm::Point)) {
        maps::paintPointMark(
            painter, box.center(), 10, style.mark, style.tones.front(), theme.theme());
    }
    return pixmap;
}

} // namespace

DrawCard::DrawCard(const ThemeSource& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_kinds(new QListWidget(this)), m_words(new QLineEdit(this)),
      m_bound(new QCheckBox(this)), m_hint(new PlainLabel(this)),
      m_save(new QPushButton(tr("Put on the map"), this)), m_list(new QListWidget(this)),
      m_erase(new QPushButton(tr("Erase"), this)), m_reach(new QSpinBox(this)),
      m_near(new QPushButton(tr("Only near it"), this)),
      m_empty(new PlainLabel(tr("Nothing is drawn yet."), this))
{
    setObjectName(QStringLiteral("drawCard"));
    setAccessibleName(tr("Draw on the map"));
    m_kinds->setObjectName(QStringLiteral("drawKinds"));
    m_kinds->setAccessibleName(tr("What it is"));
    m_kinds->setIconSize(kSample);
    m_kinds->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_words->setObjectName(QStringLiteral("drawWords"));
    m_words->setAccessibleName(tr("Words beside it"));
    m_words->setPlaceholderText(tr("Words beside it"));
    m_words->setMaxLength(kMostWords);
    m_bound->setObjectName(QStringLiteral("drawBound"));
    m_hint->setObjectName(QStringLiteral("drawHint"));
    m_hint->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("saveDrawingButton"));
    m_save->setToolTip(tr("Enter, on the map or in the words"));
    m_list->setObjectName(QStringLiteral("drawList"));
    m_list->setAccessibleName(tr("Drawn so far"));
    m_list->setIconSize(kSample);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new LineDelegate(theme, this));
    m_list->installEventFilter(this);
    m_erase->setObjectName(QStringLiteral("eraseDrawingButton"));
    m_erase->setToolTip(tr("Del, on the list; who drew it and who erased it stays in the log"));
    m_reach->setObjectName(QStringLiteral("drawReach"));
    m_reach->installEventFilter(this);
    m_reach->setAccessibleName(tr("How near, metres"));
    m_reach->setRange(0, 20'000);
    m_reach->setSingleStep(100);
    m_reach->setValue(500);
    m_reach->setSuffix(QLatin1Char(' ') + tr("m", "metres, after a number"));
    m_near->setObjectName(QStringLiteral("nearDrawingButton"));
    m_near->setCheckable(true);
    m_near->setToolTip(
        tr("Board: only what lies in the drawing or so near to it; the map shows how far that is"));
    layOut();
    fillKinds();
    m_kinds->setCurrentRow(0);
    connect(m_kinds, &QListWidget::currentRowChanged, this, &DrawCard::kindChanged);
    connect(m_kinds, &QListWidget::itemActivated, this, &DrawCard::drawRequested);
    connect(m_words, &QLineEdit::returnPressed, this, &DrawCard::saveRequested);
    connect(m_save, &QPushButton::clicked, this, &DrawCard::saveRequested);
    connect(m_erase, &QPushButton::clicked, this, [this] {
        if (const std::string id = currentDrawing(); !id.empty()) {
            Q_EMIT eraseRequested(id);
        }
    });
    connect(m_near, &QPushButton::clicked, this, &DrawCard::narrow);
    connect(m_reach, &QSpinBox::editingFinished, this, [this] {
        if (m_near->isChecked()) {
            narrow();
        }
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] { Q_EMIT shown(currentDrawing()); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_erase->setEnabled(row >= 0);
        m_near->setEnabled(row >= 0);
        if (m_near->isChecked()) {
            narrow(); // of the other one
        }
    });
    connect(&theme, &ThemeSource::changed, this, [this] {
        fillKinds();
        update();
    });
    hide();
}

void DrawCard::layOut()
{
    auto* title = new PlainLabel(tr("Draw on the map"), this);
    title->setFont(symbols::uiFont(14, true));
    auto* drawn = new PlainLabel(tr("Drawn so far"), this);
    drawn->setFont(symbols::uiFont(13, true));
    auto* save = new QHBoxLayout;
    save->addWidget(m_save);
    save->addStretch(1);
    auto* erase = new QHBoxLayout;
    erase->addWidget(m_erase);
    erase->addStretch(1);
    erase->addWidget(m_reach);
    erase->addWidget(m_near);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(m_kinds);
    column->addWidget(m_words);
    column->addWidget(m_bound);
    column->addWidget(m_hint);
    column->addLayout(save);
    column->addWidget(drawn);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(erase);
}

void DrawCard::fillKinds()
{
    const int row = m_kinds->currentRow();
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    for (const model::DrawingKind kind : kDrawingKindList) {
        new QListWidgetItem(
            QIcon(sampleOf(kind, m_theme, devicePixelRatioF())), drawingKindText(kind), m_kinds);
    }
    m_kinds->setCurrentRow(row);
    m_kinds->setFixedHeight(
        m_kinds->sizeHintForRow(0) * static_cast<int>(kDrawingKindList.size())
        + 2 * m_kinds->frameWidth());
}

void DrawCard::clear()
{
    m_words->clear();
}

void DrawCard::setDrawing(model::DrawingKind kind, const QString& words)
{
    const auto at = std::ranges::find(kDrawingKindList, kind);
    m_kinds->setCurrentRow(static_cast<int>(at - kDrawingKindList.begin()));
    m_words->setText(words);
}

model::DrawingKind DrawCard::kind() const
{
    const int row =
        std::clamp(m_kinds->currentRow(), 0, static_cast<int>(kDrawingKindList.size()) - 1);
    return kDrawingKindList.at(static_cast<std::size_t>(row));
}

QString DrawCard::words() const
{
    return m_words->text().trimmed();
}

void DrawCard::setIncident(const QString& text)
{
    m_bound->setVisible(!text.isEmpty());
    const QString label =
        tr("For incident %1").arg(QString(text).replace(u'&', QStringLiteral("&&")));
    if (m_bound->text() != label) { // another one than before: it is what the officer works at
        m_bound->setText(label);
        m_bound->setChecked(!text.isEmpty());
    }
}

bool DrawCard::isForIncident() const
{
    return m_bound->isVisibleTo(this) && m_bound->isChecked();
}

void DrawCard::setHint(const QString& text)
{
    m_hint->setText(text);
}

QString DrawCard::hint() const
{
    return m_hint->text();
}

std::string DrawCard::currentDrawing() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? std::string() : item->data(kIdRole).toString().toStdString();
}

// Newest first. Who works in it keeps his row.
void DrawCard::setDrawings(const model::DrawingState& state, const plan::Plan& plan)
{
    const std::string chosen = currentDrawing();
    const int row = m_list->currentRow();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const auto& [id, drawing] : state.drawings | std::views::reverse) {
            if (drawing.erased) {
                continue;
            }
            const QString author = QStringLiteral("%1 %2").arg(
                unitText(plan, drawing.author.unit),
                clockText(drawing.author.at, plan.utcOffsetMinutes));
            auto* item = new QListWidgetItem(
                QIcon(sampleOf(drawing.drawn.kind, m_theme, devicePixelRatioF())),
                drawingText(drawing.drawn), m_list);
            item->setData(kIdRole, QString::fromStdString(id));
            item->setData(kLineNoteRole, author);
            item->setData(
                Qt::AccessibleTextRole, QStringLiteral("%1 · %2").arg(item->text(), author));
            item->setToolTip(item->data(Qt::AccessibleTextRole).toString());
            if (id == chosen) {
                m_list->setCurrentItem(item);
            }
        }
        if (m_list->currentRow() < 0 && row >= 0) {
            m_list->setCurrentRow(std::min(row, m_list->count() - 1));
        }
    }
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    m_erase->setVisible(m_list->count() > 0);
    m_erase->setEnabled(m_list->currentRow() >= 0);
    m_reach->setVisible(m_list->count() > 0);
    m_near->setVisible(m_list->count() > 0);
    m_near->setEnabled(m_list->currentRow() >= 0);
    if (m_near->isChecked() && currentDrawing() != chosen) { // it was erased
        m_near->setChecked(false);
        narrow();
    }
}

void DrawCard::setNarrowed(bool isOn)
{
    m_near->setChecked(isOn);
}

void DrawCard::narrow()
{
    Q_EMIT narrowRequested(
        m_near->isChecked() ? currentDrawing() : std::string(), m_reach->value());
}

void DrawCard::takeFocus()
{
    m_kinds->setFocus(Qt::OtherFocusReason);
}

QSize DrawCard::sizeHint() const
{
    const int high = QFrame::sizeHint().height();
    return {
        kWidth,
        m_list->isVisibleTo(this) ? high - m_list->sizeHint().height() + kListHeight : high};
}

void DrawCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(Token::Line2));
    painter.setBrush(m_theme.color(Token::Bg2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void DrawCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
    } else {
        QFrame::keyPressEvent(event);
    }
}

// A list would search for it as for a letter; a distance that is typed and sent off is meant.
bool DrawCard::eventFilter(QObject* watched, QEvent* event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
    const bool isSent = watched == m_reach && (key == Qt::Key_Return || key == Qt::Key_Enter);
    if (isSent && m_near->isEnabled()) {
        m_reach->interpretText();
        m_near->setChecked(true);
        narrow();
        return true;
    }
    const bool isErase = watched == m_list && key == Qt::Key_Delete;
    if (isErase) {
        m_erase->click();
    }
    return isErase || QFrame::eventFilter(watched, event);
}

} // namespace sz::widgets
