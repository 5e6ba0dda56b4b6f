#include "parley/ask/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>

#include "parley/ask/causes.h"
#include "parley/ask/completions.h"
#include "parley/case/inherit.h"
#include "parley/model/consent.h"

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool crosses(const RedLine& line, const Package& package) {
  return line.option.holds[at(package[at(line.option.issue)])];
}

Verdict verdict_of(Span margin, bool some_line_crossed_always, bool some_line_crossed_once) {
  if (margin.high < 0 || some_line_crossed_always) return Verdict::certainly_not;
  return margin.low >= 0 && !some_line_crossed_once ? Verdict::certainly : Verdict::possibly;
}

Completions share_of(std::size_t holding, std::size_t all) {
  if (holding == 0) return Completions::none;
  return holding == all ? Completions::every : Completions::some;
}

/// Looks at one text: all its completions, or bounds over them when they are too many.
class Examination {
 public:
  Examination(const Case& c, const Model& model, const CompletionSet& set,
              const std::vector<std::vector<int>>& alternatives)
      : case_(c), model_(model), set_(set), alternatives_(alternatives) {}

  PrincipalVerdict principal(int party, int index) const {
    const Principal& self = case_.parties[at(party)].principals[at(index)];
    const Valuer& valuer = model_.principals[at(party)][at(index)];
    PrincipalVerdict result;
    result.who = {party, index, -1};
    result.advisory = self.advisory;
    result.floor = model_.floors[at(party)][at(index)];
    result.utility = utility_range(valuer);
    result.central_utility = central_utility(valuer, set_.shown);
    result.margin = {result.utility.low - result.floor.span.high, result.utility.high - result.floor.span.low};
    result.central_margin = result.central_utility - result.floor.central;
    result.causes = causes_of(case_, valuer, set_.shown);
    judge(result, red_lines_of(case_.parties[at(party)], self));
    return result;
  }

  PartyVerdict party(int index) const {
    const Party& side = case_.parties[at(index)];
    PartyVerdict result;
    result.party = index;
    std::vector<bool> possible;
    std::vector<bool> certain;
    for (std::size_t k = 0; k < side.principals.size(); ++k) {
      result.principals.push_back(principal(index, static_cast<int>(k)));
      possible.push_back(result.principals.back().verdict != Verdict::certainly_not);
      certain.push_back(result.principals.back().verdict == Verdict::certainly);
    }
    result.verdict = !tree_approves(side, possible) ? Verdict::certainly_not
                     : tree_approves(side, certain) ? Verdict::certainly
                                                    : Verdict::possibly;
    result.completions = count([&](const Package& package) { return party_approves(case_, model_, index, package); });
    result.binding = binding(index, result.principals);
    return result;
  }

  Completions everyone() const {
    return count([&](const Package& package) { return everyone_approves(case_, model_, package); });
  }

 private:
  template <typename Holds>
  Completions count(const Holds& holds) const {
    const auto holding = std::ranges::count_if(set_.packages, holds);
    const Completions seen = share_of(static_cast<std::size_t>(holding), set_.packages.size());
    // One completion of many says only this much.
    return set_.all || seen == Completions::none ? seen : Completions::some;
  }

  Span utility_range(const Valuer& valuer) const {
    if (!set_.all) return utility_bounds(valuer, alternatives_);
    Span range = utility_span(valuer, set_.packages.front());
    for (const Package& package : set_.packages) {
      const Span span = utility_span(valuer, package);
      range = {std::min(range.low, span.low), std::max(range.high, span.high)};
    }
    return range;
  }

  void judge(PrincipalVerdict& result, const std::vector<RedLine>& lines) const {
    bool crossed_always = false;
    bool crossed_once = false;
    for (const RedLine& line : lines) {
      const auto& levels = alternatives_[at(line.option.issue)];
      const auto crossing = [&](int level) { return line.option.holds[at(level)]; };
      const bool in_every_completion =
          set_.all ? std::ranges::all_of(set_.packages, [&](const Package& package) { return crosses(line, package); })
                   : std::ranges::all_of(levels, crossing);
      crossed_once =
          crossed_once ||
          (set_.all ? std::ranges::any_of(set_.packages, [&](const Package& package) { return crosses(line, package); })
                    : std::ranges::any_of(levels, crossing));
      if (in_every_completion) result.red_lines.push_back(condition_text(case_, line.option));
      crossed_always = crossed_always || in_every_completion;
    }
    result.verdict = verdict_of(result.margin, crossed_always, crossed_once);
    result.completions = count([&](const Package& package) {
      return principal_approves(case_, model_, result.who.party, result.who.principal, package);
    });
    if (set_.all) settle_by_completion(result, lines);
  }

