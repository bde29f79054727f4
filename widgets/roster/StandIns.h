// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who could stand in, the best rested first: a line to type a name into and the list below it.

#include "widgets/common/ThemeSource.h"
#include "widgets/roster/RosterModel.h"

#include <QLineEdit>

namespace sz::widgets {

/// What the list says of one.
struct StandIn
{
    std::string name;
    QString shown;
    QString rest; ///< "rested 11 h, next duty in 12 h"
    bool isShort = false;
};
[[nodiscard]] std::vector<StandIn>
standIns(const RosterModel& model, roster::PostIndex post, const roster::Span& time);

/// Up and Down choose while a name is typed; Enter takes the typed names, or the chosen one when nothing is typed. Thread: gui.
class StandInList final : public QWidget
{
    Q_OBJECT
public:
    explicit StandInList(const ThemeSource& theme, QWidget* parent = nullptr);

    void setAll(std::vector<StandIn> all);
    [[nodiscard]] const std::vector<StandIn>& shown() const { return m_shown; }
    [[nodiscard]] QLineEdit& line() { return *m_line; }
    [[nodiscard]] std::string chosen() const; ///< empty: there is none
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Typed as on a sheet: several names are several people.
    void taken(const QString& names);
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void take();
    void choose(int row);

    const ThemeSource& m_theme;
    QLineEdit* m_line;
    std::vector<StandIn> m_all;
    std::vector<StandIn> m_shown;
    int m_chosen = 0;
};

} // namespace sz::widgets
