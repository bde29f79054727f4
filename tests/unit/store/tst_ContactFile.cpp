// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// contacts.db: what is put there stays, and what is destroyed is in none of its files any more.
#include "data/base/Hash.h"
#include "data/store/ContactFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sz;
using store::ContactFile;
using store::ContactKey;

namespace {

ContactKey keyOf(int n, Instant until)
{
    Bytes bytes(32);
    fillRandom(bytes);
    bytes[0] = static_cast<std::uint8_t>(n);
    return {
        ContactId("contact-" + std::to_string(1000 + n)), IncidentId("incident-1"), DeskId("HQ-01"),
        until,
        std::make_shared<const vault::SecretKey>(vault::SecretKey::fromBytes(bytes).value())};
}

QByteArray bytesOf(const ContactKey& key)
{
    const auto bytes = key.key->bytes();
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

} // namespace

class tst_ContactFile : public QObject
{
    Q_OBJECT

private:
    std::filesystem::path file() const { return m_folder->filePath("contacts.db").toStdString(); }

    bool isInAnyFile(const QByteArray& bytes) const
    {
        const auto files = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
        return std::ranges::any_of(files, [&](const QFileInfo& info) {
            QFile in(info.filePath());
            return in.open(QIODevice::ReadOnly) && in.readAll().contains(bytes);
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsMadeBeforeTheFirstKey()
    {
        ContactFile keys(file());
        QVERIFY(!*keys.find(ContactId("x")));
        QCOMPARE(keys.expire(fromUtcMs(9)).value(), std::uint64_t{0});
        QVERIFY(keys.all()->empty());
        QVERIFY(!std::filesystem::exists(file()));
    }

    void aKeyIsThereAfterAnotherStart()
    {
        const ContactKey key = keyOf(1, fromUtcMs(50));
        {
            ContactFile keys(file());
            QVERIFY(keys.put(key));
            QVERIFY(keys.put({key.contact, {}, {}, fromUtcMs(99), keyOf(2, {}).key})); // no second
        }
        ContactFile keys(file());
        const auto found = keys.find(key.contact).value();
        QCOMPARE(bytesOf(*found), bytesOf(key));
        QCOMPARE(found->until, key.until);
        QCOMPARE(found->incident, key.incident);
        QVERIFY(!found->isConfirmed);
        QVERIFY(keys.confirm({key.contact}));
        QVERIFY(keys.find(key.contact).value()->isConfirmed);
        const auto mode = std::filesystem::status(file()).permissions();
        QVERIFY((mode & std::filesystem::perms(0077)) == std::filesystem::perms::none);
    }

    // Some hundred, so that pages split and rows move: their former places must be clean, too.
    void whatIsDestroyedIsInNoFile_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in one run") << false;
        QTest::newRow("after another start") << true;
    }

    void whatIsDestroyedIsInNoFile()
    {
        QFETCH(bool, isRestarted);
        std::vector<ContactKey> all;
        auto keys = std::make_unique<ContactFile>(file());
        for (int i = 0; i < 300; ++i) {
            all.push_back(keyOf((i * 37) % 300, fromUtcMs(i % 2 == 0 ? 10 : 20)));
            QVERIFY(keys->put(all.back()));
        }
        QVERIFY(isInAnyFile(bytesOf(all[0])));
        if (isRestarted) {
            keys = std::make_unique<ContactFile>(file());
        }
        QCOMPARE(keys->expire(fromUtcMs(10)).value(), std::uint64_t{150});
        for (const ContactKey& key : all) {
            const bool isGone = key.until <= fromUtcMs(10);
            QCOMPARE(isInAnyFile(bytesOf(key)), !isGone);
            QCOMPARE(keys->find(key.contact).value().has_value(), !isGone);
        }
        QCOMPARE(keys->expire(fromUtcMs(20)).value(), std::uint64_t{150});
        QVERIFY(std::ranges::none_of(
            all, [&](const ContactKey& key) { return isInAnyFile(bytesOf(key)); }));
    }

    void onlyTheConfirmedGoByAnUnsureClock()
    {
        ContactFile keys(file());
        const ContactKey mine = keyOf(1, fromUtcMs(10));
        const ContactKey known = keyOf(2, fromUtcMs(10));
        QVERIFY(keys.put(mine) && keys.put(known) && keys.confirm({known.contact}));
        QCOMPARE(keys.expireConfirmed(fromUtcMs(11)).value(), std::uint64_t{1});
        QVERIFY(keys.find(mine.contact).value());
        QVERIFY(!isInAnyFile(bytesOf(known)));
        QCOMPARE(keys.destroy(mine.contact).value(), std::uint64_t{1});
        QVERIFY(!isInAnyFile(bytesOf(mine)));
    }

    void aSealedFileShowsNoKey()
    {
        const auto seal = std::make_shared<const vault::SecretKey>(vault::SecretKey::generate());
        const ContactKey key = keyOf(1, fromUtcMs(10));
        {
            ContactFile keys(file(), seal);
            QVERIFY(keys.put(key));
            QVERIFY(!isInAnyFile(bytesOf(key)));
        }
        ContactFile keys(file(), seal);
        QVERIFY(keys.find(key.contact).value());
        QCOMPARE(keys.expire(fromUtcMs(10)).value(), std::uint64_t{1});
    }

    void aDamagedFileIsDestroyedAndToldOnce()
    {
        const ContactKey key = keyOf(1, fromUtcMs(10));
        {
            ContactFile keys(file());
            QVERIFY(keys.put(key));
        }
        QFile damaged(QString::fromStdString(file().string()));
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.write(QByteArray(100, 'x'));
        damaged.close();
        ContactFile keys(file());
        QCOMPARE(keys.find(key.contact).error().code, Code::StoreCorrupt);
        QVERIFY(!isInAnyFile(bytesOf(key)));
        QVERIFY(!*keys.find(key.contact));
        QVERIFY(keys.put(key));
        QVERIFY(keys.find(key.contact).value());
    }
};

QTEST_GUILESS_MAIN(tst_ContactFile)
#include "tst_ContactFile.moc"
