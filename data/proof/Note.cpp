// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Note.h"

#include "data/proof/Base64.h"

#include <algorithm>
#include <format>
#include <limits>

namespace sz::proof {
namespace {

constexpr std::string_view kDash = "\xE2\x80\x94 "; // em dash, blank
constexpr std::string_view kPrivate = "PRIVATE+KEY+";
constexpr std::size_t kMostBytes = 4 << 20;
constexpr std::size_t kMostSignatures = 64;
constexpr std::size_t kKeyBytes = 33; // type ‖ key

bool isName(std::string_view name)
{
    return !name.empty()
           && std::ranges::none_of(
               name,
               [](char c) {
                   return static_cast<unsigned char>(c) <= ' ' || c == '+' || c == '\x7f';
               })
           && isUtf8(name) && !name.contains("\xC2\xA0") && !name.contains("\xE3\x80\x80");
}

std::uint32_t bigEndian32(BytesView bytes)
{
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        out = out << 8 | bytes[i];
    }
    return out;
}

template <class Int>
void putBigEndian(Bytes& out, Int n)
{
    for (int shift = std::numeric_limits<Int>::digits - 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(n >> shift));
    }
}

Bytes typed(KeyType type, BytesView key)
{
    Bytes out{static_cast<std::uint8_t>(type)};
    out.insert(out.end(), key.begin(), key.end());
    return out;
}

struct KeyText
{
    std::string name;
    std::uint32_t id = 0;
    KeyType type = KeyType::Ed25519;
    Bytes key;
};

// "name+id+base64(type ‖ 32 bytes)".
Result<KeyText> parseKeyText(std::string_view text)
{
    const std::size_t first = text.find('+');
    const std::size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
    if (second == std::string_view::npos || !isName(text.substr(0, first))) {
        return fail(Code::BadEncoding, "a key is name+id+base64");
    }
    const auto id = fromHex(text.substr(first + 1, second - first - 1));
    const auto key = fromBase64(text.substr(second + 1));
    const bool isKnown = key && key->size() == kKeyBytes
                         && ((*key)[0] == static_cast<std::uint8_t>(KeyType::Ed25519)
                             || (*key)[0] == static_cast<std::uint8_t>(KeyType::Cosignature));
    if (!id || id->size() != 4 || !isKnown) {
        return fail(Code::BadEncoding, "not an Ed25519 key");
    }
    return KeyText{
        std::string(text.substr(0, first)), bigEndian32(*id), static_cast<KeyType>((*key)[0]),
        Bytes(key->begin() + 1, key->end())};
}

std::string cosignedText(std::string_view noteText, std::uint64_t seconds)
{
    return std::format("cosignature/v1\ntime {}\n{}", seconds, noteText);
}

// The text that was signed and the 64 bytes of Ed25519, or nothing when the line has another length.
bool verifies(const NoteSignature& line, std::string_view text, const VerifierKey& key)
{
    const std::size_t stamp = key.type == KeyType::Cosignature ? 8 : 0;
    Signature signature{};
    if (line.signature.size() != stamp + signature.size()) {
        return false;
    }
    std::copy(
        line.signature.begin() + static_cast<std::ptrdiff_t>(stamp), line.signature.end(),
        signature.begin());
    if (stamp == 0) {
        return verifySignature(key.key, viewOf(text), signature);
    }
    const BytesView time(line.signature.data(), stamp);
    const std::uint64_t seconds =
        std::uint64_t{bigEndian32(time)} << 32 | bigEndian32(time.subspan(4));
    return seconds <= std::uint64_t{std::numeric_limits<std::int64_t>::max()}
           && verifySignature(key.key, viewOf(cosignedText(text, seconds)), signature);
}

bool isOf(const NoteSignature& line, const VerifierKey& key)
{
    return line.keyId == key.id() && line.name == key.name;
}

} // namespace

std::uint32_t VerifierKey::id() const
{
    const std::string head = name + '\n';
    const std::array<std::uint8_t, 1> kind{static_cast<std::uint8_t>(type)};
    return bigEndian32(sha256({viewOf(head), kind, key}));
}

std::string VerifierKey::text() const
{
    return std::format("{}+{:08x}+{}", name, id(), toBase64(typed(type, key)));
}

Result<VerifierKey> VerifierKey::parse(std::string_view text)
{
    return parseKeyText(text).and_then([&](const KeyText& parts) -> Result<VerifierKey> {
        VerifierKey out{parts.name, parts.type, {}};
        std::ranges::copy(parts.key, out.key.begin());
        if (out.text() != text) { // another id, or its digits in capitals
            return fail(Code::BadEncoding, "the id is not this key's");
        }
        return out;
    });
}

Signer::Signer(std::string name, KeyType type, SigningKey key)
    : m_verifier{std::move(name), type, key.publicKey()}, m_key(std::move(key))
{
}

Result<Signer> Signer::parse(std::string_view text)
{
    if (!text.starts_with(kPrivate)) {
        return fail(Code::BadEncoding, "not a private key");
    }
    return parseKeyText(text.substr(kPrivate.size())).and_then([](const KeyText& parts) {
        return SigningKey::fromSeed(parts.key).and_then([&](SigningKey key) -> Result<Signer> {
            Signer out(parts.name, parts.type, std::move(key));
            if (out.verifier().id() != parts.id) {
                return fail(Code::BadEncoding, "the id is not this key's");
            }
            return out;
        });
    });
}

