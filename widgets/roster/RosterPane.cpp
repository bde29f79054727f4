// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/RosterPane.h"

#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/roster/StandIns.h"
#include "widgets/roster/Strength.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kPad = 12;

} // namespace

RosterPane::RosterPane(RosterModel& model, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_model(model), m_theme(theme), m_title(new ElidedLabel(theme, this)),
      m_badge(new ElidedLabel(theme, this)), m_facts(new ToneLabel(theme, Token::Tx2, this)),
      m_versions(new ToneLabel(theme, Token::YelTx, this)),
      m_agree(new KeycapButton(theme, QKeySequence(), tr("agree"), this, ButtonLook::Framed)),
      m_refuse(new KeycapButton(theme, QKeySequence(), tr("refuse"), this, ButtonLook::Framed)),
      m_standInHead(new SectionHeader(theme, tr("Who can take it"), this)),
      m_standIns(new StandInList(theme, this)),
      m_strengthHead(new SectionHeader(theme, tr("Strength"), this)),
      m_strength(new StrengthBoard(theme, this)),
      m_places(m_strengthHead->addKeycap(Qt::Key_V, tr("by place")))
{
    setObjectName(QStringLiteral("rosterPane"));
    m_title->setObjectName(QStringLiteral("cellTitle"));
    m_facts->setObjectName(QStringLiteral("cellFacts"));
    m_versions->setObjectName(QStringLiteral("cellVersions"));
    m_agree->setObjectName(QStringLiteral("agreeChangeButton"));
    m_refuse->setObjectName(QStringLiteral("refuseChangeButton"));
    m_places->setObjectName(QStringLiteral("strengthPlacesButton"));
    m_title->setPixelSize(16, true);
    m_badge->setPixelSize(13, true);
    m_badge->setToken(Token::YelTx);
    m_standInHead->setDetail(tr("by rest"));
    m_strengthHead->setDetail(tr("present / planned"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    const auto padded = [&](QWidget* widget) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(kPad, 0, kPad, 0);
        row->addWidget(widget, 1);
        column->addLayout(row);
        return row;
    };
    padded(m_title);
    padded(m_badge);
    padded(m_facts);
    padded(m_versions);
    auto* acts = new QHBoxLayout;
    acts->setContentsMargins(kPad, 0, kPad, 4);
    acts->addWidget(m_agree);
    acts->addWidget(m_refuse);
    acts->addStretch(1);
    column->addLayout(acts);
    column->addWidget(m_standInHead);
    column->addWidget(m_standIns);
    column->addWidget(m_strengthHead);
    column->addWidget(m_strength, 1);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void RosterPane::showCell(roster::PostIndex post, const RosterColumn& column, std::size_t part)
{
    m_isArea = false;
    const CellFacts facts = cellFacts(m_model, post, column, part);
    m_title->setText(facts.title);
    m_badge->setText(facts.badge);
    m_badge->setVisible(!facts.badge.isEmpty());
    m_facts->setText(facts.lines.join(u'\n'));
    m_versions->setText(
        facts.versions.isEmpty()
            ? QString()
            : tr("Two planners differ. Press the number of the one that counts:") + u'\n'
                  + facts.versions.join(u'\n'));
    m_versions->setVisible(!facts.versions.isEmpty());
    m_agree->setVisible(facts.hasChange);
    m_refuse->setVisible(facts.hasChange);
    const roster::BookShift* shift = m_model.shift(post, column, part);
    m_standIns->setAll(
        sz::widgets::standIns(m_model, post, shift == nullptr ? column.time : shift->time));
    m_standInHead->show();
    m_standIns->show();
}

void RosterPane::showArea(const AreaFacts& facts)
{
    m_isArea = true;
    m_title->setText(facts.title);
    m_badge->hide();
    m_facts->setText(facts.lines.join(u'\n'));
    m_versions->hide();
    m_agree->hide();
    m_refuse->hide();
    m_standInHead->hide();
    m_standIns->hide();
}

void RosterPane::showStrength()
{
    const roster::Span view = timeOf(m_model.columns());
    const Instant at = view.holds(m_model.now()) ? m_model.now() : view.from;
    m_strength->show(
        m_isByPlace ? strengthByPlace(m_model, at) : strengthOf(m_model, at),
        loansOf(m_model, m_model.now()));
    m_strengthHead->setNote(dayClockText(at, m_model.roster().utcOffsetMinutes));
}

void RosterPane::turnStrength()
{
    m_isByPlace = !m_isByPlace;
    m_strengthHead->setTitle(m_isByPlace ? tr("Strength by place") : tr("Strength"));
    m_places->setLabel(m_isByPlace ? tr("by unit") : tr("by place"));
    showStrength();
}

QString RosterPane::text() const
{
    return QStringList{m_title->text(), m_badge->text(), m_facts->text(), m_versions->text()}.join(
        u'\n');
}

void RosterPane::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Bg2));
}

} // namespace sz::widgets
