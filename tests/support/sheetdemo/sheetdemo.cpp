// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sheetdemo FOLDER [FILE.qm]: pictures of the side sheets and the command line, both themes, 1080 and 768 high.
#include "data/base/Hash.h"
#include "data/net/Authority.h"
#include "tests/support/SampleWorld.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Style.h"
#include "widgets/common/TickTimer.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"

#include <QApplication>
#include <QFile>
#include <QInputMethodEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cstdio>

namespace {

using namespace sz;
using widgets::Theme;

const QString kGas = QStringLiteral(
    "餐馆后门停了一辆面包车，车里有二三十个液化气罐，有人正往店里搬。路口较窄，行人多。");

/// A desk with a few incidents of its own.
struct World
{
    World()
    {
        desk::Desk::Options options;
        options.profile.folder = folder.path().toStdString();
        options.profile.unit = UnitCode("HQ");
        options.profile.desk = DeskId("demo-1");
        options.profile.operation = OperationId("wuhan-demo");
        options.profile.credentials.key = net::keyToPem(SigningKey::generate());
        options.plan = plan;
        options.clock = &clock;
        options.isLinkEnabled = false;
        desk = std::make_unique<desk::Desk>(options);
        desk->start();
        until([this] { return desk->isOpen(); });
        cylinders =
            report("面包车载液化气罐 32 只", "gas.cylinders", Minutes{31}, plan::Grade::III);
        report("燃气异味，后厨液化气罐漏气", "gas.smell", Minutes{65}, plan::Grade::IV);
    }

    static void until(const std::function<bool()>& condition)
    {
        if (!QTest::qWaitFor(condition, 10'000)) {
            qFatal("the desk did not answer");
        }
    }

    IncidentId report(const char* title, const char* kind, Minutes ago, plan::Grade grade)
    {
        model::ReportIncident act = test::plainReport(title, grade, 4);
        act.kind = KindCode(kind);
        act.place = finder.find("tjd").front().place;
        act.receivedAt = clock.now() - ago;
        auto future = desk->perform({}, act);
        until([&] { return future.isFinished(); });
        const IncidentId id = future.result().value_or(desk::Receipt{}).incident;
        until([&] { return desk->incident(id) != nullptr; });
        return id;
    }

    QTemporaryDir folder;
    ManualClock clock{test::pictureMoment()};
    std::shared_ptr<const plan::Plan> plan = test::samplePlan();
    plan::PlaceFinder finder{plan};
    plan::PlaceIndex index{plan};
    widgets::TickTimer ticks{clock};
    std::unique_ptr<desk::Desk> desk;
    IncidentId cylinders;
};

void compose(const QString& text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
}
void type(const QString& text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}
void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

class Pictures
{
public:
    Pictures(QString folder, Theme theme, QSize screen)
        : m_folder(std::move(folder)), m_theme(theme), m_screen(screen)
    {
        widgets::applyTheme(*qApp, theme);
        m_window.resize(screen);
        m_window.show();
        m_window.activateWindow();
        World::until([this] { return m_window.isActiveWindow(); });
        m_sheetHeight = screen.height() - (screen.width() < 1500 ? 188 : 212);
    }

    void intake()
    {
        widgets::IntakeSheet sheet(
            *m_world.desk, m_world.finder, m_world.index, m_theme, m_world.ticks,
            m_world.folder.filePath(QStringLiteral("draft")), &m_window);
        lay(sheet);
        sheet.open(m_world.clock.now());
        save(sheet, "intake-blank");
        compose(kGas);
        key(Qt::Key_Tab);
        type(QStringLiteral("tjd"));
        save(sheet, "intake-typing");
        key(Qt::Key_Return);
        World::until(
            [&] { return QFile::exists(m_world.folder.filePath(QStringLiteral("draft"))); });
        key(Qt::Key_Tab);
        save(sheet, "intake-placed");
        key(Qt::Key_P, Qt::AltModifier);
        sheet.findChild<QWidget*>(QStringLiteral("presetTable"))->setFocus(Qt::TabFocusReason);
        save(sheet, "intake-orders");
        sheet.findChild<QWidget*>(QStringLiteral("kindEdit"))->setFocus(Qt::TabFocusReason);
        type(QStringLiteral("dian"));
        save(sheet, "intake-kinds");
        key(Qt::Key_Escape);
        sheet.findChild<QLineEdit*>(QStringLiteral("placeEdit"))->clear();
        key(Qt::Key_Return, Qt::ControlModifier);
        save(sheet, "intake-missing");
        key(Qt::Key_Escape);
        QFile::remove(m_world.folder.filePath(QStringLiteral("draft")));
    }

