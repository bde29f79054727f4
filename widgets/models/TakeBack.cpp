// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/TakeBack.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {
namespace {

class Back
{
public:
    explicit Back(const model::Incident& before) : m_before(before) {}

    std::vector<model::Act> operator()(const model::IssueOrders& a) const
    {
        const bool isAnswer =
            !a.decides.empty() || std::ranges::any_of(a.to, [](const model::OrderTo& to) {
                return !to.instead.empty();
            });
        std::vector<OrderId> ids;
        for (const model::OrderTo& to : a.to) {
            ids.push_back(to.id);
        }
        return isAnswer ? std::vector<model::Act>{} : withdrawing(ids);
    }
    std::vector<model::Act> operator()(const model::MergeIncident&) const
    {
        return {model::SeparateIncident{takenBackAtOnce()}};
    }
    std::vector<model::Act> operator()(const model::GroupIncident&) const
    {
        return {model::GroupIncident{m_before.group}};
    }
    std::vector<model::Act> operator()(const model::WatchIncident& a) const
    {
        const bool isNew = a.until && !m_before.watchUntil;
        return isNew ? std::vector<model::Act>{model::WatchIncident{}} : std::vector<model::Act>{};
    }
    template <class Other>
    std::vector<model::Act> operator()(const Other&) const
    {
        return {};
    }

private:
    const model::Incident& m_before;
};

} // namespace

std::vector<model::Act> takingBack(const model::Act& act, const model::Incident& before)
{
    return std::visit(Back(before), act);
}

std::vector<model::Act> withdrawing(const std::vector<OrderId>& orders)
{
    std::vector<model::Act> acts;
    for (const OrderId& order : orders) {
        acts.emplace_back(model::WithdrawOrder{order, takenBackAtOnce()});
    }
    return acts;
}

std::string takenBackAtOnce()
{
    return QCoreApplication::translate("TakeBack", "undone at once").toStdString();
}

} // namespace sz::widgets
