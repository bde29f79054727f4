// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/OnlineActs.h"

#include "data/threads/PoolWork.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/ground/LayerPanel.h"
#include "widgets/ground/OnlineCard.h"
#include "widgets/ground/OnlineList.h"
#include "widgets/ground/OnlineWords.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/MapArea.h"

#include <QCheckBox>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace sz::widgets {

OnlineActs::OnlineActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    MapArea& map,
    LayerPanel& panel,
    BaseMapActs& base,
    QWidget* page,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_map(map), m_panel(panel), m_base(base),
      m_list(new OnlineList(theme)), m_card(new OnlineCard(theme, &map))
{
    m_pool.setMaxThreadCount(1);
    panel.setFoot(m_list, &m_list->addButton());
    m_list->hide(); // until there is somewhere to keep them
    m_list->addButton().hide();
    map.addPanel(m_card);
    connect(m_list, &OnlineList::switched, this, &OnlineActs::setOn);
    connect(m_list, &OnlineList::editRequested, this, &OnlineActs::edit);
    connect(m_list, &OnlineList::removeRequested, this, &OnlineActs::remove);
    connect(m_list, &OnlineList::addRequested, this, [this] {
        m_card->openNew();
        m_map.placeChildren();
    });
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_G), page);
    key->setObjectName(QStringLiteral("addOnlineKey"));
    connect(key, &QShortcut::activated, this, [this] { // from everywhere, as the list of keys says
        if (m_isUsed) {
            Q_EMIT panelRequested(); // what is named is switched on there
            Q_EMIT m_list->addRequested();
        }
    });
    connect(m_card, &OnlineCard::accepted, this, &OnlineActs::accept);
    connect(m_card, &OnlineCard::cancelled, this, [this] { m_map.placeChildren(); });
    connect(&base, &BaseMapActs::switched, this, &OnlineActs::apply);
}

OnlineActs::~OnlineActs()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void OnlineActs::use(MapKeys keys, std::filesystem::path cache, maps::OnlineManner manner)
{
    m_keys = std::move(keys);
    m_cache = std::move(cache);
    m_manner = manner;
    m_isUsed = true;
    QSettings settings;
    m_book.load(settings, settingsKey());
    for (const OnlineEntry& entry : m_book.entries()) {
        make(entry.source);
    }
    m_list->setEntries(m_book);
    m_list->show();
    m_list->addButton().show();
    m_map.placeChildren();
    apply();
}

std::filesystem::path OnlineActs::fileOf(const std::string& id) const
{
    return m_cache / (id + ".tiles");
}

void OnlineActs::drop(const QString& id)
{
    m_sources.at(id).tiles->discard();
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) {
        std::filesystem::remove(fileOf(id.toStdString()).string() + end, ignored);
    }
}

void OnlineActs::make(const packs::OnlineSource& source)
{
    const QString id = QString::fromStdString(source.id);
    Source& made = m_sources[id];
    made.tiles = std::make_unique<maps::OnlineTiles>(source, fileOf(source.id), m_clock, m_manner);
    connect(made.tiles.get(), &maps::OnlineTiles::statusChanged, this, [this, id] { note(id); });
    connect(
        made.tiles.get(), &maps::OnlineTiles::arrived, this,
        [this, supply = made.tiles->supply()](const QList<packs::TileId>& tiles) {
            if (const auto stack = m_base.stack()) {
                m_base.renew(stack->renew(supply, {tiles.begin(), tiles.end()}));
            }
        });
}

void OnlineActs::setOn(const QString& id, bool isOn)
{
    if (m_book.entry(id) == nullptr) {
        return;
    }
    m_book.setOn(id, isOn);
    save();
    if (isOn && !m_base.isOn()) {
        m_base.toggle(); // what is switched on is to be seen
    }
    apply();
}

void OnlineActs::accept(const packs::OnlineSource& source, const QString& key)
{
    packs::OnlineSource named = source;
    if (named.id.empty()) {
        named.id = m_book.add(named).toStdString();
        if (named.id.empty()) {
            Q_EMIT said(
                tr("This seat has as many online maps as it can keep: take one away first"));
            return;
        }
    } else {
        // Another address is another map: what is kept of the old one is none of its.
        const OnlineEntry* before = m_book.entry(QString::fromStdString(named.id));
        const bool isOther = before != nullptr && before->source.address != named.address;
        m_base.setOnline({});
        if (isOther) {
            drop(QString::fromStdString(named.id));
        }
        m_sources.erase(QString::fromStdString(named.id));
        m_book.change(named);
    }
    save();
    make(named);
    m_list->setEntries(m_book);
    m_map.placeChildren();
    if (!key.isEmpty() && m_keys.keep) {
        ++m_asking;
        startOn(
            m_pool, [this, keep = m_keys.keep, name = keyNameOf(named).toStdString(),
                     words = key.toStdString()] {
                const auto kept = keep(name, words);
                m_mail.post([this, isKept = kept.has_value()] {
                    --m_asking;
                    if (!isKept) {
                        Q_EMIT said(tr("The key of the online map could not be kept: it must be "
                                       "given again after the next start"));
                    }
                });
            });
        for (auto& [id, one] : m_sources) { // one key for all of Tianditu's
            if (keyNameOf(one.tiles->source()) == keyNameOf(named)) {
                give(id, key.toStdString());
            }
        }
    }
    apply();
    QCheckBox& box = *m_list->box(QString::fromStdString(named.id)); // to be switched on next
    m_panel.reveal(box);
    box.setFocus(Qt::OtherFocusReason);
}

