# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Headers read once instead of a thousand times: what most files of a layer include anyway is compiled once and mapped in.
# A folder says with set(SZ_PCH name) what its libraries and tests use; nothing said, nothing used. Files still include
# what they need: preset asan compiles without any of these.

# sz_pch(NAME HEADERS … LINK …): one set, compiled in a library of its own, to be used as set(SZ_PCH NAME).
function(sz_pch NAME)
    cmake_parse_arguments(A "" "" "HEADERS;LINK" ${ARGN})
    set(source ${CMAKE_BINARY_DIR}/pch/${NAME}.cpp)
    if(NOT EXISTS ${source})
        file(WRITE ${source} "")
    endif()
    add_library(sz_pch_${NAME} OBJECT ${source})
    target_link_libraries(sz_pch_${NAME} PRIVATE sz::options ${A_LINK})
    # Ours by the include path, as <data/…>: with its full path in it, one clone's header would be of no use to another's
    # compiler cache, nor anything compiled with it.
    list(TRANSFORM A_HEADERS REPLACE "^([a-z]+/.*[.]h)$" "<\\1>")
    target_precompile_headers(sz_pch_${NAME} PRIVATE ${A_HEADERS})
    # What ccache gives back must be of these very files: GCC knows a header read before (#pragma once) by its whole text,
    # and ccache, asked by what the preprocessor leaves of it, takes one whose comments differ for the same, and remembers
    # that: hence a namespace of its own, too.
    if(CMAKE_CXX_COMPILER_LAUNCHER)
        set_target_properties(sz_pch_${NAME} PROPERTIES CXX_COMPILER_LAUNCHER
            "${CMAKE_COMMAND};-E;env;CCACHE_DEPEND=1;CCACHE_NAMESPACE=pch;${CMAKE_CXX_COMPILER_LAUNCHER}")
    endif()
    set_target_properties(sz_pch_${NAME} PROPERTIES SZ_LINK "${A_LINK}")
endfunction()

# sz_use_pch(TARGET [LINK]): the folder's set, where it has one. LINK: and the libraries of the set, because a definition
# that its headers ask about (QT_NETWORK_LIB in <QTest>) must be the same where it is used.
function(sz_use_pch TARGET)
    cmake_parse_arguments(A "LINK" "" "" ${ARGN})
    if(SZ_PCH)
        target_precompile_headers(${TARGET} REUSE_FROM sz_pch_${SZ_PCH})
        if(A_LINK)
            get_target_property(libraries sz_pch_${SZ_PCH} SZ_LINK)
            target_link_libraries(${TARGET} PRIVATE ${libraries})
        endif()
    endif()
endfunction()
