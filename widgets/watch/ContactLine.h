// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A caller's contact in the detail: sealed, until when, and the key that opens it for a minute.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

namespace sz::widgets {

class KeycapButton;
class TextBlock;

/// Hidden while the incident has none; of several the last is shown. Key T, window-wide while visible. Thread: gui.
class ContactLine final : public QWidget
{
    Q_OBJECT
public:
    ContactLine(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    void setActor(const model::Actor& actor);
    /// This desk can open what it sealed itself without a link; `isLinked`: headquarters can be asked.
    void setDesk(const DeskId& desk);
    void setLinked(bool isLinked);
    /// Another incident hides what is shown.
    void setIncident(const model::IncidentPtr& incident);
    void setNow(Instant now);
    /// For 60 s of `setNow`, unless something else has been chosen meanwhile.
    void reveal(const ContactId& contact, const QString& text);
    /// Why it cannot be opened, as a sentence; it stays until something changes.
    void refuse(const ContactId& contact, const QString& reason);
    [[nodiscard]] QString shownText() const;

    static constexpr Millis kShownFor{60'000};

Q_SIGNALS:
    void requested(const sz::IncidentId& incident, const sz::ContactId& contact);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] const model::Contact* contact() const;
    [[nodiscard]] QString stateText(const model::Contact& contact) const;
    [[nodiscard]] QString obstacle(const model::Contact& contact) const;
    void press();
    void conceal();
    void refresh();

    std::shared_ptr<const plan::Plan> m_plan;
    TextBlock* m_words;
    KeycapButton* m_open;
    model::Actor m_actor;
    DeskId m_desk;
    bool m_isLinked = false;
    model::IncidentPtr m_incident;
    Instant m_now;
    QString m_secret;
    QString m_refusal;
    Instant m_hideAt;
    bool m_isAsked = false;
};

} // namespace sz::widgets
