// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/witness/Witness.h"

#include "data/proof/Base64.h"
#include "data/proof/Files.h"
#include "data/proof/Merkle.h"

#include <algorithm>
#include <fcntl.h>
#include <format>
#include <sys/file.h>
#include <unistd.h>

namespace sz::witness {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostProofLines = 63;

Answer refusal(int status, const std::string& why)
{
    return {status, "text/plain; charset=utf-8", why + '\n'};
}

Answer conflict(std::uint64_t size)
{
    return {409, "text/x.tlog.size", std::format("{}\n", size)};
}

Result<int> takeLock(const fs::path& file)
{
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0 || ::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (fd >= 0) {
            ::close(fd);
        }
        return fail(fd < 0 ? Code::Io : Code::StoreLocked, "the folder is taken", file.string());
    }
    return fd;
}

} // namespace

struct Witness::Request
{
    std::uint64_t old = 0;
    proof::Hashes proof;
    proof::Note note;
    proof::Checkpoint head;

    // "old SIZE", lines of the proof, an empty line, the note.
    [[nodiscard]] static Result<Request> parse(std::string_view body)
    {
        const std::size_t gap = body.find("\n\n");
        if (gap == std::string_view::npos) {
            return fail(Code::BadEncoding, "no empty line before the checkpoint");
        }
        const auto lines = proof::linesOf(body.substr(0, gap));
        const auto old = !lines.empty() && lines[0].starts_with("old ")
                             ? proof::parseCount(lines[0].substr(4))
                             : fail(Code::BadEncoding, "no old size");
        if (!old || lines.size() > kMostProofLines + 1) {
            return fail(Code::BadEncoding, old ? "too many proof lines" : "no old size");
        }
        Request out{*old, {}, {}, {}};
        for (const std::string_view line : std::span(lines).subspan(1)) {
            const auto hash = proof::digestFromBase64(line);
            if (!hash) {
                return std::unexpected(hash.error());
            }
            out.proof.push_back(*hash);
        }
        return proof::Note::parse(body.substr(gap + 2))
            .transform([&](proof::Note note) { out.note = std::move(note); })
            .and_then([&] { return proof::Checkpoint::parse(out.note.text); })
            .transform([&](proof::Checkpoint head) {
                out.head = std::move(head);
                return std::move(out);
            });
    }
};

Result<proof::Signer> openKey(const fs::path& folder, const std::string& name)
{
    const fs::path file = folder / "witness.key";
    const auto kept = proof::readWhole(file);
    if (!kept && kept.error().code != Code::NotFound) {
        return std::unexpected(kept.error());
    }
    if (!kept) {
        proof::Signer made(name, proof::KeyType::Cosignature, SigningKey::generate());
        if (!proof::VerifierKey::parse(made.verifier().text())) {
            return fail(Code::BadArgument, "a witness's name has no blanks and no plus", name);
        }
        const std::string text = made.text() + '\n';
        return proof::writeWhole(file, viewOf(text), 0600).transform([&] {
            return std::move(made);
        });
    }
    std::string_view text = textOf(*kept);
    text.remove_suffix(text.ends_with('\n') ? 1 : 0);
    auto signer = proof::Signer::parse(text);
    if (!signer || signer->verifier().name != name
        || signer->verifier().type != proof::KeyType::Cosignature) {
        return fail(Code::BadCertificate, "not the key of a witness of this name", file.string());
    }
    return signer;
}

Result<Witness> Witness::open(
    const fs::path& folder,
    const std::string& name,
    std::vector<proof::VerifierKey> logs,
    const Clock& clock)
{
    return openKey(folder, name).and_then([&](proof::Signer signer) {
        return takeLock(folder / "witness.lock").transform([&](int lock) {
            return Witness(folder, std::move(signer), std::move(logs), clock, lock);
        });
    });
}

Witness::Witness(
    fs::path folder,
    proof::Signer signer,
    std::vector<proof::VerifierKey> logs,
    const Clock& clock,
    int lock)
    : m_folder(std::move(folder)), m_signer(std::move(signer)), m_logs(std::move(logs)),
      m_clock(clock), m_lock(lock)
{
}

Witness::Witness(Witness&& other) noexcept
    : m_folder(std::move(other.m_folder)), m_signer(std::move(other.m_signer)),
      m_logs(std::move(other.m_logs)), m_clock(other.m_clock),
      m_lock(std::exchange(other.m_lock, -1)), m_isBroken(other.m_isBroken)
{
}

Witness::~Witness()
{
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

Answer Witness::addCheckpoint(std::string_view body)
{
    const auto request = Request::parse(body);
    if (!request) {
        return refusal(400, request.error().detail);
    }
    if (!knows(request->head.origin)) {
        return refusal(404, "unknown log");
    }
    if (!isSigned(*request)) {
        return refusal(403, "not signed by this log");
    }
    if (request->old > request->head.size) {
        return refusal(400, "a log does not shrink");
    }
    return judge(*request);
}

bool Witness::knows(const std::string& origin) const
{
    return std::ranges::contains(m_logs, origin, &proof::VerifierKey::name);
}

bool Witness::isSigned(const Request& request) const
{
    return std::ranges::any_of(m_logs, [&](const proof::VerifierKey& key) {
        return key.name == request.head.origin && proof::verifyNote(request.note, key).has_value();
    });
}

// In the order of the specification; nothing else works on the folder between the look and the write.
Answer Witness::judge(const Request& request)
{
    const auto known = last(request.head.origin);
    if (m_isBroken || !known) {
        return refusal(500, "the witness cannot trust its own records");
    }
    if (request.old != known->size) {
        return conflict(known->size);
    }
    const bool isSameSize = request.head.size == known->size;
    if (isSameSize && request.head.root != known->root) {
        return conflict(known->size);
    }
    if (!proof::verifyConsistency(
            known->size, known->root, request.head.size, request.head.root, request.proof)) {
        return refusal(422, "not a continuation of what was cosigned");
    }
    return cosign(request);
}

Answer Witness::cosign(const Request& request)
{
    const std::string note = request.note.format();
    if (auto kept = proof::writeWhole(fileOf(request.head.origin), viewOf(note), 0600); !kept) {
        m_isBroken = true; // whether it is on the disk nobody knows
        return refusal(500, "the witness cannot write");
    }
    return {
        200, "text/plain; charset=utf-8",
        proof::signatureLine(proof::signNote(request.note.text, m_signer, m_clock.now()))};
}

Result<proof::Checkpoint> Witness::last(const std::string& origin) const
{
    const auto bytes = proof::readWhole(fileOf(origin));
    if (!bytes && bytes.error().code == Code::NotFound) {
        return proof::Checkpoint{origin, 0, sha256(BytesView{}), {}};
    }
    return bytes.and_then([](const Bytes& b) { return proof::Note::parse(textOf(b)); })
        .and_then([](const proof::Note& note) { return proof::Checkpoint::parse(note.text); })
        .and_then([&](proof::Checkpoint head) -> Result<proof::Checkpoint> {
            return head.origin == origin ? Result<proof::Checkpoint>(std::move(head))
                                         : fail(Code::StoreCorrupt, "another log's record");
        });
}

fs::path Witness::fileOf(const std::string& origin) const
{
    return m_folder / "logs" / toHex(sha256(viewOf(origin)));
}

} // namespace sz::witness
