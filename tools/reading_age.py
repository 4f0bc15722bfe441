"""How old a reader of English has to be: an estimate, from the length of sentences and words.

Flesch-Kincaid (Kincaid and others, 1975): grade = 0.39 words/sentence + 11.8 syllables/word - 15.59, and a
school year of that grade begins at five years more. Syllables are counted by runs of vowels; `e` at the end,
`-es` and `-ed` are silent where they usually are; a word of EASY counts as two at most. It knows nothing of
meaning: it finds what is long-winded, and a person decides what is plain.
"""
import re

YEARS_BEFORE_SCHOOL = 5
EASY_SYLLABLES_MAX = 2
# Long, and known at nine all the same: each counts as two syllables.
EASY = frozenset("""
    already also another anybody anything anywhere apart beautiful because before beginning beside between
    decided everybody everyday everything everywhere families family idea ideas important nobody remember
    somebody somewhere something together tomorrow understand understood whatever whenever whoever yesterday
""".split())
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
RUN_OF_VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxz])es$|(?<=[aeiouy][l])e$")


def syllables(word):
    letters = word.lower().replace("’", "").replace("'", "")
    spoken = SILENT_END.sub("", letters)
    counted = max(1, len(RUN_OF_VOWELS.findall(spoken)))
    return min(counted, EASY_SYLLABLES_MAX) if letters in EASY else counted


def reading_age(sentences):
    """Years, for the sentences of one text together."""
    texts = [WORD.findall(sentence) for sentence in sentences]
    texts = [words for words in texts if words]
    if not texts:
        return 0.0
    words = [word for text in texts for word in text]
    grade = (0.39 * len(words) / len(texts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59)
    return grade + YEARS_BEFORE_SCHOOL
