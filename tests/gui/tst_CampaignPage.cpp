// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns by real keys against a real desk, in both languages: imported, stopped and gone on with, settled, filtered.
#include "tests/gui/SupervisionRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/supervision/BurnChart.h"
#include "widgets/supervision/CampaignTables.h"
#include "widgets/supervision/CampaignView.h"
#include "widgets/supervision/ImportSheet.h"

#include <QComboBox>

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::SupervisionRoom;
using sz::test::waitFor;

namespace {

constexpr const char* kHead = "编号,隐患,责任单位,配合单位,时限,地点\n";

std::string threeRows()
{
    return std::string(kHead) + "1,燃气软管老化,武昌区,公安,2026-10-20,徐家棚街道\n"
           + "2,疏散通道堵塞,江汉区,,2026-11-30,\n" + "3,电线私拉,硚口区,,,\n";
}

/// `count` rows for one district.
std::string manyRows(int count)
{
    std::string text = kHead;
    for (int n = 1; n <= count; ++n) {
        text += std::to_string(n) + ",第" + std::to_string(n)
                + "处餐饮场所未装燃气报警器,武昌区,,2026-11-30,友谊大道\n";
    }
    return text;
}

ImportSheet& sheetOf(const SupervisionRoom& room)
{
    return room.page->campaigns().importSheet();
}

KeycapButton* mainAct(const SupervisionRoom& room)
{
    for (auto* button : sheetOf(room).findChildren<KeycapButton*>()) {
        if (button->keys() == QKeySequence(Qt::CTRL | Qt::Key_Return)) {
            return button;
        }
    }
    return nullptr;
}

/// Types name and file into the import sheet and waits for the check.
bool offer(SupervisionRoom& room, const QString& path)
{
    room.focus("campaignNameEdit");
    room.compose(QStringLiteral("燃气安全专项行动"));
    room.focus("campaignUntilEdit");
    room.type(QStringLiteral("11-30"));
    room.focus("sheetFileEdit");
    room.type(path);
    room.key(Qt::Key_Return);
    return waitFor([&] { return mainAct(room)->blockedReason().isEmpty(); });
}

std::shared_ptr<const model::Campaign> campaignOf(const SupervisionRoom& room)
{
    const auto incident = room.newest("campaign");
    return incident == nullptr ? nullptr : incident->campaign;
}

/// A room with the three rows imported and the items focused.
bool import(SupervisionRoom& room, const std::string& rows)
{
    room.key(Qt::Key_N, Qt::AltModifier);
    if (!offer(room, room.write("rows.csv", rows))) {
        return false;
    }
    room.key(Qt::Key_Return, Qt::ControlModifier);
    const bool isIn = waitFor([&] { return !sheetOf(room).isVisible(); });
    room.focus("itemTable");
    return isIn && campaignOf(room) != nullptr;
}

} // namespace

class tst_CampaignPage : public QObject
{
    Q_OBJECT

    std::optional<sz::test::ChineseScreen> m_chinese;

    static void languages()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("zh_CN") << true;
        QTest::newRow("en") << false;
    }
    void speak()
    {
        QFETCH(const bool, isChinese);
        if (isChinese) {
            m_chinese.emplace();
        }
    }

