// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/NoticeStrip.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/VisibleText.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace sz::widgets {

namespace {

constexpr int kHeight = 32;
constexpr int kLamp = 12;
constexpr int kStart = 12;
constexpr int kWords = kStart + kLamp + 10;
constexpr int kWarnedDays = 60;

QString lengthText(int seconds)
{
    return seconds < 120 ? NoticeStrip::tr("%n s", "seconds", seconds)
                         : limitText(Minutes{seconds / 60});
}

QString dayText(Instant at)
{
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(toUtcMs(at)).date(), QLocale::ShortFormat);
}

} // namespace

NoticeStrip::NoticeStrip(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_words(new ElidedLabel(theme, this)),
      m_more(new ElidedLabel(theme, this)),
      m_dismiss(new KeycapButton(theme, {}, tr("Understood"), this, ButtonLook::Framed))
{
    setObjectName(QStringLiteral("noticeStrip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kWords, 0, 8, 0);
    row->setSpacing(12);
    row->addWidget(m_words, 1);
    row->addWidget(m_more);
    row->addWidget(m_dismiss);
    m_words->setObjectName(QStringLiteral("noticeText"));
    m_words->setPixelSize(13, true);
    m_more->setObjectName(QStringLiteral("noticeMore"));
    m_more->setPixelSize(13);
    m_more->setToken(Token::Tx2);
    m_dismiss->setObjectName(QStringLiteral("dismissNoticeButton"));
    m_dismiss->setFixedHeight(28);
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    connect(m_dismiss, &QAbstractButton::clicked, this, &NoticeStrip::dismissCurrent);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NoticeStrip::addNotice(const desk::Notice& notice)
{
    if (notice.kind == desk::Notice::Kind::CertificateEnds && notice.count > kWarnedDays) {
        drop(Topic::CertificateEnds); // it was renewed
        return;
    }
    if (notice.kind == desk::Notice::Kind::PlanAsked && notice.count == 0) {
        drop(Topic::PlanAsked); // decided
        return;
    }
    if (notice.kind == desk::Notice::Kind::ClockOff && notice.count == 0) {
        drop(Topic::ClockOff); // right again
        return;
    }
    put(
        {topicOf(notice.kind), notice.count, visibleLine(QString::fromStdString(notice.detail)),
         notice.at});
}

void NoticeStrip::setOtherPlan(bool isOther)
{
    if (isOther == m_isOtherPlan) {
        return;
    }
    m_isOtherPlan = isOther;
    if (isOther) {
        put({Topic::OtherPlan, 0, {}});
    } else {
        drop(Topic::OtherPlan);
    }
}

int NoticeStrip::count() const
{
    return static_cast<int>(m_items.size());
}

QString NoticeStrip::text() const
{
    return m_items.empty() ? QString() : m_words->text();
}

QSize NoticeStrip::sizeHint() const
{
    return {QWidget::sizeHint().width(), kHeight};
}

NoticeStrip::Topic NoticeStrip::topicOf(desk::Notice::Kind kind)
{
    switch (kind) {
    case desk::Notice::Kind::ViewRebuilt:
        return Topic::ViewRebuilt;
    case desk::Notice::Kind::LogSetAside:
        return Topic::LogSetAside;
    case desk::Notice::Kind::StoreFailed:
        return Topic::StoreFailed;
    case desk::Notice::Kind::ClockOff:
        return Topic::ClockOff;
    case desk::Notice::Kind::ScopeLost:
        return Topic::ScopeLost;
    case desk::Notice::Kind::CertificateEnds:
        return Topic::CertificateEnds;
    case desk::Notice::Kind::SnapshotLeft:
        return Topic::SnapshotLeft;
    case desk::Notice::Kind::ModeTurned:
        return Topic::ModeTurned;
    case desk::Notice::Kind::ModeRefused:
        return Topic::ModeRefused;
    case desk::Notice::Kind::ShiftRefused:
        return Topic::ShiftRefused;
    case desk::Notice::Kind::DrawingRefused:
        return Topic::DrawingRefused;
    case desk::Notice::Kind::PlanRefused:
        return Topic::PlanRefused;
    case desk::Notice::Kind::PlanTurned:
        return Topic::PlanTurned;
    case desk::Notice::Kind::RollTold:
        return Topic::RollTold;
    case desk::Notice::Kind::PlanAsked:
        return Topic::PlanAsked;
    }
    return Topic::ViewRebuilt;
}

QString NoticeStrip::wordsOf(const Item& item)
{
    switch (item.topic) {
    case Topic::StoreFailed:
        return tr(
            "Nothing can be saved any more: restart the console. Note new acts on paper until "
            "then.");
    case Topic::CertificateEnds:
        return item.count > 0
                   ? tr("The certificate of desk %1 ends on %2, in %n days. It renews itself once "
                        "headquarters is reached; bring the desk online before.",
                        nullptr, item.count)
                         .arg(item.file, dayText(item.at))
                   : tr("The certificate of desk %1 ended on %2. Headquarters still lets this desk "
                        "in and renews it; if this line stays, call the administrator.")
                         .arg(item.file, dayText(item.at));
    case Topic::LogSetAside:
        return tr("The desk's log was damaged and set aside as %1; %2. The rest comes from "
                  "headquarters again.")
            .arg(item.file, tr("%n unsent acts were saved", nullptr, item.count));
    case Topic::OtherPlan:
        return tr("Headquarters runs another operation plan than this desk: limits and names may "
                  "differ. Have the plan updated.");
    case Topic::ClockOff:
        return (item.count > 0
                    ? tr("This desk's clock is %1 behind headquarters', which ages and limits go "
                         "by. Have the wrong one set.")
                    : tr("This desk's clock is %1 ahead of headquarters', which ages and limits "
                         "go by. Have the wrong one set."))
            .arg(lengthText(std::abs(item.count)));
    case Topic::ScopeLost:
        return tr("%n incidents were moved to another unit (%1): their texts have been removed "
                  "from this desk.",
                  nullptr, item.count)
            .arg(item.file);
    case Topic::SnapshotLeft:
        return tr("Headquarters' snapshot did not stand the check: the desk catches up act by act, "
                  "which takes longer. Tell the administrator.");
    case Topic::ModeRefused:
        return tr("Headquarters did not take this desk's switch of the mode: another desk was "
                  "first, or the right is missing. The mode shown is headquarters'; the refused "
                  "act can be put right where the unsent ones stand.");
    case Topic::ShiftRefused:
        return tr("Headquarters did not take an entry of this desk about shifts (%1). What is "
                  "shown is headquarters' state; the refused entry can be put right where the "
                  "unsent ones stand.")
            .arg(item.file);
    case Topic::DrawingRefused:
        return tr(
            "Headquarters did not take what this desk drew on the map or erased. The map shows "
            "headquarters' state; the refused entry can be put right where the unsent ones stand.");
    case Topic::PlanRefused:
        return tr("Headquarters did not take an entry of this desk about the plan (%1). The list "
                  "of changes (Ctrl+Shift+B) shows what stands; the refused entry can be put right "
                  "where the unsent ones stand.")
            .arg(item.file);
    case Topic::RollTold:
        return item.file;
    case Topic::PlanAsked:
        return tr(
            "%n changes of the plan wait for your approval (Ctrl+Shift+B).", nullptr, item.count);
    case Topic::PlanTurned:
        return tr("Another division of areas is in force now: places are looked up by it. What "
                  "changed stands in the list of changes (Ctrl+Shift+B).");
    case Topic::ModeTurned:
        return item.count > 0
                   ? tr("Games time since %1: reports taken from now on have its limits.",
                        "when, who")
                         .arg(item.file)
                   : tr("Normal times again since %1: reports taken from now on have the usual "
                        "limits.",
                        "when, who")
                         .arg(item.file);
    case Topic::ViewRebuilt:
        return tr(
            "The board's file was damaged or of another version and was rebuilt from %n acts "
            "of the log; nothing is lost.",
            nullptr, item.count);
    }
    return {};
}

void NoticeStrip::put(Item item)
{
    drop(item.topic);
    const auto after = std::ranges::upper_bound(m_items, item.topic, {}, &Item::topic);
    m_items.insert(after, std::move(item));
    refresh();
}

void NoticeStrip::drop(Topic topic)
{
    std::erase_if(m_items, [topic](const Item& item) { return item.topic == topic; });
    refresh();
}

void NoticeStrip::dismissCurrent()
{
    if (!m_items.empty() && m_items.front().topic != Topic::StoreFailed) {
        drop(m_items.front().topic);
    }
}

void NoticeStrip::refresh()
{
    setVisible(!m_items.empty());
    if (m_items.empty()) {
        return;
    }
    const Item& first = m_items.front();
    const bool isRed = first.isRed();
    m_words->setText(wordsOf(first));
    m_words->setToken(isRed ? Token::OnFill : Token::YelTx);
    m_more->setText(tr("%n more", "notices behind this one", count() - 1));
    m_more->setToken(isRed ? Token::OnFill : Token::Tx2);
    m_more->setVisible(count() > 1);
    m_dismiss->setVisible(first.topic != Topic::StoreFailed);
    setAccessibleName(m_words->text());
    update();
}

void NoticeStrip::paintEvent(QPaintEvent* /*event*/)
{
    if (m_items.empty()) {
        return;
    }
    QPainter painter(this);
    const bool isRed = m_items.front().isRed();
    const QColor white = m_theme.color(Token::OnFill);
    const QRectF mark(kStart, (height() - kLamp) / 2.0, kLamp, kLamp);
    painter.fillRect(rect(), m_theme.color(isRed ? Token::Red : Token::YelBg));
    if (isRed) {
        symbols::paintLampShape(painter, mark, model::Lamp::Late, white, white);
    } else {
        symbols::paintLamp(painter, mark, model::Lamp::Behind, m_theme.theme());
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::YelLine));
    }
}

} // namespace sz::widgets
