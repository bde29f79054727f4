// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the kind of a report has to be asked for: how many, how deep, shut or open. A number or a choice each, never free text.

#include "data/model/Acts.h"
#include "data/plan/ReportFields.h"
#include "widgets/common/ThemeSource.h"

#include <QMap>
#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;

namespace sz::widgets {

class FactsRow final : public QWidget
{
    Q_OBJECT
public:
    FactsRow(plan::ReportFields fields, const ThemeSource& theme, QWidget* sheet);

    /// Other fields; what was answered stays with a field of the same code.
    void setKind(const KindCode& kind);
    [[nodiscard]] bool hasFields() const { return !m_parts.empty(); }
    /// What was answered, by code; numbers as digits, choices by their place from 1.
    [[nodiscard]] QMap<QString, QString> values() const;
    void setValues(const QMap<QString, QString>& values);
    /// The same as the log keeps it; what no kind of the plan asks for (any more) goes on as it came.
    [[nodiscard]] std::vector<model::Fact> facts() const;
    /// Codes of what the kind of now asks for.
    [[nodiscard]] std::vector<std::string> fields() const;
    void setFacts(const std::vector<model::Fact>& facts);
    /// "Cylinders 32; Leak none": what was answered, as it goes into the report's words. Empty when nothing was.
    [[nodiscard]] QString words() const;
    /// The first field in which something stands that is no number; null: none.
    [[nodiscard]] QWidget* unreadable() const;
    /// Its fields in reading order, for the sheet that watches them.
    [[nodiscard]] std::vector<QWidget*> edits() const;

Q_SIGNALS:
    void edited();
    /// Fields were made anew.
    void rebuilt();

private:
    struct Part
    {
        plan::ReportField field;
        QLineEdit* number = nullptr;
        QComboBox* choice = nullptr;
        QWidget* box = nullptr;
    };
    [[nodiscard]] Part make(const plan::ReportField& field);
    void fill(const Part& part);
    [[nodiscard]] static QString valueOf(const Part& part);

    plan::ReportFields m_fields;
    const ThemeSource& m_theme;
    KindCode m_kind;
    std::vector<Part> m_parts;
    QMap<QString, QString> m_kept;      ///< answered, also where the kind of now does not ask
    std::vector<model::Fact> m_unknown; ///< told of fields the plan does not have
};

/// Digits of a whole number as people type them, full width or with commas; empty when it is none up to a billion.
[[nodiscard]] QString wholeNumberTyped(const QString& typed);

} // namespace sz::widgets
