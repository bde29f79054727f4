// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a report came from and when the call came: the first row of the sheet.

#include "data/model/Acts.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace sz::widgets {

class SegmentedButtons;

class CallRow final : public QWidget
{
    Q_OBJECT
public:
    CallRow(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent = nullptr);

    [[nodiscard]] model::Source source() const;
    /// A source without a button of its own takes the place of the last one, "other", until the next report.
    void set(model::Source source, Instant receivedAt);
    /// Empty when what is typed is no time. `now` bounds it: a call does not come tomorrow.
    [[nodiscard]] std::optional<Instant> receivedAt(Instant now) const;
    [[nodiscard]] QLineEdit* timeEdit() const { return m_time; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int m_utcOffsetMinutes;
    SegmentedButtons* m_source;
    QWidget* m_label; ///< gives way first
    QLineEdit* m_time;
    Instant m_given;
    model::Source m_last = model::Source::Other; ///< of the last button
};

/// One stop for Tab in a row of exclusive buttons: the chosen one. Qt sees to that only once the row has had the focus.
void letTabStopAtChosen(const QWidget& row);

} // namespace sz::widgets
