#include "wire/snapshot.hpp"

#include "wire/fields.hpp"

namespace kith::wire {
namespace {

using shape::AnId;
using shape::AText;
using shape::is_list;
using shape::is_name_set;
using shape::is_optional;

constexpr int id_half_bytes = 8, group_bits = 7;

// Members in their order, each put into bytes: whole numbers in groups of seven bits, the lowest first.
class Out {
 public:
  template <class T>
  void operator()(char const*, T const& value) {
    put(value);
  }
  template <class T>
  void maybe(char const*, T const& value) {
    put(value);
  }

  void put_count(std::uint64_t number) {
    for (; number >= 1u << group_bits; number >>= group_bits)
      bytes_ += static_cast<char>(number | 1u << group_bits);
    bytes_ += static_cast<char>(number);
  }
  template <class T>
  void put(T const& value) {
    if constexpr (std::is_same_v<T, bool>) {
      put_count(value);
    } else if constexpr (is_optional<T>) {
      put_count(value.has_value());
      if (value) put(*value);
    } else if constexpr (is_list<T>) {
      put_count(value.size());
      for (auto const& item : value) put(item);
    } else if constexpr (is_name_set<T>) {
      put_count(value.bits);
    } else if constexpr (std::is_same_v<T, Ring>) {
      put_whole(number_of(value));
    } else if constexpr (std::is_integral_v<T>) {
      put_whole(static_cast<std::int64_t>(value));
    } else if constexpr (std::is_same_v<T, Day>) {
      put_whole(value.count());
    } else if constexpr (std::is_same_v<T, Instant>) {
      put_whole(value.ms);
    } else if constexpr (std::is_same_v<T, std::string>) {
      put_text(value);
    } else if constexpr (AText<T>) {
      put_text(value.text);
    } else if constexpr (AnId<T>) {
      put_id({value.hi, value.lo});
    } else if constexpr (std::is_same_v<T, Party>) {
      put_count(static_cast<std::uint64_t>(value.kind));
      put_id(value.id);
    } else if constexpr (Named<T>) {
      put_count(static_cast<std::uint64_t>(value));
    } else {
      shape::list_members(value, *this);
    }
  }

  std::string take() { return std::move(bytes_); }

 private:
  void put_whole(std::int64_t number) {  // small ones of either sign in few bytes
    auto const doubled = static_cast<std::uint64_t>(number) << 1;
    put_count(number < 0 ? ~doubled : doubled);
  }
  void put_text(std::string const& text) {
    put_count(text.size());
    bytes_ += text;
  }
  void put_id(IdBits bits) {
    for (auto const half : {bits.hi, bits.lo})
      for (int n = 0; n < id_half_bytes; ++n) bytes_ += static_cast<char>(half >> 8 * n);
  }

  std::string bytes_ = snapshot_mark();
};

// The same back. From the first fault on everything reads as nothing.
class In {
 public:
  explicit In(std::string_view bytes) : rest_(bytes) {}
  bool is_sound() const { return sound_; }
  bool is_at_end() const { return rest_.empty(); }

  template <class T>
  void operator()(char const*, T const& value) {
    get(const_cast<T&>(value));
  }
  template <class T>
  void maybe(char const*, T const& value) {
    get(const_cast<T&>(value));
  }

  std::uint64_t get_count(std::uint64_t most = UINT64_MAX) {
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64; shift += group_bits) {
      if (rest_.empty()) return stop();
      auto const group = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(group & 0x7Fu) << shift;
      if (group < 1u << group_bits) return number <= most ? number : stop();
    }
    return stop();
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      value = get_count(1) != 0;
    } else if constexpr (is_optional<T>) {
      if (get_count(1) != 0) get(value.emplace());
    } else if constexpr (is_list<T>) {
      value.resize(get_size());
      for (auto& item : value) get(item);
    } else if constexpr (is_name_set<T>) {
      value.bits = static_cast<decltype(value.bits)>(get_count((1ull << shape::names_in(value).size()) - 1));
    } else if constexpr (std::is_same_v<T, Ring>) {
      if (auto const ring = ring_of(get_whole())) value = *ring;
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(get_whole());
    } else if constexpr (std::is_same_v<T, Day>) {
      if (auto const day = Day::of_count(get_whole())) value = *day;
    } else if constexpr (std::is_same_v<T, Instant>) {
      value.ms = get_whole();
    } else if constexpr (std::is_same_v<T, std::string>) {
      value = get_text();
    } else if constexpr (AText<T>) {
      value.text = get_text();
    } else if constexpr (AnId<T>) {
      auto const bits = get_id();
      value = {bits.hi, bits.lo};
    } else if constexpr (std::is_same_v<T, Party>) {
      value.kind = static_cast<Party::Kind>(get_count(static_cast<std::uint64_t>(Party::Kind::tie)));
      value.id = get_id();
    } else if constexpr (Named<T>) {
      value = static_cast<T>(get_count(count_of<T> - 1));
    } else {
      shape::list_members(value, *this);
    }
  }

