#include "core/paper/sheet.hpp"

#include "core/words/day_words.hpp"

namespace kith {
namespace {

// A4, black on white. The line beside words says whose they are: thick the person's, double a practitioner's,
// dotted a supporter's; each also says so in words.
constexpr std::string_view style = R"(
@page { size: A4; margin: 12mm 14mm 12mm }
* { box-sizing: border-box }
html { font: 11pt/1.35 "Kith Legible", "Atkinson Hyperlegible Next", "Noto Sans", "DejaVu Sans", sans-serif }
body { margin: 0 auto; max-width: 182mm; color: #000; background: #fff }
h1 { font-size: 20pt; margin: 0; line-height: 1.2 }
h2 { font-size: 13pt; margin: 4mm 0 1.5mm; padding-bottom: .6mm; border-bottom: .4mm solid #000 }
h3 { font-size: 12pt; margin: 0; font-weight: 700; white-space: pre-line; overflow-wrap: anywhere }
p, ul { margin: 0 0 1mm }
ul { padding: 0; list-style: none }
li { margin: 0 0 1mm; overflow-wrap: anywhere; break-inside: avoid }
.said { padding: .4mm 0 .4mm 3mm; border-left: 1.4mm solid #000; break-inside: avoid; margin-bottom: 1.5mm }
.practitioner { border-left-style: double }
.supporter { border-left-style: dotted }
.steps { margin: 1mm 0 2mm 6mm }
.words { white-space: pre-line; margin: 0 }
.by { font-size: 9.5pt; margin: 0; color: #222 }
.two { columns: 2; column-gap: 8mm }
.number { font-size: 12.5pt; font-weight: 700; white-space: nowrap }
.help { border: .6mm solid #000; border-radius: 3mm; padding: 0 4mm 1mm; margin-top: 4mm;
  break-inside: avoid }
.help h2 { border: 0; margin: 1.5mm 0 .5mm }
.said + .by { margin-left: 4.4mm }
.practice { border: .4mm dashed #000; padding: .6mm 3mm; margin: 0 0 2mm }
.write { border-bottom: .3mm solid #777; height: 9mm }
.full { font-size: 9.5pt; line-height: 1.2 }
.full h1 { font-size: 17pt }
.full h3 { font-size: 10.5pt }
.full .by { font-size: 8.5pt }
.full h2 { font-size: 11.5pt; margin: 2.5mm 0 1mm }
.full .said { margin-bottom: 1mm }
.full .help { margin-top: 2.5mm }
footer { margin-top: 3mm; font-size: 9pt }
@media screen { body { padding: 8mm 6mm } }
@media screen and (max-width: 30rem) { .two { columns: 1 } }
)";

}  // namespace

std::string_view sheet_style() { return style; }

void Sheet::begin(std::string const& title, bool practice, bool full) {
  html_.raw("<!doctype html>\n<html lang=\"").raw(name_of(catalogue_.language()));
  html_.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
  html_.raw("<meta name=\"viewport\" content=\"width=device-width\">\n").element("title", title);
  html_.raw("<style>").raw(style).raw("</style>\n</head>\n<body");
  html_.raw(full ? " class=\"full\"" : "").raw(">\n<main>\n");
  if (practice) html_.element("p class=\"practice\"", say({"paper.practice", {}}, catalogue_));
  html_.element("h1", title);
}

std::string Sheet::end(Day printed_on) {
  html_.raw("</main>\n<footer>");
  html_.element("p", say({"paper.printed_on", {{"day", day_in_words(printed_on, catalogue_)}}}, catalogue_));
  html_.raw("</footer>\n</body>\n</html>\n");
  return html_.take();
}

}  // namespace kith
