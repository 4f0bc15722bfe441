// What the standard library would tell a terminal, without one: memory that ran out and a broken precondition
// are traps.
//
// The library's own would bring printf with them, a twentieth of the module, and imports that no browser has.
// Both are meant to be replaced: [replacement.functions] in the standard, __verbose_abort in libc++'s manual.
#include <cstdlib>
#include <new>

void* operator new(std::size_t bytes, std::nothrow_t const&) noexcept {
  return std::malloc(bytes == 0 ? 1 : bytes);
}
void* operator new(std::size_t bytes) {
  void* const memory = operator new(bytes, std::nothrow);
  if (!memory) __builtin_trap();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::nothrow_t const&) noexcept { std::free(memory); }

void std::__libcpp_verbose_abort(char const*, ...) { __builtin_trap(); }
