# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Text files compiled into the program: migrations need no folder at run time.

# sz_embed(TARGET OUT_HEADER name FILES file…)
# writes OUT_HEADER (an include path, "data/store/HqMigrations.h") with
#   namespace sz::embedded { inline constexpr std::array<std::pair<std::string_view, std::string_view>, N> name; }
# file name without folder first, text second, in the order given; written again when a file changes.
function(sz_embed TARGET OUT_HEADER NAME)
    cmake_parse_arguments(A "" "" "FILES" ${ARGN})
    list(LENGTH A_FILES count)
    set(items "")
    foreach(file IN LISTS A_FILES)
        get_filename_component(path "${file}" ABSOLUTE)
        get_filename_component(base "${file}" NAME)
        file(READ "${path}" text)
        string(APPEND items "    {std::string_view(\"${base}\"), std::string_view(R\"~sz~(${text})~sz~\")},\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
    endforeach()
    string(CONCAT header
        "// Made by sz_embed (cmake/EmbedFiles.cmake).\n#pragma once\n\n"
        "#include <array>\n#include <string_view>\n#include <utility>\n\n"
        "namespace sz::embedded {\n\n"
        "inline constexpr std::array<std::pair<std::string_view, std::string_view>, ${count}> ${NAME}{{\n"
        "${items}}};\n\n"
        "} // namespace sz::embedded\n")
    set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded/${OUT_HEADER}")
    set(before "")
    if(EXISTS "${out}")
        file(READ "${out}" before)
    endif()
    if(NOT before STREQUAL header)
        file(WRITE "${out}" "${header}")
    endif()
    target_sources(${TARGET} PRIVATE "${out}")
    target_include_directories(${TARGET} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/embedded")
endfunction()
