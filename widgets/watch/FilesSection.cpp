// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/FilesSection.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 26;
constexpr int kMostRows = 3;
constexpr int kPad = 12;
constexpr int kGap = 8;

class FilesDelegate final : public QStyledItemDelegate
{
public:
    FilesDelegate(const FilesModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Sel : Token::Bg1));
        const bool isLast = index.column() == kFileColumns - 1;
        const QRectF box =
            QRectF(option.rect)
                .adjusted(index.column() == 0 ? kPad : 0, 0, isLast ? -kPad : -kGap, 0);
        paintWords(*painter, box, index);
        const auto* table = qobject_cast<const QTableView*>(option.widget);
        if (table != nullptr && table->hasFocus()
            && table->currentIndex().row() == index.row()) { // focus is the row's
            painter->fillRect(
                QRect(option.rect.x(), option.rect.bottom() - 1, option.rect.width(), 2),
                m_theme.color(Token::Inv));
        }
        painter->restore();
    }

private:
    void paintWords(QPainter& painter, const QRectF& box, const QModelIndex& index) const
    {
        const QString text = index.data(Qt::DisplayRole).toString();
        const auto column = static_cast<FileColumn>(index.column());
        const auto stage = m_model.statusAt(index.row()).stage;
        const bool isOnlyHere = stage == desk::FileStatus::Stage::Waiting;
        if (column == FileColumn::State && isOnlyHere) {
            const double width = badgeWidth(text);
            paintBadge(
                painter, QRectF(box.right() - width, box.y(), width, box.height()), text,
                m_theme.theme(), BadgeTone::Behind);
            return;
        }
        const bool isRight = column == FileColumn::State || column == FileColumn::Size;
        paintText(
            painter, box, text, uiFont(13),
            m_theme.color(column == FileColumn::Name ? Token::Tx1 : Token::Tx3),
            Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft));
    }

    const FilesModel& m_model;
    const ThemeSource& m_theme;
};

} // namespace

FilesTable::FilesTable(FilesModel& model, const ThemeSource& theme, QWidget* parent)
    : QuietTable(kRow, parent), m_model(model)
{
    setObjectName(QStringLiteral("filesTable"));
    setAccessibleName(tr("Files"));
    setModel(&model);
    setItemDelegate(new FilesDelegate(model, theme, this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QuietTable::resized, this, &FilesTable::fitColumns);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT openWanted(index.row());
    });
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    const auto fit = [this] { setFixedHeight(sizeHint().height()); };
    connect(&model, &QAbstractItemModel::rowsInserted, this, fit);
    connect(&model, &QAbstractItemModel::modelReset, this, fit);
}

QSize FilesTable::sizeHint() const
{
    return {240, std::clamp(m_model.rowCount(), 1, kMostRows) * kRow};
}

void FilesTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        Q_EMIT openWanted(currentIndex().row());
        return;
    }
    QuietTable::keyPressEvent(event);
}

void FilesTable::fitColumns()
{
    constexpr int kSize = 62;
    constexpr int kWho = 72;
    constexpr int kWhen = 48;
    constexpr int kState = 112;
    const int name = std::max(60, viewport()->width() - kSize - kWho - kWhen - kState);
    const std::array widths{name, kSize, kWho, kWhen, kState};
    for (int column = 0; column < kFileColumns; ++column) {
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
}

FilesSection::FilesSection(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_model(std::make_unique<FilesModel>(m_plan)),
      m_header(new SectionHeader(theme, tr("Files"), this)),
      m_table(new FilesTable(*m_model, theme, this)), m_bar(new QWidget(this)),
      m_words(new PlainLabel(m_bar)),
      m_open(new KeycapButton(theme, {}, tr("Open"), m_bar, ButtonLook::Primary)),
      m_leave(new KeycapButton(theme, {}, tr("Leave it"), m_bar, ButtonLook::Framed))
{
    setObjectName(QStringLiteral("filesSection"));
    m_open->setObjectName(QStringLiteral("openFileButton"));
    m_leave->setObjectName(QStringLiteral("leaveFileButton"));
    m_words->setObjectName(QStringLiteral("openFileQuestion"));
    m_words->setWordWrap(true);
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_leave->setFocusPolicy(Qt::StrongFocus);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(kPad, 6, kPad, 6);
    bar->setSpacing(kGap);
    bar->addWidget(m_words, 1);
    bar->addWidget(m_open);
    bar->addWidget(m_leave);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addWidget(m_table);
    rows->addWidget(m_bar);
    m_bar->hide();
    connect(m_table, &FilesTable::openWanted, this, &FilesSection::ask);
    connect(m_open, &QAbstractButton::clicked, this, [this] { answer(true); });
    connect(m_leave, &QAbstractButton::clicked, this, [this] { answer(false); });
}

FilesSection::~FilesSection()
{
    m_table->setModel(nullptr); // the model goes before the view that QWidget's destructor deletes
}

void FilesSection::setIncident(const model::IncidentPtr& incident)
{
    const IncidentId id = incident == nullptr ? IncidentId() : incident->id;
    if (id != m_incident) {
        m_asked.reset();
        m_bar->hide();
    }
    m_incident = id;
    m_model->setIncident(incident);
    m_header->setCount(QString::number(m_model->rowCount()));
}

QString FilesSection::question() const
{
    return m_asked ? m_words->text() : QString();
}

// Its name says nothing about what it is; who sent it says more.
void FilesSection::ask(int row)
{
    const model::Attachment& file = m_model->fileAt(row);
    if (m_allowed.contains(file.hash)) {
        Q_EMIT openRequested(m_incident, file.hash);
        return;
    }
    m_asked = file.hash;
    m_words->setText(tr("Open “%1” (%2, attached by %3) with a program of this computer? A file "
                        "from outside may "
                        "be harmful.")
                         .arg(
                             m_model->index(row, static_cast<int>(FileColumn::Name))
                                 .data(Qt::DisplayRole)
                                 .toString(),
                             sizeText(file.size), whoText(*m_plan, file.unit, file.post)));
    m_bar->show();
    m_leave->setFocus(); // a second Enter must not be a yes
}

void FilesSection::answer(bool isYes)
{
    const auto asked = std::exchange(m_asked, std::nullopt);
    m_bar->hide();
    m_table->setFocus();
    if (isYes && asked) {
        m_allowed.insert(*asked);
        Q_EMIT openRequested(m_incident, *asked);
    }
}

} // namespace sz::widgets
