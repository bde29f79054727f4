// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/DbfTable.h"
#include "data/layers/files/Readers.h"
#include "data/layers/files/RingGroups.h"
#include "data/layers/files/ShapeParts.h"
#include "data/layers/files/Systems.h"

#include <cmath>

namespace sz::layers {
namespace {

constexpr std::int64_t kMostEdges = 500'000'000; ///< to look at when holes are given to their rings
constexpr std::size_t kLongestPrj = 64 * 1024;
constexpr std::size_t kBatch = 1024;

struct ShapeCloser
{
    void operator()(SHPInfo* file) const { SHPClose(file); }
    void operator()(SHPObject* shape) const { SHPDestroyObject(shape); }
};
using ShapeFile = std::unique_ptr<SHPInfo, ShapeCloser>;
using Shape = std::unique_ptr<SHPObject, ShapeCloser>;

enum class Sort : std::uint8_t {
    None,
    Points,
    Lines,
    Rings,
    Other,
};

Sort sortOf(int type)
{
    switch (type) {
    case SHPT_NULL:
        return Sort::None;
    case SHPT_POINT:
    case SHPT_POINTZ:
    case SHPT_POINTM:
    case SHPT_MULTIPOINT:
    case SHPT_MULTIPOINTZ:
    case SHPT_MULTIPOINTM:
        return Sort::Points;
    case SHPT_ARC:
    case SHPT_ARCZ:
    case SHPT_ARCM:
        return Sort::Lines;
    case SHPT_POLYGON:
    case SHPT_POLYGONZ:
    case SHPT_POLYGONM:
        return Sort::Rings;
    default:
        return Sort::Other;
    }
}

bool hasHeights(int type)
{
    return type == SHPT_POINTZ || type == SHPT_MULTIPOINTZ || type == SHPT_ARCZ
           || type == SHPT_POLYGONZ;
}

FilePoints pointsOf(const SHPObject& shape, int from, int to)
{
    FilePoints out;
    out.reserve(static_cast<std::size_t>(std::max(0, to - from)));
    for (int i = from; i < to; ++i) {
        out.push_back({shape.padfX[i], shape.padfY[i]});
    }
    return out;
}

std::vector<FilePoints> partsOf(const SHPObject& shape)
{
    std::vector<FilePoints> out;
    for (int i = 0; i < shape.nParts; ++i) {
        const int to = i + 1 < shape.nParts ? shape.panPartStart[i + 1] : shape.nVertices;
        out.push_back(pointsOf(shape, shape.panPartStart[i], to));
    }
    return out;
}

class Reader
{
public:
    Reader(const LayerInput& input, RawLayer& layer) : m_input(input), m_layer(layer) {}

    void run()
    {
        if (!isWhole(m_input, m_layer)) {
            return;
        }
        const SAHooks hooks = hooksInto(m_input);
        const ShapeFile shapes(SHPOpenLL("layer.shp", "rb", &hooks));
        if (shapes == nullptr) {
            m_layer.remarks.add(
                {.matter = Matter::NotThisFormat, .text = "Shapefile", .other = ".shp"});
            return;
        }
        int count = 0;
        SHPGetInfo(shapes.get(), &count, nullptr, nullptr, nullptr);
        takeSystem();
        if (!m_input.has(".dbf")) {
            return takeShapes(shapes.get(), count);
        }
        m_rows.emplace(hooks);
        if (!m_rows->isOpen()) {
            m_layer.remarks.add(
                {.matter = Matter::NotThisFormat, .text = "Shapefile", .other = ".dbf"});
            return;
        }
        if (m_rows->rows() != count) {
            m_layer.remarks.add({.matter = Matter::CountMismatch, .a = count, .b = m_rows->rows()});
        }
        m_rows->prepare(m_layer);
        takeShapes(shapes.get(), count);
        m_rows->finish(m_layer);
    }

private:
    void takeSystem()
    {
        const BytesView prj = m_input.part(".prj");
        const std::string text(textOf(prj.first(std::min(prj.size(), kLongestPrj))));
        if (!text.empty()) {
            m_layer.groups.front().system = systemOfWkt(text);
        }
    }

    void takeShapes(SHPInfo* shapes, int count)
    {
        for (int i = 0; i < count && m_goesOn; ++i) {
            const Shape shape(SHPReadObject(shapes, i));
            if (shape == nullptr) {
                refuse({.matter = Matter::BadRecord});
                continue;
            }
            RawFeature feature;
            if (m_rows && i < m_rows->rows()) {
                feature.head.properties = m_rows->row(i);
            }
            if (takeGeometry(*shape, feature.geometry) && m_goesOn) {
                m_batch.push_back(std::move(feature));
            }
            if (m_batch.size() == kBatch) {
                addBatch();
            }
        }
        addBatch();
    }

    // Their texts are decoded together: a converter for each value would cost more than all else.
    void addBatch()
    {
        if (m_rows) {
            m_rows->decode(m_batch, m_layer);
        }
        for (RawFeature& feature : m_batch) {
            m_goesOn = m_goesOn && m_layer.add(std::move(feature));
        }
        m_batch.clear();
    }

    void refuse(Remark remark)
    {
        addBatch(); // they have their numbers before it
        remark.feature.number = m_layer.nextNumber();
        m_layer.remarks.add(std::move(remark));
        m_layer.skipNumber();
    }

    static bool isFinite(const SHPObject& shape)
    {
        for (int i = 0; i < shape.nVertices; ++i) {
            if (!std::isfinite(shape.padfX[i]) || !std::isfinite(shape.padfY[i])) {
                return false;
            }
        }
        return true;
    }

    bool takeGeometry(const SHPObject& shape, FileGeometry& into)
    {
        m_goesOn = m_layer.countPoints(static_cast<std::size_t>(std::max(0, shape.nVertices)));
        m_layer.heights += hasHeights(shape.nSHPType) ? shape.nVertices : 0;
        const Sort sort = sortOf(shape.nSHPType);
        if (sort == Sort::Other) {
            refuse({.matter = Matter::OtherGeometry, .text = SHPTypeName(shape.nSHPType)});
            return false;
        }
        if (!isFinite(shape)) {
            refuse(
                {.matter = Matter::BadGeometry,
                 .text = SHPTypeName(shape.nSHPType),
                 .other = "positions"});
            return false;
        }
        if (sort == Sort::Points) {
            into.points = pointsOf(shape, 0, shape.nVertices);
        } else if (sort == Sort::Lines) {
            into.lines = partsOf(shape);
        } else if (sort == Sort::Rings) {
            return takeRings(shape, into);
        }
        return true;
    }

    bool takeRings(const SHPObject& shape, FileGeometry& into)
    {
        auto polygons = groupRings(partsOf(shape), m_edges);
        if (!polygons) {
            refuse({.matter = Matter::TooComplex, .a = shape.nVertices});
            return false;
        }
        into.polygons = std::move(*polygons);
        return true;
    }

    const LayerInput& m_input;
    RawLayer& m_layer;
    std::optional<DbfTable> m_rows;
    std::vector<RawFeature> m_batch; ///< read, and not yet added
    std::int64_t m_edges = kMostEdges;
    bool m_goesOn = true;
};

} // namespace

void readShapefile(const LayerInput& input, RawLayer& layer)
{
    layer.format = Format::Shapefile;
    layer.winding = Winding::Clockwise;
    layer.groups.resize(1);
    Reader(input, layer).run();
}

} // namespace sz::layers
