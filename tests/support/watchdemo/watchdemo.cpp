// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// watchdemo FOLDER [LANGUAGE]: pictures of the watch's panes around an empty map, both themes and sizes, live and offline.

#include "tests/support/SampleWorld.h"
#include "widgets/common/Style.h"
#include "widgets/models/BoardModel.h"
#include "widgets/watch/AreaCard.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/FilesSection.h"
#include "widgets/watch/RosterStrip.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QTranslator>

#include <array>
#include <cstdio>

namespace {

using namespace sz;
using widgets::Theme;
using widgets::Token;

/// Where the map will be.
class Ground final : public QWidget
{
public:
    explicit Ground(const widgets::ThemeSource& theme) : m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Token::Bg0));
    }

private:
    const widgets::ThemeSource& m_theme;
};

struct Shot
{
    QSize size;
    Theme theme = Theme::Dark;
    bool isOffline = false;
    bool isDistrict = false;
    const char* name = "";
    bool hasFiles = false;
};

// As the officer sees them: one there, one on its way, one waiting, one with a name that plays tricks.
model::IncidentPtr withFiles(const model::IncidentPtr& incident, Instant now)
{
    auto out = std::make_shared<model::Incident>(*incident);
    int i = 0;
    for (const char* name :
         {"现场照片 14-02.jpg", "燃气管线图.pdf", "路口录像.mp4", "\u202Egpj.exe"}) {
        model::Attachment file;
        file.hash[0] = static_cast<std::uint8_t>(++i);
        file.name = name;
        file.size = static_cast<std::uint64_t>(i) * 1'482'133;
        file.unit = UnitCode("D05");
        file.at = now - Minutes{i};
        out->files.push_back(file);
    }
    return out;
}

desk::FileStatus statusOf(const Digest& hash)
{
    using Stage = desk::FileStatus::Stage;
    const std::array stages{Stage::Here, Stage::Sending, Stage::Waiting, Stage::Away};
    return {hash, stages.at(static_cast<std::size_t>(hash[0] - 1)), 100, 42};
}

model::IncidentPtr largest(const test::IncidentMap& incidents)
{
    model::IncidentPtr best;
    for (const auto& [id, incident] : incidents) {
        const bool isOpen = incident->state == model::IncidentState::Active;
        if (isOpen && (best == nullptr || incident->trace.size() > best->trace.size())) {
            best = incident;
        }
    }
    return best;
}

void take(const Shot& shot, const QString& folder, bool english)
{
    const Instant now = test::pictureMoment();
    const auto plan = test::samplePlan();
    const widgets::ThemeSource theme(shot.theme);
    widgets::applyTheme(*qApp, shot.theme);
    const auto incidents = test::sampleOperation(now, english);
    const model::IncidentPtr chosen = largest(incidents);
    const bool isCompact = shot.size.width() < 1500;
    const desk::LinkStatus link =
        shot.isOffline ? test::lostLink(now, Millis{192'000}) : test::liveLink(now);

    widgets::BoardModel model(plan);
    model.setNow(now);
    model.reset(incidents);
    Ground window(theme);
    window.resize(shot.size);
    auto* board = new widgets::BoardView(model, theme, &window);
    auto* detail = new widgets::DetailPane(plan, theme, &window);
    auto* strip = new widgets::RosterStrip(plan, theme, &window);
    auto* card = new widgets::AreaCard(plan, theme, &window);
    const UnitCode unit = shot.isDistrict ? UnitCode("D05") : UnitCode("HQ");
    detail->setActor(
        {unit, model::answeringPost(*plan, unit), model::defaultRole(*plan->unit(unit))});

    const int boardWidth = isCompact ? 328 : 424;
    const int detailWidth = isCompact ? 392 : 464;
    const int stripHeight = isCompact ? 28 : 44;
    const int top = 80;
    const int bottom = shot.size.height() - stripHeight - (isCompact ? 80 : 88);
    board->setGeometry(0, top, boardWidth, bottom - top);
    detail->setGeometry(shot.size.width() - detailWidth, top, detailWidth, bottom - top);
    strip->setGeometry(0, shot.size.height() - stripHeight, shot.size.width(), stripHeight);
    detail->setCompact(isCompact);
    strip->setCompact(isCompact);
    card->setCompact(isCompact);
    board->setLink(link);
    detail->setLink(link);
    detail->setNow(now);
    strip->setNow(now);
    card->setNow(now);
    card->setIncidents(incidents);
    window.show();
    board->select(chosen->id);
    detail->files().model().setStatusOf(statusOf);
    detail->setIncident(shot.hasFiles ? withFiles(chosen, now) : chosen);
    if (shot.hasFiles) {
        Q_EMIT detail->findChild<widgets::FilesTable*>()->openWanted(3);
    }
    card->setArea(chosen->place.area);
    card->setStreet(chosen->place.street);
    if (isCompact) {
        card->resize(shot.size.width() - boardWidth - detailWidth - 16, card->height());
    }
    card->move(boardWidth + 8, bottom - card->height() - 8);
    board->setFocus();
    QApplication::processEvents();
    if (shot.isDistrict) {
        strip->showDuty(UnitCode("L20"));
    }
    QApplication::processEvents();
    QPixmap picture = window.grab();
    if (QWidget* popup = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(popup->pos()), popup->grab());
        popup->close();
    }
    const QString file = QStringLiteral("%1/%2.png").arg(folder, QLatin1StringView(shot.name));
    std::printf("%s %s\n", picture.save(file) ? "wrote" : "FAILED", qPrintable(file));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    const bool english = argc <= 2 || qstrcmp(argv[2], "zh") != 0;
    QTranslator words; // SANZHEN_QM: the compiled Chinese
    if (!english && words.load(qEnvironmentVariable("SANZHEN_QM"))) {
        QApplication::installTranslator(&words);
    }
    QLocale::setDefault(QLocale(english ? QStringLiteral("en_GB") : QStringLiteral("zh_CN")));
    for (const Shot& shot :
         {Shot{{1920, 1080}, Theme::Dark, false, false, "watch-dark"},
          Shot{{1920, 1080}, Theme::Light, false, false, "watch-light"},
          Shot{{1366, 768}, Theme::Dark, false, false, "watch-1366"},
          Shot{{1366, 768}, Theme::Light, false, false, "watch-1366-light"},
          Shot{{1920, 1080}, Theme::Dark, false, false, "watch-files", true},
          Shot{{1920, 1080}, Theme::Light, false, true, "watch-files-light", true},
          Shot{{1366, 768}, Theme::Dark, false, false, "watch-files-1366", true},
          Shot{{1920, 1080}, Theme::Dark, true, true, "watch-offline"}}) {
        take(shot, folder, english);
    }
    return 0;
}
