// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster hides neither what is late nor what is grave.
#include "maps/layers/MarkLayout.h"

#include <QtTest>

#include <algorithm>

using namespace sz;
using namespace sz::maps;
using model::Lamp;
using plan::Grade;

namespace {

/// Pixels that differ in brightness: a colour-blind eye's.
int differing(const QImage& a, const QImage& b)
{
    const QImage x = a.convertToFormat(QImage::Format_Grayscale8);
    const QImage y = b.convertToFormat(QImage::Format_Grayscale8);
    int count = 0;
    for (int row = 0; row < x.height(); ++row) {
        for (int column = 0; column < x.width(); ++column) {
            count += std::abs(qGray(x.pixel(column, row)) - qGray(y.pixel(column, row))) > 40;
        }
    }
    return count;
}

std::vector<Mark> together(std::initializer_list<Grade> grades)
{
    std::vector<Mark> marks;
    for (const Grade grade : grades) {
        Mark mark;
        mark.id = "id" + std::to_string(marks.size());
        mark.at = {114.3, 30.6};
        mark.grade = grade;
        marks.push_back(mark);
    }
    return marks;
}

QImage clusterOf(const std::vector<Mark>& marks)
{
    MarkPainter painter(symbols::Theme::Dark, 1);
    const CameraState camera{toMercator({114.3, 30.6}), 11, {800, 600}};
    const MarkPicture picture = layOutMarks({marks, {}, camera, {}, Language::English}, painter);
    const auto disc = std::ranges::find_if(picture.sprites, [](const Sprite& one) {
        return one.image.width() == one.image.height(); // the other is its words
    });
    return disc == picture.sprites.end() ? QImage() : disc->image;
}

} // namespace

class tst_MarkPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gradesOfClustersAreToldApartWithoutColour()
    {
        for (const auto theme : {symbols::Theme::Dark, symbols::Theme::Light}) {
            MarkPainter painter(theme, 1);
            const std::array grades{Grade::I, Grade::II, Grade::III, Grade::IV};
            for (const Grade a : grades) {
                for (const Grade b : grades) {
                    ClusterLook one{{3, 0, 0, 0}, a};
                    ClusterLook other{{3, 0, 0, 0}, b};
                    const int count = differing(painter.cluster(one), painter.cluster(other));
                    QVERIFY2(
                        a == b ? count == 0 : count >= 6, qPrintable(QStringLiteral("%1 %2: %3")
                                                                         .arg(static_cast<int>(a))
                                                                         .arg(static_cast<int>(b))
                                                                         .arg(count)));
                }
            }
        }
    }

    // One grave matter among many, none of them late: the group says so, whichever came first.
    void theGravestMemberIsShown()
    {
        const QImage plain = clusterOf(together({Grade::IV, Grade::IV, Grade::IV}));
        const QImage grave = clusterOf(together({Grade::IV, Grade::I, Grade::IV}));
        QVERIFY(!plain.isNull() && !grave.isNull());
        QVERIFY(differing(plain, grave) >= 6);
        QCOMPARE(clusterOf(together({Grade::I, Grade::IV, Grade::III})), grave);
    }

    // The late one is worse by its lamp; the grave one is not hidden behind it.
    void theGravestIsShownBesideTheLate()
    {
        std::vector<Mark> marks = together({Grade::IV, Grade::II});
        marks.front().lamp = Lamp::Late;
        const QImage both = clusterOf(marks);
        marks.back().grade = Grade::IV;
        QVERIFY(differing(both, clusterOf(marks)) >= 6);
    }

    // The late one's arc stays whole under it.
    void theArcOfWhatIsLateIsSeen()
    {
        MarkPainter painter(symbols::Theme::Dark, 1);
        const QImage image = painter.cluster({{20, 0, 0, 1}, Grade::I});
        const QColor red = symbols::color(symbols::Theme::Dark, symbols::Token::Red);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                count += pixel.alpha() > 200 && std::abs(pixel.red() - red.red()) < 30
                                 && std::abs(pixel.green() - red.green()) < 30
                             ? 1
                             : 0;
            }
        }
        QVERIFY2(count > 30, qPrintable(QString::number(count)));
    }
};

QTEST_MAIN(tst_MarkPainter)
#include "tst_MarkPainter.moc"
