// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/SavedViews.h"

#include <QSettings>

#include <algorithm>

namespace sz::widgets {

namespace {

template <class Views>
auto findIn(Views& views, const QString& name)
{
    return std::ranges::find_if(views, [&name](const SavedView& view) {
        return view.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

SavedViews::Fault SavedViews::save(const QString& name, const QString& filter)
{
    if (name.trimmed().isEmpty()) {
        return Fault::NoName;
    }
    const auto known = findIn(m_views, name);
    if (known != m_views.end()) {
        known->filter = filter;
        return Fault::None;
    }
    if (m_views.size() == kMost) {
        return Fault::Full;
    }
    m_views.push_back({name.trimmed(), filter});
    return Fault::None;
}

SavedViews::Fault SavedViews::remove(const QString& name)
{
    const auto known = findIn(m_views, name);
    if (known == m_views.end()) {
        return Fault::Unknown;
    }
    m_views.erase(known);
    return Fault::None;
}

SavedViews::Fault SavedViews::rename(const QString& name, const QString& other)
{
    const auto known = findIn(m_views, name);
    if (known == m_views.end()) {
        return Fault::Unknown;
    }
    if (other.trimmed().isEmpty()) {
        return Fault::NoName;
    }
    const auto taken = findIn(m_views, other);
    if (taken != m_views.end() && taken != known) {
        return Fault::Taken;
    }
    known->name = other.trimmed();
    return Fault::None;
}

const SavedView* SavedViews::find(const QString& name) const
{
    const auto known = findIn(m_views, name);
    return known == m_views.end() ? nullptr : &*known;
}

void SavedViews::load(QSettings& settings, const QString& key)
{
    m_views.clear();
    const int count = settings.beginReadArray(key);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        save(
            settings.value(QStringLiteral("name")).toString(),
            settings.value(QStringLiteral("filter")).toString());
    }
    settings.endArray();
}

void SavedViews::store(QSettings& settings, const QString& key) const
{
    settings.remove(key);
    settings.beginWriteArray(key, static_cast<int>(m_views.size()));
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(QStringLiteral("name"), m_views[i].name);
        settings.setValue(QStringLiteral("filter"), m_views[i].filter);
    }
    settings.endArray();
}

ViewWish viewWishOf(const QString& typed)
{
    const QString text = typed.simplified();
    const QString first = text.section(u' ', 0, 0);
    const QString rest = text.section(u' ', 1);
    const auto isOneOf = [&first](std::initializer_list<QStringView> words) {
        return std::ranges::any_of(words, [&first](QStringView word) {
            return first.compare(word, Qt::CaseInsensitive) == 0;
        });
    };
    if (!rest.isEmpty() && isOneOf({u"删", u"删除", u"delete", u"remove"})) {
        return {ViewWish::What::Remove, rest, {}};
    }
    if (!rest.isEmpty() && isOneOf({u"改名", u"rename"})) {
        return {ViewWish::What::Rename, rest.section(u' ', 0, 0), rest.section(u' ', 1)};
    }
    return {ViewWish::What::OpenOrSave, text, {}};
}

} // namespace sz::widgets
