#include "parley/ask/zone.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "parley/ask/completions.h"
#include "parley/ask/versions.h"
#include "parley/model/consent.h"
#include "parley/solve/count.h"
#include "parley/solve/nearest.h"

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

/// The diagrams of one case: every package that obeys the rules, and those that no needed red line excludes.
struct Spaces {
  Diagram all;
  PackageSpace consenting;
  Diagram consenting_diagram;
};

std::optional<Spaces> spaces_of(const Case& c, const Model& model, const std::stop_token& stop) {
  Spaces spaces;
  auto all = build_diagram(all_packages(c, model), {}, stop);
  if (!all) return std::nullopt;
  spaces.all = std::move(*all);
  spaces.consenting = package_space(c, model);
  auto consenting = build_diagram(spaces.consenting.tables, {}, stop);
  if (!consenting) return std::nullopt;
  spaces.consenting_diagram = std::move(*consenting);
  return spaces;
}

/// a / b, of which b may be too large for a floating-point number.
double share_of(const Count& a, const Count& b) {
  if (b == 0) return 0;
  constexpr unsigned bits = 1000;
  const unsigned top = msb(b);
  const unsigned shift = top > bits ? top - bits : 0;
  return static_cast<double>(Count(a >> shift)) / static_cast<double>(Count(b >> shift));
}

void count_zone(Zone& answer, const Spaces& spaces, const ZoneOptions& how) {
  const Count packages = count_packages(spaces.all);
  answer.packages = packages.str();
  CountOptions options;
  options.seed = how.seed;
  const AcceptedCount accepted =
      count_accepted(spaces.consenting_diagram, spaces.consenting.acceptance, options, how.stop);
  // Counted among the packages that needed red lines leave over; shares are of all packages.
  const double part = share_of(count_packages(spaces.consenting_diagram), packages);
  if (accepted.exact) {
    answer.accepted = accepted.exact->str();
    answer.share = share_of(*accepted.exact, packages);
    answer.share_low = answer.share_high = answer.share;
  } else {
    answer.share = accepted.share * part;
    answer.share_low = accepted.low * part;
    answer.share_high = accepted.high * part;
  }
  answer.empty = !any_accepted(spaces.consenting_diagram, spaces.consenting.acceptance, how.stop).has_value() &&
                 !how.stop.stop_requested();
}

bool find_frontier(Zone& answer, const Case& c, const Model& model, const Spaces& spaces, const ZoneOptions& options) {
  const bool two = c.parties.size() == 2;
  FrontierOptions how;
  how.objectives = static_cast<int>(c.parties.size());
  how.cap = options.frontier_cap != 0 ? options.frontier_cap : cap_for(c);
  how.narrowly = true;
  how.stop = options.stop;
  if (!two) how.acceptance = &spaces.consenting.acceptance;
  Frontier found = frontier(two ? spaces.all : spaces.consenting_diagram, how);
  answer.frontier_in_zone_only = !two;
  // Where packages may be missing that are accepted only just, no bound is stated.
  answer.frontier_within = found.narrow == 0 ? found.within : std::max(found.within, unit);
  for (Point& point : found.points) {
    point.value.resize(c.parties.size());
    answer.frontier_accepted.push_back(!two || everyone_approves(c, model, point.package));
    answer.frontier.push_back(std::move(point));
  }
  return found.stopped;
}

bool find_viewpoints(Zone& answer, const Case& c, const Spaces& spaces, const ZoneOptions& options) {
  bool stopped = false;
  for (const Viewpoint viewpoint :
       {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian, Viewpoint::utilitarian}) {
    Zone::View view{viewpoint, std::nullopt};
    if (!answer.empty && !answer.ideals.empty()) {
      ViewpointProblem problem;
      problem.viewpoint = viewpoint;
      problem.objectives = static_cast<int>(c.parties.size());
      problem.disagreement = answer.floors;
      problem.ideal = answer.ideals;
      problem.acceptance = &spaces.consenting.acceptance;
      problem.stop = options.stop;
      ViewpointAnswer found = find_viewpoint(spaces.consenting_diagram, problem);
      stopped = stopped || found.stopped;
      view.point = std::move(found.point);
      if (view.point) view.point->value.resize(c.parties.size());
    }
    answer.viewpoints.push_back(std::move(view));
  }
  return stopped;
}

