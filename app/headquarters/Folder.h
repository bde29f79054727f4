// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What lies in headquarters' folder beside the log: keys, certificates, and where the running one can be reached.

#include "data/base/Ids.h"
#include "data/net/Authority.h"
#include "data/net/Link.h"
#include "data/store/HqLog.h"

#include <filesystem>
#include <string>

namespace sz::headquarters {

struct Identities
{
    net::Identity authority; ///< its certificate first, then former ones that are still trusted
    net::Identity server;    ///< its certificate, then the cross certificates
};

/// Makes the folder, readable for its owner only. Errors: StoreOpen.
[[nodiscard]] Result<void> makeFolder(const std::filesystem::path& folder);

/// Writes a file (0600) as a whole: through a power cut the old or the new one is there. Errors: Io, NoSpace.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& file, const std::string& text);
/// Its bytes; empty when it cannot be read.
[[nodiscard]] std::string readFile(const std::filesystem::path& file);

/// Ends a change of the authority that was cut short (Authorities.h). Reads authority.pem/.key and server.pem/.key; makes what is missing (keys 0600) and a new server certificate 30 days
/// before the old one ends or when another authority signed it. The caller holds the folder's lock. Errors: BadCertificate, Io, NoSpace.
[[nodiscard]] Result<Identities>
openIdentities(const std::filesystem::path& folder, const std::string& name, Instant now);

/// All headquarters of one operation must speak for the same authority. The first one writes its fingerprint into the
/// log; errors: BadCertificate when the folder holds another (copy authority.pem and authority.key from the first), and
/// the store's.
[[nodiscard]] Result<void> checkAuthority(store::HqLog& log, const net::Identity& authority);

/// Tells programs on this machine where to connect: endpoint.json {host, port, operation, authority (hex SHA-256 of the
/// CA certificate), pid}. Replaced as a whole. Errors: Io, NoSpace.
[[nodiscard]] Result<void> writeEndpoint(
    const std::filesystem::path& folder,
    const net::Endpoint& at,
    const OperationId& operation,
    const std::string& authority);
void removeEndpoint(const std::filesystem::path& folder);

} // namespace sz::headquarters
