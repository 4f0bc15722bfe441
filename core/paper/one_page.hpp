// A plan on one sheet of paper: their words first, next steps, who helps, when we look again.
//
// Makes semantic HTML from what one reader may see; the browser prints it without a signal, and the server
// makes the same HTML a PDF. Legible in black and white: whose words they are is said in words and shown by
// the kind of line, never by colour alone. Rules PA1 to PA6 in spec/paper.md. Pure values; every text is
// untrusted and escaped.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/days.hpp"
#include "core/words/format.hpp"

namespace kith {

// Whose words a line holds. Each has its own line beside it.
enum class PaperVoice : std::uint8_t { person, practitioner, supporter };
constexpr auto names_of(PaperVoice) { return name_table("person", "practitioner", "supporter"); }

// Texts may be empty where a plan does not say; what is empty is left out.
struct PaperSaid {
  std::string words;
  std::string whose;  // the name of who said it
  PaperVoice voice = PaperVoice::person;
  std::string language = "en";  // of the words, as a tag
  std::string stance = {};      // "Amina sees it differently": then these are the words beside it
};
// Where two wordings stand side by side, both are printed with equal weight.
struct PaperStep {
  std::vector<PaperSaid> said;
  std::string doer;  // one name, as it is printed: "Sam"
  std::optional<Day> due;
  std::string with;                       // who goes along
  std::vector<std::string> stances = {};  // "Amina agrees"
};
struct PaperGoal {
  std::vector<PaperSaid> said;
  std::vector<PaperStep> steps;
  std::vector<std::string> stances = {};
};
struct PaperPerson {
  std::string name;
  std::string how;  // "sister, every week"
};
struct PaperPromise {
  std::vector<PaperSaid> said;
  std::string who;
  std::optional<Day> due;
  std::vector<std::string> stances = {};
};
struct PaperHelp {
  std::string name;
  std::string number;
  std::string when;  // "day and night"
  std::optional<Day> checked;
};
struct OnePage {
  std::string person_name;
  Day printed_on;
  std::vector<PaperPerson> people;
  std::string next_together;  // "Thursday 3 April, 2 pm, at home, with Amina"
  std::vector<PaperPromise> promises;
  std::vector<PaperGoal> goals;
  std::vector<PaperStep> steps;  // those that belong to no goal
  std::optional<Day> look_again;
  std::vector<PaperHelp> help;
  bool practice = true;  // says so on the sheet: invented people only
};

inline constexpr std::size_t paper_lines_max =
    60;  // of one list; the sheet then says that the screen has more

std::string one_page_html(OnePage const&, Catalogue const&);

}  // namespace kith
