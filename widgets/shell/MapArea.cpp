// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MapArea.h"

#include "maps/symbols/Symbols.h"
#include "maps/view/InsetMap.h"
#include "maps/view/MapPanel.h"
#include "maps/view/ScaleBar.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"
#include "widgets/shell/BaseCredit.h"
#include "widgets/shell/MapTools.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace sz::widgets {
namespace {

constexpr int kMargin = 12;
constexpr int kUnderGap = 8;
constexpr int kScaleHeight = 24;
constexpr int kBannerHeight = 32;

// None while news can come.
std::optional<Instant> staleSince(const desk::LinkStatus& link)
{
    const bool isStale =
        link.state != desk::LinkState::Live && link.state != desk::LinkState::CatchingUp;
    return isStale ? link.asOf : std::nullopt;
}

} // namespace

/// "Map data as of 14:19:55 · 3:12 ago" at the top of the map while the link is down.
class MapArea::AgeBanner final : public QWidget
{
public:
    AgeBanner(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

    void setText(const QString& text)
    {
        m_text = text;
        setAccessibleName(text);
        setVisible(!text.isEmpty());
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {static_cast<int>(textWidth(m_text, symbols::uiFont(13, true))) + 56, kBannerHeight};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(m_theme.color(Token::YelLine));
        p.setBrush(m_theme.color(Token::YelBg));
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        symbols::paintLamp(
            p, QRectF(14, (height() - 12) / 2.0, 12, 12), model::Lamp::Behind, m_theme.theme());
        p.setFont(symbols::uiFont(13, true));
        p.setPen(m_theme.color(Token::YelTx));
        p.drawText(rect().adjusted(34, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
    }

private:
    const ThemeSource& m_theme;
    QString m_text;
};

MapArea::MapArea(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme), m_marks(m_plan),
      m_panel(new maps::MapPanel(m_plan, this)), m_tools(new MapTools(*m_panel, theme, this)),
      m_inset(new maps::InsetMap(*m_panel, this)), m_scale(new maps::ScaleBar(*m_panel, this)),
      m_banner(new AgeBanner(theme, this)), m_baseCredit(new BaseCredit(theme, this))
{
    m_panel->setObjectName(QStringLiteral("mapPanel"));
    m_panel->setAccessibleName(tr("Map of the city; the board says the same as a list"));
    m_panel->setTheme(theme.theme());
    m_panel->setLanguage(
        uiLanguage() == Language::Chinese ? maps::Language::Chinese : maps::Language::English);
    connect(&theme, &ThemeSource::changed, m_panel, [this] { m_panel->setTheme(m_theme.theme()); });
    connect(m_inset, &maps::InsetMap::centreRequested, m_panel, [this](Wgs84 at) {
        m_panel->flyTo(at, m_panel->camera().zoom);
    });
    QStringList credits;
    for (const plan::Credit& credit :
         m_plan->credits | std::views::drop(m_plan->isSample ? 1 : 0)) // the first says so
    {
        credits << QString::fromStdString(
            uiLanguage() == Language::Chinese ? credit.textZh : credit.textEn);
    }
    m_scale->setNotice(m_plan->isSample ? tr("Sample areas") : QString());
    m_scale->setCredit(credits.join(QStringLiteral(" · ")));
    m_scale->setToolTip(credits.join(QLatin1Char('\n')));
}

MapArea::~MapArea() = default;

void MapArea::addTool(QToolButton* button)
{
    m_tools->addTool(button);
    placeChildren();
}

void MapArea::addCard(QWidget* card)
{
    card->setParent(this);
    card->installEventFilter(this);
    m_cards.push_back(card);
    placeChildren();
}

void MapArea::addUnderTools(QWidget* widget)
{
    m_underTools.push_back(widget);
    placeChildren();
}

void MapArea::addPanel(QWidget* panel)
{
    panel->setParent(this);
    panel->installEventFilter(this);
    m_panels.push_back(panel);
    placeChildren();
}

void MapArea::addCover(QWidget* cover)
{
    cover->setParent(this);
    m_covers.push_back(cover);
    placeChildren();
}

void MapArea::setBaseCredit(const QString& credit)
{
    m_ofBase = credit;
    showCredit();
}

void MapArea::setLayerCredit(const QString& credit)
{
    if (std::exchange(m_ofLayers, credit) != credit) {
        showCredit();
    }
}

void MapArea::showCredit()
{
    QStringList all{m_ofBase, m_ofLayers};
    all.removeAll(QString());
    m_baseCredit->setText(all.join(QStringLiteral(" · ")));
    placeChildren(); // as wide as its words
}

void MapArea::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_inset->setVisible(!isCompact);
    m_scale->setVisible(!isCompact);
    placeChildren();
}

void MapArea::setPlan(const std::shared_ptr<const plan::Plan>& plan)
{
    m_marks.setPlan(plan);
    m_panel->setPlan(plan);
}

void MapArea::setIncidents(const std::map<IncidentId, model::IncidentPtr>& incidents, Instant now)
{
    m_panel->setMarks(m_marks.marks(incidents, now, staleSince(m_link)));
}

bool MapArea::setLink(const desk::LinkStatus& link, Instant now)
{
    const bool isOther = staleSince(link) != staleSince(m_link);
    m_link = link;
    const bool isDown = link.state == desk::LinkState::Offline
                        || link.state == desk::LinkState::Refused
                        || (link.state == desk::LinkState::Connecting && link.attempts > 1);
    m_banner->setText(
        !isDown || !link.asOf
            ? QString()
            : tr("Map data as of %1 · %2 ago")
                  .arg(clockText(*link.asOf, m_plan->utcOffsetMinutes), ageText(now - *link.asOf)));
    placeChildren();
    return isOther;
}

void MapArea::resizeEvent(QResizeEvent* /*event*/)
{
    placeChildren();
}

// A card that changed its size or hid itself gives its place back to the labels.
bool MapArea::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide
        || event->type() == QEvent::LayoutRequest) {
        placeChildren();
    }
    return QWidget::eventFilter(watched, event);
}

