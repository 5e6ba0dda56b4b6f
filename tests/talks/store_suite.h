#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "parley/talks/store.h"
#include "talks/whole.h"

namespace parley {

/// A place where records can be made for a test; taken away with it.
class Ground {
 public:
  virtual ~Ground() = default;
  /// Where no record is yet, as `open` takes it; another one each time.
  virtual std::string fresh_place() = 0;
};

/// One kind of store, for what every kind promises. To have a store judged:
///   INSTANTIATE_TEST_SUITE_P(Sqlite, StoreSuite, testing::Values(StoreKind{make_ground, open_sqlite}));
struct StoreKind {
  std::function<std::unique_ptr<Ground>()> make_ground;
  std::function<std::unique_ptr<Store>(const std::string& where, OpenMode mode)> open;

  /// For the names of the tests, which would show its bytes.
  friend void PrintTo(const StoreKind& /*kind*/, std::ostream* out) { *out << "a kind of store"; }
};

class StoreSuite : public testing::TestWithParam<StoreKind> {
 protected:
  StoreSuite() : ground_(GetParam().make_ground()) {}

  std::string fresh_place() { return ground_->fresh_place(); }
  std::unique_ptr<Store> open(const std::string& where, OpenMode mode) const { return GetParam().open(where, mode); }

 private:
  std::unique_ptr<Ground> ground_;
};

}  // namespace parley
