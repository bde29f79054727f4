// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Desks.h"

#include <QSettings>

#include <algorithm>

namespace sz::app {
namespace {

constexpr auto kLast = "desks/last";

} // namespace

std::vector<std::filesystem::path> Desks::all() const
{
    std::vector<std::filesystem::path> found;
    std::error_code ignored; // no such folder: no desks
    for (std::filesystem::directory_iterator at(m_folder, ignored), end; at != end;
         at.increment(ignored)) {
        if (std::filesystem::exists(at->path() / "profile.toml", ignored)) {
            found.push_back(at->path());
        }
    }
    std::ranges::sort(found);
    return found;
}

std::filesystem::path Desks::usual() const
{
    const auto known = all();
    const auto last =
        m_folder / QSettings().value(QLatin1StringView(kLast)).toString().toStdString();
    for (const auto& wanted : {last, m_folder / "HQ"}) {
        if (std::ranges::contains(known, wanted)) {
            return wanted;
        }
    }
    return known.empty() ? std::filesystem::path() : known.front();
}

void Desks::remember(const std::filesystem::path& desk) const
{
    if (desk.parent_path() == m_folder) {
        QSettings().setValue(
            QLatin1StringView(kLast), QString::fromStdString(desk.filename().string()));
    }
}

} // namespace sz::app
