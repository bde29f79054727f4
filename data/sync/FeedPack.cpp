// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/FeedPack.h"

#include <zstd.h>

namespace sz::sync {
namespace {

using log::Array;
using log::Value;

bool readItem(const Value& v, log::FeedItem& item)
{
    const auto* parts = v.as<Array>();
    if (parts == nullptr || parts->size() < 5) {
        return false;
    }
    const auto* seq = (*parts)[0].as<std::int64_t>();
    const auto* number = (*parts)[1].as<std::int64_t>();
    const auto* received = (*parts)[2].as<std::int64_t>();
    const auto* serial = (*parts)[3].as<std::int64_t>();
    const auto* raw = (*parts)[4].as<Bytes>();
    if (seq == nullptr || number == nullptr || received == nullptr || serial == nullptr
        || raw == nullptr || *seq < 1 || *number < 1 || *serial < 0) {
        return false;
    }
    item = {
        static_cast<std::uint64_t>(*seq), static_cast<std::uint64_t>(*number), fromUtcMs(*received),
        static_cast<std::uint32_t>(*serial), *raw};
    return true;
}

} // namespace

Bytes packItems(const std::vector<log::FeedItem>& items)
{
    Array list;
    list.reserve(items.size());
    for (const log::FeedItem& item : items) {
        list.emplace_back(
            Array{item.seq, item.number, toUtcMs(item.receivedAt), item.serial, item.raw});
    }
    return log::encode(list);
}

Result<std::vector<log::FeedItem>> unpackItems(BytesView plain, std::size_t most)
{
    const auto value = log::decode(plain);
    const auto* list = value ? value->as<Array>() : nullptr;
    if (list == nullptr) {
        return fail(Code::BadEncoding, "places of a feed are no array");
    }
    if (list->size() > most) {
        return fail(Code::BadEncoding, "too many places of a feed");
    }
    std::vector<log::FeedItem> items(list->size());
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (!readItem((*list)[i], items[i])) {
            return fail(Code::BadEncoding, "a malformed place of a feed");
        }
    }
    return items;
}

Bytes compress(BytesView plain, bool isAlways)
{
    Bytes out(ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress(out.data(), out.size(), plain.data(), plain.size(), 1);
    if (ZSTD_isError(size) != 0 || (size >= plain.size() && !isAlways)) {
        return {};
    }
    out.resize(size);
    return out;
}

Result<Bytes> decompress(BytesView packed, std::size_t most)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > most) {
        return fail(Code::BadEncoding, "compressed bytes: size unknown or too large");
    }
    Bytes out(static_cast<std::size_t>(size));
    const std::size_t got = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != out.size()) {
        return fail(Code::BadEncoding, "damaged compression");
    }
    return out;
}

} // namespace sz::sync
