// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/FactsRow.h"

#include "maps/symbols/Symbols.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"
#include "widgets/common/WrapLayout.h"
#include "widgets/models/Wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace sz::widgets {

namespace {

constexpr int kNumberWide = 64;
constexpr int kMostDigits = 9;

QString unitOf(const plan::ReportField& field)
{
    return QString::fromStdString(uiLanguage() == Language::Chinese ? field.unitZh : field.unitEn);
}

} // namespace

QString wholeNumberTyped(const QString& typed)
{
    QString digits;
    for (const QChar c : typed) {
        if (c.digitValue() >= 0) {
            digits += QChar(u'0' + c.digitValue());
        } else if (!c.isSpace() && c != u',' && c != u'，') {
            return {};
        }
    }
    return digits.size() <= kMostDigits ? digits : QString();
}

FactsRow::FactsRow(plan::ReportFields fields, const ThemeSource& theme, QWidget* sheet)
    : QWidget(sheet), m_fields(std::move(fields)), m_theme(theme)
{
    setObjectName(QStringLiteral("factsRow"));
    auto* rows = new WrapLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
}

void FactsRow::setKind(const KindCode& kind)
{
    if (kind == m_kind) {
        return;
    }
    m_kind = kind;
    m_kept.insert(values());
    for (const Part& part : m_parts) {
        layout()->removeWidget(part.box);
        part.box->setParent(nullptr); // nobody finds it any more
        part.box->deleteLater();
    }
    m_parts.clear();
    if (const auto asked = m_fields.find(kind); asked != m_fields.end()) {
        for (const plan::ReportField& field : asked->second) {
            m_parts.push_back(make(field));
            layout()->addWidget(m_parts.back().box);
            m_parts.back().box->show();
            fill(m_parts.back());
        }
    }
    updateGeometry();
    Q_EMIT rebuilt();
}

FactsRow::Part FactsRow::make(const plan::ReportField& field)
{
    Part part{field};
    part.box = new QWidget(this);
    auto* row = new QHBoxLayout(part.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const QString name = nameText(field.name);
    auto* label = new ToneLabel(m_theme, Token::Tx3, part.box, 13);
    label->setText(name);
    label->setWordWrap(false);
    row->addWidget(label);
    const QString object = QStringLiteral("fact_") + QString::fromStdString(field.code);
    if (field.choices.empty()) {
        part.number = new QLineEdit(part.box);
        part.number->setObjectName(object);
        part.number->setAccessibleName(name);
        part.number->setFixedWidth(kNumberWide);
        part.number->setMaxLength(kMostDigits + 3);
        row->addWidget(part.number);
        connect(part.number, &QLineEdit::textEdited, this, &FactsRow::edited);
        if (const QString unit = unitOf(field); !unit.isEmpty()) {
            auto* behind = new ToneLabel(m_theme, Token::Tx3, part.box, 13);
            behind->setText(unit);
            behind->setWordWrap(false);
            row->addWidget(behind);
        }
    } else {
        part.choice = new QComboBox(part.box);
        part.choice->setObjectName(object);
        part.choice->setAccessibleName(name);
        part.choice->addItem(QStringLiteral("—"));
        for (const plan::Name& choice : field.choices) {
            part.choice->addItem(nameText(choice));
        }
        row->addWidget(part.choice);
        connect(part.choice, &QComboBox::activated, this, &FactsRow::edited);
    }
    return part;
}

void FactsRow::fill(const Part& part)
{
    const QString value = m_kept.value(QString::fromStdString(part.field.code));
    if (part.number != nullptr) {
        part.number->setText(value);
    } else { // a word the plan does not have any more is none of its choices
        const int at = value.toInt();
        part.choice->setCurrentIndex(at > 0 && at < part.choice->count() ? at : 0);
    }
}

QString FactsRow::valueOf(const Part& part)
{
    if (part.number != nullptr) {
        return wholeNumberTyped(part.number->text());
    }
    return part.choice->currentIndex() > 0 ? QString::number(part.choice->currentIndex())
                                           : QString();
}

QMap<QString, QString> FactsRow::values() const
{
    QMap<QString, QString> out = m_kept;
    for (const Part& part : m_parts) {
        out.insert(QString::fromStdString(part.field.code), valueOf(part));
    }
    out.removeIf([](const auto& one) { return one.value().isEmpty(); });
    return out;
}

void FactsRow::setValues(const QMap<QString, QString>& values)
{
    m_kept = values;
    m_unknown.clear();
    for (const Part& part : m_parts) {
        fill(part);
    }
}

// By their Chinese names: a choice that moves in a later plan stays what it was.
std::vector<model::Fact> FactsRow::facts() const
{
    std::vector<model::Fact> out;
    for (const Part& part : m_parts) {
        const QString value = valueOf(part);
        if (!value.isEmpty()) {
            out.push_back(
                {part.field.code,
                 part.choice == nullptr
                     ? value.toStdString()
                     : part.field.choices[static_cast<std::size_t>(value.toInt() - 1)].zh});
        }
    }
    out.insert(out.end(), m_unknown.begin(), m_unknown.end());
    return out;
}

void FactsRow::setFacts(const std::vector<model::Fact>& facts)
{
    QMap<QString, QString> values;
    std::vector<model::Fact> unknown;
    for (const model::Fact& fact : facts) {
        const plan::ReportField* field = nullptr;
        for (const auto& [kind, fields] : m_fields) {
            const auto it = std::ranges::find(fields, fact.field, &plan::ReportField::code);
            // The same code may be another kind's, too: the kind of now goes before.
            if (it != fields.end() && (field == nullptr || kind == m_kind)) {
                field = &*it;
            }
        }
        if (field == nullptr) {
            unknown.push_back(fact);
            continue;
        }
        const auto choice = std::ranges::find(field->choices, fact.value, &plan::Name::zh);
        values.insert(
            QString::fromStdString(fact.field),
            choice == field->choices.end() ? QString::fromStdString(fact.value)
                                           : QString::number(choice - field->choices.begin() + 1));
    }
    setValues(values);
    m_unknown = std::move(unknown);
}

std::vector<std::string> FactsRow::fields() const
{
    std::vector<std::string> out;
    for (const Part& part : m_parts) {
        out.push_back(part.field.code);
    }
    return out;
}

QString FactsRow::words() const
{
    QStringList out;
    for (const Part& part : m_parts) {
        const QString value = valueOf(part);
        if (value.isEmpty()) {
            continue;
        }
        const QString name = nameText(part.field.name);
        out.append(
            part.choice != nullptr
                ? tr("%1 %2", "what was asked, answer").arg(name, part.choice->currentText())
                : tr("%1 %2 %3", "what was asked, number, unit")
                      .arg(name, value, unitOf(part.field))
                      .trimmed());
    }
    return out.join(tr("; ", "between answers"));
}

QWidget* FactsRow::unreadable() const
{
    for (const Part& part : m_parts) {
        const bool isTyped = part.number != nullptr && !part.number->text().trimmed().isEmpty();
        if (isTyped && valueOf(part).isEmpty()) {
            return part.number;
        }
    }
    return nullptr;
}

std::vector<QWidget*> FactsRow::edits() const
{
    std::vector<QWidget*> out;
    for (const Part& part : m_parts) {
        out.push_back(part.number != nullptr ? static_cast<QWidget*>(part.number) : part.choice);
    }
    return out;
}

} // namespace sz::widgets
