// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/PlaceCard.h"

#include "data/geo/GaussKruger.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Icons.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kWidth = 420;
constexpr int kHead = 50;
constexpr int kRow = 24;
constexpr int kFoot = 38;
constexpr int kPad = 12;
constexpr int kLabel = 84;
constexpr int kPhone = 76;

} // namespace

PlaceCard::PlaceCard(const ThemeSource& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_copy(new KeycapButton(
                                          theme,
                                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
                                          tr("copy"),
                                          this)),
      m_narrow(new KeycapButton(
          theme,
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
          tr("board: within 500 m"),
          this)),
      m_close(new KeycapButton(theme, QKeySequence(), tr("close"), this)), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("placeCard"));
    setFocusPolicy(Qt::StrongFocus);
    m_copy->setObjectName(QStringLiteral("copyPlaceButton"));
    m_narrow->setObjectName(QStringLiteral("nearPlaceButton"));
    m_close->setObjectName(QStringLiteral("closePlaceButton"));
    m_menu->setObjectName(QStringLiteral("copyPlaceMenu"));
    for (const auto& [text, system] :
         {std::pair(tr("&WGS-84 (GPS)"), "wgs84"),
          {tr("&GCJ-02 (AutoNavi, Tencent)"), "gcj02"},
          {tr("&BD-09 (Baidu)"), "bd09"}}) {
        m_menu->addAction(
            text, this, [this, system] { Q_EMIT copyRequested(QString::fromLatin1(system)); });
    }
    m_plane = m_menu->addAction(
        QString(), this, [this] { Q_EMIT copyRequested(m_plane->data().toString()); });
    m_plane->setVisible(false); // until there is a place
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        m_menu->popup(m_copy->mapToGlobal(QPoint(0, -m_menu->sizeHint().height())));
    });
    connect(m_narrow, &QAbstractButton::clicked, this, &PlaceCard::narrowRequested);
    connect(m_close, &QAbstractButton::clicked, this, &PlaceCard::closed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void PlaceCard::setFacts(const PlaceFacts& facts)
{
    m_facts = facts;
    nameZone();
    makeRows();
    m_current = std::min(m_current, static_cast<int>(m_rows.size()) - 1);
    setAccessibleName(text());
    layOut();
}

/// Three degrees wide: another city may have another zone, and a wide one two.
void PlaceCard::nameZone()
{
    const auto zone = m_facts.place.point ? geo::zoneOf(m_facts.place.point->lon) : std::nullopt;
    m_plane->setVisible(zone.has_value());
    if (zone) {
        m_plane->setText(tr("&CGCS2000 Gauss-Krüger, zone %1 (meridian %2°), metres")
                             .arg(zone->number)
                             .arg(zone->centralMeridian()));
        m_plane->setData(QStringLiteral("gk%1").arg(zone->number));
    }
}

void PlaceCard::setNarrowed(bool isNarrowed)
{
    m_narrow->setLabel(isNarrowed ? tr("board: all") : tr("board: within 500 m"));
    layOut();
}

void PlaceCard::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    makeRows();
    layOut();
}

void PlaceCard::makeRows()
{
    m_rows.clear();
    const auto head = [this](const QString& words) { m_rows.push_back({{{}, words}, true}); };
    for (const PlaceLine& line : m_facts.who) {
        m_rows.push_back({line});
    }
    if (!m_facts.near.empty()) {
        head(tr("Around here"));
        for (std::size_t i = 0; i < m_facts.near.size() && !(m_isCompact && i > 0); ++i) {
            m_rows.push_back({m_facts.near[i]});
        }
    }
    QString open = tr("%n open within 500 m", nullptr, m_facts.openNear);
    if (m_facts.openWithoutPoint > 0) {
        open += QStringLiteral(" · ")
                + tr("%n in this area without a point", nullptr, m_facts.openWithoutPoint);
    }
    head(open);
    for (std::size_t i = 0; i < m_facts.incidents.size() && !(m_isCompact && i > 1); ++i) {
        m_rows.push_back({m_facts.incidents[i]});
    }
}

QString PlaceCard::text() const
{
    QStringList words{m_facts.title, m_facts.where};
    for (const Row& row : m_rows) {
        words << QStringList{row.line.label, row.line.text, row.line.phone}.join(u' ').simplified();
    }
    return words.join(QStringLiteral("; "));
}

