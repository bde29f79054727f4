// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What sort of incident: suggested by the words with its reason, or picked from all kinds. A manual pick stays.

#include "data/plan/Places.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <array>
#include <optional>

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;
class PickEdit;

class KindField final : public QWidget
{
    Q_OBJECT
public:
    KindField(const plan::Plan& plan, const ThemeSource& theme, QWidget* sheet);

    /// New words: the suggestion follows them until one is adopted or picked.
    void suggestFrom(const QString& narrative);
    [[nodiscard]] const std::optional<plan::Suggestion>& suggestion() const { return m_suggestion; }

    /// Picked, adopted or suggested; empty when there is none of these.
    [[nodiscard]] KindCode kind() const;
    /// Rule behind the kind; empty when it was picked by hand.
    [[nodiscard]] QString suggestedBy() const;
    /// By hand or adopted: no longer follows the words.
    [[nodiscard]] bool isFixed() const { return !m_fixed.empty(); }
    /// What stands in the field is the kind, not something typed and not chosen.
    [[nodiscard]] bool isSettled() const;
    void restore(const KindCode& kind, const QString& suggestedBy);
    void clear();
    /// Takes the lit row of an open list.
    void settle();
    [[nodiscard]] PickEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void kindChanged();

private:
    void build(const ThemeSource& theme, QWidget* sheet);
    void offer(const QString& typed);
    void adopt();
    void fix(const KindCode& kind, const QString& rule);
    void describe();
    void describeOthers();
    [[nodiscard]] QString reasonText() const;

    const plan::Plan& m_plan;
    PickEdit* m_edit;
    ElidedLabel* m_reason;
    std::array<KeycapButton*, 2> m_others{}; ///< Alt+2, Alt+3
    std::array<KindCode, 2> m_otherKinds;
    std::optional<plan::Suggestion> m_suggestion;
    std::vector<KindCode> m_offered; ///< rows of the open list
    KindCode m_fixed;
    QString m_fixedRule;
    QString m_narrative;
};

} // namespace sz::widgets
