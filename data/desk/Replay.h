// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The past of the operation for a screen: asked for a moment, answers with its board. Folds on a thread of its own.

#include "data/replay/Replayer.h"
#include "data/threads/PoolWork.h"
#include "data/vault/Protection.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace sz::desk {

/// What stood on the board at a moment.
struct Past
{
    std::size_t position = 0; ///< entries that had happened
    std::uint64_t number = 0; ///< log number of the last of them; 0: none
    Instant now;              ///< the moment; not before the last entry
    replay::Incidents incidents;
    model::ModeState mode;
    model::DrawingState drawings;
    replay::Drills drills; ///< planned till then, with what became of them
};
using PastPtr = std::shared_ptr<const Past>; // shared: model, map and comparison hold it

/// Thread: gui. Reads the desk's log through connections of its own that cannot write; the desk goes on meanwhile.
class Replay final : public QObject
{
    Q_OBJECT
public:
    Replay(
        std::shared_ptr<const plan::Plan> plan,
        std::filesystem::path logFile,
        vault::DataKey key,
        QObject* parent = nullptr);
    /// Stops what is under way.
    ~Replay() override;

    /// Takes in what headquarters has told so far; `opened` or `failed` follows. May be called again: what came since.
    void open();
    /// The board of a moment; `shown` follows. The newest wish wins: those before it that were not begun are forgotten.
    void show(std::size_t position, Instant now);

    /// The screen is left: gives back what was made ahead. The line of moments stays.
    void rest();
    /// Null before `opened`.
    [[nodiscard]] std::shared_ptr<const replay::Timeline> timeline() const { return m_timeline; }
    /// A wish or the opening is under way.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void progressed(int percent); ///< of opening
    void opened();
    void shown(const sz::desk::PastPtr& past);
    void failed(const sz::Error& error);

private:
    struct Wish
    {
        std::size_t position = 0;
        Instant now;
    };
    void work();
    void openNow();
    void showNow(const Wish& wish);
    void prepareSome();
    [[nodiscard]] std::optional<Wish> takeWish();
    [[nodiscard]] bool hasWork();

    std::shared_ptr<const plan::Plan> m_plan;
    replay::Replayer m_replayer; ///< on the worker only
    Mailbox m_gui;               ///< what the worker has to tell
    QThreadPool m_pool;
    std::mutex m_mutex; ///< the four below
    std::optional<Wish> m_wish;
    bool m_wantsOpen = false;
    bool m_wantsRest = false;
    bool m_isWorking = false;
    std::atomic<bool> m_isEnding = false;
    bool m_isBusy = false;
    std::shared_ptr<const replay::Timeline> m_timeline; // shared with the worker
};

} // namespace sz::desk

Q_DECLARE_METATYPE(sz::desk::PastPtr)
