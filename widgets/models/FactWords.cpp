// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/FactWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(FactWords)
};

} // namespace

const plan::ReportField*
fieldOf(const plan::ReportFields& fields, const KindCode& kind, const std::string& code)
{
    const plan::ReportField* other = nullptr;
    for (const auto& [of, all] : fields) {
        const auto it = std::ranges::find(all, code, &plan::ReportField::code);
        if (it == all.end()) {
            continue;
        }
        if (of == kind) {
            return &*it;
        }
        other = other == nullptr ? &*it : other;
    }
    return other;
}

QString factText(const plan::ReportFields& fields, const KindCode& kind, const model::Fact& fact)
{
    const plan::ReportField* field = fieldOf(fields, kind, fact.field);
    if (field == nullptr) {
        return visibleLine(QString::fromStdString(fact.field + " " + fact.value));
    }
    const QString name = nameText(field->name);
    const auto choice = std::ranges::find(field->choices, fact.value, &plan::Name::zh);
    if (choice != field->choices.end()) {
        return Say::tr("%1: %2", "what was asked, answer").arg(name, nameText(*choice));
    }
    const bool isChinese = uiLanguage() == Language::Chinese;
    bool isNumber = false;
    const qint64 number = QString::fromStdString(fact.value).toLongLong(&isNumber);
    return Say::tr("%1 %2 %3", "what was asked, number, unit")
        .arg(
            name, isNumber ? numberText(number) : visibleLine(QString::fromStdString(fact.value)),
            QString::fromStdString(isChinese ? field->unitZh : field->unitEn))
        .trimmed();
}

QString factsText(const plan::ReportFields& fields, const model::Incident& incident)
{
    QStringList parts;
    for (const model::Fact& fact : incident.facts) {
        parts.append(factText(fields, incident.kind, fact));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace sz::widgets
