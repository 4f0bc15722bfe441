#include "core/paper/one_page.hpp"

#include <algorithm>

#include "core/paper/html.hpp"
#include "core/paper/sheet.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

// About how many lines a plan takes in the usual size, to choose a smaller one before a second page.
constexpr int roomy_lines_max = 40;
constexpr std::size_t letters_per_line = 80;

int lines_of(std::vector<PaperSaid> const& said) {
  int lines = 0;
  for (auto const& one : said) lines += static_cast<int>(one.words.size() / letters_per_line) + 2;
  return lines;
}
int lines_of(std::vector<PaperStep> const& steps) {
  int lines = 0;
  for (auto const& step : steps) lines += lines_of(step.said) + (step.said.size() != 1);
  return lines;
}
int lines_of(OnePage const& page) {
  constexpr int heading = 2;
  int lines = 2 * heading + lines_of(page.steps) + (page.look_again ? heading + 1 : 0);
  for (auto const& goal : page.goals) lines += lines_of(goal.said) + lines_of(goal.steps);
  for (auto const& promise : page.promises) lines += lines_of(promise.said);
  if (!page.promises.empty()) lines += heading;
  if (!page.people.empty() || !page.next_together.empty()) lines += heading + 1;
  lines += static_cast<int>(page.people.size() + 1) / 2 + static_cast<int>(page.help.size() + 1) / 2 * 3;
  return lines;
}

class OnePageWriter {
 public:
  OnePageWriter(OnePage const& page, Catalogue const& catalogue) : page_(page), catalogue_(catalogue) {}

  std::string write() {
    auto const title = words("title", {{"name", page_.person_name}});
    html_.raw("<!doctype html>\n<html lang=\"").raw(name_of(catalogue_.language()));
    html_.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html_.raw("<meta name=\"viewport\" content=\"width=device-width\">\n").element("title", title);
    html_.raw("<style>").raw(sheet_style()).raw("</style>\n</head>\n<body");
    html_.raw(lines_of(page_) > roomy_lines_max ? " class=\"full\"" : "").raw(">\n<main>\n");
    if (page_.practice) html_.element("p class=\"practice\"", words("practice"));
    html_.element("h1", title);
    write_review();
    write_goals();
    write_people();
    write_promises();
    write_look_again();
    write_help();
    html_.raw("</main>\n<footer>");
    html_.element("p", words("printed_on", {{"day", day_in_words(page_.printed_on, catalogue_)}}));
    html_.raw("</footer>\n</body>\n</html>\n");
    return html_.take();
  }

 private:
  std::string words(char const* key, std::vector<MessageArg> args = {}) const {
    return say({"paper." + std::string(key), std::move(args)}, catalogue_);
  }
  std::string day(Day day) const { return day_in_words(day, catalogue_); }
  void begin_section(char const* heading, std::string_view opening = "<section>\n") {
    html_.raw(opening).element("h2", words(heading));
  }
  void end_section() { html_.raw("</section>\n"); }

