// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A protected desk: nothing of it can be read without its passphrase, nothing is lost on the way there and back.
#include "data/desk/DeskCore.h"
#include "data/desk/FileKeeper.h"
#include "data/desk/Protect.h"
#include "data/net/Authority.h"
#include "data/store/Reseal.h"
#include "data/vault/Keyring.h"
#include "tests/support/SamplePlan.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace sz;
using namespace sz::desk;

namespace {

namespace fs = std::filesystem;

const std::string kPhrase = "唐家墩街燃气泄漏"; // what a report says
const std::string kPassphrase = "值班室的第三个抽屉 7";

Bytes bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Names of the files below a folder that hold these bytes.
QStringList filesWith(const fs::path& folder, const std::string& needle)
{
    QStringList out;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const Bytes all = bytesOf(entry.path());
        const auto* first = reinterpret_cast<const std::uint8_t*>(needle.data());
        if (!std::ranges::search(all, std::span(first, needle.size())).empty()) {
            out << QString::fromStdString(entry.path().filename().string());
        }
    }
    out.sort();
    return out;
}

std::map<std::string, Bytes> contents(const fs::path& folder)
{
    std::map<std::string, Bytes> out;
    for (const auto& entry : fs::directory_iterator(folder)) {
        out[entry.path().filename().string()] = bytesOf(entry.path());
    }
    return out;
}

model::ReportIncident report()
{
    model::ReportIncident act;
    act.title = kPhrase;
    act.kind = test::samplePlan()->kinds.front().code;
    act.grade = plan::Grade::III;
    act.place.text = "路口";
    act.place.area = 24;
    act.place.district = test::samplePlan()->area(24)->district;
    act.receivedAt = SystemClock().now();
    return act;
}

/// A desk without a link, as the console runs it.
class OpenDesk
{
public:
    explicit OpenDesk(Profile profile)
    {
        DeskOptions options;
        options.profile = std::move(profile);
        options.plan = test::samplePlan();
        options.clock = &m_clock;
        options.isLinkEnabled = false;
        m_core = std::make_unique<DeskCore>(
            options,
            DeskCore::Listener{
                [this](const ChangeSet& c) {
                    for (const auto& one : c.changed) {
                        m_seen[one->id] = one->title;
                    }
                },
                [](const auto&) {}, [this](const auto& lines) { m_unsent = lines.size(); },
                [this](const Notice& n) { m_notices.push_back(n.kind); }, [](auto, const auto&) {}},
            DeskCore::Transport{[] {}, [] {}, [](const Bytes&) {}});
    }
    [[nodiscard]] Result<void> open() { return m_core->open(); }
    [[nodiscard]] bool write(int count)
    {
        for (int i = 0; i < count; ++i) {
            if (!m_core->perform({}, report())) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] std::size_t unsent() const { return m_unsent; }
    [[nodiscard]] const std::map<IncidentId, std::string>& seen() const { return m_seen; }
    [[nodiscard]] const std::vector<Notice::Kind>& notices() const { return m_notices; }

private:
    SystemClock m_clock;
    std::map<IncidentId, std::string> m_seen;
    std::size_t m_unsent = 0;
    std::vector<Notice::Kind> m_notices;
    std::unique_ptr<DeskCore> m_core;
};

/// Runs work in a child process and ends it without a goodbye, as kill -9 does; its exit code.
int inChild(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

// The real figures take a quarter of a second each time.
Result<void> protectQuickly(
    const fs::path& folder,
    std::string_view passphrase,
    const std::function<void(const char*)>& reached = {})
{
    return protectDesk(folder, passphrase, reached, {64, 1, 1});
}

class tst_Protection : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temp;
    fs::path m_folder;
    std::shared_ptr<const vault::SecretKey> m_contactKey =
        std::make_shared<const vault::SecretKey>(vault::SecretKey::generate());

    // A desk with `count` unsent reports in the clear.
    void makeDesk(int count)
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_temp->path().toStdString()) / "desk";
        Profile profile;
        profile.folder = m_folder;
        profile.unit = UnitCode("D05");
        profile.desk = DeskId("D05-01");
        profile.operation = OperationId("drill-1");
        profile.headquarters = {"127.0.0.1", 1};
        const auto authority = net::makeAuthority("drill-1", SystemClock().now());
        const SigningKey key = SigningKey::generate();
        profile.credentials = {
            net::issueDesk(authority, key.publicKey(), "D05-01", "D05", SystemClock().now())
                .value(),
            net::keyToPem(key), authority.certificate};
        QVERIFY(saveProfile(profile));
        OpenDesk desk(profile);
        QVERIFY(desk.open());
        QVERIFY(desk.write(count));
        QVERIFY(store::ContactFile(profile.contactFile())
                    .put(
                        {ContactId("c"), IncidentId("i"), profile.desk,
                         SystemClock().now() + Minutes{60}, m_contactKey}));
    }
    [[nodiscard]] Profile unlocked() const
    {
        Profile profile = loadProfile(m_folder).value();
        if (profile.isLocked()) {
            unlockProfile(profile, kPassphrase).value();
        }
        return profile;
    }
    // Everything that was written is there, once, and the desk goes on.
    void hasAll(std::size_t count)
    {
        OpenDesk desk(unlocked());
        QVERIFY(desk.open());
        QCOMPARE(desk.unsent(), count);
        QCOMPARE(desk.seen().size(), count);
        QVERIFY(desk.notices().empty());
        QVERIFY(net::keyFromPem(unlocked().credentials.key));
        const auto kept =
            store::ContactFile(unlocked().contactFile(), unlocked().dataKey).find(ContactId("c"));
        QVERIFY(kept && *kept && std::ranges::equal((*kept)->key->bytes(), m_contactKey->bytes()));
        const bool isSealed = unlocked().dataKey != nullptr;
        QCOMPARE(
            filesWith(m_folder, {m_contactKey->bytes().begin(), m_contactKey->bytes().end()})
                .isEmpty(),
            isSealed);
    }

