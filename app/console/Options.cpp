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
    if (parts.size() != 2) {
        return std::nullopt;
    }
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const bool isSane = size.width() >= 1024 && size.height() >= 600 && size.width() <= 7680
                        && size.height() <= 4320;
    return isSane ? std::optional(size) : std::nullopt;
}

/// A sentence in both languages: no translator is loaded while options are read.
struct Sentence
{
    const char* en;
    const char* zh;
};

/// As asked for by --language, else as the terminal's locale says; decided like gettext does.
bool speaksChinese(const QStringList& arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--language"));
    if (at >= 0 && at + 1 < arguments.size()) {
        return arguments[at + 1] == u"zh_CN";
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QByteArray value = qgetenv(variable); !value.isEmpty()) {
            return value.startsWith("zh");
        }
    }
    return false;
}

class Tongue
{
public:
    explicit Tongue(bool isChinese) : m_isChinese(isChinese) {}
    [[nodiscard]] QString operator()(const Sentence& s) const
    {
        return QString::fromUtf8(m_isChinese ? s.zh : s.en);
    }

private:
    bool m_isChinese;
};

void addOptions(QCommandLineParser& p, const Tongue& say)
{
    const auto add = [&](const char* name, const Sentence& what, const char* value = nullptr) {
        p.addOption(
            value == nullptr
                ? QCommandLineOption(QLatin1StringView(name), say(what))
                : QCommandLineOption(QLatin1StringView(name), say(what), QLatin1StringView(value)));
    };
    add("help", {"Shows this text.", "显示本说明。"});
    add("version", {"Shows the version.", "显示版本。"});
    add("sample", {"Runs the sample operation with an own headquarters on this machine.",
                   "在本机运行示例行动及其指挥部。"});
    add("desk",
        {"Unit of this desk: office, D01 to D15, L01 to L22.",
         "本席位的单位：office、D01 至 D15、L01 至 L22。"},
        "unit");
    add("join", {"Makes this machine a desk with headquarters' slip; asked for by itself at the "
                 "first start.",
                 "用总值班台的登记单把本机登记为席位；首次启动时会自动询问。"});
    add("profile", {"Folder of the desk's profile.", "席位档案所在文件夹。"}, "folder");
    add("plan", {"Folder of the operation plan.", "行动预案所在文件夹。"}, "folder");
    add("data",
        {"Folder for profiles and the sample headquarters.", "席位档案与示例指挥部所在文件夹。"},
        "folder");
    add("packs",
        {"Folder of base map packs (MBTiles, PMTiles).", "底图包（MBTiles、PMTiles）所在文件夹。"},
        "folder");
    add("language", {"zh_CN or en.", "zh_CN 或 en。"}, "language");
    add("theme", {"dark or light.", "dark（深色）或 light（浅色）。"}, "theme");
    add("renderer", {"auto, rhi or software.", "auto、rhi 或 software。"}, "renderer");
    add("screenshot",
        {"Renders a screen of the sample operation to a PNG file and ends.",
         "把示例行动的一个界面绘成 PNG 文件后退出。"},
        "file");
    add("size",
        {"Size of the screenshot: 1024x600 to 7680x4320.", "截图尺寸：1024x600 至 7680x4320。"},
        "WxH");
    p.addOption(
        {QStringLiteral("screen"),
         say({"Screen to render: %1.", "要绘制的界面：%1。"}).arg(screenNames().join(u' ')),
         QStringLiteral("name")});
    add("at",
        {"Moment the clock stands at, ISO 8601 with zone.", "时钟停在的时刻，ISO 8601 带时区。"},
        "time");
    add("passphrase-stdin", {"Reads a protected desk's passphrase from standard input.",
                             "从标准输入读取受保护席位的口令。"});
    add("bench-start", {"Prints the milliseconds to the first complete frame and ends.",
                        "显示到首个完整画面的毫秒数后退出。"});
}

std::unexpected<Farewell> mistake(const QString& text)
{
    return std::unexpected(Farewell{QStringLiteral("sanzhen: %1").arg(text), 2});
}

std::optional<QString> takeEnums(const QCommandLineParser& p, const Tongue& say, Options& o)
{
    const auto value = [&](const char* name) { return p.value(QLatin1StringView(name)); };
    if (const QString theme = value("theme"); !theme.isEmpty()) {
        if (theme != u"dark" && theme != u"light") {
            return say({"--theme is dark or light, not %1",
                        "--theme 只能是 dark 或 light，不能是 %1"})
                .arg(theme);
        }
        o.theme = theme == u"dark" ? symbols::Theme::Dark : symbols::Theme::Light;
    }
    o.language = value("language");
    if (!o.language.isEmpty() && o.language != u"zh_CN" && o.language != u"en") {
        return say({"--language is zh_CN or en, not %1",
                    "--language 只能是 zh_CN 或 en，不能是 %1"})
            .arg(o.language);
    }
    if (const QString screen = value("screen"); !screen.isEmpty()) {
        o.screen = screen;
    }
    if (!screenNames().contains(o.screen)) {
        return say({"--screen is one of %1", "--screen 须为其中之一：%1"})
            .arg(screenNames().join(QStringLiteral(", ")));
    }
    if (const QString renderer = value("renderer"); !renderer.isEmpty()) {
        o.renderer = renderer;
    }
    if (const QString at = value("at"); !at.isEmpty()) {
        const QDateTime when = QDateTime::fromString(at, Qt::ISODate);
        if (!when.isValid()) {
            return say({"--at is a time like 2019-10-17T14:23:07+08:00, not %1",
                        "--at 须为 2019-10-17T14:23:07+08:00 这样的时刻，不能是 %1"})
                .arg(at);
        }
        o.moment = fromUtcMs(when.toMSecsSinceEpoch());
    }
    return std::nullopt;
}

} // namespace

