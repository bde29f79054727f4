// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Saves the draft a second after the last change, and says when.

#include "data/base/Clock.h"
#include "widgets/intake/ReportDraft.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace sz::widgets {

class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    /// `collect` is asked for the draft as it stands; it must work until the keeper is gone.
    /// `key`: seals the file; null: it is written in the clear.
    DraftKeeper(
        QString file,
        std::function<ReportDraft()> collect,
        QObject* parent,
        vault::DataKey key = {});

    /// Something changed.
    void touch();
    /// At once; a blank draft takes its file away.
    void saveNow();
    /// Before the form is taken down: what waits is written.
    void finish();
    /// The report is registered: no draft any more.
    void drop();
    [[nodiscard]] std::optional<ReportDraft> load() const;

Q_SIGNALS:
    void saved(sz::Instant at);
    /// There is no draft now.
    void dropped();
    void failed();

private:
    QString m_file;
    vault::DataKey m_key; // shared with the desk
    std::function<ReportDraft()> m_collect;
    QTimer m_timer;
};

} // namespace sz::widgets
