// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TsFile.h"

#include <QDebug>
#include <QFile>
#include <QXmlStreamReader>

namespace sz::tests {

namespace {

void readTranslation(QXmlStreamReader& xml, TsMessage& message)
{
    message.type = xml.attributes().value(QLatin1StringView("type")).toString();
    if (!message.isPlural) {
        message.translations = {xml.readElementText()};
        return;
    }
    while (xml.readNextStartElement()) {
        message.translations.append(xml.readElementText());
    }
}

TsMessage readMessage(QXmlStreamReader& xml, const QString& context)
{
    TsMessage message;
    message.context = context;
    message.isPlural =
        xml.attributes().value(QLatin1StringView("numerus")) == QLatin1StringView("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1StringView("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QLatin1StringView("translation")) {
            readTranslation(xml, message);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

void readContext(QXmlStreamReader& xml, std::vector<TsMessage>& messages)
{
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1StringView("message")) {
            messages.push_back(readMessage(xml, context));
        } else {
            xml.skipCurrentElement();
        }
    }
}

} // namespace

QString TsMessage::key() const
{
    return QStringList{context, source, comment}.join(u'\x1f');
}

QString TsMessage::name() const
{
    const QString what = QStringLiteral("%1: “%2”").arg(context, source);
    return comment.isEmpty() ? what : what + QStringLiteral(" [%1]").arg(comment);
}

std::optional<std::vector<TsMessage>> readTs(const QString& file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        qWarning() << file << in.errorString();
        return std::nullopt;
    }
    std::vector<TsMessage> messages;
    QXmlStreamReader xml(&in);
    xml.readNextStartElement(); // <TS>
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView("context")) {
            readContext(xml, messages);
        } else {
            xml.skipCurrentElement();
        }
    }
    if (xml.hasError()) {
        qWarning() << file << xml.lineNumber() << xml.errorString();
        return std::nullopt;
    }
    return messages;
}

} // namespace sz::tests