void MapArea::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Land));
}

std::vector<QRect> MapArea::placeCards()
{
    std::vector<QRect> taken;
    int left = kMargin;
    for (QWidget* card : m_cards) {
        if (card->isHidden()) {
            continue;
        }
        const QSize hint = card->sizeHint();
        if (card->property("atTop").toBool()) {
            const int most = m_tools->x() - 2 * kMargin;
            card->setGeometry(kMargin, kMargin, std::min(hint.width(), most), hint.height());
            card->raise();
            taken.push_back(card->geometry());
            continue;
        }
        const int room =
            width() - left - kMargin - (m_isCompact ? 0 : m_inset->sizeHint().width() + kMargin);
        const int wide =
            m_isCompact ? width() - 2 * kMargin : std::min(hint.width(), std::max(room, 200));
        card->setGeometry(left, height() - hint.height() - kMargin, wide, hint.height());
        card->raise();
        taken.push_back(card->geometry());
        left += wide + kMargin;
    }
    return taken;
}

std::vector<QRect> MapArea::placeUnderTools()
{
    std::vector<QRect> taken;
    int top = m_tools->geometry().bottom() + kUnderGap;
    for (QWidget* widget : m_underTools) {
        const QSize hint = widget->sizeHint();
        widget->setGeometry(width() - hint.width() - kMargin, top, hint.width(), hint.height());
        widget->raise();
        if (!widget->isHidden()) {
            taken.push_back(widget->geometry());
            top += hint.height() + kUnderGap;
        }
    }
    return taken;
}

