// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Members of a task force, one row each: who leads, post, what for, and how their orders stand.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/UnitState.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sz::widgets {

struct MemberRow
{
    QString unit;
    QString post;
    QString task;
    bool isLead = false;
    std::optional<UnitState> state{}; ///< of the unit's newest order here
};

/// The lead first, then the members; each with its newest order's state.
[[nodiscard]] std::vector<MemberRow>
memberRows(const plan::Plan& plan, const model::Incident& incident, const model::TaskForce& force);
/// "signed 3/4 · on scene 1 · done 1", of the members that have orders; empty when none has.
[[nodiscard]] QString presenceText(const std::vector<MemberRow>& rows);

class MemberTable final : public QWidget
{
    Q_OBJECT
public:
    /// In an editable one Up and Down move and Delete takes a row out.
    MemberTable(
        const ThemeSource& theme,
        const QString& name,
        bool isEditable,
        QWidget* parent = nullptr);

    void setRows(std::vector<MemberRow> rows);
    [[nodiscard]] const std::vector<MemberRow>& rows() const { return m_rows; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeWanted(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paintRow(QPainter& painter, const QRectF& box, const MemberRow& row) const;
    [[nodiscard]] QString stateText(const MemberRow& row) const;

    const ThemeSource& m_theme;
    QString m_name;
    bool m_isEditable;
    std::vector<MemberRow> m_rows;
    int m_current = 0;
};

} // namespace sz::widgets
