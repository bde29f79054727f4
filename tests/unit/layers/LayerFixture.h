// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A folder of small map files, and what is said about them. Each is read twice, in this process and by the confined child, and both
// must say the same.

#include "data/layers/child/ReadConfined.h"
#include "data/layers/text/RemarkText.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <string>

namespace sz::layers {

/// Null: they are the same.
inline const char* differs(const Geometry& a, const Geometry& b)
{
    std::vector<Wgs84> those;
    forEachPoint(b, [&those](Wgs84 p) { those.push_back(p); });
    std::size_t at = 0;
    bool isSame = kindOf(a) == kindOf(b) && a.area.polygons.size() == b.area.polygons.size();
    forEachPoint(a, [&](Wgs84 p) {
        isSame = isSame && at < those.size() && std::abs(p.lon - those[at].lon) <= 1e-7
                 && std::abs(p.lat - those[at].lat) <= 1e-7;
        ++at;
    });
    return isSame && at == those.size() ? nullptr : "geometry";
}

inline const char* differs(const Layer& a, const Layer& b)
{
    if (a.format != b.format || a.encoding != b.encoding || a.names != b.names) {
        return "format, encoding, names";
    }
    if (a.read != b.read || a.good != b.good || a.points != b.points || a.kinds != b.kinds
        || a.features.size() != b.features.size()) {
        return "counts";
    }
    const auto sameGroup = [](const Group& x, const Group& y) {
        return x.name == y.name && x.system.text == y.system.text;
    };
    if (!std::ranges::equal(a.groups, b.groups, sameGroup)) {
        return "groups";
    }
    const auto sameProperty = [](const Property& x, const Property& y) {
        return x.name == y.name && x.kind == y.kind && x.text == y.text;
    };
    for (std::size_t i = 0; i < a.features.size(); ++i) {
        const FeatureHead& x = a.features[i].head;
        const FeatureHead& y = b.features[i].head;
        if (x.id != y.id || x.name != y.name || x.number != y.number || x.group != y.group
            || x.line != y.line || !std::ranges::equal(x.properties, y.properties, sameProperty)) {
            return "a feature's head";
        }
        if (const char* what = differs(a.features[i].geometry, b.features[i].geometry)) {
            return what;
        }
    }
    const auto sameRemark = [](const Remark& x, const Remark& y) {
        // Points on their way are rounded to a centimetre, and a few corners then lie on another side of an outline.
        const bool isJudged = x.matter == Matter::LooksShifted || x.matter == Matter::OutsidePlan;
        return x.matter == y.matter && x.text == y.text && x.other == y.other
               && (isJudged || x.a == y.a) && x.b == y.b && x.feature.number == y.feature.number
               && x.feature.name == y.feature.name && x.feature.line == y.feature.line
               && x.feature.offset == y.feature.offset && (x.x == y.x || std::isnan(x.x));
    };
    return std::ranges::equal(a.remarks.kept(), b.remarks.kept(), sameRemark) ? nullptr : "remarks";
}

/// As the console would, and as the child does.
inline Layer readBoth(const std::filesystem::path& file, const ReadOptions& options = {})
{
    Layer here = readLayer(file, options);
    const Layer there = readConfinedLayer(file, options);
    if (const char* what = differs(here, there)) {
        std::string said;
        for (const Remark& remark : there.remarks.kept()) {
            said += std::string(matterName(remark.matter)) + " " + remark.text + "; ";
        }
        qFatal("the child reads %s otherwise: %s; it says %s", file.c_str(), what, said.c_str());
    }
    return here;
}

class LayerFolder
{
public:
    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return m_dir.filePath(QString::fromUtf8(name)).toStdString();
    }

    [[nodiscard]] std::filesystem::path write(const char* name, const QByteArray& content) const
    {
        QFile file(m_dir.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write %s", name);
        }
        return file.fileName().toStdString();
    }

    [[nodiscard]] Layer
    read(const char* name, const QByteArray& content, const ReadOptions& options = {}) const
    {
        return readBoth(write(name, content), options);
    }

private:
    QTemporaryDir m_dir;
};

/// The first remark of a matter; null: none.
inline const Remark* find(const Layer& layer, Matter matter)
{
    const auto it = std::ranges::find(layer.remarks.kept(), matter, &Remark::matter);
    return it == layer.remarks.kept().end() ? nullptr : &*it;
}

/// All that is said, for messages of a test.
inline QByteArray said(const Layer& layer)
{
    std::string out;
    for (const Remark& remark : layer.remarks.kept()) {
        out += std::string(matterName(remark.matter)) + " [" + placeOf(remark.feature).en + "] "
               + sentenceOf(remark).en + "\n";
    }
    return QByteArray::fromStdString(out);
}

inline std::string value(const Layer& layer, const Feature& feature, std::string_view name)
{
    for (const Property& one : feature.head.properties) {
        if (layer.names[one.name] == name) {
            return one.text;
        }
    }
    return "(none)";
}

} // namespace sz::layers
