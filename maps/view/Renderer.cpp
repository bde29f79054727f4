// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/Renderer.h"

#include <QDir>
#include <QFileInfo>
#include <QLibrary>
#include <QLibraryInfo>
#include <QQuickWindow>
#include <QStringList>

#include <algorithm>

namespace sz::maps {

namespace {

/// Kernel drivers with a render node but no 3-D hardware behind it.
bool isDrawingInHardware(const QString& node)
{
    static const QStringList kWithout{
        QStringLiteral("vgem"), QStringLiteral("vkms"), QStringLiteral("udl"),
        QStringLiteral("simpledrm"), QStringLiteral("simple-framebuffer")};
    const QFileInfo driver(QStringLiteral("/sys/class/drm/%1/device/driver").arg(node));
    return driver.exists() && !kWithout.contains(QFileInfo(driver.symLinkTarget()).fileName());
}

} // namespace

bool hasGpu()
{
    const QDir dri(QStringLiteral("/dev/dri"));
    const QFileInfoList nodes =
        dri.entryInfoList({QStringLiteral("renderD*")}, QDir::System | QDir::Files);
    return std::ranges::any_of(nodes, [](const QFileInfo& node) {
        return node.isReadable() && node.isWritable() && isDrawingInHardware(node.fileName());
    });
}

void chooseRenderer(const QString& wanted)
{
    const bool isAuto = wanted != QLatin1String("rhi") && wanted != QLatin1String("software");
    if (isAuto && qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) {
        return;
    }
    const bool isSoftware = isAuto ? !hasGpu() : wanted == QLatin1String("software");
    if (isSoftware) {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    } else if (!isAuto) {
        qunsetenv("QT_QUICK_BACKEND"); // asked for by name: stronger than the environment
    }
}

void warmUpLibraries()
{
    const QString imports = QLibraryInfo::path(QLibraryInfo::QmlImportsPath);
    for (const char* plugin :
         {"QtQuick/libqtquick2plugin", "QtPositioning/libpositioningquickplugin",
          "QtLocation/libdeclarative_locationplugin"}) {
        QLibrary(imports + QLatin1Char('/') + QLatin1StringView(plugin)).load();
    }
}

} // namespace sz::maps
