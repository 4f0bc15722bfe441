// PDF by WeasyPrint, in a process of its own that can do nothing else. Rules PA7 to PA9.
//
// The first sheet starts our own small Python script (paper_worker.py, kept inside the program) with an empty
// environment, no sockets but the one it is given, no file it could write, and bounds on memory, processor
// and clock. It begins a child for each sheet, under the same bounds, and ends after a minute without one.
// What this does not stop: a fault in WeasyPrint itself could still read files that the server's user may
// read. Any thread; see app/paper/paper.hpp.
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include "app/paper/paper.hpp"

namespace kith::adapters {

struct PaperLimits {
  std::int64_t memory_bytes_max = std::int64_t{512} << 20;
  int run_ms_max = 10'000;
  int wait_ms_max = 60'000;  // in the queue
  int at_once_max = 2;
  int waiting_max = 16;
};

class PaperWeasy final : public app::Paper {
 public:
  explicit PaperWeasy(std::string python = "/usr/bin/python3", PaperLimits limits = {});
  ~PaperWeasy() override;
  app::Bytes pdf(std::string_view html) override;

 private:
  class Worker;
  app::Bytes make(std::string_view html);
  std::shared_ptr<Worker> worker(std::shared_ptr<Worker> const& gone);
  void forget(std::shared_ptr<Worker> const& gone);
  void take_place();
  void leave_place();

  std::string const python_;
  PaperLimits const limits_;
  std::mutex mutex_;
  std::condition_variable place_free_;
  int working_ = 0, waiting_ = 0;   // under mutex_
  std::shared_ptr<Worker> worker_;  // likewise; of every sheet, until it fails one
};

}  // namespace kith::adapters
