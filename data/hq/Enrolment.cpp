// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Enrolment.h"

#include <algorithm>
#include <format>

namespace sz::hq {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLength = 12;
constexpr std::size_t kGroup = 4;
constexpr std::size_t kMaxName = 120;

std::string randomCode()
{
    std::array<std::uint8_t, kCodeLength> random{};
    fillRandom(random);
    std::string code;
    for (std::size_t i = 0; i < random.size(); ++i) {
        if (i > 0 && i % kGroup == 0) {
            code += '-';
        }
        code += kAlphabet[random[i] % kAlphabet.size()]; // 256 is a multiple of 32: no bias
    }
    return code;
}

// As read over a telephone: any case, any grouping, O for 0, I or L for 1.
char read(char c)
{
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
}

Digest codeHash(const std::string& code)
{
    std::string plain;
    for (const char c : code) {
        if (c != '-' && c != ' ') {
            plain += read(c);
        }
    }
    return sha256({viewOf("sanzhen code"), viewOf(plain)});
}

} // namespace

Bytes enrolProof(const std::string& code)
{
    const std::string message = "sanzhen enrol 1" + code;
    return {message.begin(), message.end()};
}

bool AttemptLimit::isOver(const std::string& host, Instant now)
{
    std::erase_if(m_failures, [&](auto& entry) {
        std::erase_if(entry.second, [&](Instant at) { return at > now || at + kWindow <= now; });
        return entry.second.empty();
    });
    const auto it = m_failures.find(host);
    return it != m_failures.end() && it->second.size() >= kMost;
}

void AttemptLimit::count(const std::string& host, Instant now)
{
    m_failures[host].push_back(now);
}

Enrolment::Enrolment(
    store::HqLog& log,
    Ledger& ledger,
    OperationId operation,
    net::Identity authority,
    const Clock& certificateClock)
    : m_log(log), m_ledger(ledger), m_operation(std::move(operation)),
      m_authority(std::move(authority)), m_certificateClock(certificateClock)
{
}

Result<std::string> makeEnrolCode(store::HqDesks& desks, const UnitCode& unit, Instant expiresAt)
{
    std::string code = randomCode();
    return desks.addCode(codeHash(code), unit, expiresAt).transform([&] {
        return std::move(code);
    });
}

// Inside one transaction, so that two headquarters never give out an id or take a code twice.
Result<sync::Enrolled>
Enrolment::enrol(const sync::Enrol& request, const std::string& host, Instant now)
{
    if (m_limit.isOver(host, now)) {
        return fail(Code::Busy, "too many wrong codes from this address");
    }
    if (auto begun = m_ledger.begin(); !begun) {
        return std::unexpected(begun.error());
    }
    const Digest hash = codeHash(request.code);
    const auto code = validCode(hash, request, now);
    if (!code) {
        m_limit.count(host, now);
        m_ledger.rollback();
        return std::unexpected(code.error());
    }
    auto enrolled = deskFor(*code, request.key).and_then([&](const DeskId& id) {
        return issue(id, *code, hash, request, now);
    });
    if (!enrolled) {
        m_ledger.rollback();
    }
    return enrolled;
}

Result<store::EnrolCode>
Enrolment::validCode(const Digest& hash, const sync::Enrol& request, Instant now)
{
    auto found = m_log.desks().code(hash);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return fail(Code::EnrolCodeBad, "no such code");
    }
    if ((*found)->expiresAt <= now) {
        return fail(Code::EnrolCodeExpired, "the code has expired");
    }
    if (!verifySignature(request.key, enrolProof(request.code), request.proof)) {
        return fail(Code::EnrolCodeBad, "the proof of the key does not verify");
    }
    if ((*found)->usedAt) {
        const store::DeskRecord* desk = m_ledger.desk((*found)->desk);
        if (desk == nullptr || desk->key != request.key || desk->revokedAt) {
            return fail(Code::EnrolCodeBad, "the code has been used");
        }
    }
    return **found;
}

Result<DeskId> Enrolment::deskFor(const store::EnrolCode& code, const PublicKey& key) const
{
    if (code.usedAt) {
        return code.desk;
    }
    const auto desks = m_ledger.desks();
    if (std::ranges::contains(desks, key, &store::DeskRecord::key)) {
        return fail(Code::LinkRefused, "the key belongs to another desk");
    }
    return freeId(code.unit);
}

// Revoked desks keep their ids, so none is ever given twice.
DeskId Enrolment::freeId(const UnitCode& unit) const
{
    for (int n = 1;; ++n) {
        DeskId id(std::format("{}-{:02}", unit.value, n));
        if (m_ledger.desk(id) == nullptr) {
            return id;
        }
    }
}

Result<sync::Enrolled> Enrolment::issue(
    const DeskId& id,
    const store::EnrolCode& code,
    const Digest& hash,
    const sync::Enrol& request,
    Instant now)
{
    auto certificate = net::issueDesk(
        m_authority, request.key, id.value, code.unit.value, m_certificateClock.now());
    const auto print = certificate.and_then(net::fingerprint);
    if (!print) {
        return std::unexpected(print.error());
    }
    store::DeskRecord desk;
    desk.id = id;
    desk.unit = code.unit;
    desk.key = request.key;
    desk.fingerprint = *print;
    desk.name = request.name.substr(0, kMaxName);
    desk.enrolledAt = now;
    return write(desk, hash, now).transform([&] {
        return sync::Enrolled{
            id, code.unit, m_operation, std::move(*certificate), m_authority.certificate};
    });
}

// The fingerprint is kept for the administrator's list; the key decides who comes in.
Result<sync::Renewed> Enrolment::renew(const store::DeskRecord& desk)
{
    auto certificate = net::issueDesk(
        m_authority, desk.key, desk.id.value, desk.unit.value, m_certificateClock.now());
    const auto print = certificate.and_then(net::fingerprint);
    if (!print) {
        return std::unexpected(print.error());
    }
    auto kept = m_ledger.begin()
                    .and_then([&] { return m_ledger.setFingerprint(desk.id, *print); })
                    .and_then([&] { return m_ledger.commit(); });
    if (!kept) {
        m_ledger.rollback();
        return std::unexpected(kept.error());
    }
    return sync::Renewed{std::move(*certificate), m_authority.certificate};
}

Result<void> Enrolment::write(const store::DeskRecord& desk, const Digest& code, Instant now)
{
    const bool isKnown = m_ledger.desk(desk.id) != nullptr;
    return (isKnown ? m_ledger.setFingerprint(desk.id, desk.fingerprint) : m_ledger.addDesk(desk))
        .and_then([&] { return m_log.desks().useCode(code, desk.id, now); })
        .and_then([&] { return m_ledger.commit(); });
}

} // namespace sz::hq
