// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/late/LatePanel.h"

#include "widgets/common/SectionHeader.h"
#include "widgets/late/LateView.h"
#include "widgets/watch/HintButton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace sz::widgets {

LatePanel::LatePanel(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QFrame(parent), m_theme(theme), m_model(std::make_unique<LateModel>(std::move(plan))),
      m_head(new SectionHeader(theme, tr("Late, by harm"), this)),
      m_view(new LateView(*m_model, theme, this))
{
    setObjectName(QStringLiteral("latePanel"));
    m_news = new HintButton(theme, Qt::Key_F9, QString(), this);
    m_news->setObjectName(QStringLiteral("lateNewsButton"));
    connect(m_news, &QAbstractButton::clicked, this, &LatePanel::refreshRequested);
    auto* foot = new QWidget(this);
    buildFoot(foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_news);
    column->addWidget(m_view, 1);
    column->addWidget(foot);
    tell();
    hide();
}

LatePanel::~LatePanel()
{
    m_view->setModel(nullptr); // the model goes before the view that QWidget's destructor deletes
}

void LatePanel::buildFoot(QWidget* foot)
{
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(2);
    const auto add = [&](const QKeySequence& keys, const QString& label, const char* name) {
        auto* button = new HintButton(m_theme, keys, label, foot);
        button->setObjectName(QLatin1StringView(name));
        row->addWidget(button);
        return button;
    };
    connect(
        add(Qt::Key_Space, tr("confirm"), "lateConfirmButton"), &QAbstractButton::clicked, m_view,
        &LateView::confirm);
    connect(
        add(Qt::Key_H, tr("put aside"), "lateShelveButton"), &QAbstractButton::clicked, m_view,
        &LateView::putAside);
    connect(
        add(Qt::Key_Right, tr("unfold"), "lateUnfoldButton"), &QAbstractButton::clicked, m_view,
        [this] { m_view->toggle(true); });
    row->addStretch(1);
    connect(
        add(Qt::Key_Escape, tr("close the list"), "lateCloseButton"), &QAbstractButton::clicked,
        m_view, &LateView::closeRequested);
}

void LatePanel::open(
    const std::vector<LateItem>& items,
    bool isFlood,
    const std::set<StepKey>& unsteady,
    Instant now)
{
    m_model->setNow(now);
    m_model->take(items, isFlood, unsteady);
    tell();
    show();
    QWidget::raise();
    takeFocus();
    m_view->setCurrentIndex(m_model->index(0));
}

void LatePanel::update(const std::vector<LateItem>& items, Instant now)
{
    m_model->setNow(now);
    m_model->update(items);
    tell();
}

void LatePanel::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void LatePanel::tell()
{
    m_head->setCount(QString::number(m_model->itemCount()));
    m_head->setNote(
        m_model->waiting() == 0 ? tr("all confirmed")
                                : tr("%n to confirm", nullptr, m_model->waiting()));
    m_news->setLabel(tr("%n new: take them in", nullptr, m_model->newCount()));
    m_news->setVisible(m_model->newCount() > 0);
}

void LatePanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace sz::widgets