Zone::Tabled tabled(const Case& c, const Model& model, const Spaces& spaces, int proposal,
                    const std::stop_token& stop) {
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
  const auto found = find_viewpoint(spaces.all, better).point;
  if (!found || found->value == result.value) return result;
  result.left_for_everyone = found->value[0] - result.value[0];
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    result.left_for_everyone = std::min(result.left_for_everyone, found->value[p] - result.value[p]);
  result.better = found;
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

void set_guarantee(Zone& answer, bool stopped) {
  Guarantee& guarantee = answer.heading.guarantee;
  if (stopped) {
    guarantee.kind = Guarantee::Kind::stopped;
    guarantee.words =
        "Stopped before the end (interrupted, or too many partial packages at once): what is shown holds, but the "
        "frontier, viewpoints or what texts leave on the table may be missing.";
  } else if (answer.frontier_within > 0) {
    guarantee.kind = Guarantee::Kind::within;
    guarantee.bound = answer.frontier_within;
    guarantee.words = answer.frontier_within >= unit
                          ? std::string(
                                "Viewpoints are exact for the central reading; the frontier is thinned out so far that "
                                "no bound on what it leaves "
                                "out can be stated.")
                          : fmt::format(
                                "Viewpoints are exact for the central reading; the frontier is thinned out: no package "
                                "gives every party over "
                                "{:.4f} more than some listed one.",
                                static_cast<double>(answer.frontier_within) / static_cast<double>(unit));
  } else if (!answer.accepted) {
    guarantee.kind = Guarantee::Kind::estimate;
    guarantee.words =
        "Frontier and viewpoints are exact for the central reading; the zone's size is estimated from samples, with a "
        "95 % interval.";
  } else {
    guarantee.words = "Exact for the central reading: nothing was sampled or rounded.";
  }
  if (stopped || answer.frontier_within == 0 || answer.accepted) return;
  guarantee.words += " The zone's size is estimated from samples, with a 95 % interval.";
}

}  // namespace

std::optional<bool> zone_is_empty(const Case& c, const Model& model) {
  const PackageSpace space = package_space(c, model);
  const auto diagram = build_diagram(space.tables);
  if (!diagram) return std::nullopt;
  return !any_accepted(*diagram, space.acceptance).has_value();
}

Zone zone(const Case& c, const Model& model, const ZoneOptions& options) {
  Zone answer;
  answer.heading = heading(c, "zone", model.as_of);
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    answer.floors.push_back(party_floor(c, model, static_cast<int>(p)));
  const auto spaces = spaces_of(c, model, options.stop);
  if (!spaces) {
    answer.computed = false;
    answer.heading.guarantee = not_computed();
    return answer;
  }
  count_zone(answer, *spaces, options);
  if (const auto ideals = ideal_point(spaces->consenting_diagram, &spaces->consenting.acceptance, options.stop))
    answer.ideals.assign(ideals->begin(), ideals->begin() + static_cast<std::ptrdiff_t>(c.parties.size()));
  const bool frontier_stopped = find_frontier(answer, c, model, *spaces, options);
  const bool viewpoints_stopped = find_viewpoints(answer, c, *spaces, options);
  answer.adjusted_winner = divide(c, model);
  for (const int proposal : versions_by(c, model.as_of))
    answer.tabled.push_back(tabled(c, model, *spaces, proposal, options.stop));
  set_guarantee(answer, frontier_stopped || viewpoints_stopped || options.stop.stop_requested());
  return answer;
}

}  // namespace parley
