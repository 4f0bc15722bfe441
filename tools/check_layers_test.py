"""The layer check finds what it is for: each case is a small house with one fault, and one without."""
import unittest

from check_layers import (include_faults, machine_faults, name_faults, read_table, size_faults, symbol_faults,
                          target_faults)
from tree import Tree

ROWS = read_table("""
core       | pure               | std gtest   # the rules
adapters/* | std posix core sqlite |  gtest
""")


class Layers(unittest.TestCase):
    def includes(self, path, header):
        return list(include_faults(Tree({path: f"#include {header}\n"}), ROWS))

    def test_the_core_may_not_include_what_is_outside(self):
        for header in ("<fstream>", "<thread>", "<unordered_map>", "<sqlite3.h>", "<poll.h>", '"app/a.hpp"'):
            with self.subTest(header):
                self.assertEqual(1, len(self.includes("core/day.cpp", header)))
        for header in ("<string>", "<chrono>", '"core/days.hpp"'):
            with self.subTest(header):
                self.assertEqual([], self.includes("core/day.cpp", header))

    def test_only_a_test_may_include_what_tests_need(self):
        self.assertEqual(1, len(self.includes("core/day.hpp", "<gtest/gtest.h>")))
        self.assertEqual([], self.includes("core/day_test.cpp", "<gtest/gtest.h>"))

    def test_sibling_adapters_do_not_know_each_other(self):
        self.assertEqual([], self.includes("adapters/disk/a.cpp", '"adapters/disk/a.hpp"'))
        self.assertEqual([], self.includes("adapters/disk/a.cpp", "<sqlite3.h>"))
        self.assertEqual(1, len(self.includes("adapters/disk/a.cpp", '"adapters/mail/a.hpp"')))
        self.assertEqual(1, len(self.includes("adapters/disk/a.cpp", "<sodium.h>")))

    def test_a_folder_that_is_not_in_the_table_is_found(self):
        self.assertEqual(1, len(self.includes("attic/a.cpp", "<string>")))

    def test_a_folder_is_one_target_and_a_pure_one_says_so(self):
        for listing, faults in (("kith_library(core PURE SOURCES a.cpp)", 0),
                                ("kith_library(core SOURCES a.cpp)", 1),
                                ("kith_library(a PURE)\nkith_library(b PURE)", 1), ("", 1)):
            with self.subTest(listing):
                tree = Tree({"core/a.cpp": "", "core/CMakeLists.txt": listing})
                self.assertEqual(faults, len(list(target_faults(tree, ROWS))))


class Sizes(unittest.TestCase):
    def test_a_long_file_needs_a_reason_in_its_first_comment(self):
        long = "int a;\n" * 401
        self.assertEqual(1, len(list(size_faults(Tree({"a.cpp": "// Words.\n" + long})))))
        self.assertEqual([], list(size_faults(Tree({"a.cpp": "// Long because it is a table.\n" + long}))))

    def test_a_long_line_is_found_with_its_number(self):
        tree = Tree({"a.cpp": "int a;\n" + "x" * 111 + "\n"})
        self.assertEqual(["a.cpp:2: 111 columns"], list(size_faults(tree)))

    def test_a_line_that_holds_a_literal_may_be_longer_but_not_endless(self):
        for quote in ('"', "`"):
            for length, faults in ((170, []), (171, ["a.cpp:1: 171 columns"])):
                with self.subTest(quote + str(length)):
                    line = quote + "x" * (length - 2) + quote
                    self.assertEqual(faults, list(size_faults(Tree({"a.cpp": line + "\n"}))))


class Names(unittest.TestCase):
    def test_a_name_that_says_nothing_is_found(self):
        for path in ("core/utils.hpp", "web/src/common/a.ts", "core/DayMaker.cpp", "web/src/my_plan.ts"):
            with self.subTest(path):
                self.assertEqual(1, len(list(name_faults(Tree({path: ""})))))
        self.assertEqual([], list(name_faults(Tree({"core/day.hpp": "", "web/src/pages/my-plan.ts": ""}))))

    def test_a_path_of_a_machine_is_found(self):
        self.assertEqual(1, len(list(machine_faults(Tree({"docs/a.md": "see /" + "home/ann/kith"})))))
        self.assertEqual([], list(machine_faults(Tree({"docs/a.md": "see docs/architecture.md"}))))


class Symbols(unittest.TestCase):
    def test_a_clock_a_disk_and_a_throw_are_found(self):
        for symbol in ("open", "time@GLIBC_2.2.5", "std::chrono::_V2::system_clock::now()", "getenv",
                       "__cxa_throw", "std::random_device::_M_getval()", "rand", "socket",
                       "std::basic_ifstream<char, std::char_traits<char> >::basic_ifstream()"):
            with self.subTest(symbol):
                self.assertEqual([symbol], list(symbol_faults(f"                 U {symbol}\n")))

    def test_what_the_core_needs_is_let_through(self):
        listing = "a.cpp.o:\n   U memcpy\n   U operator new(unsigned long)\n   U std::__throw_bad_alloc()\n"
        self.assertEqual([], list(symbol_faults(listing)))


if __name__ == "__main__":
    unittest.main()
