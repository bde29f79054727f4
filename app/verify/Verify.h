// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything the verifier knows: strings of bytes, a tree of SHA-256, notes signed with Ed25519.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace verify {

/// Why something is not accepted, in both languages.
struct Refusal : std::runtime_error
{
    Refusal(const std::string& en, std::string zh) : std::runtime_error(en), chinese(std::move(zh))
    {
    }
    std::string chinese;
};

using Hash = std::string; ///< 32 bytes

// Tree.cpp
[[nodiscard]] Hash sha256(std::string_view bytes);
[[nodiscard]] Hash leafOf(std::string_view record);
[[nodiscard]] Hash nodeOf(std::string_view left, std::string_view right);
/// The root that a leaf at `index` of a tree of `size` has with this path; throws when the path has another length.
[[nodiscard]] Hash rootFromPath(
    const Hash& leaf,
    std::uint64_t index,
    std::uint64_t size,
    const std::vector<Hash>& path);

/// Takes leaves one after the other and knows the root at any moment; log2(size) hashes of memory.
class Growing
{
public:
    void add(Hash leaf);
    [[nodiscard]] Hash root() const;
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    std::uint64_t m_size = 0;
    std::vector<Hash> m_peaks; ///< complete subtrees, the largest first
};

// Note.cpp
struct Key
{
    std::string name;
    std::string id;    ///< 4 bytes
    std::uint8_t type; ///< 1: a log, 4: a witness
    std::string bytes; ///< 32, Ed25519
};

struct Head
{
    std::string origin;
    std::uint64_t size = 0;
    Hash root;
};

/// "name+id+base64", or the name of a file that holds it.
[[nodiscard]] Key readKey(const std::string& textOrFile);
/// The checkpoint, once the log's signature and those of all witnesses are found good.
[[nodiscard]] Head
openCheckpoint(std::string_view note, const Key& log, const std::vector<Key>& witnesses);
[[nodiscard]] std::string decode64(std::string_view text);
[[nodiscard]] std::uint64_t decimal(std::string_view text);
/// Takes the next line off; throws when there is none.
[[nodiscard]] std::string_view takeLine(std::string_view& text);
/// Throws when it cannot be read or is larger than any file of a log.
[[nodiscard]] std::string readFile(const std::string& file);
/// A proof, as text or in gzip; throws when it cannot be read, is damaged or unpacks to more than any proof has.
[[nodiscard]] std::string readPacked(const std::string& file);

// Proof.cpp, Folder.cpp
struct Trust
{
    Key log;
    std::vector<Key> witnesses;
};

/// Record is the text of eight lines; `entry`, the entry's own bytes, may be null.
[[nodiscard]] Head checkProof(
    std::string_view proof,
    std::string_view record,
    const std::string* entry,
    const Trust& trust);
/// All tiles, bundles and the root; `older` is a checkpoint this log must continue, or empty.
[[nodiscard]] Head
checkFolder(const std::string& folder, const std::string& older, const Trust& trust);

} // namespace verify
