#include "adapters/paper_weasy/confine.hpp"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <array>

namespace kith::adapters {
namespace {

#if defined(__x86_64__)
constexpr unsigned arch = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned arch = AUDIT_ARCH_AARCH64;
#else
#error "name the architecture for the system call filter"
#endif

// Ways out of the process that printing never needs. A number from another table of calls is refused as well.
constexpr std::array<unsigned, 5> refused_calls = {SYS_socket, SYS_socketpair, SYS_ptrace, SYS_io_uring_setup,
                                                   SYS_kill};
constexpr unsigned other_table_bit = 0x40000000;

bool filter_calls() {
  constexpr auto data = [](std::size_t offset) {
    return sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<unsigned>(offset)};
  };
  constexpr auto when = [](unsigned short test, unsigned value, unsigned char yes, unsigned char no) {
    return sock_filter{static_cast<unsigned short>(BPF_JMP | test | BPF_K), yes, no, value};
  };
  constexpr auto answer = [](unsigned value) { return sock_filter{BPF_RET | BPF_K, 0, 0, value}; };
  constexpr std::size_t count = refused_calls.size(), first_call = 4, allow = first_call + count,
                        refuse = allow + 1;
  std::array<sock_filter, refuse + 1> program{};
  program[0] = data(offsetof(seccomp_data, arch));
  program[1] = when(BPF_JEQ, arch, 0, refuse - 2);
  program[2] = data(offsetof(seccomp_data, nr));
  program[3] = when(BPF_JGE, other_table_bit, refuse - 4, 0);
  for (std::size_t n = 0; n < count; ++n) {
    auto const at = first_call + n;
    program[at] = when(BPF_JEQ, refused_calls[n], static_cast<unsigned char>(refuse - at - 1), 0);
  }
  program[allow] = answer(SECCOMP_RET_ALLOW);
  program[refuse] = answer(SECCOMP_RET_ERRNO | EACCES);
  sock_fprog const filter{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

bool limit(__rlimit_resource what, std::int64_t most) {
  rlimit const bound{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
  return setrlimit(what, &bound) == 0;
}

}  // namespace

bool confine_this_process(std::int64_t memory_bytes_max, int cpu_s_max) {
  constexpr std::int64_t files_max = 64;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit(RLIMIT_AS, memory_bytes_max) &&
         limit(RLIMIT_CPU, cpu_s_max) && limit(RLIMIT_NOFILE, files_max) && limit(RLIMIT_FSIZE, 0) &&
         limit(RLIMIT_CORE, 0) && filter_calls();
}

}  // namespace kith::adapters