QSize PlaceCard::sizeHint() const
{
    return {kWidth, kHead + static_cast<int>(m_rows.size()) * kRow + kFoot};
}

void PlaceCard::layOut()
{
    setFixedHeight(sizeHint().height());
    const int y = height() - kFoot + 5;
    int x = kPad - 4;
    for (KeycapButton* button : {m_copy, m_narrow, m_close}) {
        button->setGeometry(x, y, button->sizeHint().width(), 28);
        x += button->width() + 8;
    }
    updateGeometry();
    update();
}

void PlaceCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layOut();
}

QRect PlaceCard::boxOf(int row) const
{
    return {0, kHead + row * kRow, width(), kRow};
}

bool PlaceCard::isUsable(int row) const
{
    const PlaceLine& line = m_rows.at(static_cast<std::size_t>(row)).line;
    return !line.incident.empty() || !line.phone.isEmpty();
}

void PlaceCard::use(const PlaceLine& line)
{
    if (!line.incident.empty()) {
        Q_EMIT incidentRequested(line.incident);
    } else if (!line.phone.isEmpty()) {
        Q_EMIT dialRequested(line.phone);
    }
}

void PlaceCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    const QRectF head(kPad, 0, width() - 2 * kPad, kHead);
    paintText(
        painter, head.adjusted(0, 7, 0, 0), m_facts.title, uiFont(16, true),
        m_theme.color(Token::Tx1), Qt::AlignLeft | Qt::AlignTop);
    paintText(
        painter, head.adjusted(0, 0, 0, -6), m_facts.where, uiFont(12), m_theme.color(Token::Tx3),
        Qt::AlignLeft | Qt::AlignBottom);
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        const QRectF box(boxOf(i));
        if (hasFocus() && i == m_current) {
            painter.fillRect(box, m_theme.color(Token::Sel));
        }
        painter.fillRect(QRectF(1, box.y(), width() - 2, 1), m_theme.color(Token::Line1));
        paintRow(painter, box.adjusted(kPad, 0, -kPad, 0), m_rows[static_cast<std::size_t>(i)]);
    }
    painter.fillRect(QRectF(1, height() - kFoot, width() - 2, 1), m_theme.color(Token::Line1));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

void PlaceCard::paintRow(QPainter& painter, const QRectF& box, const Row& row) const
{
    if (row.isHead) {
        paintText(painter, box, row.line.text, uiFont(12, true), m_theme.color(Token::Tx2));
        return;
    }
    paintText(painter, box, row.line.label, uiFont(12), m_theme.color(Token::Tx3));
    const bool hasPhone = !row.line.phone.isEmpty();
    const Token tone = !row.line.isAbnormal        ? Token::Tx1
                       : row.line.incident.empty() ? Token::YelTx
                                                   : Token::RedTx;
    paintText(
        painter, box.adjusted(kLabel, 0, hasPhone ? -kPhone : 0, 0), visibleLine(row.line.text),
        uiFont(13), m_theme.color(tone));
    if (hasPhone) {
        paintText(
            painter, box.adjusted(0, 0, -20, 0), visibleLine(row.line.phone), uiFont(13),
            m_theme.color(Token::Tx2), Qt::AlignRight | Qt::AlignVCenter);
        tintedIcon(QStringLiteral("phone"), m_theme.theme())
            .paint(&painter, QRectF(box.right() - 14, box.y() + 5, 14, 14).toRect());
    }
}

void PlaceCard::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const auto count = static_cast<int>(m_rows.size());
    if (key == Qt::Key_Escape) {
        Q_EMIT closed();
    } else if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int by = key == Qt::Key_Down ? 1 : -1;
        int next = m_current + by;
        while (next >= 0 && next < count && !isUsable(next)) {
            next += by;
        }
        m_current = next >= 0 && next < count ? next : m_current;
        update();
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0) {
        use(PlaceLine(m_rows.at(static_cast<std::size_t>(m_current)).line));
    } else {
        QFrame::keyPressEvent(event);
    }
}

void PlaceCard::mouseReleaseEvent(QMouseEvent* event)
{
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        if (boxOf(i).contains(event->position().toPoint()) && isUsable(i)) {
            use(PlaceLine(m_rows[static_cast<std::size_t>(i)].line)); // a copy: it may be renewed
            return;
        }
    }
    QFrame::mouseReleaseEvent(event);
}

} // namespace sz::widgets