private Q_SLOTS:
    void thereAndBackLosesNothing();
    void aWrongPassphraseChangesNothing();
    void nothingCanBeReadWhileItRunsAndAfterItWasKilled();
    void killedAtEachStep_data();
    void killedAtEachStep();
    void attachedFilesGoAlong_data();
    void attachedFilesGoAlong();
    void aChangeThatRunsIsLeftAlone();
    void aFileInTheClearAmongSealedOnesIsNotOpened();
    void argonIsTheOneOfTheStandard();
    void aKeyringThatIsNotThereAnswersAtOnce();
};

void tst_Protection::thereAndBackLosesNothing()
{
    makeDesk(3);
    const std::string key = loadProfile(m_folder)->credentials.key;
    QVERIFY(protectDesk(m_folder, kPassphrase)); // with the real figures
    QVERIFY(loadProfile(m_folder)->isLocked());
    QVERIFY(loadProfile(m_folder)->credentials.key.empty());
    QCOMPARE(unlocked().credentials.key, key);
    hasAll(3);
    QCOMPARE(protectQuickly(m_folder, kPassphrase).error().code, Code::BadArgument);
    {
        OpenDesk desk(unlocked());
        QVERIFY(desk.open());
        QVERIFY(desk.write(2));
    }
    hasAll(5);
    QVERIFY(saveProfile(unlocked())); // an address was changed
    hasAll(5);
    QVERIFY(unprotectDesk(m_folder, kPassphrase));
    QVERIFY(!loadProfile(m_folder)->isLocked());
    QCOMPARE(loadProfile(m_folder)->credentials.key, key);
    hasAll(5);
}

void tst_Protection::aWrongPassphraseChangesNothing()
{
    makeDesk(2);
    QVERIFY(protectQuickly(m_folder, kPassphrase));
    hasAll(2);
    const auto before = contents(m_folder);
    for (const char* wrong : {"", "wrong", "值班室的第三个抽屉 8"}) {
        Profile profile = loadProfile(m_folder).value();
        QCOMPARE(unlockProfile(profile, wrong).error().code, Code::PassphraseWrong);
        QVERIFY(profile.isLocked());
        QCOMPARE(OpenDesk(profile).open().error().code, Code::PassphraseNeeded);
        QCOMPARE(unprotectDesk(m_folder, wrong).error().code, Code::PassphraseWrong);
    }
    QVERIFY(contents(m_folder) == before);
    hasAll(2);
    QCOMPARE(protectQuickly(m_folder / "..", "short").error().code, Code::BadArgument);
}

