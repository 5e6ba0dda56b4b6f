#include "../store_suite.h"
#include "../temporary_folder.h"
#include "parley/talks/sqlite/sqlite_store.h"

namespace parley {
namespace {

class Files : public Ground {
 public:
  std::string fresh_place() override { return folder_.path("talks-" + std::to_string(++places_) + ".db"); }

 private:
  TemporaryFolder folder_;
  int places_ = 0;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreSuite,
                         testing::Values(StoreKind{[] { return std::make_unique<Files>(); }, open_sqlite}));

}  // namespace
}  // namespace parley
