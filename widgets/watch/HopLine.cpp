// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/HopLine.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/models/OrderCare.h"
#include "widgets/models/Wording.h"

#include <QPainter>

#include <utility>

namespace sz::widgets {

namespace {

constexpr int kHeight = 26;
constexpr int kPad = 12;
constexpr int kGap = 8;
constexpr int kPx = 12;

} // namespace

HopLine::HopLine(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme)
{
    setObjectName(QStringLiteral("hopLine"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void HopLine::setIncident(const model::IncidentPtr& incident, Instant now)
{
    m_isAllOnScene = incident != nullptr && incident->allOnScene();
    m_text = incident == nullptr || incident->hops.size() < 2 ? QString()
                                                              : hopsText(*incident, *m_plan, now);
    setToolTip(m_text.isEmpty() ? QString() : tipText(hopsDetail(*incident, *m_plan, now)));
    const QString scene = m_isAllOnScene ? tr("all on scene") : QString();
    setAccessibleName(
        QStringList{scene, m_text.isEmpty() ? QString() : tr("Owner of the matter: %1").arg(m_text)}
            .join(QLatin1Char(' '))
            .trimmed());
    setVisible(m_isAllOnScene || !m_text.isEmpty());
    update();
}

QSize HopLine::sizeHint() const
{
    return {240, kHeight};
}

QSize HopLine::minimumSizeHint() const
{
    return {60, kHeight};
}

void HopLine::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
    if (m_isAllOnScene) {
        const QString words = tr("all on scene");
        box.setLeft(box.left() + paintBadge(painter, box, words, m_theme.theme()) + kGap);
    }
    if (m_text.isEmpty()) {
        return;
    }
    const QFont font = symbols::uiFont(kPx);
    const QString label = tr("owner", "of the matter, before the units that had it");
    paintText(painter, box, label, font, m_theme.color(Token::Tx3));
    box.setLeft(box.left() + textWidth(label, font) + kGap);
    const QString fitting =
        QFontMetricsF(font).elidedText(m_text, Qt::ElideLeft, std::max(0.0, box.width()));
    paintText(painter, box, fitting, font, m_theme.color(Token::Tx2));
}

} // namespace sz::widgets
