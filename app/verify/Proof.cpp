// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/Verify.h"

namespace verify {
namespace {

// The last line of a record names the entry's bytes by their hash.
void checkEntry(std::string_view record, const std::string& entry)
{
    constexpr std::string_view kKey = "\nentry ";
    const std::size_t at = record.rfind(kKey);
    if (at == std::string_view::npos || !record.ends_with('\n')
        || decode64(record.substr(at + kKey.size(), record.size() - at - kKey.size() - 1))
               != sha256(entry)) {
        throw Refusal("the entry is not the one of the record", "条目与记录不符");
    }
}

void checkNumber(std::string_view record, std::uint64_t index)
{
    const std::string head = "sanzhen entry 1\nnumber " + std::to_string(index + 1) + "\n";
    if (!record.starts_with(head)) {
        throw Refusal("the record has another number than its place", "记录编号与其位置不符");
    }
}

} // namespace

Head checkProof(
    std::string_view proof,
    std::string_view record,
    const std::string* entry,
    const Trust& trust)
{
    if (takeLine(proof) != "c2sp.org/tlog-proof@v1") {
        throw Refusal("not a tlog-proof", "不是 tlog-proof 文件");
    }
    std::string_view line = takeLine(proof);
    if (line.starts_with("extra ")) {
        line = takeLine(proof); // not authenticated, not needed
    }
    if (!line.starts_with("index ")) {
        throw Refusal("a proof without index", "证明缺少序号");
    }
    const std::uint64_t index = decimal(line.substr(6));
    std::vector<Hash> path;
    for (line = takeLine(proof); !line.empty(); line = takeLine(proof)) {
        path.push_back(decode64(line));
        if (path.back().size() != 32 || path.size() > 63) {
            throw Refusal("a line of the path is no hash", "路径中有一行不是散列");
        }
    }
    const Head head = openCheckpoint(proof, trust.log, trust.witnesses);
    if (rootFromPath(leafOf(record), index, head.size, path) != head.root) {
        throw Refusal("the record is not in the signed log", "记录不在已签名的日志中");
    }
    checkNumber(record, index);
    if (entry != nullptr) {
        checkEntry(record, *entry);
    }
    return head;
}

} // namespace verify
