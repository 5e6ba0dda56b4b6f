#include "parley/ask/grounds.h"

#include <algorithm>
#include <cstddef>

#include "parley/ask/versions.h"

namespace parley {
namespace {

/// Adds a source that is not there yet, in the order of ids.
void add_source(const Case& c, std::vector<Provenance>& sources, const Provenance& from) {
  const auto id = [&](const Provenance& p) {
    return p.source < 0 ? std::string() : c.sources[static_cast<std::size_t>(p.source)].id;
  };
  const auto same = [&](const Provenance& p) { return p.source == from.source; };
  if (std::ranges::any_of(sources, same)) return;
  const auto before = [&](const Provenance& a, const Provenance& b) { return id(a) < id(b); };
  sources.insert(std::ranges::upper_bound(sources, from, before), from);
}

class GroundsCollector {
 public:
  GroundsCollector(const Case& c, Date as_of, int party) : case_(c), as_of_(as_of) { result_.party = party; }

  void add(const std::optional<Quantity>& quantity) {
    if (!quantity) return;
    if (quantity->claims.empty()) add(quantity->from);
    for (const Claim& claim : quantity->claims) add(claim.from);
  }

  void add(const std::vector<DatedValue>& values) {
    for (const DatedValue& value : values) {
      if (!known_by(value.since, as_of_)) continue;
      const auto& gamble = value.gamble;
      if (!gamble) {
        add(std::optional(value.value));
        continue;
      }
      for (const Quantity* part : {&gamble->chance, &gamble->win, &gamble->loss, &gamble->cost})
        add(std::optional(*part));
    }
  }

  PartyGrounds result(const std::vector<TalksCondition>& conditions) {
    for (const TalksCondition& condition : conditions)
      if (condition.used && condition.who.party == result_.party) add_source(case_, result_.answers, condition.from);
    result_.grounds = result_.sourced > 0       ? Grounds::sourced
                      : result_.answers.empty() ? Grounds::none
                                                : Grounds::assumptions_only;
    return result_;
  }

 private:
  void add(const Provenance& from) {
    const bool assumed = is_assumption(case_, from);
    ++(assumed ? result_.assumed : result_.sourced);
    if (!assumed) add_source(case_, result_.sources, from);
  }

  const Case& case_;
  Date as_of_;
  PartyGrounds result_;
};

}  // namespace

std::vector<PartyGrounds> grounds_of(const Case& c, Date as_of, const std::vector<TalksCondition>& conditions) {
  std::vector<PartyGrounds> result;
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    const Party& party = c.parties[static_cast<std::size_t>(p)];
    GroundsCollector collector(c, as_of, p);
    collector.add(party.reservation);
    collector.add(party.reservations);
    for (const Principal& principal : party.principals) {
      if (principal.advisory) continue;
      collector.add(principal.reservation);
      collector.add(principal.reservations);
    }
    collector.add(party.no_deal.breakdown);
    for (const Exit& exit : party.no_deal.exits) collector.add(exit.values);
    result.push_back(collector.result(conditions));
  }
  return result;
}

}  // namespace parley