private Q_SLOTS:
    static void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }
    void cleanup() { m_chinese.reset(); }

    void importedCheckedAndSettled_data() { languages(); }
    void importedCheckedAndSettled()
    {
        speak();
        SupervisionRoom room;
        QVERIFY(room.isReady());
        room.key(Qt::Key_N, Qt::AltModifier);
        QVERIFY(room.hasFocus("campaignNameEdit"));
        QVERIFY(offer(room, room.write("rows.csv", threeRows() + "4,垃圾,火星局,,,\n")));
        // What cannot be taken is named with line, field and reason.
        auto* refused = room.find<PlainTable>("refusedTable");
        QVERIFY(refused->isVisible());
        QCOMPARE(refused->model()->rowCount(), 1);
        QVERIFY(refused->model()->index(0, 0).data().toString().contains(QLatin1Char('5')));
        QVERIFY(refused->model()->index(0, 2).data().toString().contains(QStringLiteral("火星局")));
        QVERIFY(room.find<QLabel>("importSum")->text().contains(QLatin1Char('3')));
        room.key(Qt::Key_S, Qt::AltModifier);
        const QString kept = room.folder.path() + QStringLiteral("/rows-")
                             + (m_chinese ? QStringLiteral("退回") : QStringLiteral("refused"))
                             + QStringLiteral(".csv");
        QVERIFY2(QFile::exists(kept), qPrintable(kept));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return !sheetOf(room).isVisible(); }));
        QVERIFY(waitFor([&] { return campaignOf(room) && campaignOf(room)->size() == 3; }));
        QCOMPARE(room.newest("campaign")->title, std::string("燃气安全专项行动"));
        QVERIFY(!room.said.isEmpty());

        room.focus("itemTable");
        auto* table = room.find<PlainTable>("itemTable");
        QVERIFY(waitFor([&] { return table->model()->rowCount() == 3; }));
        room.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table->chosenRows().size(), 2U);
        room.said.clear();
        room.key(Qt::Key_Space);
        QVERIFY2(room.hasFocus("askEdit"), qPrintable(room.said));
        room.compose(QStringLiteral("已整改到位"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return campaignOf(room)->total().done == 2; }));
        QCOMPARE(campaignOf(room)->mark(0)->text, std::string("已整改到位"));
        QVERIFY(waitFor([&] { return table->model()->rowCount() == 1; })); // open ones only
        QVERIFY(waitFor([&] { return room.hasFocus("itemTable"); }));

        // Void needs a reason; Enter without one says so and does nothing.
        room.key(Qt::Key_V);
        QVERIFY(room.hasFocus("askEdit"));
        room.key(Qt::Key_Return);
        QVERIFY(room.find<QLabel>("askMessage")->isVisible());
        QCOMPARE(campaignOf(room)->total().voided, 0U);
        room.key(Qt::Key_Escape);
        QVERIFY(room.hasFocus("itemTable"));
        QVERIFY(!room.find<QWidget>("askBar")->isVisible());
    }

    void openAgainAndFiltered_data() { languages(); }
    void openAgainAndFiltered()
    {
        speak();
        SupervisionRoom room;
        QVERIFY(room.isReady());
        QVERIFY(import(room, threeRows()));
        auto* table = room.find<PlainTable>("itemTable");
        const auto* items = qobject_cast<ItemsModel*>(table->model());
        room.key(Qt::Key_Space);
        room.key(Qt::Key_Return); // a result may stay unsaid
        QVERIFY(waitFor([&] { return campaignOf(room)->total().done == 1; }));
        // Three days later the limit of none of the open ones is over, then all of them.
        room.advance(std::chrono::days(5));
        room.key(Qt::Key_L, Qt::AltModifier);
        QCOMPARE(items->rowCount(), 0);
        room.advance(std::chrono::days(60));
        QCOMPARE(items->rowCount(), 2);
        room.key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(room.hasFocus("itemFilterEdit"));
        room.compose(QStringLiteral("电线"));
        QCOMPARE(items->rowCount(), 1);
        QCOMPARE(items->campaign()->item(items->itemAt(0)).key, std::string("3"));
        room.find<QLineEdit>("itemFilterEdit")->clear();
        room.key(Qt::Key_Return);
        QVERIFY(room.hasFocus("itemTable"));
        room.key(Qt::Key_L, Qt::AltModifier);

        // The unit table filters; the late ones stand first.
        auto* units = room.find<PlainTable>("unitTable");
        room.focus("unitTable");
        QCOMPARE(units->model()->rowCount(), 3);
        QVERIFY(units->model()->index(0, int(UnitColumn::Late)).data(LateRole).toBool());
        QVERIFY(!units->model()->index(2, int(UnitColumn::Late)).data(LateRole).toBool());
        room.key(Qt::Key_Return);
        QCOMPARE(items->rowCount(), 1);
        room.key(Qt::Key_Return);
        QCOMPARE(items->rowCount(), 2);
        QVERIFY(!room.find<BurnChart>("burnChart")->accessibleDescription().isEmpty());
    }

    void stoppedAndGoneOnWith()
    {
        SupervisionRoom room;
        QVERIFY(room.isReady());
        constexpr int kRows = 40'000;
        room.key(Qt::Key_N, Qt::AltModifier);
        QVERIFY(offer(room, room.write("many.csv", manyRows(kRows))));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return campaignOf(room) && campaignOf(room)->size() > 0; }));
        QVERIFY(sheetOf(room).isImporting());
        room.key(Qt::Key_C, Qt::AltModifier);
        QVERIFY(waitFor([&] { return !sheetOf(room).isImporting(); }));
        const std::size_t in = campaignOf(room)->size();
        QVERIFY2(in > 0 && in < kRows, qPrintable(QString::number(in)));
        // The same file again goes on: what is there is passed over.
        QVERIFY(waitFor([&] { return mainAct(room)->blockedReason().isEmpty(); }));
        room.focus("sheetFileEdit");
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor(
            [&] { return campaignOf(room)->size() == kRows && !sheetOf(room).isVisible(); },
            60'000));
        QCOMPARE(room.desk->incidents().size(), 1U); // no second campaign
        QCOMPARE(campaignOf(room)->runs().size(), 1U);
        QVERIFY(campaignOf(room)->runs()[0].passed >= in);
        const auto* items = qobject_cast<ItemsModel*>(room.find<PlainTable>("itemTable")->model());
        QVERIFY(waitFor([&] { return items->rowCount() == kRows; }));
    }

    void filesThatCannotBeRead_data() { languages(); }
    void filesThatCannotBeRead()
    {
        speak();
        SupervisionRoom room;
        QVERIFY(room.isReady());
        room.key(Qt::Key_N, Qt::AltModifier);
        room.focus("sheetFileEdit");
        room.type(room.write("a.xls", "\xD0\xCF\x11\xE0"));
        room.key(Qt::Key_Return);
        const auto* message = sheetOf(room).findChild<QLabel*>(QStringLiteral("sheetMessage"));
        QVERIFY(waitFor([&] { return message->isVisible(); }));
        QVERIFY(message->text().contains(QStringLiteral("CSV")));
        QVERIFY(!mainAct(room)->blockedReason().isEmpty());
        // Columns that nobody recognises are asked for, and can be said.
        room.focus("sheetFileEdit");
        room.find<QLineEdit>("sheetFileEdit")->clear();
        room.type(room.write("b.csv", "a,b,c\n1,甲,武昌区\n"));
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return room.hasFocus("map_label"); }));
        room.focus("campaignUntilEdit");
        room.type(QStringLiteral("11-30"));
        for (const char* name : {"map_label", "map_unit"}) {
            room.focus(name);
            const int times = name == std::string("map_label") ? 2 : 3;
            for (int n = 0; n < times; ++n) {
                room.key(Qt::Key_Down);
            }
        }
        QVERIFY(waitFor([&] { return mainAct(room)->blockedReason().isEmpty(); }));
    }

    void aDistrictDoesNotImport()
    {
        SupervisionRoom room("D05");
        QVERIFY(room.isReady());
        room.key(Qt::Key_N, Qt::AltModifier);
        QVERIFY(!room.said.isEmpty());
        QVERIFY(!sheetOf(room).isVisible());
        QVERIFY(room.desk->incidents().empty());
    }

    void everyThingHasAName_data() { languages(); }
    void everyThingHasAName()
    {
        speak();
        SupervisionRoom room;
        QVERIFY(room.isReady());
        QVERIFY(import(room, threeRows()));
        room.key(Qt::Key_N, Qt::AltModifier);
        const QStringList nameless = sz::test::namelessIn(*room.page);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    // On a laptop, too: how many are late is the last column, and it was cut off.
    void everyColumnIsInSightOnALaptop_data() { languages(); }
    void everyColumnIsInSightOnALaptop()
    {
        speak();
        SupervisionRoom room;
        QVERIFY(room.isReady());
        QVERIFY(import(room, manyRows(60)));
        room.window.resize(1366, 652);
        room.page->resize(1366, 572);
        room.page->setCompact(true);
        for (const char* name : {"itemTable", "unitTable"}) {
            const auto* table = room.find<PlainTable>(name);
            QVERIFY(waitFor([&] {
                const int last = table->model()->columnCount() - 1;
                return table->columnViewportPosition(last) + table->columnWidth(last)
                       <= table->viewport()->width();
            }));
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                QVERIFY2(table->columnWidth(column) > 20, name);
            }
        }
    }

    void tabsByKeyAndOneMore()
    {
        SupervisionRoom room;
        QVERIFY(room.isReady());
        auto* last = new QLineEdit;
        last->setObjectName(QStringLiteral("lastTab"));
        room.page->addTab(QStringLiteral("Score"), last, [last] { last->setFocus(); });
        room.key(Qt::Key_4, Qt::AltModifier);
        QCOMPARE(room.page->currentTab(), 3);
        QVERIFY(room.hasFocus("lastTab"));
        room.key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(room.page->currentTab(), 0);
        room.key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(room.page->currentTab(), 1);
    }
};

QTEST_MAIN(tst_CampaignPage)
#include "tst_CampaignPage.moc"