QStringList screenNames()
{
    return {QStringLiteral("watch"),         QStringLiteral("new-report"),
            QStringLiteral("order"),         QStringLiteral("amend"),
            QStringLiteral("contact"),       QStringLiteral("find"),
            QStringLiteral("offline"),       QStringLiteral("district"),
            QStringLiteral("sign-on"),       QStringLiteral("signed-on"),
            QStringLiteral("relief"),        QStringLiteral("decide"),
            QStringLiteral("relate"),        QStringLiteral("related"),
            QStringLiteral("mode"),          QStringLiteral("card"),
            QStringLiteral("force"),         QStringLiteral("force-board"),
            QStringLiteral("force-detail"),  QStringLiteral("forces"),
            QStringLiteral("decisions"),     QStringLiteral("layers"),
            QStringLiteral("drills"),        QStringLiteral("place"),
            QStringLiteral("draw"),          QStringLiteral("plan"),
            QStringLiteral("plan-edit"),     QStringLiteral("plan-fault"),
            QStringLiteral("decision"),      QStringLiteral("campaign"),
            QStringLiteral("import"),        QStringLiteral("cases"),
            QStringLiteral("visits"),        QStringLiteral("score"),
            QStringLiteral("brief"),         QStringLiteral("handover"),
            QStringLiteral("rounds"),        QStringLiteral("roll"),
            QStringLiteral("late"),          QStringLiteral("keys"),
            QStringLiteral("roster"),        QStringLiteral("roster-day"),
            QStringLiteral("roster-month"),  QStringLiteral("roster-area"),
            QStringLiteral("roster-import"), QStringLiteral("replay"),
            QStringLiteral("compare"),       QStringLiteral("wall")};
}

std::expected<Options, Farewell> parseOptions(const QStringList& arguments)
{
    const Tongue say(speaksChinese(arguments));
    QCommandLineParser p;
    p.setApplicationDescription(say(
        {"Sanzhen (三镇值守台): console of a city's command office",
         "三镇值守台 Sanzhen：城市指挥部值守台"}));
    addOptions(p, say);
    if (!p.parse(arguments)) {
        return mistake(p.errorText());
    }
    if (p.isSet(QStringLiteral("help"))) {
        QString help =
            p.helpText(); // its own words: there is neither an application nor a translator yet
        help.replace(QStringLiteral("<executable_name>"), QStringLiteral("sanzhen"));
        help.replace(QStringLiteral("Usage: "), say({"Usage: ", "用法："}));
        help.replace(QStringLiteral("[options]"), say({"[options]", "[选项]"}));
        help.replace(QStringLiteral("Options:"), say({"Options:", "选项："}));
        return std::unexpected(Farewell{help, 0});
    }
    if (p.isSet(QStringLiteral("version"))) {
        return std::unexpected(Farewell{QStringLiteral("sanzhen 0.1.0"), 0});
    }
    Options o;
    o.isSample = p.isSet(QStringLiteral("sample"));
    o.isJoining = p.isSet(QStringLiteral("join"));
    o.isPassphraseFromInput = p.isSet(QStringLiteral("passphrase-stdin"));
    o.isBenchStart = p.isSet(QStringLiteral("bench-start"));
    o.profileFolder = p.value(QStringLiteral("profile"));
    o.planFolder = p.value(QStringLiteral("plan"));
    o.packsFolder = p.value(QStringLiteral("packs"));
    o.dataFolder = p.value(QStringLiteral("data"));
    o.screenshot = p.value(QStringLiteral("screenshot"));
    if (const QString desk = p.value(QStringLiteral("desk")); !desk.isEmpty()) {
        o.isUnitGiven = true;
        o.unit = UnitCode(desk == u"office" ? std::string("HQ") : desk.toUpper().toStdString());
    }
    if (const auto wrong = takeEnums(p, say, o)) {
        return mistake(*wrong);
    }
    if (p.isSet(QStringLiteral("size"))) {
        const auto size = parseSize(p.value(QStringLiteral("size")));
        if (!size) {
            return mistake(say(
                {"--size is like 1920x1080, from 1024x600 to 7680x4320",
                 "--size 须如 1920x1080，范围 1024x600 至 7680x4320"}));
        }
        o.size = *size;
    }
    return o;
}

} // namespace sz::app
