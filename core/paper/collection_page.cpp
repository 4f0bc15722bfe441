#include "core/paper/collection_page.hpp"

#include "core/paper/sheet.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

class CollectionWriter {
 public:
  CollectionWriter(CollectionContext const& context, Catalogue const& catalogue)
      : context_(context), catalogue_(catalogue), sheet_(catalogue) {}

  void begin(Collection const& list) {
    sheet_.begin(list.name.text, context_.practice, list.lines.size() > places_roomy);
    sheet_.html().raw("<ul class=\"places\">\n");
  }
  void line(CollectionLine const& line, ideas::Service const* service) {
    bool const stands = service && service->is_shown();
    sheet_.html().raw("<li class=\"said practitioner\">\n");
    sheet_.html().element("h2", stands ? service->name : line.name.text);
    if (line.words) sheet_.html().element("p class=\"words\"", line.words->text);
    if (stands)
      facts(*service);
    else
      sheet_.html().element("p", words("may_have_changed"));
    sheet_.html().raw("</li>\n");
  }
  std::string end() {
    sheet_.html().raw("</ul>\n");
    return sheet_.end(context_.today);
  }

 private:
  static constexpr std::size_t places_roomy = 6;  // more are written smaller

  std::string words(std::string const& key, std::vector<MessageArg> args = {}) const {
    return say({"collection.paper." + key, std::move(args)}, catalogue_);
  }
  void fact(std::string const& key, std::string const& text) {
    if (!text.empty()) sheet_.html().element("p", words(key, {{"text", text}}));
  }
  std::string where(ideas::Service const& s) const {
    if (s.reach == ideas::Reach::online || s.reach == ideas::Reach::national)
      return say({"reach." + std::string(name_of(s.reach)), {}}, catalogue_);
    return s.address + (s.address.empty() || s.postcode.empty() ? "" : ", ") + s.postcode;
  }
  std::string cost(ideas::Service const& s) const {
    auto const kind = say({"cost." + std::string(name_of(s.cost)), {}}, catalogue_);
    return s.cost_text.empty() || s.cost == ideas::Cost::free ? kind : kind + ": " + s.cost_text;
  }
  void facts(ideas::Service const& s) {
    fact("first_visit", s.first_visit);
    fact("when", s.opening);
    fact("where", where(s));
    fact("getting_there", s.getting_there);
    fact("cost", cost(s));
    fact("phone", s.phone);
    sheet_.html().element("p class=\"by\"",
                          s.checked_on ? words("checked", {{"day", day_in_words(*s.checked_on, catalogue_)}})
                                       : words("never_checked"));
  }

  CollectionContext const& context_;
  Catalogue const& catalogue_;
  Sheet sheet_;
};

}  // namespace

std::string collection_html(Collection const& list, std::map<ServiceId, ideas::Service> const& services,
                            CollectionContext const& context, Catalogue const& catalogue) {
  CollectionWriter writer(context, catalogue);
  writer.begin(list);
  for (auto const& line : list.lines) {
    auto const there = services.find(line.service);
    writer.line(line, there == services.end() ? nullptr : &there->second);
  }
  return writer.end();
}

}  // namespace kith