    void order()
    {
        widgets::OrderSheet sheet(*m_world.desk, m_world.finder, m_theme, m_world.ticks, &m_window);
        lay(sheet);
        sheet.open(m_world.cylinders);
        compose(QStringLiteral("到场控制，人车分离，气瓶转运检测。"));
        key(Qt::Key_Tab);
        for (const char* unit : {"jh", "rq", "jg"}) {
            type(QLatin1StringView(unit));
            key(Qt::Key_Return);
        }
        type(QStringLiteral("xf"));
        save(sheet, "order");
        key(Qt::Key_Escape);
    }

    void words()
    {
        widgets::WordSheet sheet(*m_world.desk, m_theme, &m_window);
        sheet.setGeometry(0, 0, 464, 210);
        sheet.show();
        sheet.ask(widgets::reportTask(
            *m_world.desk->incident(m_world.cylinders), model::ReportStage::First,
            QStringLiteral("14:22 接报，面包车载液化气罐 32 只，已派 3 家单位。"), 60));
        save(sheet, "words");
    }

    void line()
    {
        auto* line = new widgets::CommandLine(
            *m_world.desk, m_world.finder, m_theme, m_world.ticks, &m_window);
        line->setGeometry(0, m_screen.height() - 150, m_screen.width(), 96);
        for (const auto& [keys, label] :
             {std::pair{Qt::Key_F2, "New report"}, {Qt::Key_F3, "Order"}, {Qt::Key_F9, "Late"}}) {
            line->addKeycap(
                new widgets::KeycapButton(m_theme, QKeySequence(keys), QLatin1StringView(label)));
        }
        line->setSelected(m_world.cylinders);
        line->show();
        line->begin(QString());
        save(m_window, "line-empty", 200);
        line->begin(QStringLiteral("派 武昌，教育 24h 学员去向核对"));
        save(m_window, "line-order", 200);
        line->begin(QStringLiteral("派 武昌，xf 24h"));
        save(m_window, "line-doubt", 280);
        line->begin(QStringLiteral("?武昌"));
        save(m_window, "line-duty", 340);
        line->begin(QStringLiteral("派 武昌 24"));
        save(m_window, "line-reason", 200);
        delete line;
    }

private:
    void lay(widgets::SideSheet& sheet)
    {
        sheet.setGeometry(0, 0, sheet.sizeHint().width(), m_sheetHeight);
        sheet.show();
    }

    /// `bottom` > 0: only so many pixels from the bottom.
    void save(QWidget& widget, const char* name, int bottom = 0)
    {
        QApplication::processEvents();
        const QRect part =
            bottom > 0 ? QRect(0, widget.height() - bottom, widget.width(), bottom) : widget.rect();
        const QString file = QStringLiteral("%1/%2-%3-%4.png")
                                 .arg(
                                     m_folder, QLatin1StringView(name),
                                     m_theme.theme() == Theme::Dark ? QStringLiteral("dark")
                                                                    : QStringLiteral("light"))
                                 .arg(m_screen.height());
        if (!widget.grab(part).save(file)) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
        }
    }

    QString m_folder;
    widgets::ThemeSource m_theme;
    QSize m_screen;
    int m_sheetHeight = 0;
    World m_world;
    QWidget m_window;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: sheetdemo FOLDER [FILE.qm]; any second word: plan names in Chinese");
        return 2;
    }
    QTranslator chinese;
    const bool isChinese = arguments.size() > 2;
    QLocale::setDefault(QLocale(isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en_GB")));
    if (isChinese && chinese.load(arguments[2])) {
        QApplication::installTranslator(&chinese);
    }
    for (const QSize screen : {QSize(1920, 1080), QSize(1366, 768)}) {
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            Pictures pictures(arguments[1], theme, screen);
            pictures.intake();
            pictures.order();
            pictures.words();
            pictures.line();
        }
    }
    return 0;
}
