// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the parts of the window's frame in all their states: framedemo OUT_FOLDER [translation.qm]
#include "tests/unit/frame/FrameFixture.h"
#include "widgets/common/Language.h"
#include "widgets/common/Style.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/frame/OutboxCard.h"
#include "widgets/frame/TopBar.h"

#include <QApplication>
#include <QPainter>
#include <QTranslator>

using namespace sz;
using namespace sz::widgets;
using namespace sz::test;
using Kind = desk::Notice::Kind;

namespace {

std::shared_ptr<const plan::Plan> cityPlan()
{
    auto loaded =
        plan::loadPlan(std::filesystem::path(SANZHEN_SOURCE_DIR) / "resources/plans/wuhan");
    return loaded ? std::make_shared<const plan::Plan>(std::move(loaded->plan)) : framePlan();
}

bool isChinese()
{
    return uiLanguage() == Language::Chinese;
}

std::string said(const char* zh, const char* en)
{
    return isChinese() ? zh : en;
}

plan::Duty dayShift()
{
    plan::Duty duty;
    duty.holderZh = duty.holderEn = "3";
    duty.shiftZh = "白班";
    duty.shiftEn = "day shift";
    duty.until = kNow + Minutes{367} - Millis{7'000};
    return duty;
}

/// One long picture, part under part, with a gap between.
class Sheet
{
public:
    Sheet(const ThemeSource& theme, int width)
        : m_theme(theme), m_width(width), m_plan(cityPlan()),
          m_image(width, 1'500, QImage::Format_RGB32)
    {
        m_image.fill(theme.color(Token::Bg0));
    }

    void paintAll()
    {
        for (const LinkState state :
             {LinkState::Live, LinkState::CatchingUp, LinkState::Connecting, LinkState::Offline,
              LinkState::Refused}) {
            paintBar(statusOf(state), {2, 1, 2});
        }
        desk::LinkStatus rejected = statusOf(LinkState::Offline);
        rejected.rejected = 2;
        rejected.unsent = 14;
        rejected.asOf = kNow - Minutes{14};
        paintBar(rejected, {12, 104, 2});
        desk::LinkStatus stale = statusOf(LinkState::Live);
        stale.asOf = kNow - Millis{127'000};
        stale.clockOffset = Millis{-42'310};
        paintBar(stale, {});
        paintBar(linkOf(LinkState::Connecting, false), {});
        paintBar(linkOf(LinkState::Offline, false), {});
        paintAlarms();
        paintNotices();
        paintCards();
    }

    [[nodiscard]] const QImage& image() const { return m_image; }

private:
    static desk::LinkStatus statusOf(LinkState state)
    {
        desk::LinkStatus link = linkOf(state);
        if (state == LinkState::Live || state == LinkState::CatchingUp) {
            link.headquarters = said("指挥部办公室", "Command office");
            link.asOf = kNow;
        }
        link.unsent = state == LinkState::Live ? 0 : 4;
        link.nextAttempt = kNow + Millis{8'000};
        return link;
    }

    void put(QWidget& widget, int x, int width, int height)
    {
        widget.resize(width, height);
        widget.ensurePolished();
        widget.show();
        QApplication::processEvents();
        if (QWidget* focused = widget.focusWidget()) {
            focused->clearFocus(); // a window of its own would ring its first control
        }
        QPainter painter(&m_image);
        painter.drawPixmap(x, m_y, widget.grab());
    }

    void paintBar(const desk::LinkStatus& link, const LampCounts& counts)
    {
        TopBar bar(m_theme, m_plan);
        bar.setCompact(m_width < 1500);
        bar.setMode(QString::fromStdString(said("赛时", "Games time")));
        bar.setSeat(
            dayShift(), QString::fromStdString(said("值班长", "Duty chief")),
            QString::fromStdString(said("1 号席", "seat 1")));
        bar.setNow(kNow);
        bar.setLink(link);
        bar.setLampCounts(counts);
        put(bar, 0, m_width, 48);
        m_y += 52;
    }

    void paintRow(std::vector<Alarm> alarms, bool isOpened)
    {
        AlarmRow row(m_theme);
        row.setFlashing(false);
        row.setNow(kNow);
        if (isOpened) {
            row.setOpened(alarms.front().incident->id);
        }
        row.setAlarms(std::move(alarms), m_plan);
        put(row, 0, m_width, 32);
        m_y += 36;
    }

    void paintAlarms()
    {
        auto incident = std::make_shared<model::Incident>(*lateIncident(
            "a", 45, said("医院主楼停电，转柴油发电", "Hospital main block on generator").c_str()));
        incident->orders.front().reminders = 2;
        const auto act =
            std::make_shared<const model::Act>(model::RemindUnits{{incident->orders.front().id}});
        incident->trace = {{"e", kNow - Minutes{2}, UnitCode("HQ"), {}, act, 7}};
        paintRow({alarmOf(incident)}, true);
        paintRow(
            {alarmOf(lateIncident(
                "b", 0,
                said("在建工地约 60 人聚集，", "About 60 people at building site, ")
                    .append(said(
                        "诉求为工资，现场秩序平稳，住建、公安已在途中",
                        "asking for wages, calm, housing and police are on the way"))
                    .c_str(),
                "L01", Millis{26 * 60'000 + 10'000}))},
            false);
        auto flood = floodOf(12);
        for (const Alarm& other : floodOf(2, "L01")) {
            flood.push_back(other);
        }
        paintRow(flood, false);
    }

    void paintNotices()
    {
        for (const desk::Notice& notice :
             {desk::Notice{Kind::ViewRebuilt, 8834, {}},
              {Kind::ClockOff, -42, {}},
              {Kind::LogSetAside, 3, "log-20191017-142305.db"},
              {Kind::StoreFailed, 0, {}}}) {
            NoticeStrip strip(m_theme);
            strip.addNotice(notice);
            if (notice.kind == Kind::LogSetAside) {
                strip.setOtherPlan(true);
            }
            put(strip, 0, m_width, 32);
            m_y += 36;
        }
        NoticeStrip strip(m_theme);
        strip.setOtherPlan(true);
        put(strip, 0, m_width, 32);
        m_y += 48;
    }

    static desk::OutboxLine
    lineOf(std::uint64_t counter, model::Act act, Code code = Code::Internal)
    {
        desk::OutboxLine line;
        line.counter = counter;
        line.at = kNow - Millis{static_cast<int>(200 - counter * 20) * 1'000};
        line.incident = IncidentId(counter % 2 == 0 ? "a" : "b");
        line.act = std::make_shared<const model::Act>(std::move(act));
        line.code = code;
        line.state =
            code == Code::Internal ? desk::OutboxState::Unsent : desk::OutboxState::Rejected;
        return line;
    }

    void paintCard(const std::vector<desk::OutboxLine>& lines, const desk::LinkStatus& link, int x)
    {
        OutboxCard card(m_theme, m_plan);
        card.setNaming([](const IncidentId& id) {
            return QString::fromStdString(id.value == "a" ? "041" : "044");
        });
        card.setNow(kNow);
        card.setLink(link);
        card.setOutbox(lines);
        put(card, x, card.sizeHint().width(), card.sizeHint().height());
    }

    void paintCards()
    {
        const std::vector unsent{
            lineOf(
                1, model::AddNote{said(
                       "校区门口约 40 人，秩序正常", "about 40 people at the gate, calm")}),
            lineOf(
                2,
                model::IssueOrders{
                    said("增派 1 组", "one more team"), {{OrderId("o"), UnitCode("L01"), {}}}}),
            lineOf(3, model::RemindUnits{{OrderId("o")}}), lineOf(4, model::ClaimIncident{})};
        std::vector mixed = unsent;
        mixed.push_back(lineOf(5, model::SignOrder{OrderId("o")}, Code::AlreadySigned));
        mixed.push_back(lineOf(6, model::AddNote{said("已到场", "on scene")}, Code::NotAllowed));
        paintCard(unsent, statusOf(LinkState::Offline), 12);
        paintCard(mixed, statusOf(LinkState::Offline), 442);
        paintCard({}, statusOf(LinkState::Live), 872);
        m_y += 260;
        paintCard({mixed.back()}, statusOf(LinkState::Refused), 12);
        paintCard({}, statusOf(LinkState::Connecting), 442);
        m_y += 160;
        m_image = m_image.copy(0, 0, m_width, m_y);
    }

    const ThemeSource& m_theme;
    int m_width;
    int m_y = 0;
    std::shared_ptr<const plan::Plan> m_plan;
    QImage m_image;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: framedemo OUT_FOLDER [translation.qm]");
        return 2;
    }
    QTranslator translator;
    const bool isTranslated = arguments.size() > 2 && translator.load(arguments[2]);
    QLocale::setDefault(
        isTranslated ? QLocale(QLocale::Chinese, QLocale::China)
                     : QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (isTranslated) {
        QApplication::installTranslator(&translator);
    }
    for (const Theme theme : {Theme::Dark, Theme::Light}) {
        for (const int width : {1920, 1366}) {
            ThemeSource source(theme);
            applyTheme(app, theme);
            Sheet sheet(source, width);
            sheet.paintAll();
            const QString name =
                QStringLiteral("%1/frame-%2-%3-%4.png")
                    .arg(
                        arguments[1], isTranslated ? QStringLiteral("zh") : QStringLiteral("en"),
                        theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(width);
            if (!sheet.image().save(name)) {
                return 1;
            }
        }
    }
    return 0;
}
