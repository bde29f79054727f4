// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What can be done with the selected incident, with its keys: the office's acts or a unit's own.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace sz::widgets {

class KeycapButton;
class WrapLayout;

enum class DetailAct : std::uint8_t {
    Order,    ///< F3, office
    Report,   ///< F7, office
    Close,    ///< X, office
    Amend,    ///< M, office and the unit that reported
    Sign,     ///< S, unit
    Progress, ///< A, unit: moving, then on scene
    Feedback, ///< R, unit
    Finish,   ///< X, unit
    Return,   ///< B, unit
    Attach,   ///< P, whoever takes part
    Card,     ///< Y, office: a plan card
    Rate,     ///< R, office, of what is done: satisfaction
    Scan,     ///< Shift+P, as Attach
    Claim,    ///< L, office: under the own hand
};

/// Keeps impossible acts visible with their reason ("4 steps open"); the rule is model::checkAct, the same that
/// headquarters asks. Its keys work window-wide while it is visible. As many rows as their words need.
class DetailFooter final : public QWidget
{
    Q_OBJECT
public:
    DetailFooter(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    void setActor(const model::Actor& actor);
    /// `order` is the unit's own order; empty for the office.
    void setSubject(const model::IncidentPtr& incident, const OrderId& order);
    [[nodiscard]] KeycapButton* button(DetailAct act) const;
    /// In a narrow pane the scanner's key is left to the list of keys: it would begin a row of its own.
    void setCompact(bool isCompact);
    /// Keys of others that stand among these, before the last; their makers say when they are shown.
    void addKeys(const std::vector<KeycapButton*>& keys);

Q_SIGNALS:
    void requested(sz::widgets::DetailAct act);

private:
    void add(DetailAct act, const QKeySequence& keys, const QString& label, const char* name);
    void refresh();
    void refreshLabels();
    [[nodiscard]] bool isOffice() const;
    [[nodiscard]] std::string anyFileType() const;
    [[nodiscard]] bool isShown(DetailAct act) const;
    [[nodiscard]] model::Act sample(DetailAct act) const;

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    WrapLayout* m_rows;
    model::Actor m_actor;
    model::IncidentPtr m_incident;
    OrderId m_order;
    bool m_isCompact = false;
    std::vector<KeycapButton*> m_buttons; ///< by DetailAct
};

} // namespace sz::widgets
