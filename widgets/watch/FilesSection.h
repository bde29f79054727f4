// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files of the selected incident, and the one question before one of them is opened.

#include "widgets/models/FilesModel.h"
#include "widgets/watch/DetailTables.h"

#include <set>

namespace sz::widgets {

class KeycapButton;
class PlainLabel;
class SectionHeader;

/// One file a row; Enter or a double click opens. At most three rows high, the rest scrolls.
class FilesTable final : public QuietTable
{
    Q_OBJECT
public:
    FilesTable(FilesModel& model, const ThemeSource& theme, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void openWanted(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitColumns();

    FilesModel& m_model;
};

/// Shown only while the incident has files. Thread: gui.
class FilesSection final : public QWidget
{
    Q_OBJECT
public:
    FilesSection(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);
    ~FilesSection() override;

    void setIncident(const model::IncidentPtr& incident);
    [[nodiscard]] FilesModel& model() { return *m_model; }
    /// The question as it stands there; empty when nothing is asked.
    [[nodiscard]] QString question() const;

Q_SIGNALS:
    /// The officer has seen name, size and sender and wants it, or has wanted it before in this run.
    void openRequested(const sz::IncidentId& incident, const sz::Digest& file);

private:
    void ask(int row);
    void answer(bool isYes);

    std::shared_ptr<const plan::Plan> m_plan;
    std::unique_ptr<FilesModel> m_model;
    IncidentId m_incident;
    std::optional<Digest> m_asked;
    std::set<Digest> m_allowed;
    SectionHeader* m_header;
    FilesTable* m_table;
    QWidget* m_bar;
    PlainLabel* m_words;
    KeycapButton* m_open;
    KeycapButton* m_leave;
};

} // namespace sz::widgets
