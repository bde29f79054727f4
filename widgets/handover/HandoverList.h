// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of the handover sheet under the headings of their parts: Up and Down move over rows, Space ticks, Enter opens.

#include "widgets/common/ThemeSource.h"
#include "widgets/handover/HandoverModel.h"

#include <QListView>

#include <memory>

namespace sz::widgets {

class HandoverDelegate;

/// Thread: gui.
class HandoverList final : public QListView
{
    Q_OBJECT
public:
    explicit HandoverList(const ThemeSource& theme, QWidget* parent = nullptr);
    ~HandoverList() override;

    void setItems(std::vector<HandoverItem> items);
    void setNow(Instant now);
    void setCompact(bool isCompact);
    /// Empty when no row is current.
    [[nodiscard]] std::string currentRow() const;
    [[nodiscard]] const model::ShiftSheet::Row* current() const;
    void setCurrentRow(const std::string& row);

Q_SIGNALS:
    void ticked();
    void opened();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void chooseFirst();

    std::unique_ptr<HandoverModel> m_model;
    HandoverDelegate* m_delegate;
};

} // namespace sz::widgets
