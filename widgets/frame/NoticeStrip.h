// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the operator must know about this desk's own files, clock and plan; it stays until somebody has read it.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;

/// 32 px high, hidden while there is nothing to tell. One notice at a time, the worst first, and how many wait behind
/// it. That nothing can be saved any more cannot be dismissed. Thread: gui.
class NoticeStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeStrip(const ThemeSource& theme, QWidget* parent = nullptr);

    /// A newer notice of the same kind replaces the older one.
    void addNotice(const desk::Notice& notice);
    /// Headquarters runs another plan than this desk. Once dismissed it stays away until it ends and begins again.
    void setOtherPlan(bool isOther);

    /// How many are not yet dismissed, the shown one included.
    [[nodiscard]] int count() const;
    /// The words of the shown one; empty while hidden.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Topic : std::uint8_t { ///< the worst first
        StoreFailed,
        CertificateEnds,
        LogSetAside,
        OtherPlan,
        ModeRefused,
        ShiftRefused,
        DrawingRefused,
        PlanRefused,
        RollTold,
        PlanAsked,
        ModeTurned,
        PlanTurned,
        ClockOff,
        ScopeLost,
        SnapshotLeft,
        ViewRebuilt,
    };
    struct Item
    {
        Topic topic = Topic::ViewRebuilt;
        int count = 0;
        QString file;
        Instant at = {};
        [[nodiscard]] bool isRed() const
        {
            return topic == Topic::StoreFailed || (topic == Topic::CertificateEnds && count <= 0);
        }
    };
    [[nodiscard]] static Topic topicOf(desk::Notice::Kind kind);
    [[nodiscard]] static QString wordsOf(const Item& item);
    void put(Item item);
    void drop(Topic topic);
    void dismissCurrent();
    void refresh();

    const ThemeSource& m_theme;
    std::vector<Item> m_items; ///< by topic
    bool m_isOtherPlan = false;
    ElidedLabel* m_words = nullptr;
    ElidedLabel* m_more = nullptr;
    KeycapButton* m_dismiss = nullptr;
};

} // namespace sz::widgets
