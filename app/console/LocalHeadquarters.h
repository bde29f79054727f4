// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The headquarters of a try-out or a drill: a sanzhen-hq process on this machine, shared by the desks that run here.

#include "data/desk/Profile.h"

#include <QString>

#include <filesystem>
#include <optional>

namespace sz::app {

/// Contents of endpoint.json, which a running sanzhen-hq keeps in its folder.
struct LocalEndpoint
{
    net::Endpoint at;
    std::string authorityFingerprint;
    qint64 pid = 0;
};

class LocalHeadquarters
{
public:
    struct Settings
    {
        std::filesystem::path program; ///< sanzhen-hq
        std::filesystem::path folder;  ///< its data
        std::filesystem::path plan;
        std::filesystem::path sample; ///< scenario; empty = none
        QString language;             ///< texts of the scenario: "zh_CN" or "en"
        QString moment;               ///< ISO time its clock starts at; empty = now
        int lingerSeconds = 300;      ///< it ends itself so long after the last desk
    };
    explicit LocalHeadquarters(Settings settings) : m_settings(std::move(settings)) {}

    /// The endpoint of the running process, or none. Reads one small file.
    [[nodiscard]] std::optional<LocalEndpoint> running() const;
    /// Starts the process when none runs and waits until it listens (≤ 30 s). Blocks: not on gui.
    /// Errors: NotFound (program missing), LinkDown with the last words of its log.
    [[nodiscard]] Result<LocalEndpoint> ensure() const;
    /// Enrols a unit's desk into `folder` through a one-time code and saves the profile. Blocks.
    [[nodiscard]] Result<desk::Profile>
    enrolDesk(const std::filesystem::path& folder, const UnitCode& unit) const;
    /// A duty person of the sample, so that its desks ask for a sign-on. Blocks. Errors: NotFound, Internal.
    [[nodiscard]] Result<void> addPerson(
        const UnitCode& unit,
        const QString& name,
        const QString& post,
        const QString& pinyin,
        const QString& initials,
        const QByteArray& secret) const;
    /// SIGTERM to the running process, waits for its end (≤ 5 s).
    void end() const;

private:
    Settings m_settings;
};

} // namespace sz::app
