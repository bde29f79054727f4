// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A folder of small map files, and what is said about them.

#include "data/layers/ReadLayer.h"
#include "data/layers/text/RemarkText.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <string>

namespace sz::layers {

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
        return readLayer(write(name, content), options);
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
