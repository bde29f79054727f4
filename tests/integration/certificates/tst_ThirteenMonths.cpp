// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threat 13 (findings/trust.md §2): fifty desks, a change of authority with half of them away, and thirteen months. The
// clocks of the test begin so early that every certificate has really ended by the system's clock, which OpenSSL reads.
#include "tests/integration/certificates/Post.h"

#include <QTest>

#include <ranges>
#include <set>

using namespace sz;
using namespace sz::test;
using std::chrono::days;

namespace {

constexpr int kDesks = 50;
constexpr days kThirteenMonths{396};

class Fleet
{
public:
    Fleet() : post(clock) {}

    void enrol(int count)
    {
        for (int i = 0; i < count; ++i) {
            std::string code;
            post.with([&](hq::Engine& engine) {
                code = engine.makeEnrolCode(UnitCode("D05"), Minutes{5}).value();
            });
            const auto folder = m_folder.filePath(QString::number(i)).toStdString();
            auto profile = desk::enrol(folder, post.at(), code, post.firstPin()).value();
            desk::saveProfile(profile).value();
            seats.push_back(std::make_unique<Seat>(std::move(profile), clock));
        }
    }
    /// Lets all work until `count` are live, at most ten seconds; the clock goes on a little so that the retries come.
    bool waitForLive(std::size_t count)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(Millis{50});
                std::ranges::for_each(seats, [](auto& seat) { seat->run(); });
                const auto live = static_cast<std::size_t>(
                    std::ranges::count_if(seats, [](auto& seat) { return seat->isLive(); }));
                return live == count && post.live() == count;
            },
            20'000);
    }
    /// Hands over what is on its way, without waiting for anything else.
    bool waitUntil(const std::function<bool()>& isSo)
    {
        return QTest::qWaitFor(
            [&] {
                std::ranges::for_each(seats, [](auto& seat) { seat->run(); });
                return isSo();
            },
            20'000);
    }
    void cutAll()
    {
        for (auto& seat : seats) {
            seat->setOnline(false);
            seat->cut();
        }
    }

    ManualClock clock{SystemClock().now() - kThirteenMonths - days(20)};
    Post post;
    std::vector<std::unique_ptr<Seat>> seats;

private:
    QTemporaryDir m_folder;
};

std::string issuerOf(const desk::Profile& profile)
{
    return net::isIssuedBy(profile.credentials.certificate, profile.credentials.authority)
               ? net::fingerprint(profile.credentials.authority).value_or("")
               : "none of ours";
}

std::vector<int> warnedAt(const Seat& seat)
{
    std::vector<int> out;
    for (const desk::Notice& notice : seat.notices()) {
        if (notice.kind == desk::Notice::Kind::CertificateEnds) {
            out.push_back(notice.count);
        }
    }
    return out;
}

} // namespace

class tst_ThirteenMonths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyDesksAndAChangeOfAuthorityWithHalfOfThemAway();
    void aConnectedDeskIsRenewedBeforeAnybodyIsWarned();
    void aRevokedDeskStaysOutWhateverItsCertificateSays();
    void anAnswerThatIsNotForThisDeskIsLeftAside();
};

