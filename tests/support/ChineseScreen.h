// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A screen in Chinese for tests, from the .ts file itself: no .qm has to be built first.

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QLocale>
#include <QTranslator>
#include <QXmlStreamReader>

namespace sz::test {

/// Chinese from here to the end of the scope. Widgets must be made inside it.
class ChineseScreen final : private QTranslator
{
public:
    ChineseScreen()
    {
        read(QStringLiteral(SANZHEN_SOURCE_DIR "/resources/i18n/sanzhen_zh_CN.ts"));
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCoreApplication::installTranslator(this);
    }
    ~ChineseScreen() override
    {
        QCoreApplication::removeTranslator(this);
        QLocale::setDefault(m_before);
    }
    ChineseScreen(const ChineseScreen&) = delete;
    ChineseScreen& operator=(const ChineseScreen&) = delete;

    [[nodiscard]] QString
    translate(const char* context, const char* source, const char* comment, int /*count*/)
        const override
    {
        return m_words.value(
            key(QString::fromUtf8(context), QString::fromUtf8(source), QString::fromUtf8(comment)));
    }
    [[nodiscard]] bool isEmpty() const override { return m_words.isEmpty(); }

private:
    [[nodiscard]] static QString
    key(const QString& context, const QString& source, const QString& comment)
    {
        return context + u'\x1f' + source + u'\x1f' + comment;
    }

    void read(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        QXmlStreamReader xml(&file);
        QString context;
        QString source;
        QString comment;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == u"name") {
                context = xml.readElementText();
            } else if (xml.name() == u"message") {
                comment.clear();
            } else if (xml.name() == u"source") {
                source = xml.readElementText();
            } else if (xml.name() == u"comment") {
                comment = xml.readElementText();
            } else if (xml.name() == u"translation") { // or the one plural form inside it
                const QString words =
                    xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                m_words.insert(key(context, source, comment), words);
            }
        }
    }

    QHash<QString, QString> m_words;
    QLocale m_before;
};

} // namespace sz::test
