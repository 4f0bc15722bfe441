# kith_library, kith_test: one target per folder, one warning level, pure code without exceptions.
#
#   kith_library(NAME [PURE] SOURCES a.cpp … USES other_targets…)   target kith_NAME
#   kith_test(NAME SOURCES a_test.cpp … USES targets…)               a GoogleTest program, run by ctest
#
# PURE folders (core, wire, standards) are compiled without exceptions and run-time type information, as the
# browser module is; their tests are not, because GoogleTest needs both.
include_guard()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
option(KITH_SANITIZE "address and undefined-behaviour sanitizers" OFF)
option(KITH_FUZZ "build the libFuzzer programs (needs clang)" OFF)

find_program(KITH_CCACHE ccache)
if(KITH_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${KITH_CCACHE})
endif()
find_package(Threads REQUIRED)
enable_testing()
find_package(GTest)

add_library(kith_flags INTERFACE)
target_include_directories(kith_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_options(kith_flags INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")  # it warns about the inside of std::stable_sort in g++'s own library
  target_compile_options(kith_flags INTERFACE -Wno-deprecated-declarations)
endif()
if(KITH_SANITIZE)
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O0 -g1")  # compiles in two thirds of the time; the tests are short
  target_compile_options(kith_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kith_flags INTERFACE -fsanitize=address,undefined)
endif()
if(KITH_FUZZ)
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
  target_compile_options(kith_flags INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  target_link_options(kith_flags INTERFACE -fsanitize=address,undefined)
endif()

function(kith_library name)
  cmake_parse_arguments(arg "PURE" "" "SOURCES;USES" ${ARGN})
  if(NOT arg_SOURCES)
    add_library(kith_${name} INTERFACE)
    target_link_libraries(kith_${name} INTERFACE kith_flags ${arg_USES})
    return()
  endif()
  add_library(kith_${name} STATIC ${arg_SOURCES})
  target_link_libraries(kith_${name} PUBLIC kith_flags ${arg_USES})
  if(arg_PURE)
    target_compile_options(kith_${name} PRIVATE -fno-exceptions -fno-rtti)
  endif()
endfunction()

function(kith_test name)
  if(NOT GTest_FOUND)
    return()
  endif()
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE
    kith_flags ${arg_USES} GTest::gtest GTest::gtest_main GTest::gmock Threads::Threads)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 ENVIRONMENT "KITH_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()

# kith_fuzzer(NAME SOURCES x.cpp USES targets): a libFuzzer program when KITH_FUZZ is on; otherwise nothing.
# All are built by the target `fuzzers` into one folder, where tools/run_tests.py finds them.
if(KITH_FUZZ)
  add_custom_target(fuzzers)
endif()
function(kith_fuzzer name)
  if(NOT KITH_FUZZ)
    return()
  endif()
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE kith_flags ${arg_USES})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzzers)
  add_dependencies(fuzzers ${name})
endfunction()
