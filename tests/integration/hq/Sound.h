// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The examination of a headquarters' folder, in a form a test can print. For tests that link sz::audit.

#include "data/audit/LogAudit.h"
#include "data/proof/Files.h"
#include "tests/integration/hq/HqProcess.h"

#include <QByteArray>

namespace sz::test {

struct Examined
{
    QByteArray
        faults; ///< each with its place; empty when every chain, feed, batch and tile is as it should be
    std::uint64_t entries = 0;
    std::uint64_t signedSize = 0;
};

/// Of one that has ended, its file store and its tlog.
[[nodiscard]] inline Examined examined(const HqProcess& hq)
{
    const std::filesystem::path data = hq.folder().toStdString();
    const auto pub = proof::readWhole(data / "tlog" / "log.pub");
    if (!pub) {
        return {"no log.pub: " + QByteArray::fromStdString(pub.error().detail)};
    }
    const auto key = proof::VerifierKey::parse(textOf(*pub).substr(0, pub->size() - 1));
    if (!key) {
        return {"log.pub: " + QByteArray::fromStdString(key.error().detail)};
    }
    const auto report = audit::auditLog({data / "hq.db", data / "tlog", *key, {}});
    if (!report) {
        return {"no examination: " + QByteArray::fromStdString(report.error().detail)};
    }
    Examined out{{}, report->entries, report->signedSize};
    for (const auto& finding : report->findings) {
        out.faults += QByteArray(audit::faultName(finding.fault)) + " entry "
                      + QByteArray::number(qint64{finding.number}) + " "
                      + QByteArray::fromStdString(finding.detail) + "\n";
    }
    return out;
}

} // namespace sz::test
