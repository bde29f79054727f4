// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/LimitField.h"

#include "widgets/actions/TypedLimit.h"
#include "widgets/common/Durations.h"
#include "widgets/common/SegmentedButtons.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kEditWidth = 84;
constexpr int kWorkEditWidth = 108;

QStringList labelsOf(const std::vector<int>& presets)
{
    QStringList labels;
    for (const int minutes : presets) {
        labels.append(limitText(Minutes{minutes}));
    }
    return labels;
}

} // namespace

LimitField::LimitField(
    const ThemeSource& theme,
    const QString& name,
    std::vector<int> presets,
    bool mayBeNone,
    QWidget* parent)
    : QWidget(parent), m_presets(std::move(presets)), m_mayBeNone(mayBeNone),
      m_edit(new QLineEdit(this)),
      m_buttons(new SegmentedButtons(theme, name, labelsOf(m_presets), this))
{
    m_edit->setAccessibleName(name);
    m_edit->setFixedWidth(kEditWidth);
    m_edit->setPlaceholderText(mayBeNone ? tr("none") : QStringLiteral("90m"));
    m_edit->setToolTip(tr("30m, 2h, 3d"));
    setFocusProxy(m_edit);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit);
    row->addWidget(m_buttons);
    row->addStretch(1);
    connect(m_buttons, &SegmentedButtons::currentChanged, this, [this](int index) {
        m_edit->setText(minutesTyped(m_presets[static_cast<std::size_t>(index)]));
        Q_EMIT minutesChanged();
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        light();
        Q_EMIT minutesChanged();
    });
}

void LimitField::allowWork()
{
    m_mayBeWork = true;
    m_edit->setFixedWidth(kWorkEditWidth);
    m_edit->setToolTip(tr("30m, 2h, 3d; in workdays 7wd"));
}

std::optional<plan::WorkLimit> LimitField::work() const
{
    return m_mayBeWork ? typedWork(m_edit->text()) : std::nullopt;
}

std::optional<int> LimitField::minutes() const
{
    if (const auto inWork = work()) {
        return plan::aboutMinutes(*inWork);
    }
    const QString text = m_edit->text().trimmed();
    return text.isEmpty() && m_mayBeNone ? std::optional(0) : typedMinutes(text);
}

void LimitField::setMinutes(int minutes)
{
    m_edit->setText(minutes > 0 ? minutesTyped(minutes) : QString());
    light();
}

void LimitField::setLimit(int minutes, const std::optional<plan::WorkLimit>& work)
{
    setMinutes(minutes);
    if (m_mayBeWork && work) {
        m_edit->setText(workTyped(*work));
        light();
    }
}

// The button of the same length is lit, or none.
void LimitField::light()
{
    const QSignalBlocker silent(m_buttons);
    const int value = work() ? -1 : minutes().value_or(-1);
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        QAbstractButton* button = m_buttons->button(static_cast<int>(i));
        QButtonGroup* group = button->group();
        group->setExclusive(false);
        button->setChecked(m_presets[i] == value);
        group->setExclusive(true);
    }
}

} // namespace sz::widgets
