// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hq/Staff.h"

#include "data/net/Authority.h"
#include "data/store/HqLog.h"

#include <QFile>

#include <format>

namespace sz::bench {
namespace {

std::string textOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string();
}

test::Enrolled
make(const net::Identity& authority, const OperationId& operation, DeskId id, const UnitCode& unit)
{
    SigningKey key = SigningKey::generate();
    const std::string certificate =
        net::issueDesk(authority, key.publicKey(), id.value, unit.value, SystemClock().now())
            .value();
    return {{std::move(id), unit, operation, certificate, authority.certificate}, std::move(key)};
}

store::DeskRecord recordOf(const test::Enrolled& desk)
{
    store::DeskRecord record;
    record.id = desk.answer.desk;
    record.unit = desk.answer.unit;
    record.key = desk.key.publicKey();
    record.fingerprint = net::fingerprint(desk.answer.certificate).value();
    record.enrolledAt = SystemClock().now();
    return record;
}

Result<void> writeAll(store::HqLog& log, const std::vector<test::Enrolled>& desks)
{
    for (const test::Enrolled& desk : desks) {
        if (auto ok = log.desks().add(recordOf(desk)); !ok) {
            return ok;
        }
    }
    return {};
}

} // namespace

Result<std::vector<test::Enrolled>>
enrolMany(test::HqProcess& hq, const UnitCode& unit, std::size_t count)
{
    hq.start();
    hq.terminate();
    const net::Identity authority{
        textOf(hq.folder() + QStringLiteral("/authority.pem")),
        textOf(hq.folder() + QStringLiteral("/authority.key"))};
    auto log = store::HqLog::open(hq.folder().toStdString());
    if (!log) {
        return std::unexpected(log.error());
    }
    const OperationId operation((*log)->meta("operation").value().value());
    std::vector<test::Enrolled> desks;
    for (std::size_t i = 0; i < count; ++i) {
        desks.push_back(
            make(authority, operation, DeskId(std::format("{}-b{}", unit.value, i)), unit));
    }
    return (*log)
        ->begin()
        .and_then([&] { return writeAll(**log, desks); })
        .and_then([&] { return (*log)->commit(); })
        .transform([&] { return std::move(desks); });
}

double residentKb(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble();
        }
    }
    return 0;
}

} // namespace sz::bench
