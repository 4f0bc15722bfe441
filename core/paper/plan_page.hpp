// From a view to the one page: what a reader may see of a plan, cut to what belongs on paper.
//
// The view is what its reader may see, so nothing here decides about sharing; but others read a sheet too, so
// private ties stay off it. Only steps still ahead and promises still open are printed. Rule PA10.
#pragma once
#include "core/paper/one_page.hpp"
#include "core/view/view.hpp"

namespace kith {

struct PaperContext {
  Day today;  // where the person lives
  std::vector<PaperHelp> help;
  bool practice = true;
};
OnePage one_page_of(View const&, PaperContext const&, Catalogue const&);

}  // namespace kith
