// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/OptionWords.h"

#include <format>

namespace sz::words {
namespace {

namespace po = boost::program_options;

// Boost's English is good enough where it names the option.
std::string chinese(const po::error& error)
{
    if (const auto* one = dynamic_cast<const UnknownCommand*>(&error)) {
        return std::format("没有“{}”这个命令", one->name);
    }
    if (const auto* one = dynamic_cast<const MissingWord*>(&error)) {
        return one->chinese;
    }
    if (const auto* one = dynamic_cast<const po::required_option*>(&error)) {
        return std::format("缺少 {}", one->get_option_name());
    }
    if (const auto* one = dynamic_cast<const po::unknown_option*>(&error)) {
        return std::format("没有 {} 这个选项", one->get_option_name());
    }
    if (const auto* one = dynamic_cast<const po::invalid_command_line_syntax*>(&error)) {
        return std::format("{} 之后缺少内容，或写法不对", one->get_option_name());
    }
    if (const auto* one = dynamic_cast<const po::multiple_occurrences*>(&error)) {
        return std::format("{} 只能给出一次", one->get_option_name());
    }
    if (dynamic_cast<const po::too_many_positional_options_error*>(&error) != nullptr) {
        return "多出了不带选项的词";
    }
    if (const auto* one = dynamic_cast<const po::error_with_option_name*>(&error)) {
        return std::format("{} 的内容不正确", one->get_option_name());
    }
    return std::format("命令行有误：{}", error.what());
}

} // namespace

std::string inWords(const po::error& error, bool isChinese)
{
    return isChinese ? chinese(error) : error.what();
}

} // namespace sz::words
