// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/SupervisionPage.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/supervision/CampaignView.h"
#include "widgets/supervision/CaseView.h"
#include "widgets/supervision/VisitView.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 40;
constexpr int kPad = 12;

} // namespace

/// Title with its key; a line below the one that is shown.
class SupervisionPage::Tab final : public QAbstractButton
{
public:
    Tab(const ThemeSource& theme, const QString& title, const QKeySequence& key, QWidget* parent)
        : QAbstractButton(parent), m_theme(theme), m_key(key)
    {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {keycapsWidth(m_key) + 6 + textWidth(text(), uiFont(14, true)) + 2 * kPad, kHeight};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(underMouse() ? Token::Bg3 : Token::Bg1));
        QRectF box = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
        box.setLeft(
            box.left()
            + paintKeycaps(
                painter, box, m_key, m_theme.theme(),
                isChecked() ? KeycapGround::Quiet : KeycapGround::Faint)
            + 6);
        paintText(
            painter, box, text(), uiFont(14, isChecked()),
            m_theme.color(isChecked() ? Token::Tx1 : Token::Tx2));
        if (isChecked()) {
            painter.fillRect(
                QRect(kPad, height() - 3, width() - 2 * kPad, 3), m_theme.color(Token::Inv));
        }
        if (hasFocus()) {
            paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
        }
    }

private:
    const ThemeSource& m_theme;
    QKeySequence m_key;
};

SupervisionPage::SupervisionPage(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tabs(new QWidget(this)), m_views(new QStackedWidget(this)),
      m_campaigns(new CampaignView(desk, theme, ticks, this)),
      m_cases(new CaseView(desk, theme, ticks, this)),
      m_visits(new VisitView(desk, theme, ticks, this))
{
    setObjectName(QStringLiteral("supervisionPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kPad, 0, kPad, 0);
    head->setSpacing(8);
    auto* title = new ElidedLabel(theme, this);
    title->setPixelSize(20, true);
    title->setText(tr("Supervision"));
    title->setFixedWidth(title->sizeHint().width() + 8);
    head->addWidget(title);
    auto* tabs = new QHBoxLayout(m_tabs);
    tabs->setContentsMargins(0, 0, 0, 0);
    tabs->setSpacing(0);
    head->addWidget(m_tabs);
    head->addStretch(1);
    auto* back = new KeycapButton( // from anywhere in the window, while the page is shown
        theme, QKeySequence(Qt::CTRL | Qt::Key_1), tr("back to the watch"), this);
    back->setFocusPolicy(Qt::ClickFocus);
    back->findChild<QShortcut*>()->setEnabled(false); // the owner's, which works in every page
    back->setObjectName(QStringLiteral("leaveSupervisionButton"));
    connect(back, &QAbstractButton::clicked, this, &SupervisionPage::left);
    head->addWidget(back);
    column->addLayout(head);
    column->addWidget(m_views, 1);
    connect(m_campaigns, &CampaignView::said, this, &SupervisionPage::said);
    connect(m_cases, &CaseView::said, this, &SupervisionPage::said);
    connect(m_cases, &CaseView::incidentRequested, this, &SupervisionPage::incidentRequested);
    connect(m_visits, &VisitView::said, this, &SupervisionPage::said);
    connect(m_visits, &VisitView::incidentRequested, this, &SupervisionPage::incidentRequested);
    addTab(tr("Campaigns"), m_campaigns, [this] { m_campaigns->enter(); });
    addTab(tr("Led cases"), m_cases, [this] { m_cases->enter(); });
    addTab(tr("Inspection visits"), m_visits, [this] { m_visits->enter(); });
    showTab(0);
}

void SupervisionPage::addTab(const QString& title, QWidget* view, std::function<void()> enter)
{
    const int index = static_cast<int>(m_buttons.size());
    const QKeySequence key(
        QKeyCombination(Qt::AltModifier, static_cast<Qt::Key>(Qt::Key_1 + index)));
    auto* tab = new Tab(m_theme, title, key, m_tabs);
    tab->setObjectName(QStringLiteral("supervisionTab%1").arg(index + 1));
    m_tabs->layout()->addWidget(tab);
    m_views->addWidget(view);
    m_buttons.push_back(tab);
    m_enter.push_back(std::move(enter));
    auto* keys = new QShortcut(key, this);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    const auto choose = [this, index] {
        showTab(index);
        this->enter();
    };
    connect(keys, &QShortcut::activated, this, choose);
    connect(tab, &QAbstractButton::clicked, this, choose);
    light();
}

void SupervisionPage::showTab(int index)
{
    m_views->setCurrentIndex(index);
    light();
}

int SupervisionPage::currentTab() const
{
    return m_views->currentIndex();
}

void SupervisionPage::light()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(static_cast<int>(i) == m_views->currentIndex());
    }
}

void SupervisionPage::enter()
{
    const int index = m_views->currentIndex();
    if (index >= 0 && m_enter[static_cast<std::size_t>(index)]) {
        m_enter[static_cast<std::size_t>(index)]();
    }
}

void SupervisionPage::setNow(Instant now)
{
    m_campaigns->setNow(now);
    m_cases->setNow(now);
    m_visits->setNow(now);
}

void SupervisionPage::setCompact(bool isCompact)
{
    m_campaigns->setCompact(isCompact);
}

void SupervisionPage::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Bg1));
}

} // namespace sz::widgets
