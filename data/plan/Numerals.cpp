// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Numerals.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sz::plan {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000;

using Meaning = std::pair<std::string_view, std::int64_t>;

constexpr std::array<Meaning, 12> kDigits{
    {{"零", 0},
     {"〇", 0},
     {"一", 1},
     {"二", 2},
     {"两", 2},
     {"三", 3},
     {"四", 4},
     {"五", 5},
     {"六", 6},
     {"七", 7},
     {"八", 8},
     {"九", 9}}};
constexpr std::array<Meaning, 4> kUnits{{{"十", 10}, {"百", 100}, {"千", 1000}, {"万", 10'000}}};
constexpr std::size_t kHan = 3; ///< bytes of each character above

std::optional<std::int64_t> meaning(auto& list, std::string_view text)
{
    for (const auto& [han, value] : list) {
        if (text.starts_with(han)) {
            return value;
        }
    }
    return std::nullopt;
}

bool isAsciiDigit(std::string_view text)
{
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

std::int64_t capped(std::int64_t value)
{
    return std::min(value, kMost);
}

/// Reads one numeral at the front of a text.
class Parser
{
public:
    explicit Parser(std::string_view text) : m_rest(text) {}

    /// Bytes taken; 0 when no number stands here.
    [[nodiscard]] std::size_t taken() const { return m_taken; }
    [[nodiscard]] std::int64_t value() const { return m_total + m_section + m_digit.value_or(0); }

    void read()
    {
        if (isAsciiDigit(m_rest)) {
            readAscii();
        } else if (isVagueStart()) {
            skip(kHan); // 上百: the unit that follows stands for one of it
            readHan();
        } else if (meaning(kDigits, m_rest) || isTen() || isFew()) {
            readHan();
        }
    }

private:
    void skip(std::size_t bytes)
    {
        m_rest.remove_prefix(bytes);
        m_taken += bytes;
    }

    [[nodiscard]] bool isVagueStart() const
    {
        const bool isVague =
            m_rest.starts_with("上") || m_rest.starts_with("成") || m_rest.starts_with("近");
        const auto next = isVague ? m_rest.substr(kHan) : std::string_view();
        const auto unit = meaning(kUnits, next);
        return unit && *unit >= 100;
    }
    [[nodiscard]] bool isTen() const
    {
        return m_rest.starts_with("十") && !m_rest.starts_with("十字");
    }
    /// 几 or 数 before a unit: 几十, 数百.
    [[nodiscard]] bool isFew() const
    {
        return (m_rest.starts_with("几") || m_rest.starts_with("数"))
               && meaning(kUnits, m_rest.substr(kHan));
    }

    /// 32, 1,354 and a unit behind: 3千, 2万.
    void readAscii()
    {
        std::int64_t number = 0;
        while (isAsciiDigit(m_rest)
               || (m_rest.starts_with(",") && isAsciiDigit(m_rest.substr(1)))) {
            if (m_rest.front() != ',') {
                number = capped(number * 10 + (m_rest.front() - '0'));
            }
            skip(1);
        }
        skipFraction();
        m_total = number;
        if (const auto unit = meaning(kUnits, m_rest)) {
            skip(kHan);
            m_total = capped(number * *unit);
        }
    }

    void skipFraction()
    {
        if (m_rest.starts_with(".") && isAsciiDigit(m_rest.substr(1))) {
            skip(1);
            while (isAsciiDigit(m_rest)) {
                skip(1);
            }
        }
    }

    void readHan()
    {
        for (;;) {
            if (meaning(kDigits, m_rest)) {
                readDigits();
            } else if (const auto unit = meaning(kUnits, m_rest)) {
                skip(kHan);
                applyUnit(*unit);
            } else if (isFew()) {
                skip(kHan);
                m_digit = 2;
            } else if (m_rest.starts_with("几") && m_section > 0 && !m_digit) {
                skip(kHan); // 十几
                m_digit = 1;
            } else {
                return;
            }
        }
    }

    /// One digit is itself, two are a range (二三十), more are read one by one (二〇一九).
    void readDigits()
    {
        std::vector<std::int64_t> digits;
        while (const auto digit = meaning(kDigits, m_rest)) {
            digits.push_back(*digit);
            skip(kHan);
        }
        if (digits.size() == 2 && digits.front() != 0) {
            m_digit = digits.front();
            return;
        }
        std::int64_t number = 0;
        for (const auto digit : digits) {
            number = capped(number * 10 + digit);
        }
        m_digit = number;
    }

    void applyUnit(std::int64_t unit)
    {
        if (unit == 10'000) {
            m_total = capped((m_section + m_digit.value_or(m_section == 0 ? 1 : 0)) * unit);
            m_section = 0;
        } else {
            m_section = capped(m_section + m_digit.value_or(1) * unit);
        }
        m_digit.reset();
    }

    std::string_view m_rest;
    std::size_t m_taken = 0;
    std::int64_t m_total = 0;
    std::int64_t m_section = 0;
    std::optional<std::int64_t> m_digit;
};

} // namespace

std::vector<Numeral> numeralsIn(std::string_view text)
{
    std::vector<Numeral> found;
    for (std::size_t at = 0; at < text.size();) {
        Parser parser(text.substr(at));
        parser.read();
        if (parser.taken() > 0) {
            found.push_back({capped(parser.value()), at, at + parser.taken()});
        }
        at += std::max<std::size_t>(parser.taken(), 1);
    }
    return found;
}

} // namespace sz::plan
