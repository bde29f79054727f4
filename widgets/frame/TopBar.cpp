// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/TopBar.h"

#include "widgets/frame/AlarmMeter.h"
#include "widgets/frame/LinkBlock.h"
#include "widgets/frame/PageTabs.h"
#include "widgets/frame/TimeParts.h"
#include "widgets/frame/TopBarParts.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QPainter>

namespace sz::widgets {

namespace {

constexpr int kHeight = 48;
constexpr int kEdge = 12;
constexpr int kTabs = 1700; ///< from here on every page has its tab

/// A hairline between two blocks.
class Divider final : public TopBarPart
{
public:
    using TopBarPart::TopBarPart;
    [[nodiscard]] QSize sizeHint() const override { return {1, 24}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter(this).fillRect(rect(), theme().color(Token::Line1));
    }
};

} // namespace

TopBar::TopBar(const ThemeSource& theme, std::shared_ptr<const plan::Plan> plan, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plan(std::move(plan))
{
    setObjectName(QStringLiteral("topBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kEdge, 0, kEdge, 0);
    row->setSpacing(0);
    addStart(row);
    row->addStretch(1);
    addLamps(row);
    addBlocks(row);
    showTallies();
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void TopBar::addStart(QHBoxLayout* row)
{
    m_brand = new BrandLabel(m_theme, this);
    m_mode = new BadgeLabel(m_theme, true, this);
    m_mode->setObjectName(QStringLiteral("modeBadge"));
    connect(m_mode, &BadgeLabel::clicked, this, &TopBar::modeActivated);
    auto* sample = new BadgeLabel(m_theme, false, this);
    sample->setObjectName(QStringLiteral("sampleBadge"));
    row->addWidget(m_brand);
    row->addSpacing(14);
    row->addWidget(m_mode);
    row->addSpacing(6);
    row->addWidget(sample);
    row->addSpacing(18);
    m_tabs = new PageTabs(m_theme, this);
    row->addWidget(m_tabs);
    row->addSpacing(18);
    if (m_plan->isSample) {
        sample->setText(tr("Sample plan"));
    }
}

void TopBar::addLamps(QHBoxLayout* row)
{
    const auto add = [this, row](model::Lamp lamp, const QString& name) {
        auto* tally = new LampTally(m_theme, lamp, this);
        tally->setObjectName(name);
        row->addWidget(tally);
        row->addSpacing(12);
        return tally;
    };
    m_near = add(model::Lamp::Near, QStringLiteral("nearTally"));
    m_behind = add(model::Lamp::Behind, QStringLiteral("behindTally"));
    m_late = add(model::Lamp::Late, QStringLiteral("lateTally"));
}

void TopBar::addBlocks(QHBoxLayout* row)
{
    const int offset = m_plan->utcOffsetMinutes;
    m_clock = new ClockFace(m_theme, offset, this);
    m_date = new DateLabel(m_theme, offset, this);
    m_link = new LinkBlock(m_theme, offset, this);
    m_meter = new AlarmMeter(m_theme, this);
    m_seat = new SeatLabel(m_theme, offset, this);
    row->addSpacing(10);
    row->addWidget(m_clock);
    row->addSpacing(12);
    row->addWidget(m_date);
    row->addSpacing(10);
    row->addWidget(new Divider(m_theme, this));
    row->addSpacing(8);
    row->addWidget(m_link);
    row->addSpacing(8);
    row->addWidget(new Divider(m_theme, this));
    row->addSpacing(12);
    row->addWidget(m_meter);
    row->addSpacing(8);
    m_parts = new QHBoxLayout;
    m_parts->setSpacing(0);
    row->addLayout(m_parts);
    row->addSpacing(4);
    row->addWidget(new Divider(m_theme, this));
    row->addSpacing(12);
    row->addWidget(m_seat);
    connect(m_link, &QAbstractButton::clicked, this, &TopBar::linkActivated);
}

void TopBar::setNow(Instant now)
{
    m_clock->setNow(now);
    m_date->setNow(now);
    m_link->setNow(now);
    m_seat->setNow(now);
}

void TopBar::setLink(const desk::LinkStatus& link)
{
    const bool isHeard = link.asOf || link.state == desk::LinkState::CatchingUp
                         || link.state == desk::LinkState::Live;
    m_link->setLink(link);
    m_date->setClockOffset(isHeard ? std::optional(link.clockOffset) : std::nullopt);
    m_isEverLive = m_isEverLive || link.asOf.has_value();
    showTallies();
}

void TopBar::setLampCounts(const LampCounts& counts)
{
    m_counts = counts;
    showTallies();
}

// Before headquarters' first word a 0 would say that all is well; what the desk's own files hold is shown.
void TopBar::showTallies()
{
    const auto known = [this](int count) {
        return count > 0 || m_isEverLive ? std::optional(count) : std::nullopt;
    };
    m_near->setCount(known(m_counts.near));
    m_behind->setCount(known(m_counts.behind));
    m_late->setCount(known(m_counts.late));
}

void TopBar::setAlarmLoad(const AlarmLoad& load, const QStringList& shelved)
{
    m_meter->setLoad(load);
    m_meter->setShelved(shelved);
}

void TopBar::setSeat(const plan::Duty& duty, const QString& postName, const QString& seat)
{
    m_seat->setSeat(duty, postName, seat);
}

void TopBar::setPerson(const std::optional<SeatPerson>& person)
{
    m_seat->setPerson(person);
}

void TopBar::setMode(const QString& mode, const QString& tip)
{
    m_mode->setText(mode);
    m_mode->setToolTip(tipText(tip));
    m_mode->setAccessibleDescription(tip);
}

QString TopBar::mode() const
{
    return m_mode->text();
}

void TopBar::addPart(QWidget* part)
{
    part->setParent(this);
    m_parts->addWidget(part);
    part->show();
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    m_tabs->setCompact(width() < kTabs);
    if (layout()->totalMinimumSize().width() > width()) { // long words: one tab and its menu
        m_tabs->setCompact(true);
    }
    QWidget::resizeEvent(event);
}

void TopBar::setCompact(bool isCompact)
{
    m_brand->setCompact(isCompact);
    m_meter->setCompact(isCompact);
    for (LampTally* tally : {m_near, m_behind, m_late}) {
        tally->setCompact(isCompact);
    }
}

QSize TopBar::sizeHint() const
{
    return {QWidget::sizeHint().width(), kHeight};
}

void TopBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line1));
}

} // namespace sz::widgets
