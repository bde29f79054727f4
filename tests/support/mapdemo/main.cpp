// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws MapPanel with the sample plan and some marks into PNG files, and measures panning: for eyes, not for CTest.
// mapdemo OUTPUT_FOLDER [pan | parts]

#include "maps/geo/BoundaryStore.h"
#include "maps/layers/HighlightItem.h"
#include "maps/layers/LabelLayout.h"
#include "maps/layers/MarkLayout.h"
#include "maps/symbols/Symbols.h"
#include "maps/tiles/TilePainter.h"
#include "maps/view/InsetMap.h"
#include "maps/view/MapPanel.h"
#include "maps/view/Renderer.h"
#include "maps/view/ScaleBar.h"
#include "tests/support/mapdemo/SampleMarks.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QTest>
#include <QThread>

#include <ctime>
#include <print>

using namespace sz;

namespace {

struct Shot
{
    const char* name;
    QSize size;
    symbols::Theme theme;
    maps::Language language;
    double zoom; ///< 0 = home, < 0 = whole city
    Wgs84 at;
};

bool settle(maps::MapPanel& panel)
{
    return QTest::qWaitFor([&panel] { return panel.isSettled(); }, 5000);
}

class Demo
{
public:
    Demo(std::shared_ptr<const plan::Plan> plan, QString folder)
        : m_plan(std::move(plan)), m_folder(std::move(folder))
    {
    }

    void shoot(const Shot& shot, bool isStale = false)
    {
        maps::MapPanel panel(m_plan);
        panel.resize(shot.size);
        panel.setTheme(shot.theme);
        panel.setLanguage(shot.language);
        dress(panel, shot, isStale);
        panel.show();
        if (shot.zoom > 0) {
            panel.flyTo(shot.at, shot.zoom);
        } else if (shot.zoom < 0) {
            panel.fitCity();
        }
        QTest::qWait(250);
        std::println("{:24} settled {}", shot.name, settle(panel));
        QTest::qWait(50);
        panel.grab().save(
            QDir(m_folder).filePath(QLatin1String(shot.name) + QStringLiteral(".png")));
    }

    /// What the parts cost by themselves.
    void measureParts()
    {
        const auto time = [](const char* what, double zoom, int times, auto work) {
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < times; ++i) {
                work();
            }
            std::println(
                "{:12} z{:4.1f}: {:.2f} ms", what, zoom,
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / times);
        };
        std::shared_ptr<const maps::BoundaryStore> store;
        time("store", 0, 5, [&] { store = std::make_shared<const maps::BoundaryStore>(*m_plan); });
        for (const double zoom : {9.0, 9.6, 11.36, 13.0, 14.2, 16.0}) {
            const maps::CameraState camera{maps::toMercator({114.3, 30.58}), zoom, {1600, 900}};
            const maps::TileKey key =
                maps::TileLevel{static_cast<int>(zoom * 1000), symbols::Theme::Dark, 100}
                    .covering(camera.visible())
                    .front();
            time("tile", zoom, 20, [&] { (void)maps::paintTile(key, *store); });
            time("labels", zoom, 20, [&] {
                (void)maps::placeLabels({*store, camera, {}, 24, maps::Language::Chinese});
            });
            const std::vector<maps::Mark> marks =
                maps::sampleMarks(*m_plan, maps::Language::Chinese);
            maps::MarkPainter painter(symbols::Theme::Dark, 1);
            time("marks", zoom, 20, [&] {
                (void)maps::layOutMarks(
                    {marks, "041", camera, {}, maps::Language::Chinese}, painter);
            });
            time("highlight", zoom, 20, [&] {
                (void)maps::paintHighlight(
                    *store->area(24, zoom), camera, 1, symbols::Theme::Dark,
                    maps::HighlightSort::Selected);
            });
        }
    }

