// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/TextFile.h"

#include "data/base/Bytes.h"

#include <algorithm>
#include <format>
#include <fstream>

namespace sz::plan {
namespace {

std::optional<Sentence> whyUnreadable(const std::filesystem::path& path)
{
    std::error_code ec;
    const auto status = std::filesystem::status(path, ec);
    if (!std::filesystem::exists(status)) {
        return Sentence{"The file is missing.", "缺少此文件。"};
    }
    if (!std::filesystem::is_regular_file(status)) {
        return Sentence{"This is not an ordinary file.", "这不是普通文件。"};
    }
    const auto size = std::filesystem::file_size(path, ec);
    if (ec || size > kMostBytes) {
        return Sentence{
            std::format("The file is larger than {} MB.", kMostBytes >> 20U),
            std::format("文件超过 {} MB。", kMostBytes >> 20U)};
    }
    return std::nullopt;
}

// Lines are checked one by one so that the fault can name the first bad one.
int firstBadLine(std::string_view text)
{
    int line = 1;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto one = text.substr(0, end);
        if (!isUtf8(one) || one.find('\0') != std::string_view::npos) {
            return line;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
    }
    return 0;
}

std::optional<std::string> slurp(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string text;
    std::array<char, 65536> block{};
    while (in.read(block.data(), block.size()) || in.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > kMostBytes) { // it grew since its size was asked
            return std::nullopt;
        }
    }
    return in.eof() ? std::optional(std::move(text)) : std::nullopt;
}

void dropByteOrderMark(std::string& text)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
}

} // namespace

std::optional<std::string>
readText(const std::filesystem::path& dir, const std::string& file, FaultList& faults)
{
    const auto path = dir / file;
    if (const auto why = whyUnreadable(path)) {
        faults.error({file}, *why);
        return std::nullopt;
    }
    auto text = slurp(path);
    if (!text) {
        faults.error({file}, {"The file cannot be read.", "无法读取此文件。"});
        return std::nullopt;
    }
    dropByteOrderMark(*text);
    if (const int line = firstBadLine(*text)) {
        faults.error(
            {file, line},
            {"This line is not UTF-8 text; save the file as UTF-8 (in Excel: CSV UTF-8).",
             "此行不是 UTF-8 文字；请另存为 UTF-8（Excel 中选“CSV UTF-8”）。"});
        return std::nullopt;
    }
    if (!text->empty() && text->back() != '\n' && !file.ends_with(".geojson")) {
        faults.warning(
            {file, lineOf(*text, text->size())},
            {"The last line has no end; was the file cut short?",
             "末行没有换行符，文件是否被截断？"});
    }
    return text;
}

int lineOf(std::string_view text, std::size_t offset)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

} // namespace sz::plan