// Left of the tools and of what hangs under them; where that is too narrow for it, below.
QRect MapArea::panelRoom(int wanted, const std::vector<QRect>& underTools) const
{
    int right = m_tools->x() - kUnderGap;
    int beside = right;
    int top = kMargin;
    for (const QRect& one : underTools) {
        beside = std::min(beside, one.x() - kUnderGap);
        top = std::max(top, one.bottom() + 1 + kUnderGap);
    }
    const bool isBeside = beside - kMargin >= wanted || beside == right;
    right = isBeside ? beside : right;
    top = isBeside ? kMargin : top;
    return {kMargin, top, right - kMargin, height() - kMargin - top};
}

// Over everything else: they are open because somebody works in them. Above the cards all the same where they can be made
// low enough: half a card under a panel's edge is read as part of it.
std::vector<QRect>
MapArea::placePanels(const std::vector<QRect>& cards, const std::vector<QRect>& underTools)
{
    std::vector<QRect> taken;
    for (QWidget* panel : m_panels) {
        if (panel->isHidden()) {
            continue;
        }
        const QSize hint = panel->sizeHint();
        const QRect room = panelRoom(hint.width(), underTools);
        const int wide = std::min(hint.width(), room.width());
        const QRect whole(
            room.right() + 1 - wide, room.top(), wide, std::min(hint.height(), room.height()));
        int high = whole.height();
        for (const QRect& card : cards) {
            const int above = card.top() - kUnderGap - whole.top();
            if (card.intersects(whole) && above >= panel->minimumSizeHint().height()) {
                high = std::min(high, above);
            }
        }
        panel->setGeometry(whole.x(), whole.y(), wide, high);
        panel->raise();
        taken.push_back(panel->geometry());
    }
    return taken;
}

void MapArea::placeChildren()
{
    m_panel->setGeometry(rect());
    for (QWidget* cover : m_covers) {
        cover->setGeometry(rect());
        cover->raise();
    }
    const std::vector<QRect> cards = placeCards();
    std::vector<QRect> taken = cards;
    m_tools->move(width() - m_tools->width() - kMargin, kMargin);
    m_tools->raise();
    taken.push_back(m_tools->geometry());
    const std::vector<QRect> underTools = placeUnderTools();
    std::ranges::copy(underTools, std::back_inserter(taken));
    const QSize inset = m_inset->sizeHint();
    m_inset->setGeometry(
        width() - inset.width() - kMargin, height() - inset.height() - kMargin, inset.width(),
        inset.height());
    m_inset->raise();
    // The scale stands between the cards and the inset, and goes when there is no room.
    int left = kMargin;
    for (const QRect& card : cards) {
        if (card.bottom() > height() - kScaleHeight - 2 * kMargin) {
            left = std::max(left, card.right() + kMargin);
        }
    }
    const int room = m_inset->x() - kMargin - left;
    m_scale->setGeometry(
        m_inset->x() - kMargin - std::min(room, m_scale->sizeHint().width()),
        height() - kScaleHeight - kMargin, std::min(room, m_scale->sizeHint().width()),
        kScaleHeight);
    m_scale->setVisible(!m_isCompact && room > 120);
    m_scale->raise();
    const QSize banner = m_banner->sizeHint();
    m_banner->setGeometry((width() - banner.width()) / 2, kMargin, banner.width(), banner.height());
    m_banner->raise();
    const int top = m_banner->isHidden() ? kMargin : m_banner->geometry().bottom() + kUnderGap;
    m_baseCredit->setGeometry(
        kMargin, top, std::min(m_baseCredit->sizeHint().width(), m_tools->x() - 2 * kMargin),
        m_baseCredit->sizeHint().height());
    m_baseCredit->raise();
    if (!m_baseCredit->isHidden()) {
        taken.push_back(m_baseCredit->geometry());
    }
    if (!m_isCompact) {
        taken.push_back(m_inset->geometry());
        taken.push_back(m_scale->geometry());
    }
    if (!m_banner->isHidden()) {
        taken.push_back(m_banner->geometry());
    }
    std::ranges::copy(placePanels(cards, underTools), std::back_inserter(taken));
    m_panel->setObstacles(std::move(taken));
}

} // namespace sz::widgets
