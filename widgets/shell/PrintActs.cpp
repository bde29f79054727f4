// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PrintActs.h"

#include "data/threads/PoolWork.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/Durations.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/frame/LinkWords.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/LayerShapes.h"
#include "widgets/models/ModeWords.h"
#include "widgets/models/Wording.h"
#include "widgets/score/PathDialog.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/MapArea.h"

#include <QMenu>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <format>

namespace sz::widgets {
namespace {

// What lies over the map on the screen: a sheet that left layers out, or showed them unnamed, would be another map.
void addDrawn(const maps::MapPanel& panel, maps::MapSheet& sheet)
{
    const auto shown = panel.overlays();
    if (shown == nullptr) {
        return;
    }
    for (const model::DrawingKind kind : kDrawingKindList) {
        const auto it = std::ranges::find(shown->list, drawingLayerId(kind), &maps::Overlay::id);
        if (it != shown->list.end()) {
            sheet.words.drawings.emplace_back(drawingKindText(kind), it->style);
        }
    }
    for (const maps::Overlay& overlay : shown->list) {
        if (!overlay.name.isEmpty()) {
            sheet.words.drawings.emplace_back(overlay.name, signOf(overlay.style, *overlay.shapes));
        }
    }
    if (shown->ground.marks <= 0) {
        sheet.marks.clear();
    }
    sheet.drawings = shown;
}

} // namespace

PrintActs::PrintActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    MapArea& map,
    const BaseMapActs& base,
    QWidget* page)
    : QObject(page), m_desk(desk), m_theme(theme), m_map(map), m_base(base), m_page(page),
      m_button(new QToolButton(page)), m_menu(new QMenu(m_button)), m_askPath(pathDialog(page))
{
    m_pool.setMaxThreadCount(1);
    m_button->setObjectName(QStringLiteral("printButton"));
    const QKeySequence keys(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    const QString words = tr("Print the map (%1)").arg(keys.toString(QKeySequence::NativeText));
    m_button->setAccessibleName(words);
    m_button->setToolTip(words);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_menu->setObjectName(QStringLiteral("printMenu"));
    m_menu->addAction(tr("PDF, A&4 landscape"), this, [this] { savePdf(QPageSize::A4); });
    m_menu->addAction(tr("PDF, A&3 landscape"), this, [this] { savePdf(QPageSize::A3); });
    m_menu->addAction(tr("&Printer …"), this, &PrintActs::print);
    connect(m_button, &QAbstractButton::clicked, this, &PrintActs::openMenu);
    auto* key = new QShortcut(keys, page);
    key->setObjectName(QStringLiteral("printKey"));
    connect(key, &QShortcut::activated, this, &PrintActs::openMenu);
    connect(&theme, &ThemeSource::changed, this, &PrintActs::renewIcon);
    renewIcon();
}

PrintActs::~PrintActs()
{
    m_pool.waitForDone();
}

void PrintActs::renewIcon()
{
    m_button->setIcon(tintedIcon(QStringLiteral("print"), m_theme.theme(), Token::Tx1));
}

void PrintActs::openMenu()
{
    const QPoint below = m_button->isVisible()
                             ? m_button->mapToGlobal(QPoint(0, m_button->height()))
                             : m_page->mapToGlobal(QPoint(60, 90));
    m_menu->popup(below);
    m_menu->setActiveAction(m_menu->actions().front());
}

QStringList PrintActs::sources(const maps::MapPanel& panel) const
{
    const bool isChinese = uiLanguage() == Language::Chinese;
    QStringList lines;
    for (const plan::Credit& credit : m_desk.plan().credits) {
        lines << visibleLine(QString::fromStdString(isChinese ? credit.textZh : credit.textEn));
    }
    if (const auto stack = m_base.stack(); m_base.isOn() && stack != nullptr) {
        for (const std::size_t i : panel.packsInView()) {
            const packs::PackInfo& pack = stack->packs().at(i);
            lines << tr("Base map: %1")
                         .arg(visibleLine(
                             QString::fromStdString(pack.name + ' ' + pack.attribution)));
        }
    }
    return lines;
}

maps::SheetWords PrintActs::words(Instant now, bool isPast) const
{
    const plan::Plan& plan = m_desk.plan();
    const int offset = plan.utcOffsetMinutes;
    const auto moment = [offset](Instant at) {
        return dateText(at, offset) + QLatin1Char(' ') + clockText(at, offset);
    };
    const desk::LinkStatus& link = m_desk.link();
    maps::SheetWords words;
    words.title = tr("Sanzhen · duty map") + QStringLiteral(" · ") + modeText(m_desk.mode().mode);
    words.time = !link.asOf ? tr("headquarters was never heard")
                            : tr("data as of %1").arg(moment(*link.asOf));
    words.past = isPast ? tr("PAST · %1 · headquarters' clock").arg(moment(now)) : QString();
    const plan::Unit* unit = plan.unit(m_desk.unit());
    words.printed = tr("printed %1 · %2")
                        .arg(
                            moment(m_desk.clock().now()),
                            unit == nullptr ? QString::fromStdString(m_desk.unit().value)
                                            : nameText(unit->name));
    words.legend = tr("Legend");
    words.north = tr("N", "north, on a map");
    words.scale = tr("1 : %1, true at the centre · WGS-84, Web Mercator");
    for (int g = 0; g < 4; ++g) {
        words.grades[static_cast<std::size_t>(g)] =
            tr("grade %1").arg(gradeText(static_cast<plan::Grade>(g + 1)));
    }
    for (int l = 0; l < 3; ++l) {
        words.lamps[static_cast<std::size_t>(l)] = lampWord(static_cast<model::Lamp>(l + 1));
    }
    words.cluster = tr("several incidents: how many, the gravest grade");
    words.approximate = tr("placed by area only");
    words.zone = tr("zone");
    words.district = tr("district");
    words.area = tr("area");
    words.river = tr("river");
    words.more = tr("and %1 more");
    return words;
}

std::optional<maps::MapSheet> PrintActs::sheet() const
{
    const auto past = m_past ? m_past() : std::nullopt;
    const maps::MapPanel& panel = past ? *past->panel : m_map.panel();
    if (panel.boundaries() == nullptr) {
        return std::nullopt;
    }
    maps::MapSheet sheet;
    sheet.store = panel.boundaries();
    sheet.packs = !past && m_base.isOn() ? m_base.stack() : nullptr;
    const maps::Camera camera = panel.camera();
    sheet.camera = {maps::toMercator(camera.centre), camera.zoom, QSizeF(panel.size())};
    sheet.marks = panel.marks();
    sheet.selected = past ? past->selected : std::string();
    sheet.language =
        uiLanguage() == Language::Chinese ? maps::Language::Chinese : maps::Language::English;
    sheet.words = words(past ? past->now : m_desk.clock().now(), past.has_value());
    sheet.words.sources = sources(panel);
    addDrawn(panel, sheet);
    return sheet;
}

void PrintActs::withBase(
    const maps::MapSheet& sheet,
    QSizeF page,
    std::function<void(const maps::BasePicture&)> then)
{
    startOn(m_pool, [this, sheet, page, then = std::move(then)] {
        const maps::BasePicture base = maps::sheetBase(sheet, page);
        m_mail.post([then, base] { then(base); });
    });
}

void PrintActs::savePdf(QPageSize::PageSizeId page)
{
    const auto now = sheet();
    if (!now) {
        Q_EMIT said(tr("The map is not ready yet: try again in a moment"));
        return;
    }
    const QString day = QString::fromStdString(std::format(
        "{:%Y%m%d-%H%M}", std::chrono::floor<std::chrono::minutes>(
                              m_desk.clock().now() + Minutes{m_desk.plan().utcOffsetMinutes})));
    m_askPath(tr("sanzhen-map-%1.pdf").arg(day), [this, page, sheet = *now](const QString& path) {
        withBase(sheet, maps::sheetSize(page), [this, page, sheet, path](const auto& base) {
            Q_EMIT said(writtenText(path, maps::sheetPdf(sheet, page, base)));
        });
    });
}

void PrintActs::print()
{
    const auto now = sheet();
    if (!now) {
        Q_EMIT said(tr("The map is not ready yet: try again in a moment"));
        return;
    }
    auto printer =
        std::make_shared<QPrinter>(QPrinter::HighResolution); // lives as long as the dialog
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setFullPage(true);
    auto* dialog = new QPrintDialog(printer.get(), m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer, sheet = *now] {
            const bool isLarge = printer->pageLayout().pageSize().id() == QPageSize::A3;
            const QSizeF page = maps::sheetSize(isLarge ? QPageSize::A3 : QPageSize::A4);
            withBase(sheet, page, [this, printer, sheet, page](const maps::BasePicture& base) {
                QPainter painter;
                if (!painter.begin(printer.get())) {
                    Q_EMIT said(tr("The printer did not take the sheet: see whether it is on"));
                    return;
                }
                const double scale =
                    std::min(printer->width() / page.width(), printer->height() / page.height());
                painter.scale(scale, scale);
                maps::paintSheet(painter, page, sheet, base);
                Q_EMIT said(tr("Sent to the printer"));
            });
        });
    dialog->open();
}

} // namespace sz::widgets