    void measurePan()
    {
        QElapsedTimer start;
        start.start();
        maps::MapPanel panel(m_plan);
        const qint64 made = start.elapsed();
        panel.resize(1600, 900);
        panel.setMarks(maps::sampleMarks(*m_plan, maps::Language::Chinese));
        panel.selectArea(qEnvironmentVariableIntValue("MAPDEMO_AREA"));
        panel.show();
        const bool isExposed = QTest::qWaitForWindowExposed(&panel);
        const qint64 exposed = start.elapsed();
        settle(panel);
        std::println(
            "made {} ms, exposed {} ({} ms), settled {} ms", made, isExposed, exposed,
            start.elapsed());
        for (const double zoom : {9.6, 11.4, 13.0, 14.2}) {
            panel.flyTo({114.3, 30.58}, zoom);
            QTest::qWait(300);
            settle(panel);
            pan(panel, zoom);
        }
    }

private:
    static void pan(maps::MapPanel& panel, double zoom)
    {
        constexpr int kFrames = 300;
        auto* target = panel.findChild<QQuickWidget*>();
        int frames = 0;
        QObject counter;
        QObject::connect(target->quickWindow(), &QQuickWindow::afterRendering, &counter, [&frames] {
            ++frames;
        });
        const QPoint middle = panel.rect().center();
        QTest::mousePress(target, Qt::LeftButton, {}, middle);
        QElapsedTimer timer;
        timer.start();
        const std::clock_t cpu = std::clock();
        qint64 worst = 0;
        for (int i = 0; i < kFrames; ++i) {
            QElapsedTimer frame;
            frame.start();
            const double turn = i * 2 * M_PI / kFrames;
            QTest::mouseMove(
                target, middle
                            + QPoint(
                                static_cast<int>(200 * std::sin(turn)),
                                static_cast<int>(150 * std::sin(2 * turn))));
            const int before = frames;
            while (frames == before && frame.elapsed() < 100) {
                QCoreApplication::processEvents();
                QThread::usleep(100);
            }
            worst = std::max(worst, frame.nsecsElapsed());
        }
        QTest::mouseRelease(target, Qt::LeftButton, {}, middle);
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6 / kFrames;
        const double cpuMs =
            1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC / kFrames;
        std::println(
            "pan z{:.1f}: {} frames, {:.1f} fps, wall {:.2f} ms, cpu {:.2f} ms, worst {:.1f} ms",
            zoom, frames, 1000 / ms, ms, cpuMs, static_cast<double>(worst) / 1e6);
    }

    void dress(maps::MapPanel& panel, const Shot& shot, bool isStale) const
    {
        std::vector<maps::Mark> marks = maps::sampleMarks(*m_plan, shot.language);
        for (maps::Mark& mark : marks) {
            mark.isStale = isStale;
            mark.ageText = isStale ? QStringLiteral("3 分前") : QString();
        }
        panel.setMarks(std::move(marks));
        panel.selectArea(24);
        panel.selectMark("041");
        const QRect view = panel.rect();
        auto* inset = new maps::InsetMap(panel, &panel);
        auto* bar = new maps::ScaleBar(panel, &panel);
        const bool isChinese = shot.language == maps::Language::Chinese;
        bar->setNotice(isChinese ? QStringLiteral("示例片区方案") : QStringLiteral("Sample areas"));
        bar->setCredit(
            isChinese ? QStringLiteral("街道驻地 GeoNames") : QStringLiteral("seats: GeoNames"));
        bar->resize(bar->sizeHint());
        inset->move(view.width() - inset->width() - 12, view.height() - inset->height() - 12);
        bar->move(inset->x() - bar->width() - 12, view.height() - bar->height() - 12);
        panel.setObstacles(
            {inset->geometry(), bar->geometry(), QRect(12, view.height() - 218, 380, 206),
             QRect(12, 12, 250, 28), QRect(view.width() - 46, 12, 34, 130)});
    }

    std::shared_ptr<const plan::Plan> m_plan;
    QString m_folder;
};

} // namespace

int main(int argc, char** argv)
{
    maps::chooseRenderer(QStringLiteral("auto"));
    const QApplication app(argc, argv);
    const auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
    if (!loaded || argc < 2) {
        std::println(
            stderr, "{}",
            loaded ? "usage: mapdemo FOLDER [pan | parts]" : loaded.error().error.detail);
        return 1;
    }
    Demo demo(std::make_shared<const plan::Plan>(loaded->plan), QString::fromLocal8Bit(argv[1]));
    if (argc > 2) {
        QLatin1String(argv[2]) == QLatin1String("parts") ? demo.measureParts() : demo.measurePan();
        return 0;
    }
    using enum maps::Language;
    using enum symbols::Theme;
    const QSize full(1024, 868);
    const Wgs84 mid{114.335, 30.562};
    for (const Shot& shot :
         {Shot{"dark-zh", full, Dark, Chinese, 11.36, mid},
          Shot{"light-zh", full, Light, Chinese, 11.36, mid},
          Shot{"dark-en", full, Dark, English, 11.36, mid},
          Shot{"light-en", full, Light, English, 11.36, mid},
          Shot{"dark-city", full, Dark, Chinese, -1, {}},
          Shot{"dark-z10", full, Dark, Chinese, 10.2, mid},
          Shot{"dark-z125", full, Dark, Chinese, 12.6, {114.30, 30.58}},
          Shot{"light-z14", full, Light, Chinese, 14.0, {114.285, 30.575}},
          Shot{"dark-laptop", {638, 580}, Dark, Chinese, 0, {}}}) {
        demo.shoot(shot);
    }
    demo.shoot({"dark-stale", full, Dark, Chinese, 11.36, mid}, true);
    return 0;
}
