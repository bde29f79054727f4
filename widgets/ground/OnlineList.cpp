// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/OnlineList.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Icons.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/VisibleText.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPalette>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kLeft = 42; ///< where the names of layers begin, too
constexpr int kButton = 22;

} // namespace

OnlineList::OnlineList(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this)),
      m_add(new KeycapButton(
          theme,
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_G),
          tr("Name an online map"),
          this,
          ButtonLook::Framed))
{
    setObjectName(QStringLiteral("onlineList"));
    auto* title = new PlainLabel(tr("Online maps"), this);
    title->setFont(symbols::uiFont(13, true));
    title->setContentsMargins(12, 8, 12, 2);
    auto* about = new PlainLabel(
        tr("Off until switched on here; then this seat asks that server for the ground in view"),
        this);
    about->setFont(symbols::uiFont(12));
    about->setWordWrap(true);
    about->setContentsMargins(12, 0, 12, 2);
    m_add->setObjectName(QStringLiteral("addOnlineButton"));
    m_add->findChild<QShortcut*>()->setEnabled(false); // printed here, bound by the page
    m_column->setContentsMargins(0, 0, 0, 4);
    m_column->setSpacing(0);
    m_column->addWidget(title);
    m_column->addWidget(about);
    connect(m_add, &KeycapButton::clicked, this, &OnlineList::addRequested);
    connect(&theme, &ThemeSource::changed, this, &OnlineList::renew);
}

OnlineList::Row OnlineList::makeRow(const QString& id)
{
    Row row;
    row.widget = new QWidget(this);
    row.box = new QCheckBox(row.widget);
    row.edit = new QToolButton(row.widget);
    row.remove = new QToolButton(row.widget);
    row.note = new PlainLabel(row.widget);
    row.box->setObjectName(id + QStringLiteral("Box"));
    row.edit->setObjectName(id + QStringLiteral("EditButton"));
    row.remove->setObjectName(id + QStringLiteral("RemoveButton"));
    row.note->setObjectName(id + QStringLiteral("Note"));
    row.note->setFont(symbols::uiFont(12));
    row.note->setWordWrap(true);
    row.edit->setText(tr("Change"));
    row.remove->setFixedSize(kButton, kButton);
    row.remove->setIcon(tintedIcon(QStringLiteral("close"), m_theme.theme()));
    auto* grid = new QGridLayout(row.widget);
    grid->setContentsMargins(kLeft, 3, 8, 4);
    grid->setVerticalSpacing(0);
    grid->addWidget(row.box, 0, 0);
    grid->addWidget(row.edit, 0, 1);
    grid->addWidget(row.remove, 0, 2);
    grid->addWidget(row.note, 1, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(
        row.box, &QCheckBox::toggled, this, [this, id](bool isOn) { Q_EMIT switched(id, isOn); });
    connect(row.edit, &QToolButton::clicked, this, [this, id] { Q_EMIT editRequested(id); });
    connect(row.remove, &QToolButton::clicked, this, [this, id] { Q_EMIT removeRequested(id); });
    m_column->addWidget(row.widget);
    return row;
}

void OnlineList::setEntries(const OnlineBook& book)
{
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (book.entry(it->first) != nullptr) {
            ++it;
            continue;
        }
        it->second.widget->hide();
        it->second.widget->deleteLater();
        it = m_rows.erase(it);
    }
    for (const OnlineEntry& entry : book.entries()) {
        const QString id = QString::fromStdString(entry.source.id);
        if (!m_rows.contains(id)) {
            m_rows[id] = makeRow(id);
        }
        const Row& row = m_rows.at(id);
        const QString name = visibleLine(QString::fromStdString(entry.source.name));
        row.box->setText(QString(name).replace(u'&', QStringLiteral("&&")));
        row.box->setAccessibleName(name);
        row.edit->setAccessibleName(tr("Change %1").arg(name));
        row.remove->setAccessibleName(tr("Take %1 away").arg(name));
        row.remove->setToolTip(tr("Take this online map away, with what is kept of it"));
        const QSignalBlocker quiet(row.box);
        row.box->setChecked(entry.isOn);
    }
    updateGeometry();
}

void OnlineList::setNote(const QString& id, const QString& note, bool isBad)
{
    const auto it = m_rows.find(id);
    if (it == m_rows.end()) {
        return;
    }
    it->second.note->setText(note);
    m_bad[id] = isBad;
    paintNote(*it->second.note, isBad);
}

QCheckBox* OnlineList::box(const QString& id) const
{
    const auto it = m_rows.find(id);
    return it == m_rows.end() ? nullptr : it->second.box;
}

QString OnlineList::note(const QString& id) const
{
    const auto it = m_rows.find(id);
    return it == m_rows.end() ? QString() : it->second.note->text();
}

void OnlineList::paintNote(PlainLabel& note, bool isBad) const
{
    QPalette palette = note.palette();
    palette.setColor(QPalette::WindowText, m_theme.color(isBad ? Token::YelTx : Token::Tx3));
    note.setPalette(palette);
}

void OnlineList::renew()
{
    for (const auto& [id, row] : m_rows) {
        row.remove->setIcon(tintedIcon(QStringLiteral("close"), m_theme.theme()));
        paintNote(*row.note, m_bad[id]);
    }
}

} // namespace sz::widgets
