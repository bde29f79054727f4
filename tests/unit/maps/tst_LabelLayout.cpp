// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names: no two overlap, none lies over a card or a mark, and a number never leaves its area.

#include "maps/layers/EdgeArrows.h"
#include "maps/layers/LabelLayout.h"
#include "maps/layers/MarkLayout.h"
#include "tests/support/mapdemo/SampleMarks.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

using namespace sz;
using namespace sz::maps;
using sz::test::samplePlan;

namespace {

CameraState cameraAt(double zoom)
{
    return {toMercator({114.335, 30.562}), zoom, {1024, 868}};
}

int countOf(const std::vector<PlacedLabel>& labels, LabelSort sort)
{
    return static_cast<int>(std::ranges::count(labels, sort, &PlacedLabel::sort));
}

} // namespace

class tst_LabelLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_store = std::make_unique<BoundaryStore>(*samplePlan()); }

    void nothingOverlaps_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("language");
        for (const double zoom : {9.0, 9.7, 10.2, 10.8, 11.36, 12.2, 13.0, 14.2}) {
            QTest::addRow("zoom %.2f, Chinese", zoom)
                << zoom << static_cast<int>(Language::Chinese);
            QTest::addRow("zoom %.2f, English", zoom)
                << zoom << static_cast<int>(Language::English);
        }
    }
    void nothingOverlaps()
    {
        QFETCH(double, zoom);
        QFETCH(int, language);
        const auto tongue = static_cast<Language>(language);
        const std::vector<QRectF> cards{{12, 650, 380, 206}, {862, 681, 150, 175}};
        const CameraState camera = cameraAt(zoom);
        const std::vector<Mark> marks = sampleMarks(*samplePlan(), tongue);
        MarkPainter painter(symbols::Theme::Dark, 1);
        const MarkPicture picture = layOutMarks({marks, "041", camera, cards, tongue}, painter);
        std::vector<QRectF> taken = cards;
        taken.insert(taken.end(), picture.taken.begin(), picture.taken.end());
        const std::vector<PlacedLabel> labels = placeLabels({*m_store, camera, taken, 24, tongue});
        QVERIFY(!labels.empty());
        std::vector<QRectF> before = taken;
        for (const PlacedLabel& label : labels) {
            for (const QRectF& box : label.boxes) {
                const bool isClear = std::ranges::none_of(
                    before, [&](const QRectF& other) { return other.intersects(box); });
                QVERIFY2(isClear, qPrintable(label.text + QString::number(label.index)));
            }
            before.insert(before.end(), label.boxes.begin(), label.boxes.end());
        }
    }

    void aNumberNeverLeavesItsArea()
    {
        for (const double zoom : {9.0, 10.0, 11.36, 12.5}) {
            const CameraState camera = cameraAt(zoom);
            for (const PlacedLabel& label :
                 placeLabels({*m_store, camera, {}, 0, Language::Chinese})) {
                if (label.sort != LabelSort::Area && label.sort != LabelSort::AreaNumber) {
                    continue;
                }
                const QRectF box = label.boxes.front();
                for (const QPointF corner :
                     {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()}) {
                    QVERIFY(ringsContain(
                        m_store->area(label.index, zoom)->rings, camera.toGround(corner)));
                }
            }
        }
    }

    void zoomDecidesWhatIsNamed()
    {
        const auto at = [this](double zoom) {
            return placeLabels({*m_store, cameraAt(zoom), {}, 0, Language::Chinese});
        };
        QCOMPARE(countOf(at(10.2), LabelSort::Area), 0);
        QVERIFY(countOf(at(10.2), LabelSort::AreaNumber) > 15);
        QVERIFY(countOf(at(11.36), LabelSort::Area) > 12);
        QVERIFY(countOf(at(11.36), LabelSort::River) >= 2);
        QCOMPARE(countOf(at(11.36), LabelSort::Seat), 0);
        QVERIFY(countOf(at(12.5), LabelSort::Seat) > 0);
        QCOMPARE(countOf(at(11.36), LabelSort::Zone), 3);
    }

    void theSelectedAreaComesFirst()
    {
        const auto labels = placeLabels({*m_store, cameraAt(11.36), {}, 33, Language::Chinese});
        QCOMPARE(labels.front().index, 33);
        QVERIFY(labels.front().isSelected);
    }

    void anAreaHalfOutOfSightIsNamedWhereItIsSeen()
    {
        // the label point of 8 lies beyond the left edge at the usual view
        const CameraState camera = cameraAt(11.36);
        QVERIFY(camera.toView(m_store->areaNames()[7].at).x() < 0);
        const auto labels = placeLabels({*m_store, camera, {}, 0, Language::Chinese});
        const auto it = std::ranges::find_if(
            labels, [](const PlacedLabel& l) { return l.sort == LabelSort::Area && l.index == 8; });
        QVERIFY(it != labels.end());
        QVERIFY(QRectF(0, 0, 1024, 868).contains(it->centre));
    }

    void chipsKeepClearOfDiscsAndCards()
    {
        const std::vector<QRectF> cards{{500, 300, 300, 200}};
        std::vector<Mark> marks = sampleMarks(*samplePlan(), Language::Chinese);
        std::erase_if(marks, [](const Mark& mark) {
            return mark.lamp == model::Lamp::Late;
        }); // those speak in any crowd
        MarkPainter painter(symbols::Theme::Light, 1);
        const MarkPicture picture =
            layOutMarks({marks, {}, cameraAt(11.36), cards, Language::Chinese}, painter);
        for (std::size_t i = 0; i < picture.taken.size(); ++i) {
            for (std::size_t k = i + 1; k < picture.taken.size(); ++k) {
                QVERIFY(!picture.taken[i].intersects(picture.taken[k]));
            }
        }
    }

    void lateMarksOutOfSightHaveArrows()
    {
        const std::vector<Mark> marks = sampleMarks(*samplePlan(), Language::English);
        MarkPainter painter(symbols::Theme::Dark, 1);
        const MarkPicture picture =
            layOutMarks({marks, {}, cameraAt(12), {}, Language::English}, painter);
        std::vector<std::string> ids;
        for (const MarkHit& hit : picture.hits) {
            if (hit.isFixed) {
                QVERIFY(QRectF(0, 0, 1024, 868).contains(hit.box));
                ids.insert(ids.end(), hit.ids.begin(), hit.ids.end());
            }
        }
        QVERIFY(std::ranges::contains(ids, std::string("030")));
        QVERIFY(std::ranges::contains(ids, std::string("031")));
        QCOMPARE(
            bearingText({114.3, 30.6}, {114.0, 30.6}, Language::English),
            QStringLiteral("W 29 km"));
        QCOMPARE(
            bearingText({114.3, 30.6}, {114.3, 30.62}, Language::Chinese),
            QStringLiteral("北 2.2 km"));
    }

private:
    std::unique_ptr<BoundaryStore> m_store;
};

QTEST_MAIN(tst_LabelLayout)
#include "tst_LabelLayout.moc"