  template <class Lines, class Write>
  void write_list(std::string_view opening, Lines const& lines, Write write) {
    if (lines.empty()) return;
    html_.raw(opening).raw("\n");
    for (std::size_t n = 0; n < std::min(lines.size(), paper_lines_max); ++n) write(lines[n]);
    if (lines.size() > paper_lines_max) html_.element("li", words("more"));
    html_.raw("</ul>\n");
  }
  static std::string joined(std::vector<std::string> const& parts) {
    std::string text;
    for (auto const& part : parts) {
      if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    }
    return text;
  }
  void write_by(std::string const& text) {
    if (!text.empty()) html_.element("p class=\"by\"", text);
  }
  // Words in another language than the sheet's say which, so that a voice reads them right.
  void write_words(PaperSaid const& one, std::string_view tag) {
    if (one.language == name_of(catalogue_.language()))
      html_.element(tag, one.words);
    else
      html_.element(std::string(tag) + " lang=\"" + escaped(one.language) + "\"", one.words);
  }
  // What else there is to say stands behind whose words they are; below them where there are two wordings.
  void write_said(std::vector<PaperSaid> const& said, std::string_view tag, std::string const& more = {}) {
    for (auto const& one : said) {
      auto const said_by = one.whose.empty() ? std::string() : words("words_of", {{"name", one.whose}});
      auto const& whose = one.stance.empty() ? said_by : one.stance;
      html_.raw("<div class=\"said ").raw(name_of(one.voice)).raw("\">\n");
      write_words(one, tag);
      write_by(said.size() == 1 ? joined({whose, more}) : whose);
      html_.raw("</div>\n");
    }
    if (said.size() != 1) write_by(more);
  }
  void write_step(PaperStep const& step) {
    std::vector<std::string> parts;
    if (!step.doer.empty()) parts.push_back(words("doer", {{"name", step.doer}}));
    if (!step.with.empty()) parts.push_back(words("with", {{"name", step.with}}));
    if (step.due) parts.push_back(words("due", {{"day", day(*step.due)}}));
    parts.insert(parts.end(), step.stances.begin(), step.stances.end());
    html_.raw("<li>\n");
    write_said(step.said, "p class=\"words\"", joined(parts));
    html_.raw("</li>\n");
  }
  void write_steps(std::vector<PaperStep> const& steps) {
    write_list("<ul class=\"steps\">", steps, [&](PaperStep const& step) { write_step(step); });
  }
  void write_review() {
    if (!needs_review(catalogue_)) return;
    html_.element("p class=\"by\"", say({"catalogue.review.note", {}}, catalogue_));
    html_.element("p class=\"by\" lang=\"en\"", say({"catalogue.review.note_english", {}}, catalogue_));
  }
  void write_goals() {
    begin_section("goals");
    write_list("<ul>", page_.goals, [&](PaperGoal const& goal) {
      html_.raw("<li>\n");
      write_said(goal.said, "h3", joined(goal.stances));
      write_steps(goal.steps);
      html_.raw("</li>\n");
    });
    write_steps(page_.steps);
    if (page_.goals.empty() && page_.steps.empty()) {  // a sheet to begin on
      html_.element("p", words("begin")).raw("<p class=\"write\"></p>\n<p class=\"write\"></p>\n");
    }
    end_section();
  }
  void write_people() {
    if (page_.people.empty() && page_.next_together.empty()) return;
    begin_section("people");
    write_list("<ul class=\"two\">", page_.people, [&](PaperPerson const& person) {
      html_.raw("<li><strong>").text(person.name).raw("</strong>");
      if (!person.how.empty()) html_.raw(" ").text(person.how);
      html_.raw("</li>\n");
    });
    if (!page_.next_together.empty())
      html_.element("p", words("next_together", {{"when", page_.next_together}}));
    end_section();
  }
  void write_promises() {
    if (page_.promises.empty()) return;
    begin_section("promises");
    write_list("<ul>", page_.promises, [&](PaperPromise const& promise) {
      std::vector<std::string> parts;
      if (!promise.who.empty()) parts.push_back(words("promised", {{"name", promise.who}}));
      if (promise.due) parts.push_back(words("due", {{"day", day(*promise.due)}}));
      parts.insert(parts.end(), promise.stances.begin(), promise.stances.end());
      html_.raw("<li>\n");
      write_said(promise.said, "p class=\"words\"", joined(parts));
      html_.raw("</li>\n");
    });
    end_section();
  }
  void write_look_again() {
    if (!page_.look_again) return;
    begin_section("look_again");
    html_.element("p", day(*page_.look_again));
    end_section();
  }
  void write_help() {
    if (page_.help.empty()) return;
    begin_section("help", "<section class=\"help\">\n");
    write_list("<ul class=\"two\">", page_.help, [&](PaperHelp const& help) {
      html_.raw("<li>").text(help.name).raw(" <span class=\"number\">").text(help.number).raw("</span>\n");
      write_by(joined(
          {help.when, help.checked ? words("checked", {{"day", day(*help.checked)}}) : std::string()}));
      html_.raw("</li>\n");
    });
    end_section();
  }

  OnePage const& page_;
  Catalogue const& catalogue_;
  Html html_;
};

}  // namespace

std::string one_page_html(OnePage const& page, Catalogue const& catalogue) {
  return OnePageWriter(page, catalogue).write();
}

}  // namespace kith
