// Views that were written out, kept for whoever asks again before anything has changed.
//
// A view is made from a record's state, its reader, the day, and which grants and visits hold at the moment.
// So it is the same text until the record has another state, the day ends, or one of those ends by itself.
// All are dropped when a person's keys are. Any thread.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "app/records/record_store.hpp"
#include "core/words/format.hpp"

namespace kith::app {

inline constexpr std::size_t views_kept_bytes_max = 8u << 20;  // together; then all are let go
inline constexpr std::size_t view_kept_bytes_max = 1u << 20;   // a longer one is made each time

class KeptViews {
 public:
  using Text = std::shared_ptr<std::string const>;
  struct Asked {
    RecordId record;
    AccountId account;
    CatalogueLanguage language;
    friend auto operator<=>(Asked const&, Asked const&) = default;
  };
  struct At {
    FoldedPtr folded;
    Day today;
    Instant now;
  };

  Text find(Asked const&, At const&);  // null: to be made
  void keep(Asked const&, At const&, Text);
  void clear();

 private:
  struct Kept {
    At made;
    Instant until;
    Text text;
  };
  std::mutex mutex_;
  std::map<Asked, Kept> kept_;
  std::size_t bytes_ = 0;
};

}  // namespace kith::app
