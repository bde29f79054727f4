// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Spreadsheets for tests: written by libxlsxwriter, or part by part by hand.

#include "data/base/Bytes.h"

#include <xlsxwriter.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace sz::roster::test {

[[nodiscard]] Bytes bytesOf(std::string_view text);
/// What libxlsxwriter makes of it.
[[nodiscard]] Bytes written(const std::function<void(lxw_workbook*)>& fill);
/// A ZIP file of these parts.
[[nodiscard]] Bytes zipped(const std::map<std::string, std::string>& parts);
/// The parts of a book with one sheet, whose part is `sheet`; `links`: more relations of the workbook.
[[nodiscard]] std::map<std::string, std::string>
parts(std::string sheet, const std::string& links = {});
/// A book whose sheet has this inside <worksheet>.
[[nodiscard]] Bytes xlsx(const std::string& inside, const std::string& links = {});
/// Two cells, and a merged area over all between them, a few times more than may be.
[[nodiscard]] Bytes merged();
/// Some hundred kilobytes that unpack to more than may be.
[[nodiscard]] Bytes bomb();
[[nodiscard]] Bytes manyParts();
/// A relation of a workbook to a file outside it. Not in the test itself: moc reads a comment in it.
extern const char* const kOutsideLink;
/// UTF-8 text in another encoding.
[[nodiscard]] Bytes encoded(const char* encoding, std::string text);

} // namespace sz::roster::test
