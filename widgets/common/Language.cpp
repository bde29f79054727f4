// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Language.h"

#include <QLocale>

namespace sz::widgets {

Language uiLanguage()
{
    return QLocale().language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

QString nameText(const plan::Name& name, Language language)
{
    return QString::fromStdString(
        language == Language::Chinese || name.en.empty() ? name.zh : name.en);
}

QString shortNameText(const plan::Name& name, Language language)
{
    const std::string& text = language == Language::Chinese ? name.shortZh : name.shortEn;
    return text.empty() ? nameText(name, language) : QString::fromStdString(text);
}

} // namespace sz::widgets
