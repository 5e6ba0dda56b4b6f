#include <gtest/gtest.h>

#include <cstdio>

#include "talks/postgres/server.h"

/// libpqxx 6.4 forgets the last result of a connection that is lost while it sends rows; for the leak sanitizer.
extern "C" const char* __lsan_default_suppressions();                            // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { return "leak:libpqxx"; }  // NOLINT(bugprone-reserved-identifier)

/// Where there is no PostgreSQL the whole program is skipped, and ctest says so.
int main(int count, char** words) {
  testing::InitGoogleTest(&count, words);
  if (parley::Server::get() == nullptr) {
    std::puts(parley::Server::missing);
    return 77;
  }
  return RUN_ALL_TESTS();
}