void tst_Protection::nothingCanBeReadWhileItRunsAndAfterItWasKilled()
{
    makeDesk(2);
    // The test can find what is in the clear.
    QVERIFY(filesWith(m_folder, kPhrase).contains(QStringLiteral("log.db")));
    QVERIFY(filesWith(m_folder, kPhrase).contains(QStringLiteral("outbox.mirror")));
    QCOMPARE(filesWith(m_folder, "PRIVATE KEY"), QStringList{QStringLiteral("desk.key")});
    QVERIFY(protectQuickly(m_folder, kPassphrase));
    const Profile profile = unlocked();
    const auto signing = net::keyFromPem(profile.credentials.key)->seed();
    const auto secrets = [&] {
        const BytesView data = profile.dataKey->bytes();
        return std::vector<std::string>{
            kPhrase,
            "PRIVATE KEY",
            kPassphrase,
            "SQLite format 3",
            std::string(signing.begin(), signing.end()),
            toHex(signing),
            std::string(data.begin(), data.end()),
            toHex(data)};
    };
    const auto isClean = [&] {
        for (const std::string& secret : secrets()) {
            if (const auto found = filesWith(m_folder, secret); !found.isEmpty()) {
                qWarning() << found;
                return false;
            }
        }
        return true;
    };
    QVERIFY(isClean());
    const int result = inChild([&] {
        auto* desk = new OpenDesk(profile); // never destroyed: the files stay as they are
        if (!desk->open() || !desk->write(20)) {
            return 1;
        }
        return fs::exists(m_folder / "log.db-wal") && isClean() ? 0 : 2;
    });
    QCOMPARE(result, 0);
    QVERIFY(fs::file_size(m_folder / "log.db-wal") > 0); // it was killed with its WAL
    QVERIFY(isClean());
    hasAll(22);
    QVERIFY(isClean());
}

void tst_Protection::killedAtEachStep_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<bool>("isProtecting");
    for (const char* step : {"log", "mirror", "key", "written", "decided"}) {
        QTest::addRow("protecting, killed after %s", step) << QByteArray(step) << true;
        QTest::addRow("opening, killed after %s", step) << QByteArray(step) << false;
    }
}

void tst_Protection::killedAtEachStep()
{
    QFETCH(QByteArray, step);
    QFETCH(bool, isProtecting);
    makeDesk(3);
    if (!isProtecting) {
        QVERIFY(protectQuickly(m_folder, kPassphrase));
    }
    const auto killAt = [&](const char* reached) {
        if (step == reached) {
            ::_exit(9);
        }
    };
    const int result = inChild([&] {
        const auto done = isProtecting ? protectQuickly(m_folder, kPassphrase, killAt)
                                       : unprotectDesk(m_folder, kPassphrase, killAt);
        return done ? 0 : 1;
    });
    QCOMPARE(result, 9);
    const bool isDecided = step == "decided";
    QCOMPARE(loadProfile(m_folder)->isLocked(), isProtecting == isDecided);
    hasAll(3);
    for (const auto& [name, bytes] : contents(m_folder)) {
        QVERIFY2(!name.ends_with(".next"), name.c_str());
    }
    // And it can be done again.
    if (isProtecting && !isDecided) {
        QVERIFY(protectQuickly(m_folder, kPassphrase));
    } else if (!isProtecting && !isDecided) {
        QVERIFY(unprotectDesk(m_folder, kPassphrase));
    }
    hasAll(3);
}

void tst_Protection::attachedFilesGoAlong_data()
{
    QTest::addColumn<QByteArray>("step");
    for (const char* step : {"never", "key", "files", "written", "decided"}) {
        QTest::newRow(step) << QByteArray(step);
    }
}

