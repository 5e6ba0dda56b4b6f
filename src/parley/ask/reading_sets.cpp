#include "parley/ask/reading_sets.h"

#include <algorithm>
#include <cstddef>

#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/model/model.h"

namespace parley {
namespace {

void add(std::vector<Utility>& sums, const PerReading& values) {
  if (values.size() == 1)
    for (Utility& sum : sums) sum += values.front();
  else
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += values[j];
}

}  // namespace

std::vector<Utility> utilities_of(const ReadView& view, std::size_t count, const Package& package) {
  std::vector<Utility> sums(count, 0);
  for (std::size_t i = 0; i < package.size(); ++i) add(sums, view.gain[i][at(package[i])]);
  for (std::size_t e = 0; e < view.interactions.size(); ++e)
    if (counts(view.interactions[e], package)) add(sums, view.interaction_gain[e]);
  return sums;
}

ConsentByReading::ConsentByReading(const Case& c, const Readings& readings) : case_(c), readings_(readings) {
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    const Party& party = c.parties[p];
    std::vector<TreeClaim> claims;
    if (readings.consent[p].empty()) {
      ReadingSet all(readings.count);
      claims.push_back({std::move(all.set()), sufficient_coalitions(party)});
    }
    for (std::size_t k = 0; k < party.consent_claims.size() && !readings.consent[p].empty(); ++k) {
      Party as_claimed = party;
      as_claimed.consent = party.consent_claims[k].consent;
      ReadingSet holds(readings.count);
      for (std::size_t j = 0; j < readings.count; ++j) holds[j] = readings.consent[p][j] == k;
      claims.push_back({std::move(holds), sufficient_coalitions(as_claimed)});
    }
    trees_.push_back(std::move(claims));
  }
}

ReadingSet ConsentByReading::principal(int party, int principal, const Package& package) const {
  ReadingSet approves(readings_.count);
  const Party& side = case_.parties[at(party)];
  for (const RedLine& line : red_lines_of(side, side.principals[at(principal)]))
    if (line.option.holds[at(package[at(line.option.issue)])]) return approves;
  const ReadView& view = readings_.views[at(party)][at(principal)];
  const auto utilities = utilities_of(view, readings_.count, package);
  for (std::size_t j = 0; j < readings_.count; ++j) approves[j] = utilities[j] >= in_reading(view.floor, j);
  return approves;
}

ReadingSet ConsentByReading::party(int party, const std::vector<ReadingSet>& principals) const {
  ReadingSet approves(readings_.count);
  for (const TreeClaim& claim : trees_[at(party)])
    for (const Coalition& coalition : claim.coalitions) {
      ReadingSet together = claim.holds;
      for (const int k : coalition) together &= principals[at(k)];
      approves |= together;
    }
  return approves;
}

ConsentIn ConsentByReading::to(const Package& package) const {
  ConsentIn consent;
  consent.everyone = ReadingSet(readings_.count).set();
  for (int p = 0; p < std::ssize(case_.parties); ++p) {
    std::vector<ReadingSet> principals;
    for (int k = 0; k < std::ssize(case_.parties[at(p)].principals); ++k)
      principals.push_back(principal(p, k, package));
    consent.parties.push_back(party(p, principals));
    consent.everyone &= consent.parties.back();
    consent.principals.push_back(std::move(principals));
  }
  return consent;
}

}  // namespace parley
