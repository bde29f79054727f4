// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/XlsxBook.h"

#include "data/exchange/XlsxParts.h"
#include "data/exchange/XlsxSheet.h"

#include <algorithm>

namespace sz::exchange {
namespace {

constexpr const char* kRootRelations = "_rels/.rels";

bool endsWith(std::string_view text, std::string_view end)
{
    return text.ends_with(end);
}

class Reader
{
public:
    explicit Reader(ZipParts zip) : m_zip(std::move(zip)) {}

    Result<Workbook> run()
    {
        const auto root = relationsOf(m_zip, kRootRelations, "");
        if (!root) {
            return std::unexpected(root.error());
        }
        const auto main = std::ranges::find_if(
            *root, [](const Relation& one) { return endsWith(one.type, "/officeDocument"); });
        if (main == root->end() || main->isOutside) {
            return fail(Code::FileMalformed, kRootRelations);
        }
        return readBook(main->target);
    }

private:
    Result<Workbook> readBook(const std::string& part)
    {
        auto relations = relationsOf(m_zip, relationPart(part), folderOf(part));
        auto xml = relations ? needPart(m_zip, part) : std::unexpected(relations.error());
        if (!xml) {
            return std::unexpected(xml.error());
        }
        m_relations = std::move(*relations);
        m_book.isFrom1904 = isFrom1904(xml->root());
        for (const Relation& one : m_relations) {
            if (one.isOutside) {
                m_book.outsideLinks.push_back(one.target);
            }
        }
        if (auto ok = readShared(); !ok) {
            return std::unexpected(ok.error());
        }
        for (const pugi::xml_node sheet : children(child(xml->root(), "sheets"), "sheet")) {
            if (auto ok = readSheet(sheet, part); !ok) {
                return std::unexpected(ok.error());
            }
        }
        if (m_book.sheets.empty()) {
            return fail(Code::FileMalformed, "empty");
        }
        std::erase_if(m_book.outsideLinks, [](const std::string& one) { return !isUtf8(one); });
        return std::move(m_book);
    }

    Result<void> readShared()
    {
        for (const Relation& one : m_relations) {
            if (one.isOutside) {
                continue;
            }
            if (endsWith(one.type, "/sharedStrings")) {
                auto xml = needPart(m_zip, one.target);
                if (!xml) {
                    return std::unexpected(xml.error());
                }
                m_shared.texts = sharedTexts(xml->root());
            } else if (endsWith(one.type, "/styles")) {
                auto xml = needPart(m_zip, one.target);
                if (!xml) {
                    return std::unexpected(xml.error());
                }
                m_shared.isDate = dateStyles(xml->root());
            } else if (endsWith(one.type, "/externalLink")) {
                // The part only names another file; its own relations say which.
                const auto links = relationsOf(m_zip, relationPart(one.target), "");
                for (std::size_t i = 0; links && i < links->size(); ++i) {
                    m_book.outsideLinks.push_back((*links)[i].target);
                }
            }
        }
        m_shared.isFrom1904 = m_book.isFrom1904;
        return {};
    }

    Result<void> readSheet(pugi::xml_node sheet, const std::string& part)
    {
        const std::string id = relationId(sheet);
        const auto relation = std::ranges::find(m_relations, id, &Relation::id);
        if (relation == m_relations.end() || relation->isOutside) {
            return fail(Code::FileMalformed, part);
        }
        if (!endsWith(relation->type, "/worksheet")) {
            return {}; // a chart has no cells
        }
        if (m_book.sheets.size() == kMostSheets) {
            return fail(Code::FileTooLarge, "sheets");
        }
        auto xml = needPart(m_zip, relation->target);
        if (!xml) {
            return std::unexpected(xml.error());
        }
        auto cells = sheetCells(xml->root(), m_shared, kMostCells - m_cells);
        if (!cells) {
            cells.error().where = relation->target;
            return std::unexpected(cells.error());
        }
        m_cells += cells->size();
        std::string name = sheet.attribute("name").as_string();
        if (!isUtf8(name)) {
            return fail(Code::FileMalformed, part);
        }
        const std::string_view state = sheet.attribute("state").as_string();
        m_book.sheets.push_back(
            {std::move(name), state == "hidden" || state == "veryHidden", std::move(*cells)});
        return {};
    }

    ZipParts m_zip;
    Workbook m_book;
    std::vector<Relation> m_relations;
    XlsxShared m_shared;
    std::size_t m_cells = 0;
};

} // namespace

Result<Workbook> xlsxBook(BytesView bytes)
{
    return ZipParts::open(bytes).and_then(
        [](ZipParts zip) { return Reader(std::move(zip)).run(); });
}

} // namespace sz::exchange
