// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/DbfTable.h"

#include "data/base/Bytes.h"

#include <algorithm>
#include <array>

namespace sz::layers {
namespace {

constexpr char kBetween = '\x1F';    ///< no byte of any character of UTF-8 or GB18030
constexpr std::size_t kSureUtf8 = 3; ///< values that are UTF-8 by chance: one perhaps, three never

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Without the piece of a character that a field's width has left at its end.
std::string_view withoutCut(std::string_view text)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte >= 0xC0) {
            const std::size_t length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
            return length > back ? text.substr(0, text.size() - back) : text;
        }
        if (byte < 0x80) {
            break;
        }
    }
    return text;
}

std::string withoutDamagedEnd(std::string text)
{
    if (text.ends_with(exchange::kDamaged)) {
        text.resize(text.size() - exchange::kDamaged.size());
    }
    return text;
}

/// By .cpg or the language byte; nothing: not said, or another one.
std::optional<exchange::Encoding> encodingSaid(const char* said)
{
    std::string text = said == nullptr ? "" : said;
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (text.find("utf") != std::string::npos || text.find("65001") != std::string::npos) {
        return exchange::Encoding::Utf8;
    }
    const bool isGb = text.find("gb") != std::string::npos || text.find("936") != std::string::npos
                      || text == "ldid/77";
    return isGb ? std::optional(exchange::Encoding::Gb18030) : std::nullopt;
}

ValueKind kindOf(char type, std::string_view text)
{
    if (text.empty() && type != 'C') {
        return ValueKind::Null;
    }
    return (type == 'N' || type == 'F') && numberOf(text) ? ValueKind::Number : ValueKind::Text;
}

} // namespace

DbfTable::DbfTable(const SAHooks& hooks) : m_table(DBFOpenLL("layer.dbf", "rb", &hooks)) {}

int DbfTable::rows() const
{
    return DBFGetRecordCount(m_table.get());
}

void DbfTable::prepare(RawLayer& layer)
{
    chooseEncoding(layer);
    const int fields = DBFGetFieldCount(m_table.get());
    for (int i = 0; i < fields; ++i) {
        std::array<char, XBASE_FLDNAME_LEN_READ + 1> name{};
        DBFGetFieldInfo(m_table.get(), i, name.data(), nullptr, nullptr);
        const std::string text =
            withoutDamagedEnd(exchange::decodeText(viewOf(name.data()), m_encoding));
        m_fields.push_back({layer.nameIndex(text), DBFGetNativeFieldType(m_table.get(), i)});
    }
}

bool DbfTable::isAllUtf8(std::size_t& notAscii)
{
    const int fields = DBFGetFieldCount(m_table.get());
    for (int field = 0; field < fields; ++field) {
        if (DBFGetNativeFieldType(m_table.get(), field) != 'C') {
            continue;
        }
        for (int i = 0; i < rows(); ++i) {
            const char* text = DBFReadStringAttribute(m_table.get(), i, field);
            if (text != nullptr && !isAscii(text)) {
                ++notAscii;
                if (!isUtf8(withoutCut(text))) {
                    return false;
                }
            }
        }
    }
    return true;
}

// What the bytes are comes before what the file says of them: .cpg files are copied about.
void DbfTable::chooseEncoding(RawLayer& layer)
{
    const auto said = encodingSaid(DBFGetCodePage(m_table.get()));
    std::size_t notAscii = 0;
    const bool isUtf8 = isAllUtf8(notAscii);
    const bool isSure = !isUtf8 || notAscii >= kSureUtf8 || !said;
    const auto seen = isUtf8 ? exchange::Encoding::Utf8 : exchange::Encoding::Gb18030;
    m_encoding = isSure ? seen : *said;
    layer.encoding = exchange::encodingName(m_encoding);
    if (said && *said != m_encoding) {
        layer.remarks.add(
            {.matter = Matter::OtherEncoding,
             .text = layer.encoding,
             .other = exchange::encodingName(*said)});
    }
}

std::vector<Property> DbfTable::row(int row)
{
    std::vector<Property> out;
    out.reserve(m_fields.size());
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const char* text = DBFReadStringAttribute(m_table.get(), row, static_cast<int>(i));
        Property one{m_fields[i].name, ValueKind::Text, text == nullptr ? "" : text};
        one.kind = kindOf(m_fields[i].type, one.text);
        out.push_back(std::move(one));
    }
    return out;
}

void DbfTable::decode(std::span<RawFeature> features, const RawLayer& layer)
{
    std::vector<std::string*> values;
    std::string all;
    for (RawFeature& feature : features) {
        for (Property& one : feature.head.properties) {
            if (!isAscii(one.text)) {
                std::ranges::replace(one.text, kBetween, ' ');
                all += one.text;
                all += kBetween;
                values.push_back(&one.text);
            }
        }
    }
    const std::string decoded = exchange::decodeText(viewOf(all), m_encoding);
    std::size_t at = 0;
    for (std::string* value : values) {
        const std::size_t end = std::min(decoded.find(kBetween, at), decoded.size());
        *value = decoded.substr(at, end - at);
        m_lost += value->find(exchange::kDamaged) != std::string::npos ? 1 : 0;
        at = std::min(end + 1, decoded.size());
    }
    for (RawFeature& feature : features) {
        nameByProperties(layer, feature.head);
    }
}

void DbfTable::finish(RawLayer& layer) const
{
    if (m_lost > 0) {
        layer.remarks.add({.matter = Matter::DamagedText, .text = layer.encoding, .a = m_lost});
    }
}

} // namespace sz::layers
