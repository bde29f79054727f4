// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace sz::widgets {

namespace {

/// Renders one SVG text at whatever size is asked for.
class SvgEngine final : public QIconEngine
{
public:
    explicit SvgEngine(QByteArray svg) : m_svg(std::move(svg)), m_renderer(m_svg)
    {
        m_renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    }

    void
    paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(mode == QIcon::Disabled ? kFaint : 1);
        m_renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new SvgEngine(m_svg); }
    bool isNull() override { return !m_renderer.isValid(); }

private:
    static constexpr double kFaint = 0.5;
    QByteArray m_svg;
    QSvgRenderer m_renderer;
};

QByteArray readIcon(const QString& name)
{
    QFile file(QStringLiteral(":/sanzhen/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QIcon iconOf(const QByteArray& svg)
{
    return svg.isEmpty() ? QIcon() : QIcon(new SvgEngine(svg)); // QIcon owns its engine
}

} // namespace

QIcon tintedIcon(const QString& name, const QColor& colour)
{
    return iconOf(readIcon(name).replace("currentColor", colour.name().toLatin1()));
}

QIcon tintedIcon(const QString& name, Theme theme, Token token)
{
    return tintedIcon(name, symbols::color(theme, token));
}

QIcon logoIcon(Theme theme)
{
    QByteArray svg = readIcon(QStringLiteral("logo"));
    svg.replace("currentColor", symbols::color(theme, Token::Tx1).name().toLatin1());
    svg.replace("riverColor", symbols::color(theme, Token::WaterTx).name().toLatin1());
    return iconOf(svg);
}

QIcon appIcon()
{
    return iconOf(readIcon(QStringLiteral("sanzhen")));
}

} // namespace sz::widgets
