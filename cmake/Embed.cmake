# kith_embed(target folder): puts every file of a folder into the program, as kith::http::embedded_files().
#
# Whatever the folder holds when the program is built is embedded, also compressed; an absent folder is no
# files. Made again when a file of the folder changes. Needs Node, which builds the web app as well.
include_guard()
find_program(KITH_NODE node HINTS ${PROJECT_SOURCE_DIR}/.tools/bin)

function(kith_embed target folder)
  if(NOT KITH_NODE)
    message(FATAL_ERROR "Node is needed to embed ${folder}: run `make setup-build` first, or put node on PATH")
  endif()
  cmake_path(ABSOLUTE_PATH folder NORMALIZE)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded)
  add_custom_command(
    OUTPUT ${made}/files.cpp ${made}/files.bin
    COMMAND ${KITH_NODE} ${PROJECT_SOURCE_DIR}/tools/embed.mjs ${folder} ${made}
    DEPENDS ${PROJECT_SOURCE_DIR}/tools/embed.mjs
    DEPFILE ${made}/files.d
    COMMENT "Embedding ${folder}"
    VERBATIM)
  set_source_files_properties(${made}/files.cpp PROPERTIES OBJECT_DEPENDS ${made}/files.bin)
  target_sources(${target} PRIVATE ${made}/files.cpp)
endfunction()
