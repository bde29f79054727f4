// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/CallRow.h"

#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/intake/CallTime.h"
#include "widgets/models/Wording.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace sz::widgets {

namespace {

constexpr int kTimeWidth = 84;
constexpr int kGap = 6;
constexpr std::array kSources{
    model::Source::Phone, model::Source::Grid, model::Source::Hotline12345,
    model::Source::Rescue119, model::Source::Other};

int indexOf(model::Source source)
{
    const auto found = std::ranges::find(kSources, source);
    return found == kSources.end() ? static_cast<int>(kSources.size()) - 1
                                   : static_cast<int>(found - kSources.begin());
}

QStringList sourceTexts()
{
    QStringList texts;
    for (const model::Source source : kSources) {
        texts.append(sourceText(source));
    }
    return texts;
}

} // namespace

CallRow::CallRow(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : QWidget(parent), m_utcOffsetMinutes(utcOffsetMinutes),
      m_source(new SegmentedButtons(theme, tr("Source"), sourceTexts(), this)), m_label(nullptr),
      m_time(new QLineEdit(this))
{
    m_source->setObjectName(QStringLiteral("sourcePicker"));
    m_source->setCurrent(0);
    letTabStopAtChosen(*m_source);
    m_time->setObjectName(QStringLiteral("callTimeEdit"));
    m_time->setAccessibleName(tr("Time of the call"));
    m_time->setFixedWidth(kTimeWidth);
    m_time->setInputMethodHints(Qt::ImhTime | Qt::ImhPreferNumbers);
    auto* label = new ToneLabel(theme, Token::Tx3, this);
    label->setText(tr("call"));
    label->setWordWrap(false);
    label->setBuddy(m_time);
    m_label = label;
    m_time->setToolTip(tr("Time of the call"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_source);
    row->setSpacing(kGap);
    row->addStretch(1);
    row->addWidget(label);
    row->addWidget(m_time);
    connect(m_time, &QLineEdit::textEdited, this, &CallRow::edited);
    connect(m_source, &SegmentedButtons::currentChanged, this, [this] {
        letTabStopAtChosen(*m_source);
        Q_EMIT edited();
    });
}

QSize CallRow::minimumSizeHint() const
{
    return {m_source->sizeHint().width() + kGap + kTimeWidth, m_time->sizeHint().height()};
}

void CallRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_label->setVisible(
        width() >= minimumSizeHint().width() + 2 * kGap + m_label->sizeHint().width());
}

model::Source CallRow::source() const
{
    const auto index = static_cast<std::size_t>(std::max(0, m_source->current()));
    return index + 1 == kSources.size() ? m_last : kSources[index];
}

// A unit's own word, as in a roll call, has no button in a row for callers: for this report the last one is its.
void CallRow::set(model::Source source, Instant receivedAt)
{
    m_given = receivedAt;
    m_last = std::ranges::contains(kSources, source) ? kSources.back() : source;
    QAbstractButton* last = m_source->button(static_cast<int>(kSources.size()) - 1);
    last->setText(sourceText(m_last));
    last->setAccessibleName(last->text());
    last->updateGeometry();
    m_source->setCurrent(indexOf(source));
    m_time->setText(clockText(receivedAt, m_utcOffsetMinutes));
}

std::optional<Instant> CallRow::receivedAt(Instant now) const
{
    return callTime(m_time->text(), m_given, now, m_utcOffsetMinutes);
}

void letTabStopAtChosen(const QWidget& row)
{
    for (auto* button : row.findChildren<QAbstractButton*>()) {
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

} // namespace sz::widgets
