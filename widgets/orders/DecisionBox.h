// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// At the head of an order that answers a question: what was asked, by whom, until when; and why nothing is ordered.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

class QLineEdit;

namespace sz::widgets {

class KeycapButton;
class ToneLabel;

/// Alt+X, from anywhere in the sheet, decides that nothing is ordered. Thread: gui.
class DecisionBox final : public QWidget
{
    Q_OBJECT
public:
    DecisionBox(const plan::Plan& plan, const ThemeSource& theme, QWidget* sheet);

    void present(const model::Incident& incident, const model::Decision& decision, Instant now);
    void clear();
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QLineEdit* reasonEdit() const { return m_reason; }
    /// Empty: it can be dropped.
    void setBlocked(const QString& reason);

Q_SIGNALS:
    void dropWanted();

private:
    const plan::Plan& m_plan;
    ToneLabel* m_question;
    ToneLabel* m_story;
    QLineEdit* m_reason;
    KeycapButton* m_drop;
};

} // namespace sz::widgets