  /// Every completion may be ruled out for a reason of its own: the range over all of them does not show that.
  void settle_by_completion(PrincipalVerdict& result, const std::vector<RedLine>& lines) const {
    if (result.verdict != Verdict::possibly || set_.packages.size() == 1) return;
    const Valuer& valuer = model_.principals[at(result.who.party)][at(result.who.principal)];
    const bool none = std::ranges::all_of(set_.packages, [&](const Package& package) {
      return utility_span(valuer, package).high < result.floor.span.low ||
             std::ranges::any_of(lines, [&](const RedLine& line) { return crosses(line, package); });
    });
    if (none) result.verdict = Verdict::certainly_not;
  }

  /// The fewest principals that would have to move for the shown completion to be approved; among equally few, those
  /// with the smallest shortfall in all; among these, the first by id.
  std::vector<int> binding(int party, const std::vector<PrincipalVerdict>& principals) const {
    if (party_approves(case_, model_, party, set_.shown)) return {};
    const Party& side = case_.parties[at(party)];
    using Missing = std::tuple<std::size_t, Utility, std::vector<std::string>, std::vector<int>>;
    std::vector<Missing> candidates;
    for (const Coalition& coalition : sufficient_coalitions(side)) {
      std::vector<int> missing;
      std::vector<std::string> ids;
      Utility shortfall = 0;
      for (const int k : coalition) {
        if (principal_approves(case_, model_, party, k, set_.shown)) continue;
        missing.push_back(k);
        ids.push_back(side.principals[at(k)].id);
        shortfall += std::max<Utility>(0, -principals[at(k)].central_margin);
      }
      std::ranges::sort(ids);
      candidates.emplace_back(missing.size(), shortfall, std::move(ids), std::move(missing));
    }
    if (candidates.empty()) return {};
    return std::get<3>(*std::ranges::min_element(candidates));
  }

  const Case& case_;
  const Model& model_;
  const CompletionSet& set_;
  const std::vector<std::vector<int>>& alternatives_;
};

}  // namespace

Explanation explain(const Case& c, const Model& model, int proposal) {
  const Proposal& text = c.proposals[at(proposal)];
  const CompletionSet set = completions_of(c, model, proposal);
  const Examination examination(c, model, set, text.alternatives);
  Explanation answer;
  answer.heading = heading(c, "explain", model.as_of);
  answer.proposal = proposal;
  for (std::size_t i = 0; i < c.issues.size(); ++i)
    answer.bracketed = answer.bracketed || text.bracketed(static_cast<int>(i));
  answer.completions = set.number;
  answer.completions_bounded = !set.all;
  if (!set.all) {
    answer.heading.guarantee.kind = Guarantee::Kind::stopped;
    answer.heading.guarantee.words = fmt::format(
        "The text has {} completions, too many to look at one by one: ranges are outer bounds, and verdicts of "
        "\"possibly\" may be certain.",
        set.number);
  } else {
    answer.heading.guarantee.words =
        "Exact over all readings of the numbers in the case and all completions of the text.";
  }
  for (std::size_t p = 0; p < c.parties.size(); ++p) answer.parties.push_back(examination.party(static_cast<int>(p)));
  answer.everyone = examination.everyone();
  answer.shown = set.shown;
  return answer;
}

std::vector<PartyVerdict> verdicts(const Case& c, const Model& model, const Package& package) {
  CompletionSet one;
  one.packages = {package};
  one.shown = package;
  std::vector<std::vector<int>> alternatives;
  for (const int level : package) alternatives.push_back({level});
  const Examination examination(c, model, one, alternatives);
  std::vector<PartyVerdict> result;
  for (std::size_t p = 0; p < c.parties.size(); ++p) result.push_back(examination.party(static_cast<int>(p)));
  return result;
}

}  // namespace parley
