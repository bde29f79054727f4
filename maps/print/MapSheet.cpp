// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/print/MapSheet.h"

#include "maps/layers/LabelLayout.h"
#include "maps/layers/MarkLayout.h"
#include "maps/overlay/OverlayPainter.h"
#include "maps/print/SheetLegend.h"
#include "maps/symbols/Symbols.h"
#include "maps/tiles/TilePainter.h"

#include <QBuffer>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace sz::maps {

using symbols::Theme;
using symbols::Token;

namespace {

constexpr double kEdge = 38; ///< 10 mm: what office printers cannot reach
constexpr double kHead = 46;
constexpr double kLine = 17;
constexpr double kGap = 14;
constexpr double kSharp = 4; ///< pixels of a mark's picture per pixel of the page
constexpr double kBaseSharp = 2;
constexpr double kInch = 0.0254;
constexpr int kDots = 96;
constexpr int kMostSources = 5; ///< lines at the foot

double footHeight()
{
    return kLine * (kMostSources + 1) + 8;
}

QColor ink(Token token)
{
    return symbols::color(Theme::Light, token);
}

void say(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    int pixels,
    bool isBold,
    Qt::Alignment alignment,
    Token token = Token::Tx1)
{
    const QFont font = paperFont(pixels, isBold);
    painter.setFont(font);
    painter.setPen(ink(token));
    painter.drawText(
        box, static_cast<int>(alignment | Qt::AlignVCenter),
        QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width()));
}

void paintHead(QPainter& painter, const QRectF& box, const SheetWords& words)
{
    if (!words.past.isEmpty()) {
        painter.fillRect(box.adjusted(0, 0, 0, -6), ink(Token::Inv));
        say(painter, box.adjusted(10, 0, -10, -6), words.past, 18, true, Qt::AlignLeft,
            Token::InvTx);
        say(painter, box.adjusted(10, 0, -10, -6), words.title, 13, false, Qt::AlignRight,
            Token::InvTx);
        return;
    }
    say(painter, box.adjusted(0, 0, -320, -8), words.title, 20, true, Qt::AlignLeft);
    say(painter, box.adjusted(box.width() - 310, 0, 0, -8), words.time, 13, false, Qt::AlignRight);
}

void paintFoot(
    QPainter& painter,
    const QRectF& box,
    const MapSheet& sheet,
    const CameraState& camera,
    int scale)
{
    const double perPixel = metresPerPixel(camera.centre, camera.zoom);
    paintSheetScale(painter, box.topLeft() + QPointF(2, 22), perPixel);
    say(painter, QRectF(box.left() + 240, box.top() + 6, box.width() - 240 - 430, kLine + 4),
        sheet.words.scale.arg(QLocale().toString(scale)), 12, false, Qt::AlignLeft);
    say(painter, QRectF(box.right() - 420, box.top() + 6, 420, kLine + 4), sheet.words.printed, 12,
        false, Qt::AlignRight, Token::Tx2);
    double y = box.top() + 30;
    for (qsizetype i = 0; i < std::min<qsizetype>(sheet.words.sources.size(), kMostSources); ++i) {
        say(painter, QRectF(box.left(), y, box.width(), kLine), sheet.words.sources[i], 11, false,
            Qt::AlignLeft, Token::Tx3);
        y += kLine;
    }
}

void whiten(QPainter& painter, const QRectF& frame)
{
    constexpr double kRim = 12;
    const QRectF outer = frame.adjusted(-kRim, -kRim, kRim, kRim);
    painter.setClipping(false);
    painter.fillRect(QRectF(outer.topLeft(), QSizeF(outer.width(), kRim)), Qt::white);
    painter.fillRect(QRectF(outer.left(), frame.bottom(), outer.width(), kRim), Qt::white);
    painter.fillRect(QRectF(outer.topLeft(), QSizeF(kRim, outer.height())), Qt::white);
    painter.fillRect(QRectF(frame.right(), outer.top(), kRim, outer.height()), Qt::white);
}

/// Of the arrow to the north, within the map.
QRectF northBox(QSizeF map)
{
    return {map.width() - 46, 10, 36, 48};
}

void paintDrawings(QPainter& painter, const MapSheet& sheet, const CameraState& camera)
{
    if (sheet.drawings == nullptr) {
        return;
    }
    // A layer that begins at a zoom is on the sheet when it is on the screen.
    const OverlayFrame frame{
        camera.transform(), QRectF(QPointF(), camera.size),
        std::max(camera.zoom, sheet.camera.zoom), Theme::Light};
    for (const Overlay& overlay : sheet.drawings->list) {
        paintOverlay(painter, overlay, frame);
    }
    if (sheet.drawings->heat != nullptr) {
        paintHeat(painter, *sheet.drawings->heat, frame);
    }
}

