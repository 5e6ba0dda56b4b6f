#pragma once

#include <boost/dynamic_bitset.hpp>
#include <cstdint>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/consent.h"
#include "parley/model/reading/readings.h"

namespace parley {

/// Some of the readings: bit j stands for reading j.
using ReadingSet = boost::dynamic_bitset<std::uint64_t>;

/// In which readings who consents to a package.
struct ConsentIn {
  std::vector<std::vector<ReadingSet>> principals;  ///< for each party and principal
  std::vector<ReadingSet> parties;                  ///< its consent tree, as it is in each reading, approves
  ReadingSet everyone;  ///< all parties at once: found reading by reading, no product of shares
};

/// Tells it package by package: the same as approves_in, for all readings at once. The case and the readings must
/// outlive it.
class ConsentByReading {
 public:
  ConsentByReading(const Case& c, const Readings& readings);

  ConsentIn to(const Package& package) const;

 private:
  /// One way in which a party's consent may come about, and the readings in which that is how it does.
  struct TreeClaim {
    ReadingSet holds;
    std::vector<Coalition> coalitions;
  };
  ReadingSet principal(int party, int principal, const Package& package) const;
  ReadingSet party(int party, const std::vector<ReadingSet>& principals) const;

  const Case& case_;
  const Readings& readings_;
  std::vector<std::vector<TreeClaim>> trees_;  ///< for each party
};

/// What a package is worth to a view in each of `count` readings.
std::vector<Utility> utilities_of(const ReadView& view, std::size_t count, const Package& package);

}  // namespace parley
