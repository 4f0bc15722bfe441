// The nudger: takes what has just become durable off the writer's thread, and tells those browsers it
// concerns.
//
// One thread of its own. A waiting change of a record is joined with the next one, so the queue is never
// longer than the records that have an open page. Any thread may call `published`.
#pragma once
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "app/records/record_store.hpp"
#include "http/live.hpp"

namespace kith::http {

class Nudger {
 public:
  explicit Nudger(LiveHub& hub);
  ~Nudger();  // what waits is dropped: the pages ask again when they come back
  Nudger(Nudger const&) = delete;
  Nudger& operator=(Nudger const&) = delete;

  void published(RecordId, app::FoldedPtr before, app::FoldedPtr after);

 private:
  struct Change {
    app::FoldedPtr before, after;
  };
  void run();

  LiveHub& hub_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::map<RecordId, Change> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace kith::http
