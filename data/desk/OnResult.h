// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a result of the store comes home to the gui thread: never waited for, dropped when the receiver is gone.

#include "data/base/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace sz::desk {

/// Calls `then(const Result<T>&)` on the thread of `context` when the future is done, unless `context` died first.
template <class T, class Then>
void onResult(QObject* context, const QFuture<Result<T>>& future, Then then)
{
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
            if (watcher->future().resultCount() > 0) {
                then(watcher->result());
            }
            watcher->deleteLater();
        });
    watcher->setFuture(future);
}

} // namespace sz::desk
