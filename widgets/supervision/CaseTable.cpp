// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/CaseTable.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/PlainTable.h"

#include <algorithm>

namespace sz::widgets {
namespace {

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

} // namespace

Instant lastSeenTo(const model::LedCase& led)
{
    Instant last = led.since; // visits of the leader before count for the case, not for this one
    for (const model::CaseVisit& visit : led.visits) {
        last = std::max(last, visit.at);
    }
    return last;
}

const std::vector<std::string>& stagesOf(const plan::Plan& plan, const model::LedCase& led)
{
    return led.stages.empty() ? plan.cases.stages : led.stages;
}

std::string stageOf(const plan::Plan& plan, const model::LedCase& led)
{
    if (!led.reached.empty()) {
        return led.reached.back().stage;
    }
    const auto& stages = stagesOf(plan, led);
    return stages.empty() ? std::string() : stages.front();
}

QString stageText(const plan::Plan& plan, const std::string& stage)
{
    const auto it = std::ranges::find(plan.cases.stages, stage);
    const auto at = static_cast<std::size_t>(it - plan.cases.stages.begin());
    const bool isEnglish = uiLanguage() == Language::English;
    return isEnglish && at < plan.cases.stagesEn.size() ? visible(plan.cases.stagesEn[at])
                                                        : visible(stage);
}

CaseModel::CaseModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void CaseModel::setCases(std::vector<model::IncidentPtr> cases, Instant now)
{
    std::erase_if(cases, [](const model::IncidentPtr& one) { return !one->ledCase; });
    std::ranges::stable_sort(
        cases, {}, [](const model::IncidentPtr& one) { return lastSeenTo(*one->ledCase); });
    beginResetModel();
    m_cases = std::move(cases);
    m_now = now;
    endResetModel();
}

int CaseModel::rowOf(const IncidentId& id) const
{
    const auto it =
        std::ranges::find(m_cases, id, [](const model::IncidentPtr& one) { return one->id; });
    return it == m_cases.end() ? -1 : static_cast<int>(it - m_cases.begin());
}

std::int64_t CaseModel::daysAt(int row) const
{
    const auto since = m_now - lastSeenTo(*caseAt(row).ledCase);
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::days>(since).count());
}

bool CaseModel::isOverdue(int row) const
{
    return m_now - lastSeenTo(*caseAt(row).ledCase) > std::chrono::days(m_plan->cases.visitDays);
}

int CaseModel::overdue() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row) {
        count += isOverdue(row) ? 1 : 0;
    }
    return count;
}

int CaseModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

int CaseModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kCaseColumns;
}

QString CaseModel::text(int row, CaseColumn column) const
{
    const model::Incident& incident = caseAt(row);
    const model::LedCase& led = *incident.ledCase;
    switch (column) {
    case CaseColumn::Rank:
        return QString::number(row + 1);
    case CaseColumn::Number:
        return visible(led.number);
    case CaseColumn::Title:
        return titleText(incident);
    case CaseColumn::Leader:
        return QStringLiteral("%1 · %2").arg(
            unitText(*m_plan, led.unit), postText(*m_plan, led.post));
    case CaseColumn::Stage: {
        const auto& stages = stagesOf(*m_plan, led);
        const std::string stage = stageOf(*m_plan, led);
        const auto at = std::ranges::find(stages, stage) - stages.begin() + 1;
        return stages.empty() ? stageText(*m_plan, stage)
                              : QStringLiteral("%1 %2/%3")
                                    .arg(stageText(*m_plan, stage))
                                    .arg(at)
                                    .arg(stages.size());
    }
    case CaseColumn::Visits:
        return numberText(static_cast<qint64>(led.visits.size()));
    case CaseColumn::Days:
        return tr("%1 d", "days").arg(daysAt(row));
    }
    return {};
}

QVariant CaseModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<CaseColumn>(index.column());
    const bool isNumber = column == CaseColumn::Visits || column == CaseColumn::Days;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return tipText(text(index.row(), column));
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case ToneRole:
        return static_cast<int>(column == CaseColumn::Title ? Token::Tx1 : Token::Tx2);
    case BoldRole:
        return column == CaseColumn::Title;
    case LateRole:
        return column == CaseColumn::Days && isOverdue(index.row());
    default:
        return {};
    }
}

QVariant CaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto column = static_cast<CaseColumn>(section);
    const bool isNumber = column == CaseColumn::Visits || column == CaseColumn::Days;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case CaseColumn::Rank:
        return QString();
    case CaseColumn::Number:
        return tr("Case");
    case CaseColumn::Title:
        return tr("What");
    case CaseColumn::Leader:
        return tr("Leader");
    case CaseColumn::Stage:
        return tr("Stage");
    case CaseColumn::Visits:
        return tr("Visits");
    case CaseColumn::Days:
        return tr("Not seen to for");
    }
    return {};
}

} // namespace sz::widgets
