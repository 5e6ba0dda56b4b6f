#include <gmock/gmock.h>

#include <sstream>

#include "parley/talks/json_lines.h"
#include "talks/postgres/server.h"
#include "talks/random_talks.h"
#include "talks/store_suite.h"
#include "talks/temporary_folder.h"

namespace parley {
namespace {

using testing::IsEmpty;

std::string exported(Store& store) {
  std::ostringstream out;
  export_json_lines(store, out);
  return out.str();
}

TEST(PostgresCarry, MovesARecordToAFileAndBackBitForBit) {
  RandomTalks talks(1);
  const auto team = open_store(Server::get()->fresh_database(), OpenMode::create);
  for (int i = 0; i < 200; ++i) team->append(talks.drafts(40), talks.time());
  const std::string text = exported(*team);

  const TemporaryFolder folder;
  const auto file = open_store(folder.path("talks.db"), OpenMode::create);
  const auto back = open_store(Server::get()->fresh_database(), OpenMode::create);
  for (Store* store : {file.get(), back.get()}) {
    std::istringstream in(store == file.get() ? text : exported(*file));
    EXPECT_THAT(import_json_lines(in, *store, [](const auto&, auto&) { return EntryKeys(); }).problems, IsEmpty());
    EXPECT_EQ(store->head(), team->head());
    EXPECT_EQ(exported(*store), text);
    EXPECT_THAT(breaks_of(*store), IsEmpty());
  }
}

}  // namespace
}  // namespace parley
