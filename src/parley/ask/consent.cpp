#include "parley/ask/consent.h"

#include <algorithm>
#include <cstddef>

#include "parley/ask/consent_parts.h"
#include "parley/ask/returns.h"
#include "parley/ask/spaces.h"
#include "parley/ask/to_move.h"
#include "parley/at.h"

namespace parley {
namespace {

std::vector<ConsentClaim> claims_of(const Party& side) {
  if (!side.consent_claims.empty()) return side.consent_claims;
  return {{side.consent, Decimal::of(1), side.from}};
}

/// What all trees that are said agree on.
Verdict agreed(const std::vector<ConsentTree>& trees) {
  const auto all = [&](Verdict verdict) {
    return std::ranges::all_of(trees, [&](const ConsentTree& tree) { return tree.verdict == verdict; });
  };
  if (all(Verdict::certainly)) return Verdict::certainly;
  return all(Verdict::certainly_not) ? Verdict::certainly_not : Verdict::possibly;
}

/// Without `how`, nothing is counted.
PartyConsent party_consent(const Case& c, const Model& model, const Explanation& explanation, int party,
                           const std::vector<Ballot>& said, const CountHow* how) {
  const Party& side = c.parties[at(party)];
  const std::vector<ConsentClaim> claims = claims_of(side);
  double weights = 0;
  for (const ConsentClaim& claim : claims) weights += static_cast<double>(claim.weight.millionths);
  PartyConsent answer;
  answer.party = party;
  answer.principals = explanation.parties[at(party)].principals;
  for (const ConsentClaim& claim : claims) {
    PartyVerdict verdict = explanation.parties[at(party)];
    if (claims.size() > 1) {
      // What explain says of the case's own tree, it says of this one.
      Case other = for_packages(c);
      other.proposals = c.proposals;
      other.sources = c.sources;
      other.parties[at(party)].consent = claim.consent;
      verdict.verdict = explain(other, model, explanation.proposal).parties[at(party)].verdict;
      verdict.binding = fewest_to_move(other, model, party, explanation.shown);
    }
    ConsentTree tree = read_tree(c, model, verdict, claim, explanation.shown, said);
    tree.weight = static_cast<double>(claim.weight.millionths) / weights;
    if (how != nullptr) tree.sets = sets_of_tree(c, model, party, claim.consent, *how);
    answer.trees.push_back(std::move(tree));
  }
  answer.verdict = agreed(answer.trees);
  return answer;
}

bool sampled(const Approvals& answer) {
  const auto by_samples = [](const std::optional<SetSize>& set) { return set && !set->packages; };
  for (const PartyConsent& party : answer.parties)
    for (const ConsentTree& tree : party.trees) {
      if (by_samples(tree.sets.win_set)) return true;
      for (const PrincipalSets& self : tree.sets.principals)
        if (by_samples(self.own)) return true;
    }
  return by_samples(answer.cleared.zone) || by_samples(answer.cleared.cleared);
}

void set_guarantee(Approvals& answer, const Explanation& explanation, const std::stop_token& stop) {
  Guarantee& guarantee = answer.heading.guarantee;
  if (stop.stop_requested() || answer.packages.empty() || !answer.tied_hands.computed) {
    guarantee.kind = Guarantee::Kind::stopped;
    guarantee.words =
        "Stopped before the end (interrupted, or issues tied together beyond what can be counted): verdicts, trees and "
        "days hold; sets of packages and viewpoints may be missing.";
  } else if (explanation.completions_bounded) {
    guarantee = explanation.heading.guarantee;
  } else if (sampled(answer)) {
    guarantee.kind = Guarantee::Kind::estimate;
    guarantee.words =
        "Verdicts are exact over all readings, days in whole days; sets of packages that are too large to count are "
        "estimated from samples, with a 95 % interval.";
  } else {
    guarantee.words =
        "Verdicts are exact over all readings; sets, margins and viewpoints for the central reading; days are counted "
        "in whole days, as if principals took their time independently of each other.";
  }
}

}  // namespace

Approvals consent(const Case& c, const Model& model, int proposal, const ConsentOptions& options) {
  const Explanation explanation = explain(c, model, proposal);
  const CountHow how{options.seed, options.stop};
  const Ballots said = ballots_on(c, {proposal}, model.as_of).front();
  Approvals answer;
  answer.heading = heading(c, "consent", model.as_of);
  answer.proposal = proposal;
  answer.bracketed = explanation.bracketed;
  answer.shown = explanation.shown;
  if (const auto spaces = Spaces::of(for_packages(c), model, options.stop)) answer.packages = spaces->packages().digits;
  for (int p = 0; p < std::ssize(c.parties); ++p)
    answer.parties.push_back(party_consent(c, model, explanation, p, said[at(p)], &how));
  answer.cleared = cleared_region(c, model, how);
  answer.tied_hands = tied_hands(c, model, options.stop);
  answer.ratification = ratification(c, model.as_of, {proposal, said, options.by}, answer.parties);
  add_readings(c, model.as_of, {options.readings, options.seed, options.stop}, answer);
  set_guarantee(answer, explanation, options.stop);
  return answer;
}

Ratification ratification_of(const Case& c, const Model& model, int proposal) {
  const Explanation explanation = explain(c, model, proposal);
  const Ballots said = ballots_on(c, {proposal}, model.as_of).front();
  std::vector<PartyConsent> parties;
  for (int p = 0; p < std::ssize(c.parties); ++p)
    parties.push_back(party_consent(c, model, explanation, p, said[at(p)], nullptr));
  return ratification(c, model.as_of, {proposal, said, {}}, parties);
}

}  // namespace parley
