// How wide a text will be drawn, well enough to lay out a picture, and how to shorten it.
//
// A guess from classes of letters, in whole numbers, on the wide side; the same on server, tablet and paper.
// Units: pixels of a bold typeface at `font_px`. Text is UTF-8; a letter is never parted from its accents.
// Never fails.
#pragma once
#include <string>
#include <string_view>

namespace kith {

int text_width_px(std::string_view text, int font_px);

// The text itself when it fits, otherwise its beginning and "…"; at least one letter stays.
std::string shortened(std::string_view text, int font_px, int width_px_max);

}  // namespace kith
