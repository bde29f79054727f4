// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/ContactKeeper.h"

#include "data/log/Cbor.h"

#include <algorithm>

namespace sz::desk {
namespace {

constexpr std::size_t kPadding = 128;

std::string aboutOf(const IncidentId& incident, const ContactId& contact)
{
    return "sanzhen contact 1\n" + incident.value + "\n" + contact.value;
}

bool isControl(char letter)
{
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
}

} // namespace

Result<std::string> cleanContact(const std::string& typed)
{
    const auto first = typed.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) {
        return fail(Code::MissingField, "contact");
    }
    std::string text = typed.substr(first, typed.find_last_not_of(" \t\r\n") - first + 1);
    const auto letters = std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    if (static_cast<std::size_t>(letters) > kMostContactLetters || !isUtf8(text)
        || std::ranges::any_of(text, isControl)) {
        return fail(Code::BadArgument, "a contact is one line of at most 200 characters");
    }
    return text;
}

Bytes sealContactText(
    const vault::SecretKey& key,
    const IncidentId& incident,
    const ContactId& contact,
    const std::string& text)
{
    Bytes plain(text.begin(), text.end());
    plain.resize((plain.size() / kPadding + 1) * kPadding); // zeros, at least one
    Bytes sealed = vault::seal(key, plain, viewOf(aboutOf(incident, contact)));
    vault::wipe(plain);
    return sealed;
}

Result<std::string> openContactText(
    const vault::SecretKey& key,
    const IncidentId& incident,
    const ContactId& contact,
    BytesView sealed)
{
    return vault::unseal(key, sealed, viewOf(aboutOf(incident, contact)))
        .transform([](Bytes plain) {
            std::string text(plain.begin(), std::ranges::find(plain, std::uint8_t{0}));
            vault::wipe(plain);
            return text;
        });
}

ContactKeeper::ContactKeeper(std::filesystem::path file, vault::DataKey seal)
    : m_file(std::move(file), std::move(seal))
{
}

Result<void> ContactKeeper::keep(const store::ContactKey& key)
{
    return m_file.put(key).transform([&] { m_hasUnconfirmed = true; });
}

Result<std::shared_ptr<const vault::SecretKey>> ContactKeeper::keyOf(const ContactId& contact)
{
    return m_file.find(contact).transform(
        [](const auto& known) { return known ? known->key : nullptr; });
}

Result<void> ContactKeeper::discard(const ContactId& contact)
{
    return m_file.destroy(contact).transform([](std::uint64_t) {});
}

Result<void> ContactKeeper::confirm(const std::vector<ContactId>& contacts)
{
    return m_file.confirm(contacts).and_then([&] { return m_file.all(); }).transform([&](auto all) {
        m_hasUnconfirmed = !std::ranges::all_of(all, &store::ContactKey::isConfirmed);
    });
}

Result<void> ContactKeeper::expire(Instant now, bool isHeadquartersTime)
{
    auto gone = isHeadquartersTime ? m_file.expire(now) : m_file.expireConfirmed(now);
    return gone.transform([](std::uint64_t) {});
}

} // namespace sz::desk
