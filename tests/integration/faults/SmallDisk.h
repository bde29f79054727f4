// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A disk that is really full: a small tmpfs that only this test and its children see.

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>
#include <fcntl.h>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace sz::test {

class SmallDisk
{
public:
    /// Before there is a second thread (initMain of a test): mounts of our own, as root of our own where we are not root.
    static void ask()
    {
        const auto uid = std::to_string(::getuid());
        const auto gid = std::to_string(::getgid());
        if (::unshare(CLONE_NEWNS) != 0) {
            if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
                return;
            }
            put("/proc/self/setgroups", "deny");
            put("/proc/self/uid_map", "0 " + uid + " 1");
            put("/proc/self/gid_map", "0 " + gid + " 1");
        }
        s_isGranted = ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    }

    /// Over an empty folder. Unmounted with its object.
    SmallDisk(const QString& folder, int megabytes) : m_folder(folder)
    {
        const QByteArray size = "mode=0700,size=" + QByteArray::number(megabytes) + "m";
        m_isThere =
            s_isGranted
            && ::mount("none", folder.toLocal8Bit().constData(), "tmpfs", 0, size.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_isThere) {
            ::umount2(m_folder.toLocal8Bit().constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] qint64 room() const
    {
        struct statvfs now{};
        return ::statvfs(m_folder.toLocal8Bit().constData(), &now) == 0
                   ? static_cast<qint64>(now.f_bavail) * static_cast<qint64>(now.f_frsize)
                   : 0;
    }
    /// Fills it up to so many bytes; false when it cannot.
    [[nodiscard]] bool fill(qint64 left) const
    {
        const int file = ::open(filler().constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        const bool isDone =
            file >= 0 && ::posix_fallocate(file, 0, std::max<qint64>(1, room() - left)) == 0;
        ::close(file);
        return isDone;
    }
    void makeRoom() const { ::unlink(filler().constData()); }

private:
    [[nodiscard]] QByteArray filler() const
    {
        return (m_folder + QStringLiteral("/filler")).toLocal8Bit();
    }

    static void put(const char* name, const std::string& text)
    {
        const int file = ::open(name, O_WRONLY | O_CLOEXEC);
        if (file >= 0) {
            std::ignore = ::write(file, text.data(), text.size());
            ::close(file);
        }
    }

    static inline bool s_isGranted = false;
    QString m_folder;
    bool m_isThere = false;
};

} // namespace sz::test
