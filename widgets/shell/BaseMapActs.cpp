// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/BaseMapActs.h"

#include "data/threads/PoolWork.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/shell/MapArea.h"

#include <QSettings>

#include <algorithm>
#include <memory>
#include <utility>

namespace sz::widgets {
namespace {

QString textOf(const std::string& utf8)
{
    return visibleLine(QString::fromStdString(utf8));
}

QString wordsOf(const packs::Problem& problem)
{
    const packs::Words words = wordsFor(problem);
    return textOf(uiLanguage() == Language::Chinese ? words.zh : words.en);
}

QString creditOf(const packs::PackInfo& pack)
{
    return pack.attribution.empty() ? textOf(pack.name)
                                    : textOf(pack.name) + u' ' + textOf(pack.attribution);
}

using Stack = std::shared_ptr<const maps::PackStack>;

bool isSame(const Stack& a, const Stack& b)
{
    return a != nullptr && b != nullptr
           && std::ranges::equal(
               a->packs(), b->packs(), [](const packs::PackInfo& p, const packs::PackInfo& q) {
                   return p.file == q.file && p.bytes == q.bytes && p.changed == q.changed;
               });
}

} // namespace

BaseMapActs::BaseMapActs(desk::Desk& desk, const ThemeSource& theme, MapArea& map, QObject* parent)
    : QObject(parent), m_desk(desk), m_names(desk.sharedPlan()), m_map(map),
      m_button(
          new KeycapButton(theme, Qt::CTRL | Qt::Key_B, tr("Base map"), &map, ButtonLook::Framed)),
      m_isOn(QSettings().value(settingsKey(), true).toBool())
{
    m_pool.setMaxThreadCount(1);
    m_button->setObjectName(QStringLiteral("baseMapButton"));
    m_button->hide();
    map.addUnderTools(m_button);
    connect(m_button, &KeycapButton::clicked, this, &BaseMapActs::toggle);
    connect(&map.panel(), &maps::MapPanel::cameraChanged, this, &BaseMapActs::tellCredit);
}

BaseMapActs::~BaseMapActs()
{
    m_pool.waitForDone();
}

void BaseMapActs::useFolder(const std::filesystem::path& folder)
{
    m_folder = folder;
    read();
}

void BaseMapActs::showAlways()
{
    m_isOn = true;
    apply();
    Q_EMIT switched(true);
}

void BaseMapActs::toggle()
{
    m_isOn = !m_isOn;
    QSettings().setValue(settingsKey(), m_isOn);
    if (m_isOn) {
        read(); // a pack may have been put in or taken out
    }
    apply();
    Q_EMIT switched(m_isOn);
}

void BaseMapActs::setOnline(std::vector<packs::PackInfo> online, bool isAnew)
{
    const bool isSameList = std::ranges::equal(
        m_online, online, {}, &packs::PackInfo::supply, &packs::PackInfo::supply);
    if (isAnew || !isSameList) {
        m_online = std::move(online);
        stackUp();
        apply();
    }
}

void BaseMapActs::stackUp()
{
    if (m_online.empty()) {
        m_stack = m_shelf.stack;
        Q_EMIT stackChanged();
        return;
    }
    std::vector<packs::PackInfo> all = m_online;
    if (m_shelf.stack != nullptr) {
        std::ranges::copy(m_shelf.stack->packs(), std::back_inserter(all));
    }
    m_stack = std::make_shared<const maps::PackStack>(std::move(all));
    Q_EMIT stackChanged();
}

void BaseMapActs::read()
{
    m_isReading = true;
    startOn(m_pool, [this, folder = m_folder, generation = ++m_generation] {
        auto shelf = std::make_shared<maps::PackShelf>(maps::openShelf(folder));
        m_mail.post([this, shelf, generation] {
            if (generation == m_generation) {
                m_isReading = false;
                take(std::move(*shelf));
            }
        });
    });
}

void BaseMapActs::take(maps::PackShelf shelf)
{
    const bool isKept = isSame(m_shelf.stack, shelf.stack);
    if (isKept) { // what is painted of it stays
        shelf.stack = m_shelf.stack;
    }
    m_shelf = std::move(shelf);
    if (!isKept || m_stack == nullptr) {
        stackUp();
    }
    if (!isKept) {
        m_nameless.clear();
        m_names.setNames(nullptr);
        m_names.whenWanted([this] {
            m_isReadingNames = true;
            QMetaObject::invokeMethod(this, &BaseMapActs::readNames, Qt::QueuedConnection);
        });
    }
    apply();
    if (!m_shelf.refused.empty()) {
        Q_EMIT said(refusals());
    }
}

void BaseMapActs::readNames()
{
    if (m_shelf.stack == nullptr) {
        m_isReadingNames = false;
        return;
    }
    startOn(m_pool, [this, stack = m_shelf.stack] {
        auto places = std::make_shared<maps::PackPlaces>(maps::readPackPlaces(stack->packs()));
        m_mail.post([this, places, stack] {
            m_isReadingNames = false;
            if (stack == m_shelf.stack) { // else there are other packs by now
                m_names.setNames(places->names);
                m_nameless = places->faulty;
                tellButton();
            }
        });
    });
}

void BaseMapActs::apply()
{
    m_button->setVisible(!m_shelf.isEmpty() || !m_online.empty());
    tellButton();
    m_map.panel().setBaseMap(m_isOn ? m_stack : nullptr);
    std::erase_if(m_others, [](const Other& other) { return other.panel == nullptr; });
    for (const Other& other : m_others) {
        other.panel->setBaseMap(m_isOn ? m_stack : nullptr);
        other.credit(creditIn(*other.panel));
    }
    m_inView.reset();
    tellCredit();
    m_map.placeChildren();
}

void BaseMapActs::tellCredit()
{
    const std::vector<std::size_t> inView = m_map.panel().packsInView();
    if (m_inView == inView) {
        return;
    }
    m_inView = inView;
    m_map.setBaseCredit(creditIn(m_map.panel()));
}

QString BaseMapActs::creditIn(const maps::MapPanel& panel) const
{
    QStringList credits;
    for (const std::size_t i : panel.packsInView()) {
        credits << creditOf(panel.baseMap()->packs().at(i));
    }
    return credits.isEmpty() ? QString()
                             : tr("Base map: %1").arg(credits.join(QStringLiteral(", ")));
}

void BaseMapActs::alsoOn(maps::MapPanel& panel, const std::function<void(const QString&)>& credit)
{
    const QPointer<maps::MapPanel> other(&panel);
    m_others.push_back({other, credit});
    connect(&panel, &maps::MapPanel::cameraChanged, this, [this, other, credit] {
        if (other != nullptr) {
            credit(creditIn(*other));
        }
    });
    panel.setBaseMap(m_isOn ? m_stack : nullptr);
    credit(creditIn(panel));
}

void BaseMapActs::renew(const std::vector<maps::MercatorBox>& boxes)
{
    m_map.panel().renewBaseMap(boxes);
    for (const Other& other : m_others) {
        if (other.panel != nullptr) {
            other.panel->renewBaseMap(boxes);
        }
    }
}

void BaseMapActs::tellButton()
{
    m_button->setLabel(m_isOn ? tr("Base map on") : tr("Base map off"));
    QStringList lines;
    if (m_stack != nullptr) {
        for (const packs::PackInfo& pack : m_stack->packs()) {
            lines << creditOf(pack);
        }
    }
    if (!m_shelf.refused.empty()) {
        lines << refusals();
    }
    for (const maps::NamelessPack& pack : m_nameless) {
        lines << tr("Names of base map %1 cannot be searched: %2")
                     .arg(textOf(pack.file.filename().string()), wordsOf(pack.problem));
    }
    m_button->setToolTip(tipText(lines.join(u'\n')));
}

QString BaseMapActs::refusals() const
{
    const maps::RefusedPack& first = m_shelf.refused.front();
    const QString one = tr("Base map %1 cannot be used: %2")
                            .arg(textOf(first.file.filename().string()), wordsOf(first.problem));
    const auto others = static_cast<int>(m_shelf.refused.size()) - 1;
    return others == 0 ? one : tr("%1; and %n more", nullptr, others).arg(one);
}

QString BaseMapActs::settingsKey() const
{
    return QStringLiteral("seat/%1/baseMap").arg(QString::fromStdString(m_desk.unit().value));
}

} // namespace sz::widgets
