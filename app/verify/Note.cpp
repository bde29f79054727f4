// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/Verify.h"

#include <openssl/evp.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <zlib.h>

namespace verify {
namespace {

constexpr std::string_view kDash = "— ";
constexpr std::size_t kMostBytes = 64U << 20;
constexpr std::size_t kMostProof = 64U << 10;

bool verifies(const Key& key, std::string_view message, std::string_view signature)
{
    const auto bytes = [](std::string_view s) {
        return reinterpret_cast<const unsigned char*>(s.data());
    };
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(key.bytes), key.bytes.size()),
        EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return pkey && context && signature.size() == 64
           && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1
           && EVP_DigestVerify(
                  context.get(), bytes(signature), signature.size(), bytes(message), message.size())
                  == 1;
}

// A witness signs a time and the text; the time stands before its signature.
bool verifiesLine(const Key& key, std::string_view text, std::string_view signature)
{
    if (key.type == 1) {
        return verifies(key, text, signature);
    }
    if (signature.size() != 72) {
        return false;
    }
    std::uint64_t seconds = 0;
    for (const char c : signature.substr(0, 8)) {
        seconds = seconds << 8 | static_cast<unsigned char>(c);
    }
    const std::string message =
        "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
    return verifies(key, message, signature.substr(8));
}

void requireSignature(std::string_view text, std::string_view lines, const Key& key)
{
    const std::string head = std::string(kDash) + key.name + " ";
    bool isSigned = false;
    while (!lines.empty()) {
        const std::string_view line = takeLine(lines);
        if (!line.starts_with(head)) {
            continue;
        }
        const std::string bytes = decode64(line.substr(head.size()));
        if (bytes.substr(0, 4) != key.id) {
            continue;
        }
        if (!verifiesLine(key, text, std::string_view(bytes).substr(4))) {
            throw Refusal("the signature of " + key.name + " is wrong", key.name + " 的签名不正确");
        }
        isSigned = true;
    }
    if (!isSigned) {
        throw Refusal("not signed by " + key.name, "没有 " + key.name + " 的签名");
    }
}

std::string decodeHex(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        out += static_cast<char>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16));
    }
    return out;
}

} // namespace

std::string decode64(std::string_view text)
{
    static constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const Refusal wrong("not base 64", "不是 base64");
    std::string out;
    std::uint32_t bits = 0;
    unsigned count = 0;
    const std::size_t digits = text.find_last_not_of('=') + 1;
    if (text.empty() || text.size() % 4 != 0 || text.size() - digits > 2) {
        throw wrong;
    }
    for (const char c : text.substr(0, digits)) {
        const std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) {
            throw wrong;
        }
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(bits >> count & 0xff);
        }
    }
    if ((bits & ((1U << count) - 1)) != 0) {
        throw wrong;
    }
    return out;
}

std::uint64_t decimal(std::string_view text)
{
    std::uint64_t out = 0;
    const bool isPlain = !text.empty() && text.size() < 19 && (text.size() == 1 || text[0] != '0')
                         && text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!isPlain) {
        throw Refusal("not a number", "不是数字");
    }
    for (const char c : text) {
        out = out * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return out;
}

std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) {
        throw Refusal("the text ends too early", "文本不完整");
    }
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::string readFile(const std::string& file)
{
    std::error_code ec;
    const auto size = std::filesystem::file_size(file, ec);
    std::ifstream in(file, std::ios::binary);
    std::string out(ec || size > kMostBytes ? 0 : size, '\0');
    if (ec || size > kMostBytes || !in.read(out.data(), static_cast<std::streamsize>(out.size()))) {
        throw Refusal("cannot read " + file, "无法读取 " + file);
    }
    return out;
}

std::string readPacked(const std::string& file)
{
    const std::unique_ptr<gzFile_s, decltype(&gzclose)> in(gzopen(file.c_str(), "rb"), &gzclose);
    std::string out(kMostProof + 1, '\0');
    const int size = in ? gzread(in.get(), out.data(), static_cast<unsigned>(out.size())) : -1;
    int state = Z_OK; // a file cut short reads well up to the cut
    if (size < 0 || static_cast<std::size_t>(size) > kMostProof
        || (gzerror(in.get(), &state), state != Z_OK)) {
        throw Refusal("cannot read " + file, "无法读取 " + file);
    }
    out.resize(static_cast<std::size_t>(size));
    return out;
}

Key readKey(const std::string& textOrFile)
{
    std::string text = textOrFile;
    if (std::filesystem::is_regular_file(text)) {
        text = readFile(text);
        text.erase(text.find_last_not_of("\r\n ") + 1);
    }
    const std::size_t first = text.find('+');
    const std::size_t second = first == std::string::npos ? first : text.find('+', first + 1);
    const Refusal wrong(
        "this is no public key: " + text.substr(0, 80), "这不是公钥：" + text.substr(0, 80));
    if (second != first + 9 || text.find_first_not_of("0123456789abcdef", first + 1) != second) {
        throw wrong;
    }
    const std::string body = decode64(std::string_view(text).substr(second + 1));
    Key key{text.substr(0, first), decodeHex(text.substr(first + 1, 8)), 0, body.substr(1)};
    key.type = static_cast<std::uint8_t>(body[0]);
    if (key.bytes.size() != 32 || (key.type != 1 && key.type != 4)
        || sha256(key.name + "\n" + body).substr(0, 4) != key.id) {
        throw wrong;
    }
    return key;
}

Head openCheckpoint(std::string_view note, const Key& log, const std::vector<Key>& witnesses)
{
    const std::size_t gap = note.rfind("\n\n");
    if (gap == std::string_view::npos) {
        throw Refusal("not a signed note", "不是签名文本");
    }
    const std::string_view text = note.substr(0, gap + 1);
    requireSignature(text, note.substr(gap + 2), log);
    for (const Key& witness : witnesses) {
        requireSignature(text, note.substr(gap + 2), witness);
    }
    std::string_view rest = text;
    Head head;
    head.origin = takeLine(rest);
    head.size = decimal(takeLine(rest));
    head.root = decode64(takeLine(rest));
    if (head.origin != log.name || head.root.size() != 32) {
        throw Refusal("a checkpoint of another log", "这是另一个日志的检查点");
    }
    return head;
}

} // namespace verify
