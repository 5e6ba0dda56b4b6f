#include "parley/ask/zone.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

#include "parley/ask/completions.h"
#include "parley/ask/spaces.h"
#include "parley/ask/versions.h"
#include "parley/ask/zone_size.h"
#include "parley/model/consent.h"

namespace parley {
namespace {

/// As many partial packages as keep a question within about a second: comparing them costs more with every party, and
/// each is extended by every option of an issue.
std::size_t cap_for(const Case& c) {
  constexpr std::size_t extensions = 20'000'000;
  std::size_t options = 1;
  for (const Issue& issue : c.issues) options = std::max(options, issue.options.size());
  const std::size_t parties = c.parties.size();
  return std::min(extensions / options, std::size_t{parties <= 2 ? 200'000U : parties == 3 ? 100'000U : 20'000U});
}

void count_zone(Zone& answer, const Spaces& spaces, const ZoneOptions& how) {
  ZoneSize size = zone_size(spaces, how.seed, how.stop);
  answer.packages = std::move(size.packages);
  answer.accepted = std::move(size.accepted);
  answer.share = size.share;
  answer.share_low = size.share_low;
  answer.share_high = size.share_high;
  answer.empty = size.empty;
  answer.undecided = size.undecided;
}

/// What is left open by what was found: it holds, but is not everything.
struct Gaps {
  bool stopped = false;
  bool no_frontier = false;           ///< there is no way to find one
  bool in_views = false;              ///< some viewpoint, or what a text leaves on the table, is not proven
  std::optional<Utility> within = 0;  ///< by how much at most; nothing: no bound

  void add(const Proof& proof) {
    if (proof.proven) return;
    in_views = true;
    within = within && proof.within ? std::max(*within, *proof.within) : std::optional<Utility>();
  }
};

void show_frontier(Zone& answer, const Case& c, const Model& model, Spaces::Pareto&& found) {
  answer.frontier_in_zone_only = !found.of_all;
  if (!found.proof.proven) answer.frontier_within = found.proof.within.value_or(unit);
  for (Point& point : found.points) {
    answer.frontier_accepted.push_back(!found.of_all || everyone_approves(c, model, point.package));
    answer.frontier.push_back(std::move(point));
  }
}

void find_viewpoints(Zone& answer, const Case& c, const Spaces& spaces, const Proof& ideals,
                     const Spaces::Pareto& frontier, const ZoneOptions& options, Gaps& gaps) {
  for (const Viewpoint viewpoint :
       {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian, Viewpoint::utilitarian}) {
    Zone::View view{viewpoint, std::nullopt};
    if (!answer.empty && !answer.ideals.empty()) {
      ViewpointProblem problem;
      problem.viewpoint = viewpoint;
      problem.objectives = static_cast<int>(c.parties.size());
      problem.disagreement = answer.floors;
      problem.ideal = answer.ideals;
      problem.stop = options.stop;
      Spaces::Pick found = spaces.viewpoint(problem, false, frontier);
      // Shares of a largest gain that is not known for certain are not known for certain either.
      if (viewpoint == Viewpoint::kalai_smorodinsky && !ideals.proven) found.proof = {false, std::nullopt};
      gaps.stopped = gaps.stopped || found.stopped;
      gaps.add(found.proof);
      view.within = found.proof.proven ? 0 : found.proof.within;
      view.point = std::move(found.point);
    }
    answer.viewpoints.push_back(std::move(view));
  }
}

Zone::Tabled tabled(const Case& c, const Model& model, const Spaces& spaces, const Spaces::Pareto& frontier,
                    int proposal, const std::stop_token& stop, Gaps& gaps) {
  Zone::Tabled result;
  result.proposal = proposal;
  result.package = completions_of(c, model, proposal).shown;
  for (const Valuer& party : model.parties) result.value.push_back(central_utility(party, result.package));
  result.accepted = everyone_approves(c, model, result.package);
  ViewpointProblem better;
  better.viewpoint = Viewpoint::egalitarian;
  better.objectives = static_cast<int>(c.parties.size());
  better.disagreement = result.value;
  better.stop = stop;
  const Spaces::Pick found = spaces.viewpoint(better, true, frontier);
  gaps.add(found.proof);
  if (!found.point || found.point->value == result.value) return result;
  result.left_for_everyone = found.point->value[0] - result.value[0];
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    result.left_for_everyone = std::min(result.left_for_everyone, found.point->value[p] - result.value[p]);
  result.better = found.point;
  return result;
}

bool linear_share(const Case& c, const Model& model, std::size_t i) {
  const Issue& issue = c.issues[i];
  if (issue.kind != IssueKind::share) return false;
  for (std::size_t p = 0; p < 2; ++p) {
    if (issue.claimants[0] != static_cast<int>(p) && issue.claimants[1] != static_cast<int>(p)) return false;
    const auto& values = model.parties[p].values[i];
    const auto last = static_cast<std::int64_t>(values.size()) - 1;
    const bool first = issue.claimants[0] == static_cast<int>(p);
    for (std::int64_t level = 0; level <= last; ++level) {
      const std::int64_t own = first ? level : last - level;
      if (values[static_cast<std::size_t>(level)].central * last != own * 100'000'000) return false;
    }
  }
  return true;
}

std::optional<Zone::Division> divide(const Case& c, const Model& model) {
  if (c.parties.size() != 2 || !c.rules.empty()) return std::nullopt;
  std::vector<std::array<std::int64_t, 2>> points;
  std::array<std::int64_t, 2> sums{};
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    if (!linear_share(c, model, i)) return std::nullopt;
    std::array<std::int64_t, 2> worth{};
    for (std::size_t p = 0; p < 2; ++p) {
      const auto& gain = model.parties[p].gain[i];
      worth[p] = *std::ranges::max_element(gain);
      sums[p] += worth[p];
    }
    points.push_back(worth);
  }
  if (!model.parties[0].interactions.empty() || !model.parties[1].interactions.empty() || sums[0] == 0 || sums[1] == 0)
    return std::nullopt;
  const AdjustedWinner winner = adjusted_winner(points);
  return Zone::Division{winner.to_first, winner.points, winner.divided};
}

double as_number(Utility bound) { return static_cast<double>(bound) / static_cast<double>(unit); }

/// What is left open about the viewpoints and the frontier where a search had to end before its proof.
void set_gaps(Zone& answer, const Gaps& gaps) {
  Guarantee& guarantee = answer.heading.guarantee;
  const Utility frontier = answer.frontier_within;
  const bool bounded = gaps.within && frontier < unit && !answer.undecided;
  guarantee.kind = bounded ? Guarantee::Kind::within : Guarantee::Kind::stopped;
  guarantee.bound = bounded ? std::max(*gaps.within, frontier) : 0;
  guarantee.words = "Rules and combinations tie the issues together so much that not all could be proven. ";
  if (answer.undecided)
    guarantee.words += "No package that everyone could accept was found, nor a proof that there is none. ";
  else if (gaps.within)
    guarantee.words += fmt::format(
        "Viewpoints show the best found: none has a better package, not even if that were worth {:.4f} more to every "
        "party. ",
        as_number(*gaps.within));
  else
    guarantee.words += "Viewpoints show the best found; no bound on what they miss can be stated. ";
  guarantee.words +=
      frontier == 0 ? "What is shown of the frontier is exact."
      : frontier >= unit
          ? "The frontier may have further packages."
          : fmt::format("Of the frontier every package is matched by a listed one up to {:.4f}.", as_number(frontier));
}

void set_guarantee(Zone& answer, const Gaps& gaps) {
  Guarantee& guarantee = answer.heading.guarantee;
  const bool stopped = gaps.stopped;
  if (!stopped && (gaps.in_views || answer.undecided)) {
    set_gaps(answer, gaps);
  } else if (stopped) {
    guarantee.kind = Guarantee::Kind::stopped;
    guarantee.words =
        "Stopped before the end (interrupted, or too many partial packages at once): what is shown holds, but the "
        "frontier, viewpoints or what texts leave on the table may be missing.";
  } else if (answer.frontier_within > 0) {
    guarantee.kind = Guarantee::Kind::within;
    guarantee.bound = answer.frontier_within;
    guarantee.words = "Viewpoints are exact for the central reading; the frontier is not listed whole";
    guarantee.words += answer.frontier_within >= unit
                           ? ", and no bound on what is left out can be stated."
                           : fmt::format(": no package gives every party over {:.4f} more than some listed one.",
                                         as_number(answer.frontier_within));
  } else if (!answer.accepted) {
    guarantee.kind = Guarantee::Kind::estimate;
    guarantee.words = fmt::format(
        "{} exact for the central reading; the zone's size is estimated from samples, with a 95 % interval.",
        gaps.no_frontier ? "Viewpoints are" : "Frontier and viewpoints are");
  } else {
    guarantee.words = "Exact for the central reading: nothing was sampled or rounded.";
  }
  if (gaps.no_frontier) guarantee.words += " The frontier of more than two parties cannot be found here.";
  const bool said = guarantee.kind == Guarantee::Kind::estimate || stopped;
  if (!said && !answer.accepted) guarantee.words += " The zone's size is estimated from samples, with a 95 % interval.";
}

}  // namespace

std::optional<bool> zone_is_empty(const Case& c, const Model& model) {
  const auto spaces = Spaces::of(c, model, {});
  if (!spaces) return std::nullopt;
  const Spaces::Any any = spaces->any_accepted({});
  return any.proven ? std::optional(!any.found) : std::nullopt;
}

Zone zone(const Case& c, const Model& model, const ZoneOptions& options) {
  Zone answer;
  answer.heading = heading(c, "zone", model.as_of);
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    answer.floors.push_back(party_floor(c, model, static_cast<int>(p)));
  const auto spaces = Spaces::of(c, model, options.stop);
  if (!spaces) {
    answer.computed = false;
    answer.heading.guarantee = not_computed();
    return answer;
  }
  count_zone(answer, *spaces, options);
  Gaps gaps;
  Spaces::Pareto frontier =
      spaces->frontier(options.frontier_cap != 0 ? options.frontier_cap : cap_for(c), options.stop);
  gaps.stopped = frontier.stopped;
  gaps.no_frontier = !frontier.possible;
  Spaces::Ideals ideals = spaces->ideals(frontier, options.stop);
  answer.ideals = std::move(ideals.value);
  find_viewpoints(answer, c, *spaces, ideals.proof, frontier, options, gaps);
  answer.adjusted_winner = divide(c, model);
  for (const int proposal : versions_by(c, model.as_of))
    answer.tabled.push_back(tabled(c, model, *spaces, frontier, proposal, options.stop, gaps));
  show_frontier(answer, c, model, std::move(frontier));
  gaps.stopped = gaps.stopped || options.stop.stop_requested();
  set_guarantee(answer, gaps);
  return answer;
}

}  // namespace parley
