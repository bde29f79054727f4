// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Style.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QStyleOption>

#include <utility>

namespace sz::widgets {

namespace {

/// Fusion with one focus ring for every control and item view, in the palette's accent.
class ConsoleStyle final : public QProxyStyle
{
public:
    ConsoleStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    void drawPrimitive(
        PrimitiveElement element,
        const QStyleOption* option,
        QPainter* painter,
        const QWidget* widget) const override
    {
        if (element == PE_FrameFocusRect) {
            paintFocusRing(*painter, option->rect, option->palette.color(QPalette::Accent));
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

    int styleHint(
        StyleHint hint,
        const QStyleOption* option,
        const QWidget* widget,
        QStyleHintReturn* answer) const override
    {
        switch (hint) {
        case SH_EtchDisabledText:
        case SH_Widget_Animate:
            return 0;
        case SH_UnderlineShortcut:
            return 1;
        case SH_Menu_KeyboardSearch:
            return 1;
        default:
            return QProxyStyle::styleHint(hint, option, widget, answer);
        }
    }
};

QString sheetWord(const QString& word, Theme theme)
{
    static const QHash<QString, Token> tokens = [] {
        QHash<QString, Token> all;
        for (std::size_t i = 0; i < symbols::kTokenCount; ++i) {
            all.insert(
                QLatin1StringView(symbols::tokenName(static_cast<Token>(i))),
                static_cast<Token>(i));
        }
        return all;
    }();
    if (word == QLatin1StringView("theme")) {
        return theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    }
    const auto found = tokens.find(word);
    return found == tokens.end() ? QLatin1Char('@') + word : symbols::color(theme, *found).name();
}

void setDisabled(QPalette& palette, Theme theme)
{
    const QColor grey = symbols::color(theme, Token::Tx3);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, grey);
    }
}

} // namespace

QPalette themePalette(Theme theme)
{
    constexpr std::pair<QPalette::ColorRole, Token> roles[] = {
        {QPalette::Window, Token::Bg1},
        {QPalette::WindowText, Token::Tx1},
        {QPalette::Base, Token::Field},
        {QPalette::AlternateBase, Token::Bg2},
        {QPalette::Text, Token::Tx1},
        {QPalette::PlaceholderText, Token::Tx3},
        {QPalette::Button, Token::Bg3},
        {QPalette::ButtonText, Token::Tx1},
        {QPalette::BrightText, Token::Inv},
        {QPalette::Highlight, Token::Sel},
        {QPalette::HighlightedText, Token::Tx1},
        {QPalette::ToolTipBase, Token::Bg3},
        {QPalette::ToolTipText, Token::Tx1},
        {QPalette::Link, Token::Tx1},
        {QPalette::LinkVisited, Token::Tx2},
        {QPalette::Accent, Token::Inv},
        {QPalette::Light, Token::Line2},
        {QPalette::Midlight, Token::Line1},
        {QPalette::Mid, Token::Line2},
        {QPalette::Dark, Token::Ctl},
        {QPalette::Shadow, Token::Bg0},
    };
    QPalette palette;
    for (const auto& [role, token] : roles) {
        palette.setColor(QPalette::All, role, symbols::color(theme, token));
    }
    setDisabled(palette, theme);
    return palette;
}

QString themeStyleSheet(Theme theme)
{
    QFile file(QStringLiteral(":/sanzhen/styles/console.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {}; // compiled in; a test reads it
    }
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression pattern(QStringLiteral("@([a-z][a-z0-9]*)"));
    QString sheet;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        sheet += QStringView(source).sliced(done, match.capturedStart() - done);
        sheet += sheetWord(match.captured(1), theme);
        done = match.capturedEnd();
    }
    sheet += QStringView(source).sliced(done);
    return sheet;
}

void applyTheme(QApplication& app, Theme theme)
{
    if (!app.property("sanzhenStyle").toBool()) {
        QApplication::setStyle(new ConsoleStyle); // the application owns it
        app.setProperty("sanzhenStyle", true);
    }
    QApplication::setFont(symbols::uiFont(14));
    QApplication::setPalette(themePalette(theme));
    app.setStyleSheet(themeStyleSheet(theme));
}

void followTheme(QApplication& app, const ThemeSource& source)
{
    applyTheme(app, source.theme());
    QObject::connect(
        &source, &ThemeSource::changed, &app, [&app, &source] { applyTheme(app, source.theme()); });
}

} // namespace sz::widgets
