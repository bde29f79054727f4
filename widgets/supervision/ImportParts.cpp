// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/ImportParts.h"

#include "maps/symbols/Symbols.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"
#include "widgets/supervision/PlainTable.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using exchange::SheetField;
using symbols::uiFont;

namespace {

constexpr int kMostSample = 5;
constexpr std::array kShown{
    SheetField::Key, SheetField::Label, SheetField::Unit, SheetField::Support, SheetField::Due};

constexpr std::array<const char*, exchange::kSheetFields> kFieldNames{
    "key", "label", "unit", "support", "due", "place", "kind"};

bool isEmpty(const std::vector<exchange::RefusedRow>* rows)
{
    return rows == nullptr || rows->empty();
}

} // namespace

QString fieldText(SheetField field)
{
    return QString::fromUtf8(
        uiLanguage() == Language::Chinese ? exchange::fieldZh(field) : exchange::fieldEn(field));
}

MappingFields::MappingFields(const ThemeSource& theme, QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const auto field = static_cast<SheetField>(i);
        auto* box = new QComboBox(this);
        box->setObjectName(QStringLiteral("map_%1").arg(QLatin1StringView(kFieldNames[i])));
        box->setAccessibleName(tr("Column for %1").arg(fieldText(field)));
        box->view()->setObjectName(box->objectName() + QStringLiteral("_list"));
        box->view()->setAccessibleName(box->accessibleName());
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        auto* label = new ToneLabel(theme, Token::Tx3, this, 12);
        label->setText(fieldText(field));
        label->setWordWrap(false);
        label->setBuddy(box);
        const int row = static_cast<int>(i) / 2;
        const int column = static_cast<int>(i) % 2 * 2;
        grid->addWidget(label, row, column);
        grid->addWidget(box, row, column + 1);
        connect(box, &QComboBox::activated, this, &MappingFields::changed);
        m_boxes[i] = box;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    setFocusProxy(m_boxes.front());
}

void MappingFields::setSheet(
    const std::vector<std::string>& head,
    const exchange::SheetMapping& mapping)
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_boxes[i]->clear();
        m_boxes[i]->addItem(QStringLiteral("—"));
        for (std::size_t column = 0; column < head.size(); ++column) {
            const QString name = visibleLine(QString::fromStdString(head[column]));
            m_boxes[i]->addItem(name.isEmpty() ? tr("column %1").arg(column + 1) : name);
        }
        const auto column = mapping.column(static_cast<SheetField>(i));
        m_boxes[i]->setCurrentIndex(column ? static_cast<int>(*column) + 1 : 0);
    }
}

exchange::SheetMapping MappingFields::mapping() const
{
    exchange::SheetMapping mapping;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (const int at = m_boxes[i]->currentIndex(); at > 0) {
            mapping.set(static_cast<SheetField>(i), static_cast<std::size_t>(at - 1));
        }
    }
    return mapping;
}

void SampleModel::setSheet(
    std::shared_ptr<const exchange::SheetText> sheet,
    const exchange::SheetMapping& mapping)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    m_mapping = mapping;
    endResetModel();
}

int SampleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_sheet == nullptr
               ? 0
               : std::min(kMostSample, static_cast<int>(m_sheet->sample.size()));
}

int SampleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kShown.size());
}

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const auto& row = m_sheet->sample[static_cast<std::size_t>(index.row())];
    const auto column = m_mapping.column(kShown[static_cast<std::size_t>(index.column())]);
    return column && *column < row.size() ? visibleLine(QString::fromStdString(row[*column]))
                                          : QString();
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole
               ? fieldText(kShown[static_cast<std::size_t>(section)])
               : QVariant();
}

void RefusedModel::setRows(std::shared_ptr<const std::vector<exchange::RefusedRow>> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RefusedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || isEmpty(m_rows.get()) ? 0 : static_cast<int>(m_rows->size());
}

int RefusedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant RefusedModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const exchange::RefusedRow& row = (*m_rows)[static_cast<std::size_t>(index.row())];
    if (index.column() == 0) {
        return tr("line %1").arg(numberText(static_cast<qint64>(row.line)));
    }
    if (index.column() == 1) {
        return row.field ? fieldText(*row.field) : tr("the row");
    }
    const plan::Sentence why = exchange::sentenceOf(row);
    return visibleLine(QString::fromStdString(uiLanguage() == Language::Chinese ? why.zh : why.en));
}

QVariant RefusedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == 0 ? tr("Line") : section == 1 ? tr("Field") : tr("Why not");
}

ProgressLine::ProgressLine(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("progressLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ProgressLine::setProgress(double share, const QString& words)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_words = words;
    setAccessibleName(words);
    update();
}

void ProgressLine::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg3));
    QRect full = rect();
    full.setWidth(static_cast<int>(width() * m_share));
    painter.fillRect(full, m_theme.color(Token::Sel));
    painter.fillRect(QRect(0, height() - 2, full.width(), 2), m_theme.color(Token::Inv));
    paintText(
        painter, QRectF(rect()).adjusted(8, 0, -8, 0), m_words, uiFont(13),
        m_theme.color(Token::Tx1));
}

} // namespace sz::widgets
