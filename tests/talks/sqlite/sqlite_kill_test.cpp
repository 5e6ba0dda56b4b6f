#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../temporary_folder.h"
#include "kill_rounds.h"

namespace parley {
namespace {

/// bench/kill-record does the same some thousand times.
TEST(SqliteKill, LosesNothingThatWasAcknowledged) {
  const TemporaryFolder folder;
  const KillCounts counts = kill_writers(folder.path(""), 60, 1);
  EXPECT_THAT(counts.failures, testing::IsEmpty());
  EXPECT_GT(counts.acknowledged, 60);
}

}  // namespace
}  // namespace parley
