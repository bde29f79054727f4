// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Heads.h"
#include "data/proof/LogProof.h"
#include "data/proof/Record.h"
#include "tests/fuzz/Runs.h"

namespace sz::fuzz {

// The texts around the signed log: each has one form, and none is signed by who never signed.
void note(BytesView input)
{
    static const auto key = proof::VerifierKey{"sanzhen/fuzz", proof::KeyType::Ed25519, {}};
    const std::string_view text = textOf(input);
    const auto read = proof::Note::parse(text);
    require(!read || read->format() == text, "a note has two forms");
    require(!read || !proof::verifyNote(*read, key), "a stranger's note verifies");
    const auto head = proof::Checkpoint::parse(text);
    require(!head || head->text() == text, "a checkpoint has two forms");
    const auto proof = proof::LogProof::parse(text);
    require(!proof || proof->format() == text, "a proof has two forms");
    const auto record = proof::Record::parse(text);
    require(!record || record->text() == text, "a record has two forms");
    const auto vkey = proof::VerifierKey::parse(text);
    require(!vkey || vkey->text() == text, "a key has two forms");
    (void)proof::Heads::parse(text);
}

} // namespace sz::fuzz
