// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs at build time: the pinyin of each Chinese character, from ICU's Han-Latin rules, as a table.
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <vector>

namespace {

constexpr UChar32 kFirst = 0x3400;
constexpr UChar32 kLast = 0x9FFF;

std::string readingOf(const icu::Transliterator& toLatin, UChar32 c)
{
    icu::UnicodeString text(c);
    toLatin.transliterate(text);
    std::string out;
    text.toUTF8String(out);
    const bool isPlain = std::ranges::all_of(out, [](char l) { return l >= 'a' && l <= 'z'; });
    return isPlain && out.size() <= 6 ? out : std::string();
}

} // namespace

int main(int argc, char** argv)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> toLatin(icu::Transliterator::createInstance(
        "Han-Latin; NFD; [:Mn:] Remove; Lower", UTRANS_FORWARD, status));
    std::FILE* out = argc == 2 ? std::fopen(argv[1], "w") : nullptr;
    if (U_FAILURE(status) || out == nullptr) {
        std::fprintf(stderr, "makepinyin: %s\n", u_errorName(status));
        return 1;
    }
    std::map<std::string, int> numbers{{"", 0}};
    std::vector<int> readings;
    for (UChar32 c = kFirst; c <= kLast; ++c) {
        const auto next = static_cast<int>(numbers.size());
        readings.push_back(numbers.try_emplace(readingOf(*toLatin, c), next).first->second);
    }
    std::vector<std::string> syllables(numbers.size());
    for (const auto& [text, number] : numbers) {
        syllables[static_cast<std::size_t>(number)] = text;
    }
    std::fputs("// Made by data/plan/MakePinyin.cpp. U+3400 to U+9FFF.\n", out);
    std::fputs("inline constexpr std::string_view kSyllables[] = {", out);
    for (const std::string& text : syllables) {
        std::fprintf(out, "\"%s\",", text.c_str());
    }
    std::fputs("};\ninline constexpr std::uint16_t kReadings[] = {\n", out);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        std::fprintf(out, "%d,%s", readings[i], i % 32 == 31 ? "\n" : "");
    }
    std::fputs("};\n", out);
    return std::fclose(out) == 0 ? 0 : 1;
}
