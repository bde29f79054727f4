// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rounds/RoundPosts.h"

#include <QStringList>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace sz::widgets {
namespace {

std::unordered_map<std::string, std::string> unitNames(const plan::Plan& plan)
{
    std::unordered_map<std::string, std::string> names;
    for (const plan::Unit& unit : plan.units) {
        for (const std::string& name : {unit.code.value, unit.name.zh, unit.name.en}) {
            names.try_emplace(name, unit.code.value);
        }
    }
    return names;
}

} // namespace

std::vector<std::string> postsOf(const QString& typed, const plan::Plan& plan)
{
    const auto names = unitNames(plan);
    std::unordered_set<std::string> seen;
    std::vector<std::string> posts;
    for (const QString& line : typed.split(QLatin1Char('\n'))) {
        std::string post = line.section(QLatin1Char('\t'), 0, 0).simplified().toStdString();
        if (const auto unit = names.find(post); unit != names.end()) {
            post = unit->second;
        }
        if (!post.empty() && seen.insert(post).second) {
            posts.push_back(std::move(post));
        }
    }
    return posts;
}

std::vector<std::string> unitPosts(const plan::Plan& plan, const std::vector<plan::UnitKind>& kinds)
{
    std::vector<std::string> posts;
    for (const plan::UnitKind kind : kinds) {
        for (const plan::Unit& unit : plan.units) {
            if (unit.kind == kind) {
                posts.push_back(unit.code.value);
            }
        }
    }
    return posts;
}

RoundParts roundParts(model::StartRound whole)
{
    RoundParts parts;
    std::vector<std::string> all = std::exchange(whole.posts, {});
    parts.start = std::move(whole);
    std::vector<std::string>* into = &parts.start.posts;
    std::size_t bytes = 0;
    for (std::string& post : all) {
        bytes += post.size() + 3;
        if (bytes > kMostPostBytes) {
            bytes = post.size() + 3;
            into = &parts.rest.emplace_back();
        }
        into->push_back(std::move(post));
    }
    return parts;
}

} // namespace sz::widgets
