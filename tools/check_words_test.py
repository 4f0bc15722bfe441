"""The word check finds broken patterns, long sentences, words that label, and keys that are not there."""
import unittest

from check_words import banned_faults, key_faults, length_faults, pattern_faults, read_catalogue
from tree import Tree


def count(check, pattern):
    return len(list(check({"circle.add": pattern})))


class Patterns(unittest.TestCase):
    def test_what_the_formatter_cannot_read_is_found(self):
        for pattern in ("Hello {name", "Hello {Name}", "Hello name}", "{n, plural, one {a day}}", "",
                        "{n, plural, one {a} other {{m, plural, other {x}} b}}", 5,
                        "{n, plurals, other {x}}"):
            with self.subTest(pattern):
                self.assertEqual(1, count(pattern_faults, pattern))

    def test_what_it_can_read_is_let_through(self):
        for pattern in ("Hello {name}", "{n, plural, one {a day} other {{n} days}}, {name}.", "Hello."):
            with self.subTest(pattern):
                self.assertEqual(0, count(pattern_faults, pattern))

    def test_a_long_sentence_is_found_in_any_branch(self):
        long = "word " * 20 + "{name}."
        self.assertEqual(1, count(length_faults, long))
        self.assertEqual(1, count(length_faults, "{n, plural, one {a} other {" + "word " * 21 + "}}"))
        self.assertEqual(0, count(length_faults, "word " * 19 + "end. " + "word " * 19 + "end."))


class Labels(unittest.TestCase):
    def test_a_word_that_labels_or_counts_a_person_is_found(self):
        for pattern in ("You are isolated.", "Highly isolated", "A high-risk person", "Your risk score",
                        "80 % done", "Fifty percent", "A three day streak", "You scored well"):
            with self.subTest(pattern):
                self.assertEqual(1, count(banned_faults, pattern))

    def test_an_everyday_word_is_let_through(self):
        for pattern in ("Your circle", "Take the risk of asking.", "How did it go?"):
            with self.subTest(pattern):
                self.assertEqual(0, count(banned_faults, pattern))


class Keys(unittest.TestCase):
    CATALOGUE = {"circle.add": "Add", "ideas.because.near": "It is near.", "refusal.PL6": "Not yet."}

    def faults(self, path, text):
        return list(key_faults(Tree({path: text}), self.CATALOGUE))

    def test_a_key_that_is_not_there_is_found(self):
        for path, text in (("web/src/a.tsx", 'say("circle.gone")'), ("core/a.cpp", '{"circle.gone"}'),
                           ("core/a.cpp", 'refuse("PL7")'), ("core/a.cpp", '"ideas.why." + name'),
                           ("web/src/a.ts", "say(`ideas.why.${name}`)")):
            with self.subTest(text):
                self.assertEqual(1, len(self.faults(path, text)))

    def test_a_key_that_is_there_is_let_through(self):
        for path, text in (("web/src/a.tsx", 'say("circle.add")'), ("core/a.cpp", 'refuse("PL6")'),
                           ("core/a.cpp", '"ideas.because." + name'), ("core/a.cpp", '#include "circle.hpp"'),
                           ("web/src/a.ts", "say(`ideas.because.${name}`)"), ("web/src/a.ts", '"style.css"')):
            with self.subTest(text):
                self.assertEqual([], self.faults(path, text))

    def test_a_key_that_is_there_twice_is_found(self):
        self.assertEqual(1, len(read_catalogue('{"circle.add": "Add", "circle.add": "Add"}')[1]))


if __name__ == "__main__":
    unittest.main()
