// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// board-scroll: one frame of the board of ten thousand open incidents, and of a campaign's table of 155,000 items, while they
// are scrolled and filtered: from the change to the painted window, p95. Floor: a plain list of as many lines of text in a
// window of the same size, scrolled and filtered alike.
#include "data/model/CampaignItems.h"
#include "data/model/World.h"
#include "tests/bench/Bench.h"
#include "tests/bench/desk/LongFeed.h"
#include "tests/bench/History.h"
#include "widgets/actions/BoardFilter.h"
#include "widgets/common/Style.h"
#include "widgets/supervision/CampaignTables.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/watch/BoardView.h"

#include <QApplication>
#include <QEvent>
#include <QListView>
#include <QScrollBar>
#include <QStringListModel>

#include <chrono>
#include <functional>
#include <tuple>
#include <utility>

namespace sz::bench {
namespace {

constexpr double kGoalMs = 16;
const Instant kNow = fromUtcMs(1'571'292'427'000); // 2019-10-17 14:07:07 in Wuhan
const QSize kBoard(424, 900);
const QSize kTable(1280, 900);

struct Sizes
{
    int incidents;
    int items;
    int frames;
    int typings; ///< of the whole filter, letter by letter
};

double sinceMs(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

using Samples = std::vector<double>;

/// Tells whether its widget was painted since it was asked last.
class Painted : public QObject
{
public:
    explicit Painted(QWidget& of) { of.installEventFilter(this); }
    [[nodiscard]] bool take() { return std::exchange(m_isPainted, false); }

private:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_isPainted = m_isPainted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
    bool m_isPainted = false;
};

/// Adds the time from `change` to what is seen of it; a change that shows nothing new is no frame.
void frame(Samples& all, Painted& painted, const std::function<void()>& change)
{
    std::ignore = painted.take();
    const auto start = std::chrono::steady_clock::now();
    change();
    QCoreApplication::processEvents();
    if (painted.take()) {
        all.push_back(sinceMs(start));
    }
}

/// From end to end, three rows a frame and a page now and then, as a wheel and a page key do.
Samples scroll(QAbstractItemView& view, int frames)
{
    QScrollBar& bar = *view.verticalScrollBar();
    Samples all;
    Painted painted(*view.viewport());
    for (int i = 0; i < frames; ++i) {
        const int step = i % 10 == 9 ? bar.pageStep() * 40 : bar.singleStep() * 3;
        const int to = bar.value() + step;
        frame(all, painted, [&] { bar.setValue(to > bar.maximum() ? 0 : to); });
    }
    return all;
}

/// Typed letter by letter and taken back again; each letter is a frame.
Samples filter(QAbstractItemView& view, const std::function<void(const QString&)>& set, int typings)
{
    const QString typed = QStringLiteral("东湖");
    Samples all;
    Painted painted(*view.viewport());
    for (int i = 0; i < typings; ++i) {
        for (const qsizetype length : {1, 2, 1, 0}) {
            frame(all, painted, [&] { set(typed.left(length)); });
        }
    }
    return all;
}

std::map<IncidentId, model::IncidentPtr> openIncidents(const plan::Plan& plan, int count)
{
    History history(plan);
    std::map<IncidentId, model::IncidentPtr> board;
    for (int n = 0; n < count; ++n) {
        std::vector<model::StampedEntry> life;
        for (log::Entry& entry : history.life(
                 static_cast<std::size_t>(n), n % 5 == 0 ? Stage::Pending : Stage::Active,
                 kNow - Minutes{n % (20 * 60) + 1})) {
            life.push_back(
                {std::move(entry), {life.size() + 1, static_cast<std::uint32_t>(n + 1)}});
        }
        if (const auto folded = model::foldHistory(plan, nullptr, life)) {
            board.emplace((*folded)->id, *folded);
        }
    }
    return board;
}

std::shared_ptr<const model::Campaign> campaign(const plan::Plan& plan, int count)
{
    std::vector<UnitCode> districts;
    for (const plan::Unit& unit : plan.units) {
        if (unit.kind == plan::UnitKind::District) {
            districts.push_back(unit.code);
        }
    }
    auto act = std::make_shared<model::ImportItems>();
    act->name = "隐患台账.csv";
    act->rows = static_cast<std::uint64_t>(count);
    act->first = 1;
    act->until = kNow + std::chrono::days(30);
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i + 1);
        act->items.push_back(
            {number,
             "消防通道堵塞 第" + number + "处",
             districts[static_cast<std::size_t>(i) % districts.size()],
             {},
             i % 3 == 0 ? std::optional(kNow - Minutes{i % 900}) : std::nullopt,
             i % 4 == 0 ? "东湖路 " + number + " 号" : "解放大道 " + number + " 号",
             "消防"});
    }
    return std::make_shared<const model::Campaign>(
        model::Campaign().with(act, kNow, UnitCode("HQ")));
}

/// The floor: the same words, a line each.
struct PlainList
{
    PlainList(QStringList lines, QSize size) : all(std::move(lines))
    {
        view.setModel(&model);
        view.setUniformItemSizes(true);
        view.resize(size);
        set({});
        view.show();
        QCoreApplication::processEvents();
    }
    void set(const QString& typed)
    {
        model.setStringList(typed.isEmpty() ? all : all.filter(typed));
    }

