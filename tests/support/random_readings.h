#pragma once

#include <vector>

#include "parley/case/talks.h"
#include "parley/solve/joint/reading_table.h"
#include "support/random_tables.h"

namespace parley::test {

/// What a random table of readings looks like.
struct ReadingShape {
  int issues = 4;
  int most_levels = 4;
  int views = 2;
  std::size_t readings = 70;
  Utility scale = 20;  ///< of one gain; floors lie where about half of what is there reaches them
  bool plain = false;  ///< no features, rules, red lines or hypotheses
};

/// Few issues and views, some with a single reading or very large utilities.
ReadingShape random_reading_shape(Random& random);
ReadingTable random_readings(Random& random, const ReadingShape& shape);

/// All packages that obey the rules, in lexicographic order.
std::vector<Package> all_packages(const ReadingTable& table);

/// The definitions, word for word, reading by reading: the judge of everything in solve/joint.
Utility worth(const ReadingTable& table, std::size_t view, std::size_t reading, const Package& package);
bool approves(const ReadingTable& table, std::size_t view, std::size_t reading, const Package& package);
bool approved_jointly(const ReadingTable& table, std::size_t reading, const Package& package);
std::uint32_t count_approved(const ReadingTable& table, const Package& package);
std::uint64_t tie_key(const ReadingTable& table, const Package& package);

/// The same table with views, issues and levels in other places: `issue[i]` is where the new issue i was, `level[i][l]`
/// where its level l was, `view[v]` where the new view v was.
struct OtherPlaces {
  std::vector<std::size_t> issue;
  std::vector<std::vector<std::size_t>> level;
  std::vector<std::size_t> view;
};
OtherPlaces other_places(Random& random, const ReadingTable& table);
ReadingTable moved(const ReadingTable& table, const OtherPlaces& places);
Package moved(const Package& package, const OtherPlaces& places);

}  // namespace parley::test
