// SQLite's C interface with owners instead of handles, and faults instead of codes. Nothing else: no mapping,
// no builder; the SQL stays readable where it is used. Shared by the adapters that keep a SQLite file.
//
// Threads: a Connection and its queries belong to one thread at a time; Readers lends connections to many.
// Faults: a full disk, a busy file or a file that cannot be opened is `unavailable`; a damaged or foreign
// file is `corrupted`; wrong SQL is `misuse`. Texts name the file and what to do, never what is stored in it.
#pragma once
#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::sqlite {

inline constexpr int busy_wait_ms_max = 5000;
inline constexpr int pages_kib_usual = 2'000;

// What can be bound. Octets and text are borrowed until the query ends.
struct Blob {
  std::string_view octets;
};
struct Text {
  std::string_view utf8;
};
struct Null {};

enum class Open { existing, create, in_memory };  // create: also opens an existing file
enum class Access { write, read };

class Connection;

// A prepared statement while it runs. It ends (and lets go of its snapshot of the file) with its scope.
class Query {
 public:
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  bool step();  // true: a row is there; its views last until the next step

  std::int64_t integer(int column) const;
  std::string_view octets(int column) const;  // of a blob or a text
  bool is_null(int column) const;

 private:
  friend class Connection;
  Query(Connection const& connection, sqlite3_stmt* statement, bool* running);

  void bind_all(int) {}
  template <class First, class... Rest>
  void bind_all(int index, First const& first, Rest const&... rest) {
    bind(index, first);
    bind_all(index + 1, rest...);
  }
  void bind(int index, std::integral auto number) { bind_integer(index, static_cast<std::int64_t>(number)); }
  void bind(int index, Blob);
  void bind(int index, Text);
  void bind(int index, Null);
  template <class Value>
  void bind(int index, std::optional<Value> const& value) {
    value ? bind(index, *value) : bind(index, Null{});
  }
  void bind_integer(int index, std::int64_t number);
  void check(int code) const;

  Connection const* connection_;
  sqlite3_stmt* statement_;
  bool* running_;  // of the kept statement; null when the statement is this query's own
};

class Connection {
 public:
  // Opens in WAL mode with synchronous=FULL (a commit is on the disk when it returns), foreign keys on, and
  // deleted content overwritten.
  Connection(std::string path, Open, Access = Access::write);
  ~Connection();
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  // Prepared once per SQL text and kept. Parameters ?1, ?2, … in order.
  template <class... Values>
  Query query(std::string_view sql, Values const&... values) {
    auto started = start(sql);
    started.bind_all(1, values...);
    return started;
  }
  // For statements without rows. Returns how many rows were changed.
  template <class... Values>
  std::int64_t run(std::string_view sql, Values const&... values) {
    auto started = query(sql, values...);
    while (started.step()) {
    }
    return sqlite3_changes64(handle_);
  }
  void script(std::string const& sql);  // several statements, not kept
  void keep_pages(int kib_max);         // of the file, in memory

  // Moves the log into the file and empties it, so that overwritten content is gone from both. false: a
  // reader is in the way; try again later. Never waits.
  bool empty_log();

  // Writes the whole database, as it stands now, into a new file. Others may go on writing meanwhile.
  void copy_to(std::string const& path);

  std::string const& path() const { return path_; }

 private:
  friend class Query;
  void configure(Open, Access);
  Query start(std::string_view sql);
  [[noreturn]] void fail(int code) const;

  std::string path_;
  sqlite3* handle_ = nullptr;
  struct Cached {
    sqlite3_stmt* statement = nullptr;
    bool running = false;
  };
  std::map<std::string, Cached, std::less<>> statements_;
};

// Begins at once as the only writer; rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(Transaction const&) = delete;
  Transaction& operator=(Transaction const&) = delete;
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

// Brings a file to the newest schema: migration n is run once, in order, in one transaction. `application_id`
// (PRAGMA) says whose file it is. Faults: a file of another program, or of a newer Kith.
void migrate(Connection&, std::int32_t application_id, std::span<std::string_view const> migrations);

// Lends reading connections to any number of threads. A lease sees the file as it was at its first reading,
// whatever is committed meanwhile; so keep it short.
class Readers {
 public:
  // `pages_kib`: of the file each connection keeps at most so much in memory.
  explicit Readers(std::string path, int pages_kib = pages_kib_usual)
      : path_(std::move(path)), pages_kib_(pages_kib) {}

  class Lease {
   public:
    Lease(Readers& readers, std::unique_ptr<Connection> connection);
    ~Lease();
    Lease(Lease const&) = delete;
    Lease& operator=(Lease const&) = delete;
    Connection* operator->() const { return connection_.get(); }
    Connection& operator*() const { return *connection_; }

   private:
    Readers& readers_;
    std::unique_ptr<Connection> connection_;
  };
  Lease lease();

 private:
  static constexpr std::size_t idle_max = 8;
  std::string path_;
  int pages_kib_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace kith::sqlite
