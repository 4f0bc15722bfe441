#include "adapters/directory_sqlite/search_words.hpp"

#include <algorithm>
#include <array>

namespace kith::adapters {
namespace {

constexpr std::size_t words_per_text_max = 2'000;

// Latin letters with marks, and the plain letters they are searched by. Two bytes each in UTF-8.
struct Letter {
  std::string_view marked, plain;
};
constexpr std::array<Letter, 54> letters = {{
    {"\u00e0", "a"},  {"\u00e1", "a"}, {"\u00e2", "a"}, {"\u00e3", "a"}, {"\u00e4", "a"}, {"\u00e5", "a"},
    {"\u00e6", "ae"}, {"\u00e7", "c"}, {"\u00e8", "e"}, {"\u00e9", "e"}, {"\u00ea", "e"}, {"\u00eb", "e"},
    {"\u00ec", "i"},  {"\u00ed", "i"}, {"\u00ee", "i"}, {"\u00ef", "i"}, {"\u00f1", "n"}, {"\u00f2", "o"},
    {"\u00f3", "o"},  {"\u00f4", "o"}, {"\u00f5", "o"}, {"\u00f6", "o"}, {"\u00f8", "o"}, {"\u00f9", "u"},
    {"\u00fa", "u"},  {"\u00fb", "u"}, {"\u00fc", "u"}, {"\u00fd", "y"}, {"\u00ff", "y"}, {"\u00df", "ss"},
    {"\u00c0", "a"},  {"\u00c1", "a"}, {"\u00c2", "a"}, {"\u00c4", "a"}, {"\u00c8", "e"}, {"\u00c9", "e"},
    {"\u00ca", "e"},  {"\u00cb", "e"}, {"\u00ce", "i"}, {"\u00cf", "i"}, {"\u00d4", "o"}, {"\u00d6", "o"},
    {"\u00d9", "u"},  {"\u00da", "u"}, {"\u00db", "u"}, {"\u00dc", "u"}, {"\u0174", "w"}, {"\u0175", "w"},
    {"\u0176", "y"},  {"\u0177", "y"}, {"\u0142", "l"}, {"\u0107", "c"}, {"\u0119", "e"}, {"\u0105", "a"},
}};

// Words that are Welsh and no English. One may be part of a name; two make a sentence Welsh.
constexpr std::array<std::string_view, 40> welsh_only = {
    "yn",   "yr",     "ac",      "gyda",       "gan",    "mae",        "maen",     "sydd",
    "ein",  "eich",   "eu",      "oes",        "neu",    "ond",        "hefyd",    "cael",
    "bob",  "dydd",   "wythnos", "rhwng",      "grwp",   "gwasanaeth", "cymorth",  "cefnogaeth",
    "pobl", "iechyd", "meddwl",  "cyfeillgar", "croeso", "cymraeg",    "ar",       "gyfer",
    "chi",  "ni",     "eisiau",  "dewch",      "nos",    "bore",       "prynhawn", "ddim"};

bool is_word_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// How many bytes stand for an apostrophe here.
std::size_t apostrophe_bytes(std::string_view at) {
  if (at.starts_with("'")) return 1;
  return at.starts_with("\u2019") || at.starts_with("\u2018") ? 3 : 0;
}

// Marks of other scripts and signs part words; their letters make them.
bool is_sign(std::string_view at) {
  auto const byte = [&](std::size_t n) { return n < at.size() ? static_cast<unsigned char>(at[n]) : 0u; };
  if (byte(0) == 0xC2) return true;  // U+0080 to U+00BF
  if (byte(0) == 0xE2) return true;  // U+2000 to U+2FFF: punctuation, arrows, signs
  if (byte(0) == 0xE3 && byte(1) == 0x80) return true;
  return byte(0) >= 0xF0;
}
std::size_t bytes_of_letter(unsigned char lead) {
  return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

class Folding {
 public:
  std::vector<std::string> words_of(std::string_view text) {
    for (std::size_t n = 0; n < text.size() && words_.size() < words_per_text_max;) n += take(text.substr(n));
    end_word();
    return std::move(words_);
  }

 private:
  std::size_t take(std::string_view rest) {
    auto c = rest.front();
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_word_letter(c)) return word_.push_back(c), 1;
    if (auto const bytes = apostrophe_bytes(rest)) return bytes;
    if (static_cast<unsigned char>(c) < 0x80) return end_word(), 1;
    for (auto const& letter : letters) {
      if (rest.starts_with(letter.marked)) return word_ += letter.plain, letter.marked.size();
    }
    auto const bytes = std::min(bytes_of_letter(static_cast<unsigned char>(c)), rest.size());
    if (is_sign(rest))
      end_word();
    else
      word_ += rest.substr(0, bytes);
    return bytes;
  }
  void end_word() {
    if (!word_.empty())
      words_.push_back(word_.size() > word_bytes_max ? word_.substr(0, word_bytes_max) : word_);
    word_.clear();
  }

  std::string word_;
  std::vector<std::string> words_;
};

bool is_welsh(std::string_view sentence) {
  std::size_t found = 0;
  for (auto const& word : folded_words(sentence)) {
    found += std::find(welsh_only.begin(), welsh_only.end(), word) != welsh_only.end();
  }
  return found >= 2;
}

// Each radical beginning and what the three mutations make of it.
struct Mutation {
  std::string_view radical;
  std::array<std::string_view, 3> mutated;  // "-": the beginning falls away; "": there is none
};
constexpr std::array<Mutation, 9> mutations = {{{"c", {"g", "ngh", "ch"}},
                                                {"p", {"b", "mh", "ph"}},
                                                {"t", {"d", "nh", "th"}},
                                                {"g", {"-", "ng", ""}},
                                                {"b", {"f", "m", ""}},
                                                {"d", {"dd", "n", ""}},
                                                {"m", {"f", "", ""}},
                                                {"ll", {"l", "", ""}},
                                                {"rh", {"r", "", ""}}}};

bool begins(std::string_view word, std::string_view with) {
  if (!word.starts_with(with)) return false;
  auto const next = word.size() > with.size() ? word[with.size()] : '\0';
  bool const digraph = (with == "c" && next == 'h') || (with == "p" && next == 'h') ||
                       (with == "t" && next == 'h') || (with == "d" && next == 'd') ||
                       (with == "l" && next == 'l') || (with == "r" && next == 'h') ||
                       (with == "f" && next == 'f') || (with == "n" && (next == 'g' || next == 'h'));
  return !digraph;
}

void add(std::vector<std::string>& forms, std::string form) {
  if (form.size() >= 2 && std::find(forms.begin(), forms.end(), form) == forms.end())
    forms.push_back(std::move(form));
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) { return Folding().words_of(text); }

Passages passages_of(std::string_view text) {
  Passages made;
  while (!text.empty()) {
    auto const end = text.find_first_of(".!?\n|");
    auto const length = end == std::string_view::npos ? text.size() : end + 1;
    auto const sentence = text.substr(0, length);
    (is_welsh(sentence) ? made.welsh : made.english) += sentence;
    text.remove_prefix(length);
  }
  return made;
}

std::vector<std::string> initial_forms(std::string const& word) {
  std::vector<std::string> radicals = {word}, forms = {word};
  for (auto const& one : mutations) {
    for (auto const mutated : one.mutated) {
      if (mutated.empty() || mutated == "-" || !begins(word, mutated)) continue;
      add(radicals, std::string(one.radical) + word.substr(mutated.size()));
    }
  }
  bool const vowel = std::string_view("aeiouwylr").find(word.front()) != std::string_view::npos;
  if (vowel && word.size() > 2) add(radicals, "g" + word);
  for (auto const& radical : radicals) {
    add(forms, radical);
    for (auto const& one : mutations) {
      if (!begins(radical, one.radical)) continue;
      for (auto const mutated : one.mutated) {
        if (mutated.empty()) continue;
        add(forms, (mutated == "-" ? "" : std::string(mutated)) + radical.substr(one.radical.size()));
      }
    }
  }
  return forms;
}

std::size_t slips_forgiven(std::string_view typed) {
  if (typed.size() < corrected_bytes_min) return 0;
  return typed.size() < 8 ? 1 : 2;
}

std::size_t slips_between(std::string_view a, std::string_view b, std::size_t most) {
  auto const apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > most || a.size() > word_bytes_max || b.size() > word_bytes_max) return most + 1;
  std::array<std::array<std::size_t, word_bytes_max + 1>, 3> rows{};
  for (std::size_t n = 0; n <= b.size(); ++n) rows[0][n] = n;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    auto const& above = rows[(i + 2) % 3];
    auto const& above_that = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], above_that[j - 2] + 1);
    }
  }
  return std::min(rows[a.size() % 3][b.size()], most + 1);
}

std::string parts_expression(std::string_view word) {
  std::string expression;
  for (std::size_t n = 0; n + 3 <= word.size(); ++n)
    expression += (expression.empty() ? "\"" : " OR \"") + std::string(word.substr(n, 3)) + "\"";
  return expression;
}

}  // namespace kith::adapters
