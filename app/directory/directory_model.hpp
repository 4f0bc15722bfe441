// The directory's read model: what the events of all directory streams amount to, ready to be asked. It holds
// nothing that the journal does not, and can be thrown away and made again (rule DC2).
//
// Three narrow ports; one adapter implements them. Threads: every function may be called from any thread;
// reads see whole steps only. Ownership: arguments are borrowed, results are owned. Faults: those of the
// file.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/bytes.hpp"
#include "core/ideas/directory_events.hpp"
#include "core/ideas/places.hpp"

namespace kith::app {

inline constexpr std::size_t near_services_max = 500;      // what a device keeps: the nearest, and
inline constexpr std::size_t anywhere_services_max = 500;  // as many that can be had from anywhere
inline constexpr std::size_t found_services_max = 50;
inline constexpr std::size_t curator_rows_max = 500;
inline constexpr std::size_t search_words_max = 12;

struct OpenReport {
  ideas::ReportId id;
  ServiceId service;
  std::string service_name;
  ServiceReport what = ServiceReport::gone;
  Day on;
  friend bool operator==(OpenReport const&, OpenReport const&) = default;
};

struct HeardObstacle {
  ServiceId service;
  std::string service_name;
  Barrier what = Barrier::other;
  std::size_t times = 0;
  friend bool operator==(HeardObstacle const&, HeardObstacle const&) = default;
};
inline constexpr std::size_t obstacle_times_least = 10;

// One import, as the imports stream tells it.
struct ImportNote {
  ideas::ImportStarted started;
  std::optional<ideas::ImportFinished> finished;  // absent: it was cut off
  bool undone = false;
};

struct DirectorySearchAsk {
  std::string words;                      // in any order, the last one may be unfinished
  std::optional<ideas::Point> here = {};  // nearest first, and with a radius only within it
  std::int32_t radius_m = 0;              // 0: anywhere
  std::size_t limit = found_services_max;
};

class DirectorySearch {
 public:
  virtual ~DirectorySearch() = default;

  virtual std::optional<ideas::Service> find(ServiceId) const = 0;  // hidden and closed ones too

  // The services nearest to a point, nearest first, then those that can be had from anywhere (rule DC6).
  // Without a point: any of them, by name.
  virtual std::vector<ideas::Service> near(std::optional<ideas::Point>) const = 0;

  virtual std::vector<ideas::Service> search(DirectorySearchAsk const&) const = 0;  // rule DC7

  // What nobody has checked, or not lately: the longest due first (rule DC4).
  virtual std::vector<ideas::Service> unchecked(Day today, std::size_t limit) const = 0;

  // What lies over what its publisher says, and the names in it as they are shown.
  virtual std::optional<ideas::Entry> entry(ServiceId) const = 0;
  virtual std::vector<ideas::Service> hidden(std::size_t limit) const = 0;  // by curators; by name

  // Reasons about services, each heard at least so often (rule DC15): the most often heard first.
  virtual std::vector<HeardObstacle> obstacles(std::size_t least, std::size_t limit) const = 0;

  virtual std::vector<OpenReport> reports(std::size_t limit) const = 0;  // not settled, the oldest first
  virtual std::optional<ServiceId> service_of(ideas::ReportId) const = 0;
};

// What one step along a stream changes.
struct Touched {  // an event of the stream concerns this service
  ServiceId service;
  std::uint64_t position = 0;
};
using ModelChange =
    std::variant<ideas::Entry, ideas::ServiceTroubleReported, ideas::ReportSettled,
                 ideas::ServiceObstacleHeard, ideas::ImportStarted, ideas::ImportFinished, Touched>;

// A piece of the way along one stream.
struct ModelStep {
  IdBits stream;
  std::uint64_t position = 0;  // of its last event
  std::vector<ModelChange> changes;
};

class DirectoryModel {
 public:
  virtual ~DirectoryModel() = default;

  virtual std::uint64_t position(IdBits const& stream) const = 0;  // how far it has been followed; 0: not yet
  // Where a service was first listed: it stays in that stream, whatever its organization is called later.
  virtual std::optional<IdBits> stream_of(ServiceId) const = 0;
  // The positions of the events that concern a service, the oldest first.
  virtual std::vector<std::uint64_t> history(ServiceId, std::size_t limit) const = 0;

  virtual std::vector<ImportNote> imports(std::size_t limit) const = 0;  // the newest first
  virtual std::vector<ServiceId> listed_by(ideas::ImportId) const = 0;   // and by none since
  // What imports of this feed listed and none withdrew.
  virtual std::vector<std::pair<ServiceId, std::string>> listed_in(std::string const& feed) const = 0;

  // All changes and the new positions, in one commit.
  virtual void apply(std::span<ModelStep const>) = 0;
  virtual void clear() = 0;
};

class PlaceStore {
 public:
  virtual ~PlaceStore() = default;

  virtual void replace(std::span<ideas::District const>) = 0;  // the whole table, in one commit
  virtual std::vector<ideas::District> districts() const = 0;  // by outcode
};

}  // namespace kith::app
