// Every bound of the HTTP surface, by name. Rules HT1, HT2 and HT4 of spec/http.md quote them.
//
// Plain values, set once when the server starts; tests make them smaller. Sizes in bytes, spans in
// milliseconds.
#pragma once
#include <cstddef>
#include <cstdint>

namespace kith::http {

inline constexpr std::size_t command_body_bytes_max = 2u << 20;  // POST …/commands
inline constexpr std::size_t small_body_bytes_max = 16u << 10;   // sign-in and the like
inline constexpr std::size_t path_segments_max = 16;
inline constexpr std::size_t query_pairs_max = 64;
inline constexpr std::size_t cookies_max = 32;

struct Limits {
  std::uint32_t header_bytes_max = 16u << 10;
  std::size_t connections_max = 2048;
  std::size_t connections_per_address_max = 128;  // a trusted proxy is not counted
  std::size_t waiting_requests_max = 512;         // accepted and not yet answered; more are told 503
  std::size_t requests_per_connection_max = 1000;

  std::int64_t idle_ms_max = 60'000;         // between two requests of one connection
  std::int64_t header_ms_max = 10'000;       // from the first byte of a request to the end of its headers
  std::int64_t body_ms_max = 60'000;         // for the whole body
  std::int64_t write_ms_max = 30'000;        // for one answer, or one nudge to a slow reader
  std::int64_t stop_ms_max = 5'000;          // for answers under way when the server stops
  std::int64_t linger_ms_max = 5'000;        // reading what is still sent after an early refusal, so that
  std::size_t linger_bytes_max = 32u << 20;  // … the refusal arrives instead of a broken connection

  std::int64_t heartbeat_ms = 15'000;  // of a live stream
  std::size_t live_streams_max = 1024;
  std::size_t live_streams_per_session_max = 8;
};

}  // namespace kith::http