void paintMarksAndNames(
    QPainter& painter,
    const MapSheet& sheet,
    const CameraState& camera,
    bool hasBase)
{
    MarkPainter marks(Theme::Light, kSharp);
    const MarkPicture picture = layOutMarks(
        {sheet.marks, sheet.selected, camera, {northBox(camera.size)}, sheet.language}, marks);
    std::vector<QRectF> taken = picture.taken;
    taken.push_back(northBox(camera.size));
    const LabelPainter names(Theme::Light, kSharp, hasBase);
    LabelScene scene{*sheet.store, camera, taken, 0, sheet.language};
    if (sheet.drawings != nullptr) {
        scene.words = &sheet.drawings->words;
        scene.banners = &sheet.drawings->banners;
        scene.more = &sheet.drawings->names;
        scene.look = sheet.drawings->ground;
    }
    for (const PlacedLabel& label : placeLabels(scene)) {
        names.write(painter, label);
    }
    for (const Sprite& sprite : picture.sprites) {
        const QPointF at =
            sprite.isFixed ? sprite.offset : camera.toView(sprite.anchor) + sprite.offset;
        painter.drawImage(QRectF(at, sprite.image.deviceIndependentSize()), sprite.image);
    }
}

} // namespace

QSizeF sheetSize(QPageSize::PageSizeId page)
{
    const QSizeF inches = QPageSize(page).size(QPageSize::Inch);
    return QSizeF(inches.height(), inches.width()) * kDots;
}

QRectF sheetMapFrame(QSizeF page)
{
    return {
        kEdge, kEdge + kHead, page.width() - 2 * kEdge - kLegendWidth - kGap,
        page.height() - 2 * kEdge - kHead - footHeight()};
}

CameraState sheetCamera(const MapSheet& sheet, QSizeF page)
{
    const QRectF frame = sheetMapFrame(page);
    CameraState camera = sheet.camera;
    const QSizeF view = sheet.camera.size.expandedTo({1, 1});
    camera.zoom +=
        std::log2(std::min(frame.width() / view.width(), frame.height() / view.height()));
    camera.size = frame.size();
    return camera;
}

BasePicture sheetBase(const MapSheet& sheet, QSizeF page)
{
    if (sheet.packs == nullptr) {
        return {};
    }
    const CameraState camera = sheetCamera(sheet, page);
    return sheet.packs->compose({camera.visible(), (camera.size * kBaseSharp).toSize()});
}

int sheetScale(const MapSheet& sheet, QSizeF page)
{
    const CameraState camera = sheetCamera(sheet, page);
    const double exact = metresPerPixel(camera.centre, camera.zoom) * kDots / kInch;
    const double step = std::pow(10, std::floor(std::log10(exact)) - 2);
    return static_cast<int>(std::lround(exact / step) * std::lround(step));
}

void paintSheet(QPainter& painter, QSizeF page, const MapSheet& sheet, const BasePicture& base)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), page), Qt::white);
    const QRectF frame = sheetMapFrame(page);
    const CameraState camera = sheetCamera(sheet, page);
    painter.save();
    painter.setClipRect(frame);
    painter.translate(frame.topLeft());
    paintGround(
        painter, *sheet.store, camera.transform(), QRectF(QPointF(), camera.size), camera.zoom,
        Theme::Light, base, sheet.drawings == nullptr ? GroundLook() : sheet.drawings->ground);
    paintDrawings(painter, sheet, camera);
    painter.restore();
    whiten(
        painter,
        frame); // the ground is painted a little beyond, so that lines have no ends at the rim
    painter.save();
    painter.setClipRect(frame);
    painter.translate(frame.topLeft());
    paintMarksAndNames(painter, sheet, camera, !base.image.isNull());
    painter.restore();
    painter.setPen(QPen(ink(Token::Tx2), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    paintNorth(painter, northBox(frame.size()).translated(frame.topLeft()), sheet.words.north);
    paintHead(painter, {kEdge, kEdge, page.width() - 2 * kEdge, kHead}, sheet.words);
    paintLegend(
        painter,
        {frame.right() + kGap, frame.top(), kLegendWidth, page.height() - frame.top() - kEdge},
        sheet.words);
    paintFoot(
        painter,
        {kEdge, frame.bottom(), page.width() - 2 * kEdge, page.height() - frame.bottom() - kEdge},
        sheet, camera, sheetScale(sheet, page));
}

QByteArray sheetPdf(const MapSheet& sheet, QPageSize::PageSizeId page, const BasePicture& base)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(page));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setPageMargins(QMarginsF());
        writer.setResolution(kDots);
        writer.setTitle(sheet.words.title);
        writer.setCreator(QStringLiteral("Sanzhen"));
        QPainter painter(&writer);
        paintSheet(painter, sheetSize(page), sheet, base);
    }
    return bytes;
}

} // namespace sz::maps
