#include "talks/postgres/server.h"
#include "talks/store_suite.h"

namespace parley {
namespace {

class Databases : public Ground {
 public:
  std::string fresh_place() override { return Server::get()->fresh_database(); }
};

INSTANTIATE_TEST_SUITE_P(Postgres, StoreSuite, testing::Values(StoreKind{std::make_unique<Databases>, open_store}));

}  // namespace
}  // namespace parley
