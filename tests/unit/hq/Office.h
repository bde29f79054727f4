// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters on a table: the real engine over a real log in a temp folder, with wires made of lists.

#include "data/hq/Engine.h"
#include "tests/unit/hq/Author.h"

#include <QTemporaryDir>

#include <deque>
#include <functional>
#include <set>

namespace sz::test {

/// Opens, or opens again, the log of one Office.
using OpenLog =
    std::function<Result<std::unique_ptr<store::HqLog>>(const std::filesystem::path& folder)>;

class Office
{
public:
    /// Without a store of its own: what `standard` makes, a file in the folder unless a test program says otherwise.
    explicit Office(OpenLog open = {});
    static inline std::function<OpenLog()> standard;

    /// Enrols a new desk of a unit through a one-time code.
    [[nodiscard]] Author enrol(const char* unit);
    /// Sends an Enrol frame on a fresh connection and returns the connection.
    net::ConnectionId
    tryEnrol(const std::string& code, const SigningKey& key, const char* address = "10.0.0.1:5");

    /// Opens a connection with the desk's certificate and says hello, after `change` had a look at it.
    net::ConnectionId
    connect(const Author& author, const std::function<void(sync::Hello&)>& change = {});
    /// connect() with credit for as many frames as are allowed.
    net::ConnectionId join(const Author& author);
    net::ConnectionId
    open(const std::string& commonName, const std::string& fingerprint, const std::string& address);
    void send(net::ConnectionId from, const sync::Frame& frame);
    /// Sends a batch and flushes; the verdicts, empty when the desk was sent away.
    std::vector<sync::Verdict> push(net::ConnectionId from, const log::Batch& batch);

    /// Takes the next frame of a type out of what headquarters sent.
    template <class T>
    std::optional<T> next(net::ConnectionId to)
    {
        auto& frames = m_sent[to];
        for (auto it = frames.begin(); it != frames.end(); ++it) {
            if (T* frame = std::get_if<T>(&*it)) {
                std::optional<T> out(std::move(*frame));
                frames.erase(it);
                return out;
            }
        }
        return std::nullopt;
    }

    /// Everything sent there since the last call, in order.
    std::vector<sync::Frame> takeAll(net::ConnectionId to)
    {
        auto& frames = m_sent[to];
        std::vector<sync::Frame> out(frames.begin(), frames.end());
        frames.clear();
        return out;
    }
    /// Takes the oldest frame that headquarters sent, whatever it is.
    std::optional<sync::Frame> nextAny(net::ConnectionId to)
    {
        auto& frames = m_sent[to];
        if (frames.empty()) {
            return std::nullopt;
        }
        std::optional<sync::Frame> out(std::move(frames.front()));
        frames.pop_front();
        return out;
    }

    /// All places sent since the last call, checked: no gap, right hash. Empty on a fault.
    std::vector<log::FeedItem> feed(net::ConnectionId to, const char* unit);
    [[nodiscard]] bool isClosed(net::ConnectionId which) const { return m_closed.contains(which); }
    /// The code of the last refusal sent there; Internal when there was none.
    Code refusal(net::ConnectionId to)
    {
        return next<sync::Refused>(to).value_or(sync::Refused{Code::Internal, {}}).code;
    }

    /// Ends engine and log, then opens them again; what open said.
    Result<void> restart();
    void stop();

    [[nodiscard]] hq::Engine& engine() { return *m_engine; }
    [[nodiscard]] store::HqLog& log() { return *m_log; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] std::string file() const
    {
        return m_folder.filePath(QStringLiteral("hq.db")).toStdString();
    }
    [[nodiscard]] bool hasLine(const std::string& event) const;
    [[nodiscard]] const OperationId& operation() const { return m_operation; }
    [[nodiscard]] const net::Identity& authority() const { return m_authority; }
    [[nodiscard]] const store::DeskRecord& record(const DeskId& desk);

    ManualClock clock;
    OperationId operationToOpen{"drill-1"};
    std::optional<hq::NotarySpec> notary;      ///< from the next restart on
    std::optional<hq::SnapshotSpec> snapshots; ///< the same
    hq::FileSpec files;                        ///< the same
    std::shared_ptr<const plan::Plan> plan;    ///< the same; none: the sample plan

private:
    struct FeedState
    {
        std::uint64_t seq = 0;
        Digest hash{};
    };

    QTemporaryDir m_folder;
    OpenLog m_open;
    OperationId m_operation{"drill-1"};
    net::Identity m_authority;
    std::unique_ptr<store::HqLog> m_log;
    std::unique_ptr<hq::Engine> m_engine;
    std::map<net::ConnectionId, std::deque<sync::Frame>> m_sent;
    std::map<net::ConnectionId, FeedState> m_feeds;
    std::set<net::ConnectionId> m_closed;
    std::vector<hq::LogLine> m_lines;
    net::ConnectionId m_lastConnection = 0;
    std::vector<store::DeskRecord> m_records;
};

/// One session in a word: what the verdicts said, "accepted 1, MissingField, accepted 2".
[[nodiscard]] std::string inWords(const std::vector<sync::Verdict>& verdicts);

} // namespace sz::test
