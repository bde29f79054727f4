// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard when: news at once, the rest again and again, one for a flood, nothing while muted; and the tones themselves.
#include "widgets/frame/SoundWaves.h"
#include "widgets/models/AlarmSounds.h"

#include <QtEndian>
#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_AlarmSounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newsIsHeardAtOnceAndAgain();
    void whatWasThereAtTheStartIsNoNews();
    void confirmedIsSilent();
    void theGravestComesFirst();
    void aFloodIsOneSound();
    void aLostLinkSoundsOnceAfterABlink();
    void mutedUntilTheEndOfTheShiftOrHalfAnHour();
    void whatCameWhileMutedIsNoNews();
    void theToneIsAWaveFile_data();
    void theToneIsAWaveFile();
    void tonesDifferInRhythm();

private:
    using Heard = std::optional<Sound>;
    static SoundScene late(std::set<std::string> names)
    {
        SoundScene scene;
        scene.late = std::move(names);
        return scene;
    }
    /// Begun, with nothing waiting.
    [[nodiscard]] AlarmSounds begun() const
    {
        AlarmSounds sounds;
        if (sounds.next({}, m_now - 1h)) {
            qFatal("a sound without a cause");
        }
        return sounds;
    }
    Instant m_now = fromUtcMs(1'571'293'387'000);
};

void tst_AlarmSounds::newsIsHeardAtOnceAndAgain()
{
    AlarmSounds sounds = begun();
    QCOMPARE(sounds.next(late({"a"}), m_now), Heard(Sound::Late));
    QCOMPARE(sounds.next(late({"a"}), m_now + 1s), Heard());
    QCOMPARE(sounds.next(late({"a"}), m_now + 29s), Heard());
    QCOMPARE(sounds.next(late({"a"}), m_now + 30s), Heard(Sound::Late));
    QCOMPARE(sounds.next(late({"a", "b"}), m_now + 31s), Heard()); // too near: it waits
    QCOMPARE(sounds.next(late({"a", "b"}), m_now + 33s), Heard(Sound::Late));
    QCOMPARE(sounds.next(late({"b"}), m_now + 40s), Heard()); // one less is no news
}

void tst_AlarmSounds::whatWasThereAtTheStartIsNoNews()
{
    AlarmSounds sounds;
    QCOMPARE(sounds.next(late({"a"}), m_now), Heard());
    QCOMPARE(sounds.next(late({"a"}), m_now + 30s), Heard(Sound::Late));
}

void tst_AlarmSounds::confirmedIsSilent()
{
    AlarmSounds sounds = begun();
    QCOMPARE(sounds.next(late({"a"}), m_now), Heard(Sound::Late));
    QCOMPARE(sounds.next(late({}), m_now + 10s), Heard());
    QCOMPARE(sounds.next(late({}), m_now + 10min), Heard());
    QCOMPARE(sounds.next(late({"a"}), m_now + 11min), Heard(Sound::Late)); // late again is news
}

void tst_AlarmSounds::theGravestComesFirst()
{
    AlarmSounds sounds = begun();
    SoundScene scene;
    scene.orders = {"o"};
    scene.late = {"a"};
    scene.turns = {"a"};
    QCOMPARE(sounds.next(scene, m_now), Heard(Sound::Turn));
    QCOMPARE(sounds.next(scene, m_now + 3s), Heard(Sound::Late));
    QCOMPARE(sounds.next(scene, m_now + 6s), Heard(Sound::Order));
    QCOMPARE(sounds.next(scene, m_now + 9s), Heard());
}

void tst_AlarmSounds::aFloodIsOneSound()
{
    AlarmSounds sounds = begun();
    int heard = 0;
    SoundScene scene;
    scene.isFlood = true;
    for (int second = 0; second < 600; ++second) { // a new one every other second, for ten minutes
        if (second % 2 == 0) {
            scene.late.insert(std::to_string(second));
            scene.turns.insert(std::to_string(second));
        }
        heard += sounds.next(scene, m_now + std::chrono::seconds(second)) ? 1 : 0;
    }
    QCOMPARE(heard, 20);
}

