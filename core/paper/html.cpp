#include "core/paper/html.hpp"

namespace kith {

std::string escaped(std::string_view words) {
  std::string html;
  html.reserve(words.size());
  for (char const c : words) {
    auto const byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        if (byte >= 0x20 ? byte != 0x7F : c == '\n' || c == '\t') html += c;
    }
  }
  return html;
}

Html& Html::element(std::string_view opening, std::string_view words) {
  raw("<").raw(opening).raw(">").text(words);
  return raw("</").raw(opening.substr(0, opening.find(' '))).raw(">\n");
}

}  // namespace kith
