// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One headquarters' view of a shared store: what store/pg does, without the SQL.

#include "data/sim/StoreServer.h"

namespace sz::sim {

class SharedLog final : public store::HqLog, private store::HqDesks, private store::HqFeeds
{
public:
    SharedLog(StoreServer& server, int headquarters);
    ~SharedLog() override { rollback(); }
    SharedLog(const SharedLog&) = delete;
    SharedLog& operator=(const SharedLog&) = delete;

    // store::HqLog
    [[nodiscard]] Result<void> begin() override;
    [[nodiscard]] Result<void> commit() override;
    void rollback() override;
    [[nodiscard]] bool isPassing(Code code) const override { return code != Code::StoreCorrupt; }
    [[nodiscard]] Result<void> append(const store::NumberedEntry& entry) override;
    [[nodiscard]] Result<void> refuse(const store::RefusedEntry& entry) override;
    [[nodiscard]] Result<void> keepSignature(const log::Batch& batch) override;
    [[nodiscard]] Result<std::uint64_t> head() const override;
    [[nodiscard]] Result<bool> isWhole() const override;
    [[nodiscard]] Result<void> expect(const std::vector<std::string>& ids) override;
    [[nodiscard]] Result<bool> hasEntry(const std::string& id) const override;
    [[nodiscard]] Result<store::Decided>
    decided(const DeskId& desk, std::uint64_t counter) const override;
    [[nodiscard]] Result<void>
    forEach(const std::function<void(const store::NumberedEntry&)>& visit) const override;
    [[nodiscard]] Result<std::vector<store::NumberedEntry>>
    after(std::uint64_t number, std::size_t limit) const override;
    [[nodiscard]] Result<std::vector<store::NumberedEntry>>
    entriesOf(const log::Subject& subject, std::uint64_t upTo) const override;
    [[nodiscard]] Result<store::HqNews> news() override;
    [[nodiscard]] std::unique_ptr<store::HqWatch> watch(std::function<void()>) const override
    {
        return nullptr; // StoreServer::listen
    }
    [[nodiscard]] Result<std::map<std::int64_t, std::uint32_t>> daySerials() const override;
    [[nodiscard]] Result<void> setDaySerial(std::int64_t day, std::uint32_t last) override;
    [[nodiscard]] Result<std::optional<std::string>> meta(const std::string& key) const override;
    [[nodiscard]] Result<void> setMeta(const std::string& key, const std::string& value) override;
    [[nodiscard]] Result<void> backupTo(const std::filesystem::path& file) const override;
    [[nodiscard]] store::HqReaders readers() const override { return {}; } // nothing signs here
    [[nodiscard]] std::unique_ptr<store::SealBook> sealBook() const override { return nullptr; }
    [[nodiscard]] store::HqDesks& desks() override { return *this; }
    [[nodiscard]] store::HqFeeds& feeds() override { return *this; }
    [[nodiscard]] store::HqPeople& people() override;
    [[nodiscard]] store::ContactKeys& contactKeys() override;

private:
    friend class SharedContactKeys;
    friend class SharedPeople;

    // store::HqDesks
    [[nodiscard]] Result<std::vector<store::DeskRecord>> all() const override;
    [[nodiscard]] Result<void> add(const store::DeskRecord& desk) override;
    [[nodiscard]] Result<void>
    setChain(const DeskId& desk, std::uint64_t lastCounter, const Digest& author) override;
    [[nodiscard]] Result<void>
    setFingerprint(const DeskId& desk, const std::string& fingerprint) override;
    [[nodiscard]] Result<void> revoke(const DeskId& desk, Instant at) override;
    [[nodiscard]] Result<void>
    addCode(const Digest& hash, const UnitCode& unit, Instant expiresAt) override;
    [[nodiscard]] Result<std::optional<store::EnrolCode>> code(const Digest& hash) const override;
    [[nodiscard]] Result<void> useCode(const Digest& hash, const DeskId& desk, Instant at) override;
    // store::HqFeeds
    [[nodiscard]] Result<std::map<UnitCode, store::FeedHead>> heads() const override;
    [[nodiscard]] Result<void>
    place(const UnitCode& unit, std::uint64_t number, const store::FeedHead& head) override;
    [[nodiscard]] Result<store::FeedPart>
    after(const UnitCode& unit, std::uint64_t seq, std::size_t maxItems, std::size_t maxBytes)
        const override;
    [[nodiscard]] Result<Digest> hashAt(const UnitCode& unit, std::uint64_t seq) const override;
    [[nodiscard]] Result<std::vector<log::FeedItem>>
    missing(const UnitCode& unit, const log::Subject& subject, std::uint64_t below) const override;

    template <class Work>
    auto ask(Work work) const -> decltype(work(std::declval<store::HqLog&>()));
    template <class Work>
    Result<void> change(Work work);
    [[nodiscard]] Result<store::HqNews> newsUpTo(const StoreServer::Mark& now) const;

    StoreServer& m_server;
    std::unique_ptr<store::ContactKeys> m_contactKeys;
    std::unique_ptr<store::HqPeople> m_people;
    int m_headquarters;
    StoreServer::Mark m_seen;
    std::optional<StoreServer::Mark> m_locked; ///< of the open transaction
    std::uint64_t m_generation = 0;            ///< of the server when the transaction began
    std::set<DeskId> m_desks;                  ///< changed in the open transaction
    std::set<UnitCode> m_feeds;
    std::set<std::int64_t> m_days;
    bool m_arePeopleNew = false;
};

} // namespace sz::sim
