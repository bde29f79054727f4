// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceWords.h"

#include <QDebug>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

namespace sz::tests {

namespace {

constexpr int kLupdateMs = 90'000;

/// Joins "a" "b" and undoes the escapes that the sources use.
QString literal(const QString& code)
{
    static const QRegularExpression kPiece(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    QString text;
    for (const QRegularExpressionMatch& piece : kPiece.globalMatch(code)) {
        text += piece.captured(1);
    }
    text.replace(QLatin1StringView("\\\""), QLatin1StringView("\""));
    return text.replace(QLatin1StringView("\\n"), QLatin1StringView("\n"));
}

void collect(const QString& file, const QString& code, std::vector<SourceWord>& words)
{
    static const QRegularExpression kTr(
        QStringLiteral(R"re(\btr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
    static const QRegularExpression kTranslate(QStringLiteral(
        R"re(\b(?:translate|QT_TRANSLATE_NOOP)\(\s*"(\w+)"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
    for (const QRegularExpressionMatch& found : kTr.globalMatch(code)) {
        words.push_back({file, {}, literal(found.captured(1))});
    }
    for (const QRegularExpressionMatch& found : kTranslate.globalMatch(code)) {
        words.push_back({file, found.captured(1), literal(found.captured(2))});
    }
}

} // namespace

std::vector<SourceWord> wordsInSources(const QString& root, const QStringList& folders)
{
    std::vector<SourceWord> words;
    for (const QString& folder : folders) {
        QDirIterator files(
            root + u'/' + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile in(files.next());
            if (in.open(QIODevice::ReadOnly)) {
                collect(in.fileName().mid(root.size() + 1), QString::fromUtf8(in.readAll()), words);
            }
        }
    }
    return words;
}

std::optional<std::vector<TsMessage>> lupdateWords(
    const QString& lupdate,
    const QString& root,
    const QStringList& folders,
    const QString& scratch)
{
    const QString file = scratch + QStringLiteral("/sanzhen_zh_CN.ts");
    QStringList arguments{QStringLiteral("-silent"),    QStringLiteral("-I"),
                          QStringLiteral("."),          QStringLiteral("-no-obsolete"),
                          QStringLiteral("-locations"), QStringLiteral("none")};
    arguments += folders + QStringList{QStringLiteral("-ts"), file};
    QProcess process;
    process.setWorkingDirectory(root);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(lupdate, arguments);
    if (!process.waitForFinished(kLupdateMs) || process.exitCode() != 0) {
        qWarning().noquote() << process.errorString() << QString::fromUtf8(process.readAll());
        return std::nullopt;
    }
    return readTs(file);
}

} // namespace sz::tests
