// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MapTools.h"

#include "maps/view/MapPanel.h"
#include "widgets/common/Icons.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kButton = 34;
constexpr const char* kIconProperty = "iconName";

} // namespace

MapTools::MapTools(maps::MapPanel& panel, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_panel(panel), m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    connect(add("plus", "zoomInButton", tr("Nearer (+)")), &QToolButton::clicked, this, [this] {
        m_panel.zoomBy(0.5);
    });
    connect(add("minus", "zoomOutButton", tr("Farther (-)")), &QToolButton::clicked, this, [this] {
        m_panel.zoomBy(-0.5);
    });
    connect(add("fit", "wholeCityButton", tr("Whole city")), &QToolButton::clicked, this, [this] {
        m_panel.fitCity();
    });
    connect(
        add("locate", "homeButton", tr("Usual view (Home)")), &QToolButton::clicked, this,
        [this] { m_panel.home(); });
    m_pin = add("pin", "pinButton", tr("Hold this view: nothing moves it"));
    m_pin->setCheckable(true);
    connect(m_pin, &QToolButton::toggled, this, [this](bool on) { m_panel.setPinned(on); });
    connect(&theme, &ThemeSource::changed, this, &MapTools::renewIcons);
    renewIcons();
    adjustSize();
}

void MapTools::addTool(QToolButton* button)
{
    button->setFixedSize(kButton, kButton);
    layout()->addWidget(button);
    adjustSize();
}

QToolButton* MapTools::add(const char* icon, const char* name, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setProperty(kIconProperty, QString::fromLatin1(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFixedSize(kButton, kButton);
    layout()->addWidget(button);
    return button;
}

void MapTools::paintEvent(QPaintEvent* /*event*/)
{
    QPainter p(this);
    p.setPen(m_theme.color(Token::Line2));
    p.setBrush(m_theme.color(Token::Bg2));
    p.drawRect(rect().adjusted(0, 0, -1, -1));
    p.setPen(m_theme.color(Token::Line1));
    for (int y = kButton; y < height() - 1; y += kButton) {
        p.drawLine(1, y, width() - 2, y);
    }
}

void MapTools::renewIcons()
{
    for (QToolButton* button : findChildren<QToolButton*>()) {
        if (!button->property(kIconProperty).isValid()) {
            continue; // its owner's matter
        }
        button->setIcon(
            tintedIcon(button->property(kIconProperty).toString(), m_theme.theme(), Token::Tx1));
    }
}

} // namespace sz::widgets