void tst_AlarmSounds::aLostLinkSoundsOnceAfterABlink()
{
    AlarmSounds sounds = begun();
    SoundScene scene;
    scene.lostSince = m_now;
    QCOMPARE(sounds.next(scene, m_now + 9s), Heard());
    QCOMPARE(sounds.next(scene, m_now + 10s), Heard(Sound::LinkLost));
    QCOMPARE(sounds.next(scene, m_now + 10min), Heard());
    QCOMPARE(sounds.next({}, m_now + 11min), Heard());
    scene.lostSince = m_now + 12min;
    QCOMPARE(sounds.next(scene, m_now + 13min), Heard(Sound::LinkLost));
}

void tst_AlarmSounds::mutedUntilTheEndOfTheShiftOrHalfAnHour()
{
    AlarmSounds sounds = begun();
    sounds.mute(m_now, m_now + 10min);
    QCOMPARE(sounds.mutedUntil(), m_now + 10min);
    sounds.mute(m_now, m_now + 8h);
    QCOMPARE(sounds.mutedUntil(), m_now + 30min);
    QCOMPARE(sounds.next(late({"a"}), m_now + 1min), Heard());
    QVERIFY(sounds.isMuted(m_now + 29min));
    QVERIFY(!sounds.isMuted(m_now + 30min));
    sounds.unmute();
    QVERIFY(!sounds.isMuted(m_now + 1min));
}

void tst_AlarmSounds::whatCameWhileMutedIsNoNews()
{
    AlarmSounds sounds = begun();
    sounds.mute(m_now, m_now + 8h);
    QCOMPARE(sounds.next(late({"a"}), m_now + 30min - 1s), Heard());
    QCOMPARE(sounds.next(late({"a"}), m_now + 30min), Heard());
    QCOMPARE(sounds.next(late({"a"}), m_now + 30min + 29s), Heard(Sound::Late)); // but it waits on
}

void tst_AlarmSounds::theToneIsAWaveFile_data()
{
    QTest::addColumn<int>("sound");
    for (const Sound sound : kSounds) {
        QTest::addRow("%d", static_cast<int>(sound)) << static_cast<int>(sound);
    }
}

void tst_AlarmSounds::theToneIsAWaveFile()
{
    QFETCH(const int, sound);
    const QByteArray wave = waveOf(static_cast<Sound>(sound));
    QVERIFY(wave.startsWith("RIFF"));
    QCOMPARE(wave.mid(8, 4), QByteArray("WAVE"));
    QCOMPARE(qFromLittleEndian<quint32>(wave.constData() + 4), quint32(wave.size() - 8));
    QCOMPARE(qFromLittleEndian<quint32>(wave.constData() + 40), quint32(wave.size() - 44));
    QVERIFY(wave.size() < 60'000);
    const QByteArray body = wave.mid(44);
    QVERIFY(std::ranges::any_of(body, [](char c) { return static_cast<uchar>(c) > 190; }));
}

// On a bad loudspeaker pitch is lost: where sound and silence lie must tell them apart.
void tst_AlarmSounds::tonesDifferInRhythm()
{
    std::set<std::vector<bool>> rhythms;
    for (const Sound sound : kSounds) {
        const QByteArray body = waveOf(sound).mid(44);
        std::vector<bool> rhythm;
        const qsizetype slot = kWaveRate / 20; // a twentieth of a second
        for (qsizetype at = 0; at + slot <= body.size(); at += slot) {
            const QByteArray part = body.mid(at, slot);
            rhythm.push_back(std::ranges::any_of(
                part, [](char c) { return std::abs(static_cast<uchar>(c) - 128) > 20; }));
        }
        QVERIFY(std::ranges::contains(rhythm, false));
        QVERIFY(std::ranges::contains(rhythm, true));
        rhythms.insert(rhythm);
    }
    QCOMPARE(rhythms.size(), kSounds.size());
}

QTEST_GUILESS_MAIN(tst_AlarmSounds)
#include "tst_AlarmSounds.moc"
