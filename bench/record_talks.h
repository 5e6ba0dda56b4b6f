#pragma once

#include <random>
#include <vector>

#include "parley/talks/store.h"

namespace parley::bench {

/// Talks of three years from 2022 on with 40 who take part, of whom some are in most events and some in hardly any;
/// texts, sources and words likewise; one event in ten in confidence. Events are entered up to two months after they
/// happened.
class RecordTalks {
 public:
  explicit RecordTalks(std::size_t expected) : expected_(static_cast<double>(expected)) {}
  std::vector<Draft> batch(std::size_t size);

 private:
  /// Few of the numbers come often.
  std::size_t rare(std::size_t most);
  Draft draft();

  std::mt19937_64 random_{1};
  double expected_;
  std::size_t made_ = 0;
};

/// When they are entered: after all that happened in them.
std::chrono::sys_seconds entered();

}  // namespace parley::bench
