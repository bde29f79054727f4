// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// V: the plan's cameras and rooms nearest to an incident. One is opened by the system's own player, after its entry is saved.

#include "data/desk/Desk.h"
#include "data/plan/Endpoints.h"
#include "widgets/actions/SideSheet.h"

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;
class QUrl;

namespace sz::widgets {

class CameraSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    CameraSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent = nullptr);
    ~CameraSheet() override;

    static constexpr std::size_t kMostRows = 30;

    /// Nothing happens when the board does not hold it.
    void open(const IncidentId& incident);

    /// What opens an address: false when this machine has no program for it. Without one, the system's.
    using Opener = std::function<bool(const QUrl&)>;
    void setOpener(Opener opener) { m_opener = std::move(opener); }

Q_SIGNALS:
    void viewed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void fill();
    void refresh();
    [[nodiscard]] const plan::Endpoint* chosen() const;
    void view();
    void show(const plan::Endpoint& endpoint);

    desk::Desk& m_desk;
    model::IncidentPtr m_incident;
    QListWidget* m_list;
    ToneLabel* m_empty;
    QLineEdit* m_reason;
    std::vector<plan::NearEndpoint> m_rows;
    Opener m_opener;
    bool m_isBusy = false;
};

} // namespace sz::widgets
