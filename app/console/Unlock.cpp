// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Unlock.h"

#include "data/vault/Keyring.h"
#include "widgets/common/ErrorText.h"

#include <QInputDialog>

#include <iostream>

namespace sz::app {

Result<void> Unlock::open(desk::Profile& profile, bool isFromInput)
{
    if (!profile.isLocked()) {
        return {};
    }
    if (isFromInput) {
        std::string words;
        std::getline(std::cin, words);
        auto done = desk::unlockProfile(profile, words);
        vault::wipe(words);
        return done;
    }
    std::error_code ignored;
    const auto folder = std::filesystem::weakly_canonical(profile.folder, ignored).string();
    if (auto kept = vault::keyringLookUp(folder)) {
        const auto done = desk::unlockProfile(profile, *kept);
        vault::wipe(*kept);
        if (done) {
            return {};
        }
    }
    return byAsking(profile);
}

Result<void> Unlock::byAsking(desk::Profile& profile)
{
    QString label = tr("This desk's files are protected. Passphrase:");
    for (;;) {
        bool isGiven = false;
        const QString typed = QInputDialog::getText(
            nullptr, tr("Open desk"), label, QLineEdit::Password, {}, &isGiven);
        if (!isGiven) {
            return fail(Code::PassphraseNeeded, "no passphrase was given");
        }
        std::string words = typed.toStdString();
        const auto done = desk::unlockProfile(profile, words);
        vault::wipe(words);
        if (done || done.error().code != Code::PassphraseWrong) {
            return done;
        }
        label = widgets::errorText(done.error().code);
    }
}

} // namespace sz::app
