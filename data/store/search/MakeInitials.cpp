// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs at build time: the first letter of each Chinese character's pinyin, from ICU's Han-Latin rules, as a table.
#include <cstdio>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

int main(int argc, char** argv)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> toLatin(icu::Transliterator::createInstance(
        "Han-Latin; NFD; [:Mn:] Remove; Lower", UTRANS_FORWARD, status));
    std::FILE* out = argc == 2 ? std::fopen(argv[1], "w") : nullptr;
    if (U_FAILURE(status) || out == nullptr) {
        std::fprintf(stderr, "makeinitials: %s\n", u_errorName(status));
        return 1;
    }
    std::fputs(
        "// Made by data/store/search/MakeInitials.cpp. U+3400 to U+9FFF; '.' = none.\n", out);
    std::fputs("inline constexpr char kInitials[] =\n", out);
    for (UChar32 c = 0x3400; c <= 0x9FFF; ++c) {
        icu::UnicodeString text(c);
        toLatin->transliterate(text);
        const UChar32 first = text.char32At(0);
        const bool isLetter = first >= 'a' && first <= 'z';
        std::fprintf(
            out, "%s%c%s", c % 64 == 0 ? "\"" : "", isLetter ? static_cast<int>(first) : '.',
            c % 64 == 63 ? "\"\n" : "");
    }
    std::fputs(";\n", out);
    return std::fclose(out) == 0 ? 0 : 1;
}
