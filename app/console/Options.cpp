// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Options.h"

#include <QCommandLineParser>
#include <QDateTime>

namespace sz::app {
namespace {

std::optional<QSize> parseSize(const QString& text)
{
    const QStringList parts = text.toLower().split(QLatin1Char('x'));
    if (parts.size() != 2)
    {
        return std::nullopt;
    }
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const bool isSane = size.width() >= 1024 && size.height() >= 600 && size.width() <= 7680 && size.height() <= 4320;
    return isSane ? std::optional(size) : std::nullopt;
}

void addOptions(QCommandLineParser& p)
{
    const auto add = [&](const char* name, const char* what, const char* value = nullptr) {
        p.addOption(value == nullptr ? QCommandLineOption(QLatin1StringView(name), QLatin1StringView(what))
                                     : QCommandLineOption(QLatin1StringView(name), QLatin1StringView(what), QLatin1StringView(value)));
    };
    add("help", "Shows this text.");
    add("version", "Shows the version.");
    add("sample", "Runs the sample operation with an own headquarters on this machine.");
    add("desk", "Unit of this desk: office, D01 to D15, L01 to L22.", "unit");
    add("profile", "Folder of the desk's profile.", "folder");
    add("plan", "Folder of the operation plan.", "folder");
    add("data", "Folder for profiles and the sample headquarters.", "folder");
    add("language", "zh_CN or en.", "language");
    add("theme", "dark or light.", "theme");
    add("renderer", "auto, rhi or software.", "renderer");
    add("screenshot", "Renders a screen of the sample operation to a PNG file and ends.", "file");
    add("size", "Size of the screenshot: 1024x600 to 7680x4320.", "WxH");
    add("screen", "Screen to render: watch, new-report, order, offline, district.", "name");
    add("at", "Moment the clock stands at, ISO 8601 with zone.", "time");
    add("bench-start", "Prints the milliseconds to the first complete frame and ends.");
}

std::unexpected<Farewell> mistake(const QString& text)
{
    return std::unexpected(Farewell{QStringLiteral("sanzhen: %1").arg(text), 2});
}

std::optional<QString> takeEnums(const QCommandLineParser& p, Options& o)
{
    const auto value = [&](const char* name) { return p.value(QLatin1StringView(name)); };
    if (const QString theme = value("theme"); !theme.isEmpty())
    {
        if (theme != u"dark" && theme != u"light")
        {
            return QStringLiteral("--theme is dark or light, not %1").arg(theme);
        }
        o.theme = theme == u"dark" ? symbols::Theme::Dark : symbols::Theme::Light;
    }
    o.language = value("language");
    if (!o.language.isEmpty() && o.language != u"zh_CN" && o.language != u"en")
    {
        return QStringLiteral("--language is zh_CN or en, not %1").arg(o.language);
    }
    if (const QString screen = value("screen"); !screen.isEmpty())
    {
        o.screen = screen;
    }
    if (!screenNames().contains(o.screen))
    {
        return QStringLiteral("--screen is one of %1").arg(screenNames().join(QStringLiteral(", ")));
    }
    if (const QString renderer = value("renderer"); !renderer.isEmpty())
    {
        o.renderer = renderer;
    }
    if (const QString at = value("at"); !at.isEmpty())
    {
        const QDateTime when = QDateTime::fromString(at, Qt::ISODate);
        if (!when.isValid())
        {
            return QStringLiteral("--at is a time like 2019-10-17T14:23:07+08:00, not %1").arg(at);
        }
        o.moment = fromUtcMs(when.toMSecsSinceEpoch());
    }
    return std::nullopt;
}

} // namespace

QStringList screenNames()
{
    return {QStringLiteral("watch"), QStringLiteral("new-report"), QStringLiteral("order"), QStringLiteral("offline"),
            QStringLiteral("district")};
}

std::expected<Options, Farewell> parseOptions(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(QStringLiteral("Sanzhen (三镇值守台): console of a city's command office"));
    addOptions(p);
    if (!p.parse(arguments))
    {
        return mistake(p.errorText());
    }
    if (p.isSet(QStringLiteral("help")))
    {
        return std::unexpected(Farewell{p.helpText(), 0});
    }
    if (p.isSet(QStringLiteral("version")))
    {
        return std::unexpected(Farewell{QStringLiteral("sanzhen 0.1.0"), 0});
    }
    Options o;
    o.isSample = p.isSet(QStringLiteral("sample"));
    o.isBenchStart = p.isSet(QStringLiteral("bench-start"));
    o.profileFolder = p.value(QStringLiteral("profile"));
    o.planFolder = p.value(QStringLiteral("plan"));
    o.dataFolder = p.value(QStringLiteral("data"));
    o.screenshot = p.value(QStringLiteral("screenshot"));
    if (const QString desk = p.value(QStringLiteral("desk")); !desk.isEmpty())
    {
        o.unit = UnitCode(desk == u"office" ? std::string("HQ") : desk.toUpper().toStdString());
    }
    if (const auto wrong = takeEnums(p, o))
    {
        return mistake(*wrong);
    }
    if (p.isSet(QStringLiteral("size")))
    {
        const auto size = parseSize(p.value(QStringLiteral("size")));
        if (!size)
        {
            return mistake(QStringLiteral("--size is like 1920x1080, from 1024x600 to 7680x4320"));
        }
        o.size = *size;
    }
    return o;
}

} // namespace sz::app
