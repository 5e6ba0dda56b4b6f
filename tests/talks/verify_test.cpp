#include "parley/talks/verify.h"

#include <gmock/gmock.h>

#include "naive_store.h"
#include "random_talks.h"
#include "talks/whole.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A record whose words about its own end can be had otherwise, and to which others add while it is read.
class Odd : public NaiveStore {
 public:
  Head head() override { return claimed ? *claimed : NaiveStore::head(); }
  void each(std::int64_t first, const std::function<bool(const Entry&)>& take) override {
    if (before_reading) before_reading();
    NaiveStore::each(first, take);
    if (after_reading) after_reading();
  }

  std::optional<Head> claimed;
  std::function<void()> before_reading, after_reading;
};

class Verify : public testing::Test {
 protected:
  Verify() { add(); }
  void add() { store_.append(std::vector{statement("x"), statement("y")}, noon()); }

  Odd store_;
};

TEST_F(Verify, FindsNothingWrongWithWhatNobodyTouched) {
  EXPECT_THAT(breaks_of(store_), IsEmpty());
  EXPECT_EQ(verify(store_, [](const Break&) {}), store_.head());
  NaiveStore empty;
  EXPECT_THAT(breaks_of(empty), IsEmpty());
}

TEST_F(Verify, FindsNothingWrongWhileOthersAdd) {
  store_.before_reading = [&] { add(); };
  EXPECT_THAT(breaks_of(store_), IsEmpty());
  store_.after_reading = [&] { add(); };
  EXPECT_THAT(breaks_of(store_), IsEmpty());
}

TEST_F(Verify, FindsWhatWasCutOffOrAddedBehindTheEnd) {
  store_.claimed = Head{3, store_.head().hash};
  EXPECT_THAT(breaks_of(store_), ElementsAre(HasSubstr("cut off")));
  store_.claimed = Head{1, store_.entries()[0].hash};
  EXPECT_THAT(breaks_of(store_), ElementsAre(HasSubstr("behind its back")));
  store_.claimed = Head{2, store_.entries()[0].hash};
  EXPECT_THAT(breaks_of(store_), ElementsAre(HasSubstr("exchanged")));
}

}  // namespace
}  // namespace parley