std::string Signer::text() const
{
    return std::format(
        "{}{}+{:08x}+{}", kPrivate, m_verifier.name, m_verifier.id(),
        toBase64(typed(m_verifier.type, m_key.seed())));
}

Bytes Signer::sign(std::string_view noteText, Instant now) const
{
    Bytes out;
    if (m_verifier.type == KeyType::Ed25519) {
        const Signature signature = m_key.sign(viewOf(noteText));
        return {signature.begin(), signature.end()};
    }
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(toUtcMs(now) / 1000, 0));
    putBigEndian(out, seconds);
    const Signature signature = m_key.sign(viewOf(cosignedText(noteText, seconds)));
    out.insert(out.end(), signature.begin(), signature.end());
    return out;
}

std::string Note::format() const
{
    std::string out = text + '\n';
    for (const NoteSignature& line : signatures) {
        out += signatureLine(line);
    }
    return out;
}

Result<Note> Note::parse(std::string_view bytes)
{
    const bool isPlain =
        bytes.size() <= kMostBytes && isUtf8(bytes) && std::ranges::none_of(bytes, [](char c) {
            return static_cast<unsigned char>(c) < ' ' && c != '\n';
        });
    const std::size_t gap = bytes.rfind("\n\n");
    if (!isPlain || gap == std::string_view::npos || !bytes.ends_with('\n')) {
        return fail(Code::BadEncoding, "not a signed note");
    }
    Note out{std::string(bytes.substr(0, gap + 1)), {}};
    std::string_view rest = bytes.substr(gap + 2);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        auto line = parseSignatureLine(rest.substr(0, end));
        if (!line || out.signatures.size() == kMostSignatures) {
            return fail(Code::BadEncoding, "not a signature line");
        }
        out.signatures.push_back(std::move(*line));
        rest.remove_prefix(end + 1);
    }
    if (out.signatures.empty()) {
        return fail(Code::BadEncoding, "a note without a signature");
    }
    return out;
}

std::string signatureLine(const NoteSignature& signature)
{
    Bytes bytes;
    putBigEndian(bytes, signature.keyId);
    bytes.insert(bytes.end(), signature.signature.begin(), signature.signature.end());
    return std::format("{}{} {}\n", kDash, signature.name, toBase64(bytes));
}

Result<NoteSignature> parseSignatureLine(std::string_view line)
{
    const bool isDashed = line.starts_with(kDash);
    const std::string_view rest = isDashed ? line.substr(kDash.size()) : std::string_view();
    const std::size_t blank = rest.find(' ');
    if (blank == std::string_view::npos || !isName(rest.substr(0, blank))) {
        return fail(Code::BadEncoding, "not a signature line");
    }
    return fromBase64(rest.substr(blank + 1))
        .and_then([&](const Bytes& bytes) -> Result<NoteSignature> {
            if (bytes.size() < 5) {
                return fail(Code::BadEncoding, "a signature without bytes");
            }
            return NoteSignature{
                std::string(rest.substr(0, blank)), bigEndian32(bytes),
                Bytes(bytes.begin() + 4, bytes.end())};
        });
}

NoteSignature signNote(std::string_view text, const Signer& signer, Instant now)
{
    return {signer.verifier().name, signer.verifier().id(), signer.sign(text, now)};
}

Result<void> verifyNote(const Note& note, const VerifierKey& key)
{
    bool isSigned = false;
    for (const NoteSignature& line : note.signatures) {
        if (!isOf(line, key)) {
            continue;
        }
        if (!verifies(line, note.text, key)) {
            return fail(Code::BadSignature, "the signature of " + key.name + " does not verify");
        }
        isSigned = true;
    }
    if (!isSigned) {
        return fail(Code::BadSignature, "not signed by " + key.name);
    }
    return {};
}

Result<Instant> cosignedAt(const Note& note, const VerifierKey& key)
{
    return verifyNote(note, key).and_then([&]() -> Result<Instant> {
        const auto line =
            std::ranges::find_if(note.signatures, [&](const auto& s) { return isOf(s, key); });
        if (key.type != KeyType::Cosignature) {
            return fail(Code::BadSignature, key.name + " is not a witness");
        }
        const BytesView time(line->signature.data(), 8);
        const std::uint64_t seconds =
            std::uint64_t{bigEndian32(time)} << 32 | bigEndian32(time.subspan(4));
        return fromUtcMs(static_cast<std::int64_t>(seconds) * 1000);
    });
}

std::string plainToken(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                             || (c >= '0' && c <= '9') || std::string_view("._~/-").contains(c);
        out += isPlain ? std::string(1, c) : std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

Result<std::string> fromPlainToken(std::string_view token)
{
    std::string out;
    while (!token.empty()) {
        const bool isEscaped = token[0] == '%';
        const auto byte = fromHex(isEscaped ? token.substr(1, 2) : std::string_view("00"));
        if (!byte || byte->size() != 1) {
            return fail(Code::BadEncoding, "an unfinished escape");
        }
        out += isEscaped ? static_cast<char>(byte->front()) : token[0];
        token.remove_prefix(isEscaped ? 3 : 1);
    }
    return out;
}

} // namespace sz::proof
