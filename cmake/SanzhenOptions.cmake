# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What every target is compiled with, and the two functions that make libraries and tests.
include(PrecompiledHeaders)

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_AUTOMOC OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY) # each program in its own folder of the build tree

option(SANZHEN_WERROR "Warnings are errors" OFF)
set(SANZHEN_SANITIZE "" CACHE STRING "address,undefined or thread")
set(SANZHEN_TEST_SCALE 1 CACHE STRING "What ./test runs the long tests with: they may take as many times longer")
option(SANZHEN_FUZZ "Build the libFuzzer programs of tests/fuzz (clang only)" OFF)

# Some 300 programs are linked for the tests; lld needs a third of the time.
find_program(SANZHEN_LLD NAMES ld.lld-19 ld.lld)
if(SANZHEN_LLD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    cmake_path(GET SANZHEN_LLD PARENT_PATH folder)
    add_link_options(-fuse-ld=lld -B${CMAKE_BINARY_DIR}/lld)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/lld)
    file(CREATE_LINK ${SANZHEN_LLD} ${CMAKE_BINARY_DIR}/lld/ld.lld SYMBOLIC)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(sz_options INTERFACE)
add_library(sz::options ALIAS sz_options)
target_compile_features(sz_options INTERFACE cxx_std_23)
target_compile_options(sz_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    $<$<BOOL:${SANZHEN_WERROR}>:-Werror>)
target_compile_definitions(sz_options INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
    BOOST_ASIO_NO_DEPRECATED
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_include_directories(sz_options INTERFACE ${CMAKE_SOURCE_DIR})
if(SANZHEN_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
        message(FATAL_ERROR "SANZHEN_FUZZ needs clang: cmake --preset fuzz")
    endif()
    target_compile_options(sz_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
    target_link_options(sz_options INTERFACE -fsanitize=address,undefined)
endif()
if(SANZHEN_SANITIZE)
    target_compile_options(sz_options INTERFACE -fsanitize=${SANZHEN_SANITIZE} -fno-omit-frame-pointer -fPIC)
    target_link_options(sz_options INTERFACE -fsanitize=${SANZHEN_SANITIZE})
    set(SANZHEN_LIBRARY SHARED) # in each of 300 programs the checks of all libraries are 75 GB
else()
    set(SANZHEN_LIBRARY STATIC)
endif()

# sz_library(NAME data_store SOURCES … LINK … [PRIVATE_LINK …] [QT])
# makes the library sz_<name> (static; shared under sanitizers) with the alias sz::<name>; QT turns moc on.
function(sz_library)
    cmake_parse_arguments(A "QT" "NAME" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(sz_${A_NAME} ${SANZHEN_LIBRARY} ${A_SOURCES})
    add_library(sz::${A_NAME} ALIAS sz_${A_NAME})
    target_link_libraries(sz_${A_NAME} PUBLIC sz::options ${A_LINK} PRIVATE ${A_PRIVATE_LINK})
    if(A_QT)
        set_target_properties(sz_${A_NAME} PROPERTIES AUTOMOC ON)
    endif()
    sz_use_pch(sz_${A_NAME})
endfunction()

# sz_test(NAME tst_Ulid SOURCES tst_Ulid.cpp LINK sz::base [GUI])
# one test class, one program, one CTest entry, offscreen, with the source tree in SANZHEN_SOURCE_DIR. moc runs on the first
# source and on headers named: automoc would cost each of some 250 programs a scan and two more files to compile.
function(sz_test)
    cmake_parse_arguments(A "" "NAME;TIMEOUT" "SOURCES;LINK" ${ARGN})
    add_executable(${A_NAME} ${A_SOURCES})
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/moc/${A_NAME})
    file(MAKE_DIRECTORY ${folder})
    list(POP_FRONT A_SOURCES first)
    cmake_path(GET first STEM stem)
    qt_generate_moc(${first} ${folder}/${stem}.moc TARGET ${A_NAME})
    target_sources(${A_NAME} PRIVATE ${folder}/${stem}.moc)
    list(FILTER A_SOURCES INCLUDE REGEX "\\.h$")
    foreach(header IN LISTS A_SOURCES)
        cmake_path(GET header STEM stem)
        qt_generate_moc(${header} ${folder}/moc_${stem}.cpp TARGET ${A_NAME})
        target_sources(${A_NAME} PRIVATE ${folder}/moc_${stem}.cpp)
    endforeach()
    target_include_directories(${A_NAME} PRIVATE ${folder})
    target_link_libraries(${A_NAME} PRIVATE sz::options Qt6::Test ${A_LINK})
    sz_use_pch(${A_NAME} LINK)
    target_compile_definitions(${A_NAME} PRIVATE SANZHEN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${A_NAME} COMMAND ${A_NAME})
    sz_patience(${A_NAME} "${A_TIMEOUT}")
endfunction()

# sz_test_also(NAME tst_Engine AS postgresql WITH SANZHEN_TEST_STORE=postgresql [TIMEOUT 300])
# the program of an sz_test once more, as tst_Engine_postgresql, with another setting.
function(sz_test_also)
    cmake_parse_arguments(A "" "NAME;AS;WITH;TIMEOUT" "" ${ARGN})
    add_test(NAME ${A_NAME}_${A_AS} COMMAND ${A_NAME})
    sz_patience(${A_NAME}_${A_AS} "${A_TIMEOUT}" ${A_WITH})
endfunction()

# sz_patience(TEST SECONDS [NAME=VALUE]...): how long it may take (no SECONDS: 120) at this scale and under sanitizers, and
# the environment every test has.
function(sz_patience test seconds)
    if(NOT seconds)
        set(seconds 120)
    endif()
    set(patience ${SANZHEN_TEST_SCALE})
    if(SANZHEN_SANITIZE) # what they watch is ten times as slow
        math(EXPR patience "10 * ${SANZHEN_TEST_SCALE}")
    endif()
    math(EXPR seconds "${seconds} * ${patience}")
    math(EXPR function "1200000 * ${patience}") # ms; Qt Test's own limit for one function
    set_tests_properties(${test} PROPERTIES TIMEOUT ${seconds}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;QTEST_FUNCTION_TIMEOUT=${function};SANZHEN_BUILD_DIR=${CMAKE_BINARY_DIR};SANZHEN_PARSER=${CMAKE_BINARY_DIR}/app/parser/sanzhen-parser;${ARGN}")
endfunction()
