// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A witness without its sockets: a request's text in, status and text out.

#include "data/proof/Checkpoint.h"

#include <filesystem>

namespace sz::witness {

struct Answer
{
    int status = 500;
    std::string type = "text/plain; charset=utf-8";
    std::string body;
};

/// The witness's own key in `folder`/witness.key (0600), made when there is none. Errors: BadCertificate (another
/// name's, or unreadable), Io, NoSpace.
[[nodiscard]] Result<proof::Signer>
openKey(const std::filesystem::path& folder, const std::string& name);

/// Keeps one file per log below `folder`/logs: the last checkpoint it cosigned. Thread: one.
class Witness
{
public:
    /// `logs`: keys whose names are the logs' origins; several for one origin are alternatives. Holds
    /// `folder`/witness.lock. Errors: StoreLocked (another witness works there), those of openKey.
    [[nodiscard]] static Result<Witness> open(
        const std::filesystem::path& folder,
        const std::string& name,
        std::vector<proof::VerifierKey> logs,
        const Clock& clock);
    Witness(Witness&& other) noexcept;
    Witness& operator=(Witness&&) = delete;
    ~Witness();

    /// C2SP tlog-witness add-checkpoint: 200 with a cosignature line, once it is on the disk; 400 malformed or
    /// shrinking; 403 not signed by the log; 404 unknown log; 409 with the size it knows; 422 not a continuation; 500
    /// when its own disk fails, and from then on until it is started again.
    [[nodiscard]] Answer addCheckpoint(std::string_view body);

    [[nodiscard]] const proof::VerifierKey& key() const { return m_signer.verifier(); }

private:
    struct Request;
    Witness(
        std::filesystem::path folder,
        proof::Signer signer,
        std::vector<proof::VerifierKey> logs,
        const Clock& clock,
        int lock);
    [[nodiscard]] bool knows(const std::string& origin) const;
    [[nodiscard]] bool isSigned(const Request& request) const;
    [[nodiscard]] Answer judge(const Request& request);
    [[nodiscard]] Answer cosign(const Request& request);
    /// Size 0 when it has never cosigned this log. Errors: StoreCorrupt.
    [[nodiscard]] Result<proof::Checkpoint> last(const std::string& origin) const;
    [[nodiscard]] std::filesystem::path fileOf(const std::string& origin) const;

    std::filesystem::path m_folder;
    proof::Signer m_signer;
    std::vector<proof::VerifierKey> m_logs;
    const Clock& m_clock;
    int m_lock = -1;
    bool m_isBroken = false;
};

} // namespace sz::witness
