// HTML for paper, written so that nothing somebody typed can become anything but text.
//
// Tags are literals of this program; every word goes through `text`. Control characters other than line
// breaks and tabs are dropped, because no paper shows them. Values; nothing here can fail.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace kith {

std::string escaped(std::string_view words);

class Html {
 public:
  // `markup` must be a literal of this program, never something that was typed.
  Html& raw(std::string_view markup) {
    html_ += markup;
    return *this;
  }
  Html& text(std::string_view words) { return raw(escaped(words)); }
  // <tag>words</tag>; `opening` may carry attributes: element("p class=\"by\"", …)
  Html& element(std::string_view opening, std::string_view words);
  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

}  // namespace kith