    QStringList all;
    QStringListModel model;
    QListView view;
};

struct Pair
{
    Samples ours;
    Samples floor;
};

Measured measured(const char* name, const Pair& of, const char* floorName)
{
    return {name,      percentile(of.ours, 0.95),  "ms",          percentile(of.floor, 0.95),
            floorName, {Goal::Of::Value, kGoalMs}, of.ours.size()};
}

void ofBoard(std::vector<Measured>& out, std::shared_ptr<const plan::Plan> plan, const Sizes& sizes)
{
    const auto incidents = openIncidents(*plan, sizes.incidents);
    const plan::PlaceFinder finder(plan);
    const widgets::ThemeSource theme{widgets::Theme::Dark};
    widgets::BoardModel model(plan);
    model.setNow(kNow);
    widgets::BoardView view(model, theme);
    view.resize(kBoard);
    view.show();
    model.reset(incidents);
    QCoreApplication::processEvents();
    QStringList lines;
    for (const auto& [id, incident] : incidents) {
        lines.append(QString::fromStdString(incident->title + " " + incident->place.text));
    }
    PlainList plain(std::move(lines), kBoard);
    const Pair scrolled{scroll(view, sizes.frames), scroll(plain.view, sizes.frames)};
    const auto spelt = std::make_shared<widgets::BoardWords>(plan); // as ViewActs keeps them
    int letters = 0;
    const auto narrow = [&](const QString& typed) {
        const widgets::BoardFilter words(typed, plan, finder, spelt);
        widgets::BoardModel::Sieve sieve{typed, false, {}};
        if (!words.isEmpty()) {
            sieve.passes = [words](const model::IncidentPtr& incident, Instant now) {
                return words.passes(incident, now);
            };
        }
        model.setSieve(std::move(sieve));
        if (++letters % 4 == 0) { // the clock goes on meanwhile
            model.setNow(kNow + std::chrono::seconds(letters / 4));
        }
    };
    const Pair filtered{
        filter(view, narrow, sizes.typings),
        filter(plain.view, [&](const QString& typed) { plain.set(typed); }, sizes.typings)};
    out.push_back(measured("board-scroll", scrolled, "a plain list of as many lines"));
    out.push_back(measured("board-filter", filtered, "their lines, searched one by one"));
}

void ofItems(std::vector<Measured>& out, std::shared_ptr<const plan::Plan> plan, const Sizes& sizes)
{
    const auto items = campaign(*plan, sizes.items);
    const widgets::ThemeSource theme{widgets::Theme::Dark};
    widgets::ItemsModel model(plan);
    widgets::PlainTable view(theme, {{80}, {200, 3}, {120}, {160, 2}, {100}, {100}});
    view.setModel(&model);
    view.resize(kTable);
    view.show();
    model.setCampaign(items, kNow);
    model.setFilter({widgets::WhichItems::All, {}, {}});
    QCoreApplication::processEvents();
    QStringList lines;
    for (std::size_t i = 0; i < items->size(); ++i) {
        lines.append(QString::fromStdString(items->item(i).label + " " + items->item(i).place));
    }
    PlainList plain(std::move(lines), kTable);
    const Pair scrolled{scroll(view, sizes.frames), scroll(plain.view, sizes.frames)};
    const auto narrow = [&](const QString& typed) {
        model.setFilter({widgets::WhichItems::All, {}, typed.toStdString()});
    };
    const Pair filtered{
        filter(view, narrow, sizes.typings),
        filter(plain.view, [&](const QString& typed) { plain.set(typed); }, sizes.typings)};
    out.push_back(measured("items-scroll", scrolled, "a plain list of as many lines"));
    out.push_back(measured("items-filter", filtered, "their lines, searched one by one"));
}

} // namespace

Outcome boardScroll(const Setting& setting)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    widgets::applyTheme(*qApp, widgets::Theme::Dark);
    const Sizes sizes{
        setting.count(10'000, 50), setting.count(155'000, 200), setting.count(400, 12),
        setting.count(12, 1)};
    std::vector<Measured> all;
    ofBoard(all, *plan, sizes);
    ofItems(all, *plan, sizes);
    return all;
}

} // namespace sz::bench