// Headquarters may not have them yet: whatever is killed when, they can be read, and only with the key.
void tst_Protection::attachedFilesGoAlong()
{
    QFETCH(QByteArray, step);
    makeDesk(1);
    const std::string words = std::string(300'000, '.') + "只在附件里的话";
    const Digest hash = sha256(viewOf(words));
    FileKeeper plain(m_folder / "files", store::systemFiles(), nullptr);
    QVERIFY(plain.add(viewOf(words)).has_value());
    inChild([&] {
        return protectQuickly(
                   m_folder, "passphrase 1",
                   [&](const char* reached) {
                       if (step == reached) {
                           ::_exit(9);
                       }
                   })
                   ? 0
                   : 1;
    });
    QVERIFY(store::finishResealing(m_folder).has_value());
    const bool isSealed = vault::isProtected(m_folder);
    QCOMPARE(isSealed, step == "never" || step == "decided");
    const auto key = isSealed ? vault::unlock(m_folder, "passphrase 1").value() : nullptr;
    const FileKeeper keeper(m_folder / "files", store::systemFiles(), key);
    QCOMPARE(keeper.read(hash, 0, words.size()).value(), Bytes(words.begin(), words.end()));
    for (const auto& one : fs::directory_iterator(m_folder / "files")) {
        std::ifstream in(one.path(), std::ios::binary);
        const std::string stored{std::istreambuf_iterator<char>(in), {}};
        QCOMPARE(stored.contains("只在附件里的话"), !isSealed);
    }
    QVERIFY(!fs::exists(m_folder / "files.next"));
    if (isSealed) {
        QVERIFY(unprotectDesk(m_folder, "passphrase 1").has_value());
        QCOMPARE(plain.read(hash, 0, words.size()).value(), Bytes(words.begin(), words.end()));
    }
}

void tst_Protection::aChangeThatRunsIsLeftAlone()
{
    makeDesk(1);
    Result<Profile> meanwhile;
    QVERIFY(protectQuickly(m_folder, kPassphrase, [&](const char* step) {
        if (std::string_view(step) == "key") {
            meanwhile = loadProfile(m_folder); // a console that is started just now
        }
    }));
    QCOMPARE(meanwhile.error().code, Code::StoreLocked);
    hasAll(1);
}

void tst_Protection::aFileInTheClearAmongSealedOnesIsNotOpened()
{
    makeDesk(2);
    const auto clear = contents(m_folder);
    QVERIFY(protectQuickly(m_folder, kPassphrase));
    std::ofstream out(m_folder / "log.db", std::ios::binary | std::ios::trunc);
    const Bytes& old = clear.at("log.db");
    out.write(reinterpret_cast<const char*>(old.data()), std::ssize(old));
    out.close();
    OpenDesk desk(unlocked());
    QCOMPARE(desk.open().error().code, Code::PassphraseNeeded);
    QVERIFY(bytesOf(m_folder / "log.db") == old); // not set aside, not written
}

// RFC 9106 §5.3 needs a secret and associated data, which ours has not; this is the figure of the reference program `argon2`
// for: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32.
void tst_Protection::argonIsTheOneOfTheStandard()
{
    const std::string salt = "somesalt";
    const auto key = vault::keyFromPassphrase("password", viewOf(salt), {65536, 2, 1});
    QVERIFY(key);
    QCOMPARE(
        toHex(key->bytes()),
        std::string("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
    QCOMPARE(
        vault::keyFromPassphrase("password", viewOf(salt), {1, 2, 1}).error().code,
        Code::BadArgument);
}

void tst_Protection::aKeyringThatIsNotThereAnswersAtOnce()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
    QElapsedTimer watch;
    watch.start();
    QVERIFY(!vault::keyringLookUp("D05-01"));
    QCOMPARE(vault::keyringKeep("D05-01", "x").error().code, Code::NotFound);
    vault::keyringForget("D05-01");
    qInfo("three answers in %lld ms", static_cast<long long>(watch.elapsed()));
    // A bus whose address leads nowhere.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    QVERIFY(!vault::keyringLookUp("D05-01", std::chrono::milliseconds(100)));
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

QTEST_GUILESS_MAIN(tst_Protection)
#include "tst_Protection.moc"
