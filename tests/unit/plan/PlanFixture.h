// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The shipped plan, and copies of it that a test may injure.

#include "data/plan/Plan.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <format>
#include <memory>

namespace sz::plan::test {

inline std::filesystem::path shippedDir()
{
    return std::filesystem::path(SANZHEN_SOURCE_DIR) / "resources/plans/wuhan";
}

inline std::shared_ptr<const Plan> shippedPlan()
{
    auto loaded = loadPlan(shippedDir());
    return loaded ? std::make_shared<const Plan>(std::move(loaded->plan)) : nullptr;
}

/// A copy of the shipped plan in a temporary folder.
class PlanCopy
{
public:
    PlanCopy()
    {
        std::filesystem::copy(shippedDir(), dir(), std::filesystem::copy_options::recursive);
    }

    [[nodiscard]] std::filesystem::path dir() const { return m_dir.path().toStdString(); }
    [[nodiscard]] QString path(const QString& file) const { return m_dir.filePath(file); }
    [[nodiscard]] QByteArray read(const QString& file) const
    {
        QFile in(path(file));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void write(const QString& file, const QByteArray& bytes) const
    {
        QFile out(path(file));
        QVERIFY2(out.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(file));
        out.write(bytes);
    }
    /// Replaces the first occurrence, which must exist.
    void replace(const QString& file, const QByteArray& from, const QByteArray& to) const
    {
        auto bytes = read(file);
        const auto at = bytes.indexOf(from);
        QVERIFY2(at >= 0, qPrintable(file + QStringLiteral(" lacks ") + QString::fromUtf8(from)));
        write(file, bytes.replace(at, from.size(), to));
    }
    void remove(const QString& file) const { QVERIFY(QFile::remove(path(file))); }
    /// 1-based line of the last occurrence of a text; 0 when there is none.
    [[nodiscard]] int lineOf(const QString& file, const QByteArray& text) const
    {
        const auto bytes = read(file);
        const auto at = text.isEmpty() ? -1 : bytes.lastIndexOf(text);
        return at < 0 ? 0 : 1 + static_cast<int>(bytes.first(at).count('\n'));
    }

private:
    QTemporaryDir m_dir;
};

/// An error that names this file and line, and says so much in English and something in Chinese.
inline bool
hasError(const std::vector<Fault>& faults, const QString& file, int line, const QString& message)
{
    return std::ranges::any_of(faults, [&](const Fault& f) {
        return f.isError && f.file == file.toStdString() && f.line == line
               && QString::fromStdString(f.message).contains(message) && !f.messageZh.empty();
    });
}

inline QString described(const std::vector<Fault>& faults)
{
    QString text;
    for (const auto& f : faults) {
        text += QString::fromStdString(
            std::format("{}:{} [{}] {}\n", f.file, f.line, f.feature, f.message));
    }
    return text;
}

} // namespace sz::plan::test
