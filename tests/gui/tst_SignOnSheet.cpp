// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing on by keys only, at a desk that has lost its headquarters and remembers who was here before.
#include "data/base/Secret.h"
#include "data/store/DeskLog.h"
#include "data/sync/SeatFrames.h"
#include "tests/gui/SheetFixture.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/people/PersonSearch.h"
#include "widgets/people/SignOnSheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

constexpr auto kOwn = "yijiu50wu";

model::Person duty(const char* code, const char* name, const char* pinyin, const char* initials)
{
    return {
        PersonCode(code),
        name,
        pinyin,
        initials,
        UnitCode("D05"),
        {PostCode("D05-leader"), PostCode("D05-desk")},
        false};
}

void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}
void type(const QString& text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

struct Room
{
    Room()
    {
        desk::Desk::Options options;
        options.profile.folder = folder.path().toStdString();
        options.profile.unit = UnitCode("D05");
        options.profile.desk = DeskId("test-1");
        options.profile.operation = OperationId("wuhan-test");
        options.profile.credentials.key = net::keyToPem(SigningKey::generate());
        options.plan = plan;
        options.clock = &clock;
        options.isLinkEnabled = false;
        remember(options);
        desk = std::make_unique<desk::Desk>(options);
        window.resize(700, 700);
        sheet = new SignOnSheet(*desk, theme, &window);
        sheet->resize(568, 640);
        window.show();
        desk->start();
    }

    // What headquarters told before the link went, and what a former sign-on left.
    static void remember(const desk::Desk::Options& options)
    {
        auto log = store::DeskLog::open(
            options.profile.logFile(), options.profile.operation, options.profile.desk,
            options.profile.unit);
        sync::People people{
            true,
            {duty("1001", "王值班", "wangzhiban", "wzb"),
             duty("1002", "李接班", "lijieban", "ljb")}};
        const Verifier v = makeVerifier(kOwn);
        QVERIFY(log->setMemo("seat.people", log::encode(sync::packSeat(people))));
        QVERIFY(log->setMemo(
            "seat.verifier.1001",
            log::encode(log::Fields{
                {1, v.salt}, {2, v.hash}, {3, v.memoryKib}, {4, v.passes}, {5, v.lanes}})));
    }

    [[nodiscard]] bool isReady()
    {
        const bool isUp = waitFor([&] { return desk->isOpen() && desk->seat().isNeeded; })
                          && QTest::qWaitForWindowActive(&window);
        sheet->open();
        return isUp;
    }
    [[nodiscard]] QString message() const
    {
        const auto* label = sheet->findChild<QLabel*>(QStringLiteral("sheetMessage"));
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QLineEdit* edit(const char* name) const
    {
        return sheet->findChild<QLineEdit*>(QLatin1StringView(name));
    }
    [[nodiscard]] QAbstractButton* button(const char* name) const
    {
        return sheet->findChild<QAbstractButton*>(QLatin1StringView(name));
    }

    QTemporaryDir folder;
    ManualClock clock{kCall};
    std::shared_ptr<const plan::Plan> plan = test::samplePlan();
    ThemeSource theme;
    TickTimer ticks{clock};
    std::unique_ptr<desk::Desk> desk;
    QWidget window;
    SignOnSheet* sheet = nullptr;
};

} // namespace

class tst_SignOnSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreFoundByWhatIsTyped()
    {
        const std::vector people{
            duty("1001", "王值班", "wangzhiban", "wzb"), duty("1002", "李接班", "lijieban", "ljb")};
        const auto first = [&](const char* typed) {
            const auto found = findPeople(people, QString::fromUtf8(typed));
            return found.empty() ? std::string() : found.front()->code.value;
        };
        QCOMPARE(first("1002"), std::string("1002"));
        QCOMPARE(first("ljb"), std::string("1002"));
        QCOMPARE(first("lijie"), std::string("1002"));
        QCOMPARE(first("李"), std::string("1002"));
        QCOMPARE(first("W"), std::string("1001"));
        QCOMPARE(first("xyz"), std::string());
        QCOMPARE(findPeople(people, QString()).size(), std::size_t{2});
    }

    void initialsEnterPasswordEnter()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy done(room.sheet, &SignOnSheet::done);
        type(QStringLiteral("wzb"));
        key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), room.edit("secretEdit"));
        QVERIFY(!room.edit("postEdit")->text().isEmpty()); // preselected
        type(QString::fromLatin1(kOwn));
        QVERIFY(!room.edit("secretEdit")->displayText().contains(QString::fromLatin1(kOwn)));
        key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return done.count() == 1; }));
        QVERIFY(room.desk->seat().grant.has_value());
        QCOMPARE(room.desk->seat().grant->person, PersonCode("1001"));
        QVERIFY(room.edit("secretEdit")->text().isEmpty());
        QCOMPARE(room.desk->actor().post, room.desk->seat().grant->post);
    }

    void aWrongPasswordIsARedSentence()
    {
        Room room;
        QVERIFY(room.isReady());
        type(QStringLiteral("1001"));
        key(Qt::Key_Return);
        for (int left = 4; left >= 3; --left) {
            type(QStringLiteral("not this"));
            key(Qt::Key_Return);
            QVERIFY(waitFor([&] { return room.desk->seat().triesLeft == left; }));
            QVERIFY(waitFor([&] { return room.message().contains(QString::number(left)); }));
            QVERIFY(room.edit("secretEdit")->text().isEmpty());
            QCOMPARE(QApplication::focusWidget(), room.edit("secretEdit"));
        }
        QVERIFY(!room.desk->seat().grant);
    }

    void whoWasNeverHereIsToldToWait()
    {
        Room room;
        QVERIFY(room.isReady());
        type(QStringLiteral("lijieban"));
        key(Qt::Key_Return);
        type(QStringLiteral("anything"));
        key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return room.desk->seat().refusal == Code::SignOnNeeded; }));
        QVERIFY(waitFor([&] { return !room.message().isEmpty(); }));
    }

    void nothingIsSentHalfFilled()
    {
        Room room;
        QVERIFY(room.isReady());
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!room.message().isEmpty());
        QCOMPARE(QApplication::focusWidget(), room.edit("personEdit"));
        QCOMPARE(room.desk->seat().answered, std::uint64_t{0});
    }

    void signOffByKeyAndTheBoardKnows()
    {
        Room room;
        QVERIFY(room.isReady());
        type(QStringLiteral("wzb"));
        key(Qt::Key_Return);
        type(QString::fromLatin1(kOwn));
        key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return room.desk->seat().grant.has_value(); }));
        const auto may = [&] {
            return room.desk->canPerform({}, test::plainReport("积水", plan::Grade::IV, 24));
        };
        QVERIFY(may());
        room.sheet->open();
        QVERIFY(room.button("signOffButton")->isVisible());
        key(Qt::Key_O, Qt::AltModifier);
        QVERIFY(waitFor([&] { return !room.desk->seat().grant; }));
        QCOMPARE(may().error().code, Code::SignOnNeeded);
    }

    void everythingHasAName()
    {
        Room room;
        QVERIFY(room.isReady());
        QCOMPARE(test::namelessIn(*room.sheet), QStringList());
    }
};

QTEST_MAIN(tst_SignOnSheet)
#include "tst_SignOnSheet.moc"
