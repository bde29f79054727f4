// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The supervision page over a real desk, in a window, worked by real keys.

#include "tests/gui/SheetFixture.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/supervision/SupervisionPage.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>

#include <fstream>

namespace sz::test {

struct SupervisionRoom : DeskRoom
{
    explicit SupervisionRoom(
        const std::string& unit = "HQ",
        std::shared_ptr<const plan::Plan> ofRoom = samplePlan())
        : DeskRoom(unit, std::move(ofRoom))
    {
        page = new widgets::SupervisionPage(*desk, theme, ticks, &window);
        window.resize(1500, 860);
        page->resize(1500, 860);
        page->setCompact(false);
        QObject::connect(
            page, &widgets::SupervisionPage::said, [this](const QString& text) { said = text; });
        QObject::connect(
            page, &widgets::SupervisionPage::incidentRequested,
            [this](const IncidentId& id) { requested = id; });
        window.show();
    }
    [[nodiscard]] bool isReady()
    {
        const bool isThere = isOpen() && QTest::qWaitForWindowActive(&window);
        page->enter();
        return isThere;
    }
    /// The one that is shown, else the first.
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        const auto all = window.findChildren<T*>(QLatin1StringView(name));
        for (T* one : all) { // each tab has such a bar
            if (one->isVisible()) {
                return one;
            }
        }
        return all.isEmpty() ? nullptr : all.front();
    }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// What an input method commits.
    void compose(const QString& text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void focus(const char* name) const { find<QWidget>(name)->setFocus(); }
    [[nodiscard]] bool hasFocus(const char* name) const
    {
        return QApplication::focusWidget() == find<QWidget>(name);
    }
    [[nodiscard]] QString write(const char* name, const std::string& text) const
    {
        const QString path = folder.filePath(QString::fromUtf8(name));
        std::ofstream(path.toStdString(), std::ios::binary) << text;
        return path;
    }
    /// The newest incident of a kind; null: none.
    [[nodiscard]] model::IncidentPtr newest(const char* kind) const
    {
        model::IncidentPtr found;
        for (const auto& [id, incident] : desk->incidents()) {
            if (incident->kind == KindCode(kind)) {
                found = incident;
            }
        }
        return found;
    }
    void advance(Millis by)
    {
        clock.advance(by);
        page->setNow(clock.now());
    }

    QWidget window;
    widgets::SupervisionPage* page;
    QString said;
    IncidentId requested;
};

} // namespace sz::test
