// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/PageTabs.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kBarHeight = 48;
constexpr int kPadding = 10;
constexpr int kArrow = 14;

} // namespace

/// A title, underlined while it is the page that is shown.
class PageTabs::Tab final : public QAbstractButton
{
public:
    Tab(const ThemeSource& theme, bool isMenu, QWidget* parent)
        : QAbstractButton(parent), m_theme(theme), m_isMenu(isMenu)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFocusPolicy(Qt::NoFocus);
        setCheckable(!isMenu);
        connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {
            textWidth(text(), uiFont(14, true)) + (2 * kPadding) + (m_isMenu ? kArrow : 0),
            kBarHeight};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const bool isOn = m_isMenu || isChecked();
        const QColor colour =
            m_theme.color(isOn || underMouse() || isDown() ? Token::Tx1 : Token::Tx2);
        const QRect words = rect().adjusted(0, 0, m_isMenu ? -kArrow : 0, 0);
        paintText(painter, words, text(), uiFont(14, isOn), colour, Qt::AlignCenter);
        if (m_isMenu) {
            paintArrow(painter, colour);
        }
        if (isOn) {
            painter.fillRect(QRect(0, height() - 3, width(), 2), m_theme.color(Token::Inv));
        }
    }
    void enterEvent(QEnterEvent* /*event*/) override { update(); }
    void leaveEvent(QEvent* /*event*/) override { update(); }

private:
    void paintArrow(QPainter& painter, const QColor& colour) const
    {
        const QPointF tip(width() - kPadding - 2, (height() / 2.0) + 3);
        QPainterPath arrow(tip + QPointF(-4, -4));
        arrow.lineTo(tip);
        arrow.lineTo(tip + QPointF(4, -4));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, 1.5));
        painter.drawPath(arrow);
    }

    const ThemeSource& m_theme;
    bool m_isMenu;
};

PageTabs::PageTabs(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_menu(new Tab(theme, true, this))
{
    setObjectName(QStringLiteral("pageTabs"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_menu);
    m_menu->setObjectName(QStringLiteral("pageMenuButton"));
    m_menu->hide();
    connect(m_menu, &QAbstractButton::clicked, this, &PageTabs::showMenu);
}

PageTabs::~PageTabs() = default;

void PageTabs::setPages(std::vector<Page> pages)
{
    m_pages = std::move(pages);
    qDeleteAll(m_tabs);
    m_tabs.clear();
    for (int index = 0; index < static_cast<int>(m_pages.size()); ++index) {
        const Page& page = m_pages[static_cast<std::size_t>(index)];
        auto* tab = new Tab(m_theme, false, this);
        tab->setText(page.title);
        tab->setToolTip(page.keys.toString(QKeySequence::NativeText));
        tab->setObjectName(QStringLiteral("pageTab%1").arg(index + 1));
        layout()->addWidget(tab);
        m_tabs.push_back(tab);
        connect(tab, &QAbstractButton::clicked, this, [this, index] {
            light(); // the page says itself when it is shown
            Q_EMIT chosen(index);
        });
    }
    m_current = 0;
    light();
}

void PageTabs::setCurrent(int index)
{
    m_current = index;
    light();
}

void PageTabs::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    light();
}

void PageTabs::light()
{
    const bool isMenu = m_isCompact && m_tabs.size() > 1;
    for (int index = 0; index < static_cast<int>(m_tabs.size()); ++index) {
        Tab* tab = m_tabs[static_cast<std::size_t>(index)];
        tab->setChecked(index == m_current);
        tab->setVisible(!isMenu);
    }
    m_menu->setVisible(isMenu);
    if (isMenu) {
        m_menu->setText(m_pages.at(static_cast<std::size_t>(m_current)).title);
        m_menu->setAccessibleDescription(tr("Choose a page"));
        m_menu->updateGeometry();
    }
}

void PageTabs::showMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int index = 0; index < static_cast<int>(m_pages.size()); ++index) {
        const Page& page = m_pages[static_cast<std::size_t>(index)];
        const QString keys = page.keys.toString(QKeySequence::NativeText);
        QAction* action = menu->addAction(page.title + u'\t' + keys); // printed, not bound here
        action->setCheckable(true);
        action->setChecked(index == m_current);
        connect(action, &QAction::triggered, this, [this, index] { Q_EMIT chosen(index); });
    }
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

} // namespace sz::widgets
