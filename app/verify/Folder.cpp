// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/Verify.h"

#include <algorithm>
#include <filesystem>

namespace verify {
namespace {

constexpr std::uint64_t kWidth = 256;

std::string threeDigits(std::uint64_t n)
{
    return std::to_string(1000 + n % 1000).substr(1);
}

// Tiles are named by level and index, bundles by "entries" and index; the last may be a partial one.
class Folder
{
public:
    explicit Folder(std::string folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] std::string
    read(const std::string& kind, std::uint64_t index, std::uint64_t width) const
    {
        std::string name = threeDigits(index);
        for (std::uint64_t n = index / 1000; n > 0; n /= 1000) {
            name = "x" + threeDigits(n) + "/" + name;
        }
        const std::string full = m_folder + "/tile/" + kind + "/" + name;
        const std::string partial = full + ".p/" + std::to_string(width);
        return readFile(width < kWidth && std::filesystem::exists(partial) ? partial : full);
    }

    [[nodiscard]] std::string tile(unsigned level, std::uint64_t index, std::uint64_t width) const
    {
        std::string bytes = read(std::to_string(level), index, width);
        if (bytes.size() < width * 32) {
            throw damaged(level, index);
        }
        return bytes.substr(0, width * 32);
    }

    static Refusal damaged(unsigned level, std::uint64_t index)
    {
        const std::string where = std::to_string(level) + "/" + std::to_string(index);
        return {"tile " + where + " is damaged", "瓦片 " + where + " 已损坏"};
    }

private:
    std::string m_folder;
};

// Each record of a bundle hashes to its leaf and bears its number.
void checkBundle(std::string_view bundle, std::string_view tile, std::uint64_t first)
{
    for (std::uint64_t i = 0; i < tile.size() / 32; ++i) {
        const std::string number = std::to_string(first + i + 1);
        const Refusal wrong(
            "entry " + number + " is not the signed one", "第 " + number + " 条与签名不符");
        const std::size_t length =
            bundle.size() < 2 ? 0
                              : static_cast<std::size_t>(static_cast<unsigned char>(bundle[0])) << 8
                                    | static_cast<unsigned char>(bundle[1]);
        if (bundle.size() < length + 2) {
            throw wrong;
        }
        const std::string_view record = bundle.substr(2, length);
        if (leafOf(record) != tile.substr(i * 32, 32)
            || !record.starts_with("sanzhen entry 1\nnumber " + number + "\n")) {
            throw wrong;
        }
        bundle.remove_prefix(length + 2);
    }
}

Hash rootOfTile(std::string_view tile)
{
    Growing tree;
    for (std::size_t at = 0; at < tile.size(); at += 32) {
        tree.add(Hash(tile.substr(at, 32)));
    }
    return tree.root();
}

// Every level above the leaves repeats what the one below says.
void checkLevels(const Folder& folder, std::vector<Hash> hashes)
{
    for (unsigned level = 1; !hashes.empty(); ++level) {
        std::vector<Hash> next;
        for (std::uint64_t at = 0; at < hashes.size(); at += kWidth) {
            const std::uint64_t width = std::min<std::uint64_t>(kWidth, hashes.size() - at);
            const std::string tile = folder.tile(level, at / kWidth, width);
            for (std::uint64_t i = 0; i < width; ++i) {
                if (tile.compare(i * 32, 32, hashes[at + i]) != 0) {
                    throw Folder::damaged(level, at / kWidth);
                }
            }
            if (width == kWidth) {
                next.push_back(rootOfTile(tile));
            }
        }
        hashes = std::move(next);
    }
}

struct Walk
{
    Growing tree;
    std::vector<Hash> tileRoots;
    std::size_t met = 0; ///< earlier heads found on the way
};

Walk walkLeaves(const Folder& folder, std::uint64_t size, const std::vector<Head>& earlier)
{
    Walk walk;
    const auto meet = [&] {
        for (const Head& head : earlier) {
            if (head.size == walk.tree.size() && head.root == walk.tree.root()) {
                ++walk.met;
            }
        }
    };
    meet();
    for (std::uint64_t at = 0; at < size; at += kWidth) {
        const std::uint64_t width = std::min(kWidth, size - at);
        const std::string tile = folder.tile(0, at / kWidth, width);
        checkBundle(folder.read("entries", at / kWidth, width), tile, at);
        for (std::uint64_t i = 0; i < width; ++i) {
            walk.tree.add(tile.substr(i * 32, 32));
            meet();
        }
        if (width == kWidth) {
            walk.tileRoots.push_back(rootOfTile(tile));
        }
    }
    return walk;
}

} // namespace

Head checkFolder(const std::string& path, const std::string& older, const Trust& trust)
{
    const Folder folder(path);
    const Head head = openCheckpoint(readFile(path + "/checkpoint"), trust.log, {});
    Head proven =
        head; // to whoever asks for witnesses: what they have seen, a little less than the log's own
    std::vector<Head> earlier;
    if (!trust.witnesses.empty()) {
        const bool isKept = std::filesystem::exists(path + "/cosigned");
        proven = openCheckpoint(
            readFile(path + (isKept ? "/cosigned" : "/checkpoint")), trust.log, trust.witnesses);
        earlier.push_back(proven);
    }
    if (!older.empty()) {
        earlier.push_back(openCheckpoint(older, trust.log, {}));
    }
    const Walk walk = walkLeaves(folder, head.size, earlier);
    if (walk.tree.root() != head.root) {
        throw Refusal("the entries are not those that were signed", "条目与签名的根不符");
    }
    checkLevels(folder, walk.tileRoots);
    if (walk.met != earlier.size()) {
        throw Refusal("the log does not continue the older checkpoint", "日志不是旧检查点的延续");
    }
    return proven;
}

} // namespace verify
