// Our own rank function for FTS5: which of the words that were asked for are not in the name.
//
// The built-in bm25() counts every row of every word of the question, cells and all, by walking whole posting
// lists; this reads only rows that passed the cells (measured: 3.6-18 ms against 0.3 ms, architecture 7).
#pragma once

namespace kith::adapters {

// Makes `name_misses(table, forms)` known to every connection opened from now on. `forms` holds one byte for
// each word: how many phrases of the expression stand for it.
// The phrases of the words come last in the expression. Answers how many words the name does not have.
void add_name_rank();

}  // namespace kith::adapters
