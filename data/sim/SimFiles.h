// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where headquarters keeps attached files: the product's folder on a machine that may be away, or dead after any call.

#include "data/store/HqFiles.h"

namespace sz::sim {

class SimFiles final : public store::HqFiles
{
public:
    struct Port
    {
        std::function<bool()> isReachable; ///< the machine answers
        std::function<void()> look;        ///< after every call: is it still alive?
        bool turnsBytes = false;           ///< a mutation: what is read is not what was written
    };
    SimFiles(std::filesystem::path folder, store::Files& disk, Port port)
        : m_port(std::move(port)), m_place(store::makeFolderFiles(folder, disk, 0))
    {
    }

    Result<store::HeldFile> held(const Digest& hash) override
    {
        return ask([&] { return m_place->held(hash); });
    }
    Result<store::HeldFile>
    append(const Digest& hash, std::uint64_t size, std::uint64_t offset, BytesView bytes) override
    {
        return ask([&] { return m_place->append(hash, size, offset, bytes); });
    }
    Result<Bytes> read(const Digest& hash, std::uint64_t offset, std::size_t most) override
    {
        return ask([&] { return m_place->read(hash, offset, most); }).transform([&](Bytes bytes) {
            bytes.front() ^= m_port.turnsBytes ? 1U : 0U;
            return bytes;
        });
    }
    Result<void> examine(const Digest& hash) override
    {
        return ask([&] { return m_place->examine(hash); });
    }
    // By the clock of the real disk, which is not this night's.
    Result<std::size_t> sweep(Instant) override { return 0; }

private:
    template <class Work>
    auto ask(Work work) -> decltype(work())
    {
        if (!m_port.isReachable()) {
            return fail(Code::StoreOpen, "the link to the store is gone");
        }
        auto answer = work();
        m_port.look();
        if (!m_port.isReachable()) {
            return fail(Code::StoreOpen, "the link to the store is gone");
        }
        return answer;
    }

    Port m_port;
    std::unique_ptr<store::HqFiles> m_place;
};

} // namespace sz::sim
