// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/roster/Books.h"

#include "data/exchange/Workbook.h"

#include <QTemporaryDir>

#include <fstream>
#include <iconv.h>
#include <iterator>
#include <stdexcept>
#include <zip.h>

namespace sz::roster::test {
namespace {

Bytes readBack(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

} // namespace

const char* const kOutsideLink =
    R"(<Relationship Id="x9" Type="http://x/externalLinkPath" TargetMode="External" Target="file:///etc/passwd"/>)";

Bytes bytesOf(std::string_view text)
{
    return Bytes(text.begin(), text.end());
}

Bytes written(const std::function<void(lxw_workbook*)>& fill)
{
    const QTemporaryDir dir;
    const std::string file = dir.filePath(QStringLiteral("b.xlsx")).toStdString();
    lxw_workbook* book = workbook_new(file.c_str());
    fill(book);
    if (workbook_close(book) != LXW_NO_ERROR) {
        throw std::runtime_error("libxlsxwriter wrote nothing");
    }
    return readBack(file);
}

Bytes zipped(const std::map<std::string, std::string>& all)
{
    const QTemporaryDir dir;
    const std::string file = dir.filePath(QStringLiteral("b.zip")).toStdString();
    int error = 0;
    zip_t* zip = zip_open(file.c_str(), ZIP_CREATE, &error);
    for (const auto& [name, text] : all) {
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
    }
    if (zip == nullptr || zip_close(zip) != 0) {
        throw std::runtime_error("libzip wrote nothing");
    }
    return readBack(file);
}

std::map<std::string, std::string> parts(std::string sheet, const std::string& links)
{
    return {
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml",
         R"(<x:workbook xmlns:x="y" xmlns:r="z"><x:sheets><x:sheet name="表" sheetId="1" r:id="r1"/></x:sheets></x:workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>)"
             + links + "</Relationships>"},
        {"xl/worksheets/sheet1.xml", std::move(sheet)}};
}

Bytes xlsx(const std::string& inside, const std::string& links)
{
    return zipped(parts("<worksheet>" + inside + "</worksheet>", links));
}

Bytes merged()
{
    return xlsx(R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row>
        <row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:XFC1048575"/></mergeCells>)");
}

Bytes bomb()
{
    return zipped(parts(std::string(exchange::kMostPartBytes + 1, ' ')));
}

Bytes manyParts()
{
    auto all = parts("<worksheet/>");
    for (std::size_t n = 0; n <= exchange::kMostParts; ++n) {
        all["p" + std::to_string(n)] = "";
    }
    return zipped(all);
}

Bytes encoded(const char* encoding, std::string text)
{
    iconv_t handle = iconv_open(encoding, "UTF-8");
    std::string out(text.size() * 4 + 16, '\0');
    char* from = text.data();
    char* to = out.data();
    std::size_t left = text.size();
    std::size_t room = out.size();
    iconv(handle, &from, &left, &to, &room);
    iconv_close(handle);
    out.resize(out.size() - room);
    return bytesOf(out);
}

} // namespace sz::roster::test
