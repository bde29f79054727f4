// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/CampaignList.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/common/ShareText.h"
#include "widgets/supervision/SupervisionWords.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kTile = 82;
constexpr int kGap = 4;
constexpr int kPad = 12;

class TileDelegate final : public QStyledItemDelegate
{
public:
    TileDelegate(const CampaignListModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {option.rect.width(), kTile + kGap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        const CampaignTile& tile = m_model.tileAt(index.row());
        const QRectF box = QRectF(option.rect).adjusted(8, 0, -8, -kGap);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(box, m_theme.color(isSelected ? Token::Sel : Token::Bg2));
        painter->fillRect(
            QRectF(box.x(), box.y(), 4, box.height()),
            m_theme.color(tile.late > 0 ? Token::Red : Token::Line2));
        const QRectF inner = box.adjusted(kPad + 4, 6, -kPad, -6);
        const double row = inner.height() / 3;
        const auto line = [&](int n) {
            return QRectF(inner.x(), inner.y() + row * n, inner.width(), row);
        };
        paintText(*painter, line(0), tile.title, uiFont(14, true), m_theme.color(Token::Tx1));
        paintText(
            *painter, line(1),
            tile.isClosed ? QCoreApplication::translate("Supervision", "closed", "a campaign")
                          : tile.days,
            uiFont(12), m_theme.color(Token::Tx2));
        paintText(
            *painter, line(1), tile.number, uiFont(12), m_theme.color(Token::Tx3),
            Qt::AlignRight | Qt::AlignVCenter);
        paintText(
            *painter, line(2),
            QStringLiteral("%1 / %2").arg(numberText(tile.done), numberText(tile.items)),
            uiFont(13), m_theme.color(Token::Tx2));
        paintLate(*painter, line(2), tile);
        if (isSelected && option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocusRing(*painter, box, m_theme.color(Token::Inv));
        }
        painter->restore();
    }

private:
    void paintLate(QPainter& painter, const QRectF& line, const CampaignTile& tile) const
    {
        if (tile.late == 0) {
            paintText(
                painter, line, shareText(tile.done, tile.items), uiFont(13),
                m_theme.color(Token::Tx2), Qt::AlignRight | Qt::AlignVCenter);
            return;
        }
        const QString words = QCoreApplication::translate("Supervision", "late %1", "items")
                                  .arg(numberText(tile.late));
        const double width = textWidth(words, uiFont(13, true)) + 12;
        const QRectF badge(line.right() - width, line.center().y() - 10, width, 20);
        painter.fillRect(badge, m_theme.color(Token::Red));
        paintText(
            painter, badge, words, uiFont(13, true), m_theme.color(Token::OnFill), Qt::AlignCenter);
    }

    const CampaignListModel& m_model;
    const ThemeSource& m_theme;
};

} // namespace

void CampaignListModel::setTiles(std::vector<CampaignTile> tiles)
{
    const bool isSameList =
        std::ranges::equal(tiles, m_tiles, {}, &CampaignTile::id, &CampaignTile::id);
    if (!isSameList) {
        beginResetModel();
        m_tiles = std::move(tiles);
        endResetModel();
        return;
    }
    m_tiles = std::move(tiles);
    if (!m_tiles.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int CampaignListModel::rowOf(const IncidentId& id) const
{
    const auto it = std::ranges::find(m_tiles, id, &CampaignTile::id);
    return it == m_tiles.end() ? -1 : static_cast<int>(it - m_tiles.begin());
}

int CampaignListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tiles.size());
}

QVariant CampaignListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    const CampaignTile& tile = tileAt(index.row());
    return tr("%1, %2, %3 of %4 done, %5 late")
        .arg(
            tile.title, tile.days, numberText(tile.done), numberText(tile.items),
            numberText(tile.late));
}

CampaignList::CampaignList(const ThemeSource& theme, QWidget* parent)
    : QListView(parent), m_model(new CampaignListModel(this))
{
    setObjectName(QStringLiteral("campaignList"));
    setAccessibleName(tr("Campaigns"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new TileDelegate(*m_model, theme, this));
    setModel(m_model);
    setAttribute(Qt::WA_InputMethodEnabled, false); // setModel decides it anew
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

void CampaignList::setTiles(std::vector<CampaignTile> tiles)
{
    const IncidentId before = chosen();
    m_isFilling = true;
    m_model->setTiles(std::move(tiles));
    const int row = m_model->rowOf(before);
    setCurrentIndex(m_model->index(row >= 0 ? row : 0));
    m_isFilling = false;
    if (chosen() != before) {
        Q_EMIT chosenChanged(chosen());
    }
}

IncidentId CampaignList::chosen() const
{
    return currentIndex().isValid() ? m_model->tileAt(currentIndex().row()).id : IncidentId();
}

void CampaignList::choose(const IncidentId& id)
{
    if (const int row = m_model->rowOf(id); row >= 0) {
        setCurrentIndex(m_model->index(row));
    }
}

void CampaignList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isFilling) {
        Q_EMIT chosenChanged(chosen());
    }
}

} // namespace sz::widgets
