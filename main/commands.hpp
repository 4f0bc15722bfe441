// The commands of `kith`, one function each. They print, and return the exit code of the program.
//
// With --json one object goes to standard output: {"ok","result"} or {"ok","refusal":{rule,message}};
// everything for people goes to standard error. Faults are caught in kith.cpp.
#pragma once
#include <string>
#include <string_view>

#include "core/refusal.hpp"
#include "core/words/format.hpp"
#include "main/arguments.hpp"
#include "wire/json.hpp"

namespace kith {

int run_demo(Arguments const&);
int run_serve(Arguments const&);
int run_init(Arguments const&);
int run_account(Arguments const&);
int run_circle(Arguments const&);
int run_verify(Arguments const&);
int run_rebuild(Arguments const&);
int run_backup(Arguments const&);
int run_restore(Arguments const&);
int run_export(Arguments const&);
int run_erase(Arguments const&);
int run_directory(Arguments const&);
int run_places(Arguments const&);

// How every command ends.
int done(Arguments const&, wire::Json result, std::string_view in_words);
int refused(Arguments const&, Refusal const&, Catalogue const&);
int failed(Arguments const&, std::string_view why);
int misused(std::string_view why);  // prints to standard error, exit 2

// The folder of the installation: --data, else KITH_DATA, else ./kith-data.
std::string data_folder(Arguments const&);

inline constexpr std::size_t input_file_bytes_max = 64u << 20;
// A file's bytes; nullopt when it is absent, no plain file or pipe that ends, or over the bound.
std::optional<std::string> read_file(std::string const& path, std::size_t bytes_max = input_file_bytes_max);
// Its first bytes, at most 64 KiB past the bound, so that whoever reads them can refuse what is too long.
std::optional<std::string> read_start(std::string const& path, std::size_t bytes_max);

}  // namespace kith
