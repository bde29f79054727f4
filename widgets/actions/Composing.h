// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Knows whether an input method is composing in one of the watched fields: until it is done, no key of ours counts.

#include <QObject>

class QWidget;

namespace sz::widgets {

class Composing final : public QObject
{
    Q_OBJECT
public:
    explicit Composing(QObject* parent) : QObject(parent) {}

    void watch(QWidget* field);
    [[nodiscard]] bool isOn() const { return m_isOn; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_isOn = false;
};

} // namespace sz::widgets
