#include "parley/ask/explain.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "parley/ask/causes.h"
#include "parley/ask/completions.h"
#include "parley/ask/to_move.h"
#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/model/consent.h"
#include "parley/model/space.h"
#include "parley/solve/nearest.h"

namespace parley {
namespace {

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
    result.verdict = set_.all ? over_completions(index) : tree_verdict(side, possible, certain);
    result.completions = count([&](const Package& package) { return party_approves(case_, model_, index, package); });
    result.binding = fewest_to_move(case_, model_, index, set_.shown);
    for (const Aspiration& wish : side.aspirations)
      result.aspirations.push_back({condition_text(case_, wish.option), met(wish.option)});
    return result;
  }

  Completions everyone() const {
    const Completions seen = count([&](const Package& package) { return everyone_approves(case_, model_, package); });
    if (seen != Completions::unknown) return seen;
    const PackageSpace space = package_space(case_, model_, {{}, alternatives_});
    const auto diagram = build_diagram(space.tables);
    if (!diagram) return Completions::unknown;
    return any_accepted(*diagram, space.acceptance) ? Completions::some : Completions::none;
  }

 private:
  template <typename Holds>
  Completions count(const Holds& holds) const {
    const auto holding = std::ranges::count_if(set_.packages, holds);
    const Completions seen = share_of(static_cast<std::size_t>(holding), set_.packages.size());
    if (set_.all) return seen;
    // One completion of many says only this much.
    return seen == Completions::none ? Completions::unknown : Completions::some;
  }

  static Verdict tree_verdict(const Party& side, const std::vector<bool>& possible, const std::vector<bool>& certain) {
    if (!tree_approves(side, possible)) return Verdict::certainly_not;
    return tree_approves(side, certain) ? Verdict::certainly : Verdict::possibly;
  }

  Verdict principal_on(int party, int index, const Package& package) const {
    const Party& side = case_.parties[at(party)];
    const Floor& floor = model_.floors[at(party)][at(index)];
    const Span utility = utility_span(model_.principals[at(party)][at(index)], package);
    const auto lines = red_lines_of(side, side.principals[at(index)]);
    const bool crossed = std::ranges::any_of(lines, [&](const RedLine& line) { return crosses(line, package); });
    return verdict_of({utility.low - floor.span.high, utility.high - floor.span.low}, crossed, crossed);
  }

  /// Different completions may be certain, or ruled out, by different principals.
  Verdict over_completions(int party) const {
    const Party& side = case_.parties[at(party)];
    std::size_t certainly = 0;
    std::size_t certainly_not = 0;
    for (const Package& package : set_.packages) {
      std::vector<bool> possible;
      std::vector<bool> certain;
      for (int k = 0; k < std::ssize(side.principals); ++k) {
        const Verdict verdict = principal_on(party, k, package);
        possible.push_back(verdict != Verdict::certainly_not);
        certain.push_back(verdict == Verdict::certainly);
      }
      const Verdict verdict = tree_verdict(side, possible, certain);
      certainly += verdict == Verdict::certainly ? 1 : 0;
      certainly_not += verdict == Verdict::certainly_not ? 1 : 0;
    }
    if (certainly_not == set_.packages.size()) return Verdict::certainly_not;
    return certainly == set_.packages.size() ? Verdict::certainly : Verdict::possibly;
  }

  Completions met(const Condition& wish) const {
    const auto issue = at(wish.issue);
    if (set_.all) return count([&](const Package& package) { return wish.holds[at(package[issue])]; });
    const auto& levels = alternatives_[issue];
    const auto holding = std::ranges::count_if(levels, [&](int level) { return wish.holds[at(level)]; });
    return share_of(static_cast<std::size_t>(holding), levels.size());
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
      const bool in_some_completion =
          set_.all ? std::ranges::any_of(set_.packages, [&](const Package& package) { return crosses(line, package); })
                   : std::ranges::any_of(levels, crossing);
      crossed_once = crossed_once || in_some_completion;
      if (in_some_completion)
        (in_every_completion ? result.red_lines : result.red_lines_in_some)
            .push_back(condition_text(case_, line.option));
      crossed_always = crossed_always || in_every_completion;
    }
    result.verdict = verdict_of(result.margin, crossed_always, crossed_once);
    result.completions = count([&](const Package& package) {
      return principal_approves(case_, model_, result.who.party, result.who.principal, package);
    });
    if (set_.all && result.verdict == Verdict::possibly) settle_by_completion(result);
  }

  /// Every completion may be ruled out for a reason of its own: the range over all of them does not show that.
  void settle_by_completion(PrincipalVerdict& result) const {
    const bool none = std::ranges::all_of(set_.packages, [&](const Package& package) {
      return principal_on(result.who.party, result.who.principal, package) == Verdict::certainly_not;
    });
    if (none) result.verdict = Verdict::certainly_not;
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
    answer.heading.guarantee.words =
        "The text has too many completions to look at one by one: ranges are outer bounds, and verdicts of "
        "\"possibly\" may be certain.";
  } else {
    answer.heading.guarantee.words =
        "Exact for each principal, over all readings of the numbers in the case and all completions of the text; a "
        "party's verdict puts those of its principals together.";
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
