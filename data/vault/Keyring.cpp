// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/vault/Keyring.h"

#include "data/vault/Aead.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <future>
#include <libsecret/secret.h>
#include <memory>
#include <thread>

namespace sz::vault {
namespace {

struct Unref
{
    void operator()(GCancellable* c) const { g_object_unref(c); }
};

const SecretSchema* schema()
{
    static const SecretSchema kSchema = [] {
        SecretSchema s{};
        s.name = "org.sanzhen.Desk";
        s.flags = SECRET_SCHEMA_NONE;
        s.attributes[0] = {"desk", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return s;
    }();
    return &kSchema;
}

// libsecret would start a bus where there is none, and wait for it.
bool hasBus()
{
    const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code ignored;
    return (address != nullptr && *address != '\0')
           || (runtime != nullptr
               && std::filesystem::exists(std::filesystem::path(runtime) / "bus", ignored));
}

/// Runs a call on a thread of its own and leaves it behind when it takes too long: it is cancelled and touches only what it
/// shares.
template <class T>
std::optional<T>
within(std::chrono::milliseconds patience, std::function<std::optional<T>(GCancellable*)> call)
{
    if (!hasBus()) {
        return std::nullopt;
    }
    auto answer = std::make_shared<std::promise<std::optional<T>>>(); // shared with the thread
    auto future = answer->get_future();
    const std::shared_ptr<GCancellable> cancel(g_cancellable_new(), Unref{}); // shared with it, too
    std::thread([answer, cancel, call = std::move(call)] {
        answer->set_value(call(cancel.get()));
    }).detach();
    if (future.wait_for(patience) != std::future_status::ready) {
        g_cancellable_cancel(cancel.get());
        return std::nullopt;
    }
    return future.get();
}

} // namespace

std::optional<std::string>
keyringLookUp(const std::string& desk, std::chrono::milliseconds patience)
{
    return within<std::string>(
        patience, [desk](GCancellable* cancel) -> std::optional<std::string> {
            GError* error = nullptr;
            gchar* found = secret_password_lookup_sync(
                schema(), cancel, &error, "desk", desk.c_str(), nullptr);
            g_clear_error(&error);
            if (found == nullptr) {
                return std::nullopt;
            }
            std::string out(found);
            secret_password_free(found); // wipes it
            return out;
        });
}

Result<void> keyringKeep(
    const std::string& desk,
    const std::string& passphrase,
    std::chrono::milliseconds patience)
{
    const auto kept =
        within<bool>(patience, [desk, passphrase](GCancellable* cancel) -> std::optional<bool> {
            GError* error = nullptr;
            const bool done =
                secret_password_store_sync(
                    schema(), SECRET_COLLECTION_DEFAULT, ("Sanzhen desk " + desk).c_str(),
                    passphrase.c_str(), cancel, &error, "desk", desk.c_str(), nullptr)
                != 0;
            g_clear_error(&error);
            return done;
        });
    return kept.value_or(false) ? Result<void>() : fail(Code::NotFound, "no keyring took it");
}

void keyringForget(const std::string& desk, std::chrono::milliseconds patience)
{
    within<bool>(patience, [desk](GCancellable* cancel) -> std::optional<bool> {
        GError* error = nullptr;
        const bool done =
            secret_password_clear_sync(schema(), cancel, &error, "desk", desk.c_str(), nullptr)
            != 0;
        g_clear_error(&error);
        return done;
    });
}

} // namespace sz::vault
