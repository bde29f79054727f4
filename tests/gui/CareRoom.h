// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The right pane of a real desk over one incident with orders, wired as the watch page wires it, for keys.

#include "tests/gui/SheetFixture.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/models/OrderCare.h"
#include "widgets/shell/CareActs.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/DetailTables.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::test {

/// The sample plan, but the duty chief may also do what units do: one desk then tells the whole story.
inline std::shared_ptr<const plan::Plan> carePlan(bool chiefDecidesSecondReturn = true)
{
    using plan::Right;
    auto plan = std::make_shared<plan::Plan>(*samplePlan());
    auto& reach = plan->roles.at(static_cast<std::size_t>(plan::Role::DutyChief)).reach;
    for (const Right right :
         {Right::SignOrder, Right::ProgressOrder, Right::FinishOrder, Right::ReturnOrder}) {
        reach[static_cast<std::size_t>(right)] = plan::Reach::Any;
    }
    if (!chiefDecidesSecondReturn) {
        reach[static_cast<std::size_t>(Right::DecideSecondReturn)] = plan::Reach::None;
    }
    return plan;
}

struct CareRoom : DeskRoom
{
    /// Opened at the deputy's seat, where what comes first is written.
    explicit CareRoom(std::shared_ptr<const plan::Plan> ofRoom = carePlan())
        : DeskRoom("HQ", std::move(ofRoom), "HQ-deputy")
    {
    }

    /// Education leads, police support; then these acts, by the deputy; then the chief (or `post`) sits there.
    [[nodiscard]] bool
    isReady(const std::vector<model::Act>& before = {}, const std::string& post = "HQ-chief")
    {
        if (!isOpen()) {
            return false;
        }
        model::ReportIncident report = plainReport("培训学校停业", plan::Grade::III, 4);
        report.receivedAt = kCall;
        incident = perform({}, report);
        if (incident.empty() || !tell(orders())) {
            return false;
        }
        if (!std::ranges::all_of(before, [this](const model::Act& act) { return tell(act); })) {
            return false;
        }
        sitAt(post);
        return isOpen() && waitFor([this] { return only() != nullptr; }) && show();
    }
    /// Done, and to be seen on the board.
    [[nodiscard]] bool tell(const model::Act& act) const
    {
        const auto version = only()->version;
        return !perform(incident, act).empty()
               && waitFor([&] { return only()->version > version; });
    }
    [[nodiscard]] static model::IssueOrders orders()
    {
        return {
            "核对学员",
            {{OrderId("o1"), UnitCode("L06"), PostCode("L06-duty"), true, 10, 24 * 60, 0},
             {OrderId("o2"), UnitCode("L01"), PostCode("L01-duty"), false, 10, 24 * 60, 30}}};
    }

    [[nodiscard]] bool show()
    {
        window.resize(700, 900);
        auto* column = new QVBoxLayout(&window);
        right = new widgets::RightPane(*desk, finder, index, theme, ticks, draftFile(), &window);
        column->addWidget(right);
        care = new widgets::CareActs(*desk, *right, &window);
        QObject::connect(
            care, &widgets::CareActs::performed, right,
            [this](const QWidget&, const QString& sentence) {
                said = sentence;
                right->showDetail();
            });
        QObject::connect(care, &widgets::CareActs::closed, right, [this] { right->showDetail(); });
        QObject::connect(desk.get(), &desk::Desk::changed, right, [this] { follow(); });
        right->makeSheets();
        right->detail().setActor(desk->actor());
        right->detail().setNow(clock.now());
        follow();
        window.show();
        return QTest::qWaitForWindowActive(&window);
    }
    void follow() const { right->detail().setIncident(only()); }

    void choose(const char* order) const
    {
        right->detail().findChild<widgets::OrdersTable*>()->selectOrder(OrderId(order));
    }
    [[nodiscard]] const model::Order& order(const char* id) const
    {
        return *only()->order(OrderId(id));
    }
    [[nodiscard]] Instant due(const char* id) const { return widgets::dueOf(order(id), *plan); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus == nullptr ? &right->detail() : focus, key, modifiers);
    }
    /// A key of the detail, from where the lists are.
    void detailKey(Qt::Key key) const
    {
        right->detail().findChild<widgets::OrdersTable*>()->setFocus();
        this->key(key);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] static QString focused()
    {
        const QWidget* focus = QApplication::focusWidget();
        return focus == nullptr ? QString() : focus->objectName();
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return right->currentWidget()->findChild<T*>(QLatin1StringView(name));
    }
    [[nodiscard]] QString message() const
    {
        const auto* label = find<QLabel>("sheetMessage");
        return label != nullptr && label->isVisible() ? label->text() : QString();
    }
    /// Of the keys of the detail.
    [[nodiscard]] widgets::KeycapButton* button(const char* name) const
    {
        return right->detail().findChild<widgets::KeycapButton*>(QLatin1StringView(name));
    }

    QWidget window;
    widgets::RightPane* right = nullptr;
    widgets::CareActs* care = nullptr;
    IncidentId incident;
    QString said;
};

} // namespace sz::test
