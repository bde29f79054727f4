// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/ContactFrames.h"

namespace sz::sync {
namespace {

constexpr int kContactKeys = 19;
constexpr std::size_t kKeyBytes = 32;

enum Kind : int {
    kKeep = 1,
    kKept = 2,
    kAsk = 3,
    kGiven = 4,
};

KeepContactKeys readKeep(log::FieldReader& in)
{
    KeepContactKeys f;
    for (const log::Value& value : in.array(2)) {
        const auto* fields = value.as<log::Fields>();
        if (fields == nullptr || f.keys.size() == kMaxContactKeys) {
            in.reject(2);
            break;
        }
        log::FieldReader one(*fields);
        f.keys.push_back({ContactId(one.text(1)), IncidentId(one.text(2)), one.bytes(3)});
        if (!one.ok() || f.keys.back().key.size() != kKeyBytes) {
            in.reject(2);
        }
    }
    return f;
}

ContactKeysKept readKept(log::FieldReader& in)
{
    ContactKeysKept f;
    for (const log::Value& value : in.array(2)) {
        const auto* contact = value.as<std::string>();
        if (contact == nullptr || f.contacts.size() == kMaxContactKeys) {
            in.reject(2);
            break;
        }
        f.contacts.emplace_back(*contact);
    }
    return f;
}

ContactKeyGiven readGiven(log::FieldReader& in)
{
    ContactKeyGiven f;
    f.contact = ContactId(in.text(2));
    f.key = in.has(3) ? in.bytes(3) : Bytes{};
    f.code = static_cast<Code>(in.integerOr(4, static_cast<int>(Code::Internal)));
    if (!f.key.empty() && f.key.size() != kKeyBytes) {
        in.reject(3);
    }
    return f;
}

} // namespace

log::Fields packContact(const KeepContactKeys& f)
{
    log::Array keys;
    for (const KeepContactKeys::One& one : f.keys) {
        keys.emplace_back(
            log::Fields{{1, one.contact.value}, {2, one.incident.value}, {3, one.key}});
    }
    return {{0, kContactKeys}, {1, kKeep}, {2, std::move(keys)}};
}

log::Fields packContact(const ContactKeysKept& f)
{
    log::Array contacts;
    for (const ContactId& contact : f.contacts) {
        contacts.emplace_back(contact.value);
    }
    return {{0, kContactKeys}, {1, kKept}, {2, std::move(contacts)}};
}

log::Fields packContact(const AskContactKey& f)
{
    return {
        {0, kContactKeys}, {1, kAsk}, {2, f.contact.value}, {3, f.incident.value}, {4, f.opening}};
}

log::Fields packContact(const ContactKeyGiven& f)
{
    log::Fields out{
        {0, kContactKeys}, {1, kGiven}, {2, f.contact.value}, {4, static_cast<int>(f.code)}};
    if (!f.key.empty()) {
        out.emplace(3, f.key);
    }
    return out;
}

std::optional<ContactFrame> readContactFrame(log::FieldReader& in)
{
    switch (in.integer(1)) {
    case kKeep:
        return readKeep(in);
    case kKept:
        return readKept(in);
    case kAsk:
        return AskContactKey{ContactId(in.text(2)), IncidentId(in.text(3)), in.text(4)};
    case kGiven:
        return readGiven(in);
    default:
        return std::nullopt;
    }
}

} // namespace sz::sync
