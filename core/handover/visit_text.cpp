// The text of a visit: lines put together up to a length, cut only where a sentence ends.
#include "core/handover/visit_text.hpp"

#include <algorithm>

#include "core/paper/sheet.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// HO1: the longest beginning of at most so many letters that ends where a sentence does; "" when there is
// none.
std::string_view whole_sentences(std::string_view text, std::size_t letters_max) {
  std::size_t letters = 0, end = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && ++letters > letters_max) break;
    bool const stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    bool const then_space = at + 1 == text.size() || text[at + 1] == ' ';
    if (stop && then_space) end = at + 1;
  }
  return text.substr(0, end);
}

constexpr std::string_view cut_short = " […]\n";

class TextWriter {
 public:
  TextWriter(VisitAsk const& ask, Catalogue const& catalogue) : ask_(ask), catalogue_(catalogue) {}

  std::string words(std::string const& key, std::vector<MessageArg> args = {}) const {
    return say({"handover." + key, std::move(args)}, catalogue_);
  }
  VisitText write(View const& view, std::vector<VisitLine> const& lines) {
    auto const more = words("more") + "\n";
    std::vector<VisitLine const*> wanted;
    for (auto const& line : lines)
      if (ask_.whole || line.is_new) wanted.push_back(&line);
    put(words("title", {{"name", view.person.name}, {"day", day_in_words(ask_.today, catalogue_)}}) + " " +
        words("by", {{"name", ask_.by_name}}) + "\n");
    if (letters_ + letters_of(wanted) > ask_.letters_max) reserved_ = letters_in(more);
    std::string section;
    for (auto const* line : wanted) {
      auto const heading = heading_of(*line, section);
      if (letters_in(heading + line->text + "\n") > room()) {
        put_part(heading, line->text);
        text_.all = false;
        continue;
      }
      put(heading + line->text + "\n");
      section = line->section;
      text_.copied.push_back(line->line);
    }
    if (!text_.all) text_.text += more;
    return std::move(text_);
  }

 private:
  std::string heading_of(VisitLine const& line, std::string const& section) const {
    return line.section == section ? std::string() : "\n" + words("section." + line.section) + "\n";
  }
  std::size_t letters_of(std::vector<VisitLine const*> const& lines) const {
    std::size_t letters = 0;
    std::string section;
    for (auto const* line : lines) {
      letters += letters_in(heading_of(*line, section) + line->text + "\n");
      section = line->section;
    }
    return letters;
  }
  std::size_t room() const {
    auto const used = letters_ + reserved_;
    return used < ask_.letters_max ? ask_.letters_max - used : 0;
  }
  void put(std::string const& text) {
    text_.text += text;
    letters_ += letters_in(text);
  }
  // As much of the first line that does not fit as ends with a sentence; no other after it.
  void put_part(std::string const& heading, std::string const& line) {
    if (!text_.all) return;
    auto const left = room();
    auto const before = letters_in(heading) + letters_in(cut_short);
    auto const part = before < left ? whole_sentences(line, left - before) : std::string_view();
    if (!part.empty()) put(heading + std::string(part) + std::string(cut_short));
  }

  VisitAsk const& ask_;
  Catalogue const& catalogue_;
  VisitText text_;
  std::size_t letters_ = 0;
  std::size_t reserved_ = 0;  // for the line that says there is more, where not all fits
};

struct SheetLines {
  std::vector<VisitLine const*> lines;
  std::size_t rows = 0;
  bool left_out = false;
};
// As many as one page holds, whole and in their order. HO1.
SheetLines lines_for_a_sheet(std::vector<VisitLine> const& lines, bool whole) {
  SheetLines taken;
  std::string section;
  for (auto const& line : lines) {
    if (!whole && !line.is_new) continue;
    auto const rows =
        1 + letters_in(line.text) / sheet_row_letters + (line.section == section ? 0 : sheet_heading_rows);
    if (taken.rows + rows > sheet_rows_max) {
      taken.left_out = true;
      continue;
    }
    taken.rows += rows, section = line.section;
    taken.lines.push_back(&line);
  }
  return taken;
}

}  // namespace

VisitText visit_text(View const& after, std::vector<VisitLine> const& lines, VisitAsk const& ask,
                     Catalogue const& catalogue) {
  VisitAsk bounded = ask;
  bounded.letters_max = std::clamp(ask.letters_max, copy_letters_min, copy_letters_max);
  return TextWriter(bounded, catalogue).write(after, lines);
}

std::variant<Refusal, std::string> visit_sheet(Record const& shown, ViewContext const& context, bool whole,
                                               bool practice, Catalogue const& catalogue) {
  auto const view = view_after_visit(shown, context);
  if (!view) return refuse("HO2");
  auto const& after = *view;
  auto const lines = visit_lines(after, context.reader.account, catalogue);
  VisitAsk const ask{context.today, name_of_reader(after, context.reader.account), 0, whole};
  Sheet sheet(catalogue);
  auto const words = [&](std::string const& key, std::vector<MessageArg> args = {}) {
    return say({"handover." + key, std::move(args)}, catalogue);
  };
  auto const taken = lines_for_a_sheet(lines, whole);
  sheet.begin(words("title", {{"name", after.person.name}, {"day", day_in_words(ask.today, catalogue)}}),
              practice, taken.rows > sheet_rows_roomy);
  sheet.html().element("p class=\"by\"", words("by", {{"name", ask.by_name}}));
  std::string section;
  for (auto const* line : taken.lines) {
    if (line->section != section) sheet.html().element("h2", words("section." + line->section));
    section = line->section;
    sheet.html().element("p", line->text);
  }
  if (taken.left_out) sheet.html().element("p", words("more"));
  return sheet.end(ask.today);
}

}  // namespace kith
