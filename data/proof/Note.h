// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Signed notes (C2SP signed-note): a text of lines, an empty line, one line a signature. Also the keys' texts.

#include "data/base/Clock.h"
#include "data/base/Hash.h"

#include <string>
#include <vector>

namespace sz::proof {

/// Signature types of C2SP signed-note.
enum class KeyType : std::uint8_t {
    Ed25519 = 0x01,     ///< over the note's text: a log
    Cosignature = 0x04, ///< over a time and the note's text: a witness (C2SP tlog-cosignature v1)
};

/// Whose signature is trusted. Text form (vkey): "name+key id in hex+base64(type ‖ key)".
struct VerifierKey
{
    std::string name; ///< no blanks, no '+'
    KeyType type = KeyType::Ed25519;
    PublicKey key{};

    /// First four bytes of SHA-256(name ‖ "\n" ‖ type ‖ key), big endian.
    [[nodiscard]] std::uint32_t id() const;
    [[nodiscard]] std::string text() const;
    /// Errors: BadEncoding (also when the id is not the key's).
    [[nodiscard]] static Result<VerifierKey> parse(std::string_view text);
    auto operator<=>(const VerifierKey&) const = default;
};

/// A name that signs. Text form, for 0600 files: "PRIVATE+KEY+name+id+base64(type ‖ seed)".
class Signer
{
public:
    Signer(std::string name, KeyType type, SigningKey key);
    /// Errors: BadEncoding.
    [[nodiscard]] static Result<Signer> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] const VerifierKey& verifier() const { return m_verifier; }

    /// The bytes of a signature line after the key id; `now` (whole seconds) only enters cosignatures.
    [[nodiscard]] Bytes sign(std::string_view noteText, Instant now) const;

private:
    VerifierKey m_verifier;
    SigningKey m_key;
};

struct NoteSignature
{
    std::string name;
    std::uint32_t keyId = 0;
    Bytes signature;
};

struct Note
{
    std::string text; ///< ends with a newline
    std::vector<NoteSignature> signatures;

    [[nodiscard]] std::string format() const;
    /// At most 4 MiB and 64 signatures. Errors: BadEncoding (no signature, control characters, not UTF-8).
    [[nodiscard]] static Result<Note> parse(std::string_view bytes);
};

/// "— name base64\n".
[[nodiscard]] std::string signatureLine(const NoteSignature& signature);
/// Errors: BadEncoding. `line` is without its newline.
[[nodiscard]] Result<NoteSignature> parseSignatureLine(std::string_view line);

[[nodiscard]] NoteSignature signNote(std::string_view text, const Signer& signer, Instant now);
/// Errors: BadSignature (no line of this key, or one that does not verify).
[[nodiscard]] Result<void> verifyNote(const Note& note, const VerifierKey& key);
/// When a witness cosigned; seconds. Errors: BadSignature.
[[nodiscard]] Result<Instant> cosignedAt(const Note& note, const VerifierKey& key);

/// Letters, digits and "._~/-" stay, every other byte becomes %XX: fit for key names and records.
[[nodiscard]] std::string plainToken(std::string_view text);
/// What plainToken was given. Errors: BadEncoding (an unfinished escape).
[[nodiscard]] Result<std::string> fromPlainToken(std::string_view token);

} // namespace sz::proof