 private:
  std::uint64_t stop() {
    sound_ = false;
    rest_ = {};
    return 0;
  }
  // How many letters or items; each has a byte at least.
  std::size_t get_size() {
    auto const size = get_count();  // of what is left once it is read
    return static_cast<std::size_t>(size <= rest_.size() ? size : stop());
  }
  std::int64_t get_whole() {
    auto const doubled = get_count();
    return static_cast<std::int64_t>(doubled >> 1 ^ (doubled & 1u ? UINT64_MAX : 0));
  }
  std::string get_text() {
    auto const size = get_size();
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }
  IdBits get_id() {
    IdBits bits;
    if (rest_.size() < 2 * id_half_bytes) return stop(), bits;
    for (auto* half : {&bits.hi, &bits.lo}) {
      for (int n = 0; n < id_half_bytes; ++n)
        *half |= std::uint64_t{static_cast<unsigned char>(rest_[static_cast<std::size_t>(n)])} << 8 * n;
      rest_.remove_prefix(id_half_bytes);
    }
    return bits;
  }

  std::string_view rest_;
  bool sound_ = true;
};

// Says of what type everything is. Equal texts: the bytes mean the same.
class Shape {
 public:
  template <class T>
  void operator()(char const* name, T const&) {
    say_member<T>(name, ' ');
  }
  template <class T>
  void maybe(char const* name, T const&) {
    say_member<T>(name, '?');
  }

  template <class T>
  void say() {
    if constexpr (is_optional<T>) {
      text_ += '?';
      say<typename T::value_type>();
    } else if constexpr (is_list<T>) {
      text_ += '*';
      say<typename T::value_type>();
    } else if constexpr (is_name_set<T>) {
      say_names('+', shape::names_in(T{}));
    } else if constexpr (std::is_same_v<T, Ring>) {
      text_ += 'r';
    } else if constexpr (std::is_integral_v<T>) {
      text_ += std::is_same_v<T, bool> ? 'b' : 'i';
    } else if constexpr (std::is_same_v<T, Day>) {
      text_ += 'd';
    } else if constexpr (std::is_same_v<T, Instant>) {
      text_ += 'm';
    } else if constexpr (std::is_same_v<T, std::string> || AText<T>) {
      text_ += 't';
    } else if constexpr (AnId<T>) {
      text_ += 'n';
    } else if constexpr (std::is_same_v<T, Party>) {
      text_ += 'p';
    } else if constexpr (Named<T>) {
      say_names('|', names<T>);
    } else {
      text_ += '{';
      shape::list_members(T{}, *this);
      text_ += '}';
    }
  }
  template <class T>
  void say_member(std::string_view name, char how) {
    text_.append(name) += how;
    say<T>();
  }

  std::string mark() const {  // FNV-1a
    std::uint64_t hash = 0xCBF29CE484222325;
    for (auto const letter : text_) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3;
    std::string bytes;
    for (int n = 0; n < id_half_bytes; ++n) bytes += static_cast<char>(hash >> 8 * n);
    return bytes;
  }

 private:
  void say_names(char how, shape::NameTable table) {
    text_ += how;
    for (auto const name : table) text_.append(name) += ',';
  }
  std::string text_;
};

}  // namespace

std::string snapshot_mark() {
  static std::string const mark = [] {
    Shape shape;
    Record const none;
    each_table(none, [&]<class Key, class Row>(std::map<Key, Row> const&) {
      shape.say_member<Row>(Row::kind, ':');
    });
    return shape.mark();
  }();
  return mark;
}

std::string write_snapshot(Record const& record) {
  Out out;
  each_table(record, [&](auto const& table) {
    out.put_count(table.size());
    for (auto const& entry : table) out.put(entry.second);
  });
  return out.take();
}

std::optional<Record> read_snapshot(std::string_view bytes) {
  auto const mark = snapshot_mark();
  if (!bytes.starts_with(mark)) return std::nullopt;
  In in(bytes.substr(mark.size()));
  Record record;
  each_table(record, [&](auto& table) {
    for (auto count = in.get_count(); in.is_sound() && count > 0; --count) {
      typename std::remove_reference_t<decltype(table)>::mapped_type row{};
      in.get(row);
      auto const id = row.id();
      table.emplace_hint(table.end(), id, std::move(row));
    }
  });
  return in.is_sound() && in.is_at_end() ? std::optional(std::move(record)) : std::nullopt;
}

}  // namespace kith::wire
