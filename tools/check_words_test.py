"""The word check finds broken patterns, long sentences, words that label, and keys that are not there."""
import unittest

from check_words import (arguments_of, banned_faults, clinical_faults, key_faults, length_faults,
                         pattern_faults, plural_faults, read_catalogue, reading_faults, translation_faults,
                         unused_faults, variant_faults)
from reading_age import reading_age, syllables
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


class ReadingAge(unittest.TestCase):
    def test_syllables_are_counted_about_as_people_say_them(self):
        for word, count_ in (("time", 1), ("little", 2), ("planned", 1), ("wanted", 2), ("houses", 2), ("you’re", 1),
                             ("table", 2), ("appointment", 3), ("something", 2), ("everybody", 2), ("a", 1)):
            with self.subTest(word):
                self.assertEqual(count_, syllables(word))

    def test_the_estimate_is_flesch_kincaid_and_five_years(self):
        # 6 words in one sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59 = -1.45
        self.assertAlmostEqual(3.55, reading_age(["The cat sat on the mat"]), places=2)
        self.assertEqual(0, reading_age(["…", ""]))

    def test_a_long_winded_sentence_is_found_and_a_plain_one_and_a_label_are_not(self):
        hard = "Practitioners facilitate individual psychological interventions following multidisciplinary assessment."
        self.assertEqual(1, count(reading_faults, hard))
        self.assertEqual(1, count(reading_faults, "{n, plural, one {It is here.} other {" + hard + "}}"))
        self.assertEqual(0, count(reading_faults, "You can change this at any time, and nobody minds at all."))
        self.assertEqual(0, count(reading_faults, "Multidisciplinary assessment"))

    def test_an_exception_that_is_not_needed_any_more_is_found(self):
        self.assertEqual(1, len(list(reading_faults({"demo.carol.1": "It is a list of places near you."}))))


class Translations(unittest.TestCase):
    def test_a_plural_has_the_classes_of_its_language_and_no_others(self):
        english = "{n, plural, one {a day} other {{n} days}}"
        welsh = "{n, plural, zero {a} one {a} two {a} few {a} many {a} other {{n} a}}"
        for language, pattern, faults in (("en", english, 0), ("en", welsh, 1), ("cy", welsh, 0), ("cy", english, 1),
                                          ("cy", welsh.replace("few {a} ", ""), 1), ("cy", "Dim", 0)):
            with self.subTest(language=language, pattern=pattern):
                self.assertEqual(faults, len(list(plural_faults(language, {"k": pattern}))))

    def test_arguments_are_those_outside_and_inside_of_plurals_and_no_words(self):
        self.assertEqual({"n", "name", "who"},
                         arguments_of("{name} {n, plural, one {pet} two {{who}} other {{n} pets}}"))

    def test_a_translation_that_says_something_else_is_found(self):
        english = {"a": "Hello {name}", "b": "{n, plural, one {pet} other {{n} pets}}"}
        welsh = {"a": "Helo {name}", "b": "{n, plural, zero {a} one {b} two {c} few {d} many {e} other {{n} f}}"}
        self.assertEqual([], list(translation_faults(english, welsh)))
        self.assertEqual([], list(translation_faults(english, {"a": "{name}"})), "a missing key is another case")
        for wrong in ({"a": "Helo"}, {"a": "Helo {enw}"}, {"a": "Helo {name} {n}"}, {"c": "Hwyl"}):
            with self.subTest(wrong):
                self.assertEqual(1, len(list(translation_faults(english, wrong))))


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

    def test_a_key_inside_another_template_is_used(self):
        nested = "`${typed}, ${say(`words.confirmed.${how}`)}`"
        tree = Tree({"web/src/a.ts": nested})
        self.assertEqual([], list(unused_faults(tree, {"words.confirmed.not_yet": "not yet"})))

    def test_a_key_that_nobody_says_is_found(self):
        tree = Tree({"web/src/a.ts": 'say("circle.add")', "core/a.cpp": 'refuse("PL6") "kind." + name',
                     "main/demo/people.json": '["demo.sam.1"]', "core/a_test.cpp": '"circle.gone"'})
        said = {"circle.add": "", "refusal.PL6": "", "kind.pet": "", "demo.sam.1": "", "catalogue.complete": ""}
        self.assertEqual([], list(unused_faults(tree, said)))
        self.assertEqual(3, len(list(unused_faults(tree, {"circle.gone": "", "refusal.PL7": "", "kinds": ""}))))

    def test_a_key_that_is_there_twice_is_found(self):
        self.assertEqual(1, len(read_catalogue('{"circle.add": "Add", "circle.add": "Add"}')[1]))


class Wings(unittest.TestCase):
    """WI3: a charity reads no clinical word, on any page that it shows."""
    TEXTS = {
        "app/installation/wings.hpp": "{Wing::circle, true, true, true},\n{Wing::plan, false, true, true},\n",
        "web/src/rules/wings.ts": "  now: null,\n  circle: \"circle\",\n  plan: \"plan\",\nwing_of_part",
        "web/src/app/routes.ts": 'circle: () => import("../pages/circle"),\nplan: () => import("../pages/plan"),\n',
        "web/src/main.tsx": 'import "./app/routes";\n',
        "web/src/pages/circle.tsx": 'import { x } from "../part";\nsay("circle.lead");\n',
        "web/src/part.ts": "say(`part.${name}`);\n",
        "web/src/pages/plan.tsx": 'say("plan.lead");\n'}

    def found(self, **words):
        catalogue = {name.replace("_", "."): text for name, text in words.items()}
        return [line.split(":")[0] for line in clinical_faults(Tree(self.TEXTS), catalogue)]

    def test_what_a_shown_page_says_is_found_and_what_a_hidden_one_says_is_not(self):
        self.assertEqual(["circle.lead"], self.found(circle_lead="Ask your nurse."))
        self.assertEqual(["part.one"], self.found(part_one="Your NHS number"))
        self.assertEqual([], self.found(plan_lead="Ask your nurse."))
        self.assertEqual([], self.found(circle_lead="Ask a friend."))

    def test_other_words_for_a_charity_will_do_and_must_stand_beside_theirs(self):
        words = {"circle.lead": "Ask your nurse.", "circle.lead@charity": "Ask your worker."}
        self.assertEqual([], list(clinical_faults(Tree(self.TEXTS), words)))
        self.assertEqual([], list(variant_faults(Tree(self.TEXTS), words)))
        for key in ("circle.lead@club", "circle.end@charity"):
            self.assertEqual(1, len(list(variant_faults(Tree(self.TEXTS), words | {key: "x"}))), key)


if __name__ == "__main__":
    unittest.main()
