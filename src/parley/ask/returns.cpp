#include "parley/ask/returns.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include "parley/ask/grounds.h"
#include "parley/ask/share.h"
#include "parley/at.h"
#include "parley/model/reading/readings.h"

namespace parley {
namespace {

/// Which tree of a party holds in a reading, and which of its principals approve.
struct ReadConsent {
  std::size_t tree = 0;
  std::vector<bool> approvals;
  friend auto operator<=>(const ReadConsent&, const ReadConsent&) = default;
};

/// The same of every party: readings that agree in it take as long.
using ReadConsents = std::vector<ReadConsent>;

class ReturnReader {
 public:
  ReturnReader(const Case& c, const Readings& readings, const Approvals& answer)
      : case_(c), readings_(readings), answer_(answer) {
    for (const Party& side : c.parties) steps_.emplace_back(side.principals.size());
    for (const ApprovalStep& step : answer.ratification.steps)
      steps_[at(step.who.party)][at(step.who.principal)] = &step;
  }

  ReadConsents in(std::size_t reading) const {
    ReadConsents all;
    for (int p = 0; p < std::ssize(case_.parties); ++p) {
      ReadConsent one;
      const auto& claims = readings_.consent[at(p)];
      if (!claims.empty()) one.tree = claims[reading];
      for (int k = 0; k < std::ssize(case_.parties[at(p)].principals); ++k)
        one.approvals.push_back(has(p, k, ApprovalStep::State::approved) ||
                                approves_in(case_, readings_, p, k, reading, answer_.shown));
      all.push_back(std::move(one));
    }
    return all;
  }

  bool everyone(const ReadConsents& all) const {
    for (int p = 0; p < std::ssize(all); ++p) {
      if (!gate_approves(case_.parties[at(p)], tree(p, all), all[at(p)].approvals)) return false;
    }
    return true;
  }

  DayChances days(const ReadConsents& all) const {
    std::vector<DayChances> parties;
    for (int p = 0; p < std::ssize(all); ++p) {
      std::vector<DayChances> principals;
      for (int k = 0; k < std::ssize(case_.parties[at(p)].principals); ++k) {
        const ApprovalStep* const step = steps_[at(p)][at(k)];
        principals.push_back(!all[at(p)].approvals[at(k)] ? never_comes() : step == nullptr ? at_once() : step->days);
      }
      parties.push_back(days_until_approved(case_.parties[at(p)], tree(p, all), principals).days);
    }
    return all_of(std::move(parties));
  }

 private:
  bool has(int party, int principal, ApprovalStep::State state) const {
    const ApprovalStep* const step = steps_[at(party)][at(principal)];
    return step != nullptr && step->state == state;
  }
  const Gate& tree(int party, const ReadConsents& all) const {
    return answer_.parties[at(party)].trees[all[at(party)].tree].consent;
  }

  const Case& case_;
  const Readings& readings_;
  const Approvals& answer_;
  std::vector<std::vector<const ApprovalStep*>> steps_;  ///< for each party and principal; null: not asked
};

}  // namespace

void add_readings(const Case& c, Date as_of, const ReturnsHow& how, Approvals& answer) {
  if (how.readings == 0) return;
  ReadingOptions options;
  options.count = how.readings;
  options.seed = how.seed;
  options.stop = how.stop;
  const Readings readings = draw_readings(c, as_of, options);
  if (readings.count == 0) return;
  const auto on_nothing = [](const PartyGrounds& party) { return party.grounds == Grounds::none; };
  const bool guesses =
      !readings.unknowns.empty() && std::ranges::any_of(grounds_of(c, as_of, readings.conditions), on_nothing);
  if (guesses) {
    answer.ratification.guesses = true;
    return;
  }
  const ReturnReader reader(c, readings, answer);
  std::map<ReadConsents, std::size_t> alike;
  for (std::size_t j = 0; j < readings.count; ++j) ++alike[reader.in(j)];
  std::size_t approved = 0;
  std::vector<WeightedDays> cases;
  for (const auto& [consents, number] : alike) {
    const bool everyone = reader.everyone(consents);
    if (everyone) approved += number;
    cases.push_back({static_cast<double>(number), everyone ? reader.days(consents) : never_comes()});
  }
  const DayChances days = one_of(cases);
  answer.ratification.approved_share = share_of_readings(readings, approved);
  for (RatifiedBy& row : answer.ratification.table) row.of_readings = chance_within(days, row.days);
}

}  // namespace parley
