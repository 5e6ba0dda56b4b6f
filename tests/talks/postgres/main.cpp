#include <gtest/gtest.h>

#include <cstdio>

#include "talks/postgres/server.h"

/// Where there is no PostgreSQL the whole program is skipped, and ctest says so.
int main(int count, char** words) {
  testing::InitGoogleTest(&count, words);
  if (parley::Server::get() == nullptr) {
    std::puts(parley::Server::missing);
    return 77;
  }
  return RUN_ALL_TESTS();
}
