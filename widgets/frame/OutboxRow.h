// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One own act in the outbox; a rejected one also says why and what can be done with it.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QAbstractButton>

namespace sz::widgets {

class KeycapButton;

/// What a row shows, as plain text.
struct OutboxWords
{
    QString time;     ///< "14:20:41"
    QString act;      ///< "note: about 40 people at the gate"
    QString incident; ///< "041"; may be empty
    QString state;    ///< "unsent", "rejected"
    bool isRejected = false;
    bool isLinkDown = false; ///< an unsent act is yellow only while it cannot go
    bool operator==(const OutboxWords&) const = default;
};

/// The line itself: a click opens the incident.
class OutboxLineButton final : public QAbstractButton
{
    Q_OBJECT
public:
    OutboxLineButton(const ThemeSource& theme, QWidget* parent);
    void setWords(const OutboxWords& words);
    [[nodiscard]] const OutboxWords& words() const { return m_words; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    OutboxWords m_words;
};

/// 28 px high, 66 when headquarters rejected the act.
class OutboxRow final : public QWidget
{
    Q_OBJECT
public:
    OutboxRow(const ThemeSource& theme, const desk::OutboxLine& line, QWidget* parent);

    void setWords(const OutboxWords& words);
    [[nodiscard]] OutboxWords words() const;
    [[nodiscard]] quint64 counter() const { return m_line.counter; }
    [[nodiscard]] desk::OutboxState state() const { return m_line.state; }
    /// Empty for an unsent act.
    [[nodiscard]] QString reason() const { return m_reason; }

Q_SIGNALS:
    void opened();
    void correctRequested();
    void dismissRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addVerdict();
    void paintReason(QPainter& painter) const;

    const ThemeSource& m_theme;
    desk::OutboxLine m_line;
    OutboxLineButton* m_button;
    QString m_reason;
    KeycapButton* m_correct = nullptr;
};

/// What went wrong, without the next step: the first sentence of errorText().
[[nodiscard]] QString shortErrorText(Code code);

} // namespace sz::widgets
