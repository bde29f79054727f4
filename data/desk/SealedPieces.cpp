// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/SealedPieces.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace sz::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLength = 4;
constexpr std::string_view kAbout = "sanzhen file 1";

Bytes aboutOf(std::uint64_t offset)
{
    Bytes out(kAbout.begin(), kAbout.end());
    for (int shift = 56; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(offset >> shift));
    }
    return out;
}

bool read(std::ifstream& in, std::span<std::uint8_t> into)
{
    in.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
    return static_cast<std::size_t>(in.gcount()) == into.size();
}

/// Bytes of the record that begins here, behind its length; nothing at the end or where it is torn.
std::optional<std::size_t> nextLength(std::ifstream& in)
{
    std::array<std::uint8_t, kLength> head{};
    if (!read(in, head)) {
        return std::nullopt;
    }
    std::size_t length = 0;
    for (const std::uint8_t byte : head) {
        length = length << 8 | byte;
    }
    const bool isPossible =
        length > vault::kSealOverhead && length <= kPieceBytes + vault::kSealOverhead;
    return isPossible ? std::optional(length) : std::nullopt;
}

Result<void>
eachPlain(std::ifstream& in, std::uint64_t from, const std::function<bool(BytesView)>& visit)
{
    in.seekg(static_cast<std::streamoff>(from));
    Bytes piece(kPieceBytes);
    for (bool isMore = true; isMore && in;) {
        in.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(kPieceBytes));
        const auto count = static_cast<std::size_t>(in.gcount());
        isMore = count > 0 && visit(BytesView(piece).first(count));
    }
    return in.bad() ? fail(Code::Io, "cannot be read") : Result<void>();
}

Result<void> eachSealed(
    std::ifstream& in,
    const vault::SecretKey& key,
    std::uint64_t from,
    const std::function<bool(BytesView)>& visit)
{
    std::uint64_t at = 0;
    bool isMore = true;
    while (isMore && in.peek() != std::ifstream::traits_type::eof()) {
        const auto length = nextLength(in);
        Bytes record(length.value_or(0));
        if (!length || !read(in, record)) {
            return fail(Code::BadEncoding, "a sealed file is cut");
        }
        const std::uint64_t next = at + record.size() - vault::kSealOverhead;
        if (next > from) {
            const auto plain = vault::unseal(key, record, aboutOf(at));
            if (!plain) {
                return std::unexpected(plain.error());
            }
            const auto skip = static_cast<std::size_t>(from > at ? from - at : 0);
            isMore = visit(BytesView(*plain).subspan(skip));
        }
        at = next;
    }
    return {};
}

} // namespace

Bytes sealPiece(const vault::SecretKey& key, std::uint64_t offset, BytesView bytes)
{
    const Bytes sealed = vault::seal(key, bytes, aboutOf(offset));
    Bytes out;
    out.reserve(kLength + sealed.size());
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(sealed.size() >> shift));
    }
    out.insert(out.end(), sealed.begin(), sealed.end());
    return out;
}

Tail tailOf(const fs::path& file, bool isSealed)
{
    std::error_code missing;
    const std::uint64_t size = fs::file_size(file, missing);
    if (missing || !isSealed) {
        return missing ? Tail{} : Tail{size, size};
    }
    Tail tail;
    std::ifstream in(file, std::ios::binary);
    while (const auto length = nextLength(in)) {
        if (tail.stored + kLength + *length > size) {
            break;
        }
        tail.stored += kLength + *length;
        tail.plain += *length - vault::kSealOverhead;
        in.seekg(static_cast<std::streamoff>(tail.stored));
    }
    return tail;
}

Result<void> eachPiece(
    const fs::path& file,
    const vault::SecretKey* key,
    std::uint64_t from,
    const std::function<bool(BytesView)>& visit)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(Code::Io, "cannot be read", file.string());
    }
    return key == nullptr ? eachPlain(in, from, visit) : eachSealed(in, *key, from, visit);
}

} // namespace sz::desk
