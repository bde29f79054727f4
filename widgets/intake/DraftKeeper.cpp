// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/DraftKeeper.h"

#include <QFile>

namespace sz::widgets {

namespace {

constexpr int kSaveAfterMs = 1000;

} // namespace

DraftKeeper::DraftKeeper(
    QString file,
    std::function<ReportDraft()> collect,
    QObject* parent,
    vault::DataKey key)
    : QObject(parent), m_file(std::move(file)), m_key(std::move(key)), m_collect(std::move(collect))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSaveAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
}

void DraftKeeper::touch()
{
    m_timer.start();
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    const ReportDraft draft = m_collect();
    if (draft.isBlank()) {
        drop();
    } else if (saveDraft(m_file, draft, m_key)) {
        Q_EMIT saved(draft.savedAt);
    } else {
        Q_EMIT failed();
    }
}

void DraftKeeper::finish()
{
    if (m_timer.isActive()) {
        saveNow();
    }
}

void DraftKeeper::drop()
{
    m_timer.stop();
    QFile::remove(m_file);
    Q_EMIT dropped();
}

std::optional<ReportDraft> DraftKeeper::load() const
{
    return loadDraft(m_file, m_key);
}

} // namespace sz::widgets
