// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F10 in the console's own window, in Chinese, by real keys: the sheet is refused with a red row unread, and taken over once it is read.
#include "tests/gui/PageRoom.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/handover/HandoverList.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/shell/Handing.h"

#include <QLabel>
#include <QLineEdit>

using namespace sz;
using namespace sz::widgets;
using sz::test::PageRoom;

namespace {

struct Sheet : PageRoom
{
    Sheet() : PageRoom(true) {}

    /// One red, written by hand of the outgoing shift.
    [[nodiscard]] bool write()
    {
        if (!show() || !report(1)) {
            return false;
        }
        wait(std::chrono::minutes(20)); // nobody has assigned it
        key(Qt::Key_F10);
        if (!test::waitFor([&] { return page().handing().isOpen(); })) {
            return false;
        }
        key(Qt::Key_Return, Qt::ControlModifier);
        return test::waitFor([&] { return sheet() != nullptr; });
    }
    [[nodiscard]] HandoverPage& form() const { return page().handing().page(); }
    [[nodiscard]] HandoverList& list() const
    {
        return *form().findChild<HandoverList*>(QStringLiteral("handoverList"));
    }
    [[nodiscard]] const model::ShiftSheet* sheet() const
    {
        return desk->shift()->sheet(form().sheet());
    }
    [[nodiscard]] QString message() const
    {
        return form().findChild<QLabel*>(QStringLiteral("handoverMessage"))->text();
    }
};

} // namespace

class tst_Handover : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }

    void anUnreadRedBlocksTheIncomingSignature()
    {
        Sheet s;
        QVERIFY(s.write());
        QCOMPARE(s.sheet()->unreadRed().size(), std::size_t{1});
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->outgoing);
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.message().contains(QStringLiteral("红")));
        QVERIFY(!s.sheet()->incoming);
        QVERIFY(s.list().currentRow().starts_with("red:")); // led to it
        PageRoom::key(Qt::Key_Space);
        UNTIL(s.sheet()->unreadRed().empty());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->isDone());
        QVERIFY(s.sheet()->incoming->name != s.sheet()->outgoing->name);
    }

    void sentBackAndCompleted()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->outgoing);
        PageRoom::key(Qt::Key_R);
        PageRoom::type(QStringLiteral("缺口没写"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(!s.sheet()->outgoing);
        QCOMPARE(s.sheet()->returns.at(0).reason, std::string("缺口没写"));
        PageRoom::key(Qt::Key_Period);
        PageRoom::type(QStringLiteral("柴油车从汉阳走. R"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(s.sheet()->rows.back().row.text == "柴油车从汉阳走. R");
        QCOMPARE(s.sheet()->rows.back().row.part, model::SheetPart::Note);
    }

    void whatHappensAfterwardsIsAddedAndUnread()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Space);
        UNTIL(s.sheet()->unreadRed().empty());
        const std::string at = s.list().currentRow();
        QVERIFY(s.report(1, plan::Grade::IV, 2));
        s.wait(std::chrono::minutes(20));
        for (int i = 0; i < 6; ++i) {
            s.wait(std::chrono::seconds(1));
        }
        UNTIL(s.sheet()->unreadRed().size() == 1);
        QCOMPARE(s.list().currentRow(), at); // nothing moves under the cursor
        PageRoom::key(Qt::Key_N);
        QVERIFY(s.list().currentRow() != at);
        QVERIFY(s.sheet()->rows.back().isLater);
    }

    void aPromiseByPhoneIsARowUntilItIsKept()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_P);
        PageRoom::type(QStringLiteral("没有这个单位 x"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(!s.message().isEmpty());
        QVERIFY(s.desk->shift()->promises.empty());
        s.form().findChild<QLineEdit*>(QStringLiteral("handoverEdit"))->clear();
        PageRoom::type(QStringLiteral("武昌 增派 1 组 22:00"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(s.desk->shift()->promises.size() == 1);
        const auto& promise = s.desk->shift()->promises.begin()->second;
        QCOMPARE(promise.made.unit, UnitCode("D05"));
        QCOMPARE(promise.made.text, std::string("增派 1 组"));
        s.wait(std::chrono::seconds(1));
        const auto row = [&] {
            return std::ranges::find(
                s.sheet()->rows, model::SheetPart::Promise,
                [](const auto& one) { return one.row.part; });
        };
        UNTIL(row() != s.sheet()->rows.end());
        s.list().setCurrentRow(row()->row.id);
        PageRoom::key(Qt::Key_K);
        UNTIL(s.desk->shift()->promises.begin()->second.settled.has_value());
        s.wait(std::chrono::seconds(1));
        UNTIL(row()->isSettled);
    }

    void enterOpensTheIncidentAndEscLeaves()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Escape);
        UNTIL(!s.page().handing().isOpen());
        PageRoom::key(Qt::Key_F10);
        UNTIL(s.page().handing().isOpen());
        PageRoom::key(Qt::Key_Return);
        UNTIL(!s.page().handing().isOpen());
    }

    void printsAPdf()
    {
        Sheet s;
        QVERIFY(s.write());
        const QString file = s.folder.filePath(QStringLiteral("sheet.pdf"));
        s.page().handing().setAskPath(
            [&](const QString&, const std::function<void(QString)>& then) { then(file); });
        PageRoom::key(Qt::Key_P, Qt::ControlModifier);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
    }

    // Two desks' words: the sheet is on this desk's disk without any headquarters, and there after a restart.
    void isThereAfterARestart()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Space);
        UNTIL(s.sheet()->unreadRed().empty());
        const std::string id = s.form().sheet();
        s.window.reset();
        s.sitAt("HQ-chief");
        QVERIFY(s.isOpen());
        UNTIL(s.desk->shift()->sheet(id) != nullptr);
        QVERIFY(s.desk->shift()->sheet(id)->unreadRed().empty());
    }

    void everythingHasAName()
    {
        Sheet s;
        QVERIFY(s.write());
        QCOMPARE(test::namelessIn(s.form()), QStringList());
    }
};

QTEST_MAIN(tst_Handover)
#include "tst_Handover.moc"