void OnlineActs::edit(const QString& id)
{
    const OnlineEntry* entry = m_book.entry(id);
    const auto it = m_sources.find(id);
    if (entry != nullptr && it != m_sources.end()) {
        m_card->openWith(entry->source, it->second.hasKey);
        m_map.placeChildren();
    }
}

void OnlineActs::remove(const QString& id)
{
    const OnlineEntry* entry = m_book.entry(id);
    if (entry == nullptr) {
        return;
    }
    const QString keyName = keyNameOf(entry->source);
    m_base.setOnline({});
    drop(id);
    m_sources.erase(id);
    m_book.remove(id);
    const bool isLast = std::ranges::none_of(m_book.entries(), [&](const OnlineEntry& other) {
        return keyNameOf(other.source) == keyName;
    });
    if (isLast && m_keys.forget) {
        startOn(m_pool, [forget = m_keys.forget, name = keyName.toStdString()] { forget(name); });
    }
    save();
    m_list->setEntries(m_book);
    m_map.placeChildren();
    apply();
}

void OnlineActs::askKey(const QString& id)
{
    Source& source = m_sources.at(id);
    if (source.isAsking || !m_keys.lookUp) {
        return;
    }
    source.isAsking = true;
    ++m_asking;
    startOn(
        m_pool,
        [this, id, lookUp = m_keys.lookUp, name = keyNameOf(source.tiles->source()).toStdString()] {
            const auto key = lookUp(name);
            m_mail.post([this, id, key] {
                --m_asking;
                if (const auto it = m_sources.find(id); it != m_sources.end()) {
                    give(id, key);
                    apply();
                }
            });
        });
}

void OnlineActs::give(const QString& id, const std::optional<std::string>& key)
{
    Source& source = m_sources.at(id);
    source.hasKey = key.has_value() && !key->empty();
    if (source.hasKey) {
        source.tiles->setKey(*key);
    }
}

// Whatever has changed: who fetches, and what lies on the map, are what the switches say.
void OnlineActs::apply()
{
    std::vector<packs::PackInfo> shown;
    bool isAnew = false; // what was painted while one was off did not ask for its tiles
    for (const OnlineEntry* entry : m_book.stacked()) {
        const QString id = QString::fromStdString(entry->source.id);
        Source& source = m_sources.at(id);
        const bool isWanted = m_isUsed && entry->isOn && m_base.isOn();
        if (isWanted && entry->source.needsKey() && !source.hasKey) {
            askKey(id);
        }
        const bool wasOn = source.tiles->isOn();
        source.tiles->setOn(isWanted);
        isAnew = isAnew || (!wasOn && source.tiles->isOn());
        if (m_isUsed && entry->isOn) { // without an answer, or a key, what is kept is shown
            shown.push_back(source.tiles->info());
        }
        note(id);
    }
    m_base.setOnline(std::move(shown), isAnew);
}

void OnlineActs::note(const QString& id)
{
    const OnlineEntry* entry = m_book.entry(id);
    const auto it = m_sources.find(id);
    if (entry == nullptr || it == m_sources.end()) {
        return;
    }
    const maps::OnlineTiles& tiles = *it->second.tiles;
    if (!entry->isOn) {
        m_list->setNote(id, tr("off"), false);
    } else if (!m_base.isOn()) {
        m_list->setNote(id, tr("off while the base map is off (Ctrl+B)"), false);
    } else if (entry->source.needsKey() && !it->second.hasKey) {
        m_list->setNote(id, tr("needs its key: Change"), true);
    } else {
        const OnlineWords words =
            statusWords(entry->source, tiles.status(), m_desk.plan().utcOffsetMinutes);
        m_list->setNote(id, words.text, words.isBad);
    }
}

const maps::OnlineTiles* OnlineActs::tiles(const QString& id) const
{
    const auto it = m_sources.find(id);
    return it == m_sources.end() ? nullptr : it->second.tiles.get();
}

void OnlineActs::save() const
{
    QSettings settings;
    m_book.store(settings, settingsKey());
}

QString OnlineActs::settingsKey() const
{
    return QStringLiteral("seat/%1/online").arg(QString::fromStdString(m_desk.unit().value));
}

} // namespace sz::widgets
