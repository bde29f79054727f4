# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The desk's two files.
sz_library(NAME store_desk
    SOURCES DeskLog.cpp DeskReader.cpp DeskView.cpp SeqRun.cpp OutboxMirror.cpp Reseal.cpp Withdrawn.cpp
    LINK sz::model sz::vault sz::store_files PRIVATE_LINK sz::store_file)
sz_embed(sz_store_desk data/store/DeskMigrations.h deskMigrations FILES migrations/desk/0001_initial.sql migrations/desk/0002_withdrawn.sql migrations/desk/0003_memo.sql)
sz_embed(sz_store_desk data/store/ViewMigrations.h viewMigrations FILES migrations/view/0001_initial.sql migrations/view/0002_chunks.sql migrations/view/0003_belongs.sql)

# The search index of a desk, with a table of pinyin made at build time: no ICU where the desk runs.
find_package(ICU REQUIRED COMPONENTS i18n uc)
add_executable(makeinitials search/MakeInitials.cpp)
target_link_libraries(makeinitials PRIVATE sz::options ICU::i18n ICU::uc)
add_custom_command(
    OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/initials/data/store/search/InitialsTable.h
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/initials/data/store/search
    COMMAND makeinitials ${CMAKE_CURRENT_BINARY_DIR}/initials/data/store/search/InitialsTable.h
    DEPENDS makeinitials)
sz_library(NAME store_search SOURCES search/SearchIndex.cpp search/Tokenizer.cpp search/Words.cpp
    LINK sz::base sz::vault PRIVATE_LINK sz::plan sz::store_file)
target_sources(sz_store_search PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/initials/data/store/search/InitialsTable.h)
target_include_directories(sz_store_search PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/initials)
sz_embed(sz_store_search data/store/SearchMigrations.h searchMigrations FILES migrations/search/0001_initial.sql)