void tst_ThirteenMonths::fiftyDesksAndAChangeOfAuthorityWithHalfOfThemAway()
{
    Fleet fleet;
    fleet.enrol(kDesks);
    QVERIFY(fleet.waitForLive(kDesks));
    const Instant issued = fleet.clock.now();
    const std::string first = fleet.post.authority();
    const auto away = [&](std::size_t i) { return i % 2 == 0; };
    for (std::size_t i = 0; i < fleet.seats.size(); i += 2) {
        fleet.seats[i]->setOnline(false);
        fleet.seats[i]->cut();
    }
    QVERIFY(fleet.waitForLive(kDesks / 2));

    fleet.post.roll();
    const std::string second = fleet.post.authority();
    QVERIFY(first != second);
    QVERIFY(fleet.waitUntil([&] {
        return std::ranges::count_if(
                   fleet.seats, [&](auto& seat) { return issuerOf(seat->onDisk()) == second; })
               == kDesks / 2;
    }));

    fleet.cutAll();
    for (int day = 1; day <= kThirteenMonths.count() + 10; ++day) {
        fleet.clock.set(issued + days(day));
        std::ranges::for_each(fleet.seats, [](auto& seat) { seat->run(); });
    }
    for (const auto& seat : fleet.seats) {
        QCOMPARE(warnedAt(*seat), (std::vector{60, 30, 14, 7, 1, 0}));
    }

    for (auto& seat : fleet.seats) {
        seat->setOnline(true);
    }
    fleet.clock.set(SystemClock().now());
    QVERIFY(fleet.waitForLive(kDesks)); // 0 lost
    QVERIFY(fleet.waitUntil([&] {
        return std::ranges::all_of(fleet.seats, [&](auto& seat) {
            const desk::Profile now = seat->onDisk();
            return issuerOf(now) == second
                   && *net::validUntil(now.credentials.certificate)
                          > fleet.clock.now() + kThirteenMonths - days(1);
        });
    }));
    for (std::size_t i = 0; i < fleet.seats.size(); ++i) {
        QVERIFY2(warnedAt(*fleet.seats[i]).back() > 60, away(i) ? "was away" : "was there");
    }

    fleet.post.retire();
    fleet.cutAll();
    for (auto& seat : fleet.seats) {
        seat->setOnline(true);
    }
    QVERIFY(fleet.waitForLive(kDesks)); // the former authority is needed no more
}

void tst_ThirteenMonths::aConnectedDeskIsRenewedBeforeAnybodyIsWarned()
{
    Fleet fleet;
    fleet.enrol(1);
    QVERIFY(fleet.waitForLive(1));
    const Instant issued = fleet.clock.now();
    for (int day = 270; day < 480; day += 30) {
        fleet.clock.set(issued + days(day));
        QVERIFY(fleet.waitForLive(1));
        QVERIFY(fleet.waitUntil([&] {
            const auto until = *net::validUntil(fleet.seats[0]->onDisk().credentials.certificate);
            return net::daysLeft(until, fleet.clock.now()) > net::kRenewDays;
        }));
    }
    QVERIFY(warnedAt(*fleet.seats[0]).empty());
}

void tst_ThirteenMonths::aRevokedDeskStaysOutWhateverItsCertificateSays()
{
    Fleet fleet;
    fleet.enrol(2);
    QVERIFY(fleet.waitForLive(2));
    const DeskId stolen = fleet.seats[0]->onDisk().desk;
    fleet.post.with([&](hq::Engine& engine) { QVERIFY(engine.revoke(stolen)); });
    QVERIFY(fleet.waitForLive(1));
    fleet.clock.set(SystemClock().now());
    QVERIFY(fleet.waitForLive(1));
    QCOMPARE(fleet.seats[0]->status().state, desk::LinkState::Refused);
    QCOMPARE(fleet.seats[0]->status().reason, Code::Revoked);
    fleet.seats[0]->core().reconnect(); // an officer who tries by hand
    QVERIFY(fleet.waitUntil(
        [&] { return fleet.seats[0]->status().state == desk::LinkState::Refused; }));
    QCOMPARE(fleet.post.live(), std::size_t{1});
}

void tst_ThirteenMonths::anAnswerThatIsNotForThisDeskIsLeftAside()
{
    Fleet fleet;
    fleet.enrol(2);
    QVERIFY(fleet.waitForLive(2));
    const desk::Profile mine = fleet.seats[0]->onDisk();
    const desk::Profile other = fleet.seats[1]->onDisk();
    const auto key = net::keyFromPem(mine.credentials.key)->publicKey();
    const net::Identity stranger = net::makeAuthority("stranger", fleet.clock.now());
    desk::CertificateKeeper keeper(mine);
    const auto isRefused = [&](const std::string& certificate, const std::string& authority) {
        const auto taken = keeper.take({certificate, authority}, key);
        return !taken && taken.error().code == Code::BadCertificate;
    };
    QVERIFY(isRefused(other.credentials.certificate, other.credentials.authority));
    QVERIFY(isRefused(mine.credentials.certificate, stranger.certificate));
    QVERIFY(isRefused("", ""));
    QVERIFY(isRefused(mine.credentials.certificate, ""));
    QCOMPARE(fleet.seats[0]->onDisk().credentials.authority, mine.credentials.authority);
}

QTEST_GUILESS_MAIN(tst_ThirteenMonths)
#include "tst_ThirteenMonths.moc"
