#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../temporary_folder.h"
#include "kill_once.h"
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

class SqliteKilled
    : public testing::TestWithParam<KillOnceCounts (*)(const std::string&, std::int64_t, std::uint64_t)> {};

TEST_P(SqliteKilled, IsDoneOrNotButNeverByHalf) {
  const TemporaryFolder folder;
  const KillOnceCounts counts = GetParam()(folder.path(""), 5, 1);
  EXPECT_THAT(counts.failures, testing::IsEmpty());
  EXPECT_GT(counts.midway, 0);
}

INSTANTIATE_TEST_SUITE_P(WhileWork, SqliteKilled, testing::Values(kill_creators, kill_updaters, kill_importers));

}  // namespace
}  // namespace parley
