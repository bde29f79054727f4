// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgHqFiles.h"

#include "data/store/pg/PgConnection.h"

namespace sz::store {
namespace {

constexpr auto kHeld = "SELECT held, is_whole FROM file WHERE hash = $1";
constexpr auto kBegin = "BEGIN";
constexpr auto kCommit = "COMMIT";
constexpr auto kRollback = "ROLLBACK";
constexpr auto kMake = "INSERT INTO file (hash, held, is_whole, touched_ms) VALUES ($1, 0, 0, $2) "
                       "ON CONFLICT DO NOTHING";
// Of two headquarters that take the same bytes one moves it on; the other finds it moved.
constexpr auto kMove = R"(
UPDATE file SET held = $3, touched_ms = $4 WHERE hash = $1 AND held = $2 AND is_whole = 0 RETURNING held)";
constexpr auto kPiece = "INSERT INTO file_piece (hash, at, bytes) VALUES ($1, $2, $3)";
constexpr auto kWhole = "UPDATE file SET is_whole = 1 WHERE hash = $1 AND held = $2";
constexpr auto kDrop = "DELETE FROM file WHERE hash = $1 AND is_whole = 0";
constexpr auto kNext =
    "SELECT at, bytes FROM file_piece WHERE hash = $1 AND at >= $2 ORDER BY at LIMIT 1";
constexpr auto kRead = R"(
SELECT substr(bytes, ($2 - at + 1)::int, $3::int) FROM file_piece JOIN file USING (hash)
WHERE hash = $1 AND at <= $2 AND is_whole = 1 ORDER BY at DESC LIMIT 1)";
constexpr auto kSweep = "DELETE FROM file WHERE is_whole = 0 AND touched_ms < $1 RETURNING held";

class PgHqFiles final : public HqFiles
{
public:
    explicit PgHqFiles(std::string url) : m_url(std::move(url)) {}

    Result<HeldFile> held(const Digest& hash) override
    {
        return ask(kHeld, PgArguments().with(BytesView(hash))).transform([](const PgRows& rows) {
            return rows.count() == 0 ? HeldFile{}
                                     : HeldFile{rows.number(0, 0), rows.integer(0, 1) == 1};
        });
    }

    Result<HeldFile>
    append(const Digest& hash, std::uint64_t size, std::uint64_t offset, BytesView bytes) override
    {
        const auto now = held(hash);
        if (!now || now->isWhole || offset != now->bytes) {
            return now;
        }
        if (offset >= size) {
            return finish(hash, size);
        }
        if (bytes.size() > size || offset > size - bytes.size()) {
            return fail(Code::BadArgument, "more bytes than the entry tells of");
        }
        auto done = ask(kBegin).and_then([&](const PgRows&) { return put(hash, offset, bytes); });
        const bool isEnded = done && ask(kCommit).has_value();
        if (!isEnded) {
            std::ignore = ask(kRollback);
            return done ? fail(Code::StoreWrite, "a piece of a file was not kept")
                        : Result<HeldFile>(std::unexpected(done.error()));
        }
        const bool isLast = *done && offset + bytes.size() == size;
        return isLast ? finish(hash, size) : held(hash);
    }

    Result<Bytes> read(const Digest& hash, std::uint64_t offset, std::size_t most) override
    {
        const auto arguments =
            PgArguments().with(BytesView(hash)).with(offset).with(std::uint64_t{most});
        return ask(kRead, arguments).and_then([](const PgRows& rows) -> Result<Bytes> {
            Bytes out = rows.count() == 0 ? Bytes() : rows.bytes(0, 0);
            return out.empty() ? fail(Code::NotFound, "nothing there") : Result<Bytes>(out);
        });
    }

    Result<void> examine(const Digest& hash) override
    {
        const auto known = held(hash);
        if (!known) {
            return std::unexpected(known.error());
        }
        if (!known->isWhole) {
            return fail(Code::NotFound, "no such file", toHex(hash));
        }
        return isSound(hash, known->bytes).and_then([&](bool isSame) -> Result<void> {
            return isSame ? Result<void>()
                          : fail(Code::BadChain, "other bytes than its hash", toHex(hash));
        });
    }

    Result<std::size_t> sweep(Instant untouchedSince) override
    {
        return ask(kSweep, PgArguments().with(untouchedSince)).transform([](const PgRows& rows) {
            return static_cast<std::size_t>(rows.count());
        });
    }

private:
    // False when another headquarters has moved it meanwhile.
    Result<bool> put(const Digest& hash, std::uint64_t offset, BytesView bytes)
    {
        const Instant now = SystemClock().now();
        const BytesView key(hash);
        return ask(kMake, PgArguments().with(key).with(now))
            .and_then([&](const PgRows&) {
                const std::uint64_t after = offset + bytes.size();
                return ask(kMove, PgArguments().with(key).with(offset).with(after).with(now));
            })
            .and_then([&](const PgRows& moved) -> Result<bool> {
                if (moved.count() == 0) {
                    return false;
                }
                return ask(kPiece, PgArguments().with(key).with(offset).with(bytes))
                    .transform([](const PgRows&) { return true; });
            });
    }

    Result<HeldFile> finish(const Digest& hash, std::uint64_t size)
    {
        const auto isSame = held(hash).and_then([&](const HeldFile& all) {
            return all.bytes == size ? isSound(hash, size) : Result<bool>(false);
        });
        if (!isSame) {
            return std::unexpected(isSame.error());
        }
        if (!*isSame) {
            return ask(kDrop, PgArguments().with(BytesView(hash)))
                .and_then([](const PgRows&) -> Result<HeldFile> {
                    return fail(Code::BadChain, "other bytes than the hash's");
                });
        }
        return ask(kWhole, PgArguments().with(BytesView(hash)).with(size))
            .and_then([&](const PgRows&) { return held(hash); });
    }

    Result<bool> isSound(const Digest& hash, std::uint64_t size)
    {
        Sha256 found;
        std::uint64_t at = 0;
        while (at < size) {
            const auto rows = ask(kNext, PgArguments().with(BytesView(hash)).with(at));
            if (!rows) {
                return std::unexpected(rows.error());
            }
            const Bytes bytes = rows->count() == 0 ? Bytes() : rows->bytes(0, 1);
            if (bytes.empty() || rows->number(0, 0) != at) {
                return false;
            }
            found.add(bytes);
            at += bytes.size();
        }
        return at == size && found.finish() == hash;
    }

    Result<PgRows> ask(const char* sql, const PgArguments& arguments = {})
    {
        if (m_link == nullptr || !m_link->isUp()) {
            auto opened = PgConnection::open(m_url);
            if (!opened) {
                return std::unexpected(opened.error());
            }
            m_link = std::move(*opened);
        }
        return m_link->run(sql, arguments);
    }

    std::string m_url;
    std::unique_ptr<PgConnection> m_link;
};

} // namespace

std::unique_ptr<HqFiles> makePgFiles(const std::string& url)
{
    return std::make_unique<PgHqFiles>(url);
}

std::unique_ptr<HqFiles> openHqFiles(const std::filesystem::path& data, const std::string& url)
{
    return url.empty() ? makeFolderFiles(data / "files") : makePgFiles(url);
}

} // namespace sz::store
