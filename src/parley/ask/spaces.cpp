#include "parley/ask/spaces.h"

#include <algorithm>
#include <cstddef>

#include "parley/solve/accepts.h"
#include "parley/solve/branch/best.h"
#include "parley/solve/branch/pairs.h"
#include "parley/solve/nearest.h"
#include "parley/solve/pick.h"
#include "parley/solve/tie_keys.h"

namespace parley {
namespace {

/// A few seconds for each figure, and some more for a whole frontier.
constexpr BranchLimits figure_limits{300'000'000};
constexpr BranchLimits frontier_limits{1'000'000'000};

Tables without_features(Tables tables) {
  tables.features.clear();
  return tables;
}

Proof proof_of(bool proven, const std::optional<Utility>& within) {
  return {proven, proven ? std::optional<Utility>() : within};
}

}  // namespace

Case for_packages(const Case& c) {
  Case some;
  some.title = c.title;
  some.phases = c.phases;
  some.parties = c.parties;
  some.third_parties = c.third_parties;
  some.issues = c.issues;
  some.rules = c.rules;
  return some;
}

std::optional<Spaces> Spaces::of(const Case& c, const Model& model, const std::stop_token& stop,
                                 const DiagramLimits& limits) {
  Spaces spaces;
  spaces.parties_ = static_cast<int>(c.parties.size());
  spaces.all_ = all_packages(c, model);
  spaces.consenting_ = package_space(c, model);
  spaces.alike_ = spaces.all_ == spaces.consenting_.tables;
  const auto build = [&](const Tables& all, const Tables& consenting,
                         const DiagramLimits& most) -> std::optional<Pair> {
    auto first = build_diagram(all, most, stop);
    if (!first) return std::nullopt;
    if (spaces.alike_) return Pair{std::move(*first), std::nullopt};
    auto second = build_diagram(consenting, most, stop);
    if (!second) return std::nullopt;
    return Pair{std::move(*first), std::move(second)};
  };
  spaces.diagrams_ = build(spaces.all_, spaces.consenting_.tables, limits);
  if (spaces.diagrams_) return spaces;
  auto rules = build(without_features(spaces.all_), without_features(spaces.consenting_.tables), {});
  if (!rules) return std::nullopt;
  spaces.rules_ = std::move(*rules);
  return spaces;
}

Count Spaces::packages() const { return count_packages(diagrams_ ? diagrams_->all : rules_.all); }

Count Spaces::consenting_packages() const {
  return count_packages(diagrams_ ? diagrams_->consenting() : rules_.consenting());
}

AcceptedCount Spaces::accepted(const CountOptions& options, const std::stop_token& stop) const {
  if (diagrams_) return count_accepted(diagrams_->consenting(), consenting_.acceptance, options, stop);
  return sample_by_rules(rules_.consenting(), consenting_.tables, consenting_.acceptance, options, stop);
}

Spaces::Any Spaces::any_accepted(const std::stop_token& stop) const {
  if (diagrams_) {
    const bool found = parley::any_accepted(diagrams_->consenting(), consenting_.acceptance, stop).has_value();
    return {found, found || !stop.stop_requested()};
  }
  const auto answer = branch_any_accepted(consenting_.tables, consenting_.acceptance, figure_limits, stop);
  return {answer.point.has_value(), answer.proven};
}

Spaces::Pareto Spaces::frontier(std::size_t cap, const std::stop_token& stop) const {
  const bool two = parties_ == 2;
  Pareto result;
  result.of_all = two;
  if (diagrams_) {
    FrontierOptions how;
    how.objectives = parties_;
    how.cap = cap;
    how.narrowly = true;
    how.stop = stop;
    if (!two) how.acceptance = &consenting_.acceptance;
    Frontier found = parley::frontier(two ? diagrams_->all : diagrams_->consenting(), how);
    result.points = std::move(found.points);
    // Where packages may be missing that are accepted only just, no bound is stated.
    result.proof = found.narrow == 0 ? proof_of(found.within == 0, found.within) : Proof{false, std::nullopt};
    result.stopped = found.stopped;
  }
  if (!diagrams_ || (result.stopped && !stop.stop_requested())) {
    result.possible = two || diagrams_.has_value();
    if (two) {
      BranchFrontier found = branch_frontier(all_, nullptr, frontier_limits, stop);
      result.points = std::move(found.points);
      result.proof = proof_of(found.proven, found.within);
      result.stopped = found.stopped && !found.proven;
      if (result.stopped) result.points.clear();
    }
  }
  for (Point& point : result.points) point.value.resize(static_cast<std::size_t>(parties_));
  return result;
}

/// Whether a viewpoint can be read off a frontier. One over all packages says what is best among the accepted ones if
/// these are all those above some values of the parties: then whatever beats an accepted package is accepted as well.
bool Spaces::settles(const Pareto& frontier, bool all) const {
  constexpr std::size_t many = 4096;  // beyond, a search looks at less
  if (!frontier.possible || frontier.stopped || !frontier.proof.proven || frontier.points.size() > many) return false;
  return frontier.of_all ? all || alike_ : !all;
}

std::vector<Utility> Spaces::best_of_accepted(const Pareto& frontier) const {
  std::vector<Utility> best;
  for (const Point& point : frontier.points) {
    if (frontier.of_all && !accepts(consenting_.acceptance, point.value)) continue;
    if (best.empty()) best = point.value;
    std::ranges::transform(best, point.value, best.begin(), [](Utility a, Utility b) { return std::max(a, b); });
  }
  return best;
}

Spaces::Ideals Spaces::ideals(const Pareto& frontier, const std::stop_token& stop) const {
  if (settles(frontier, false)) return {best_of_accepted(frontier), {}};
  if (diagrams_) {
    if (auto found = ideal_point(diagrams_->consenting(), &consenting_.acceptance, stop)) {
      found->resize(static_cast<std::size_t>(parties_));
      return {std::move(*found), {}};
    }
    // Nothing is accepted, or the sweep outgrew its room.
    if (stop.stop_requested() || !parley::any_accepted(diagrams_->consenting(), consenting_.acceptance, stop))
      return {};
  }
  BranchIdeal found = branch_ideal(consenting_.tables, &consenting_.acceptance, parties_, figure_limits, stop);
  Proof proof{found.proven, {}};
  if (!found.proven && !found.value.empty()) {
    proof.within = 0;
    for (std::size_t p = 0; p < found.value.size(); ++p)
      proof.within = std::max(*proof.within, found.bound[p] - found.value[p]);
  }
  return {std::move(found.value), proof};
}

Spaces::Pick Spaces::viewpoint(const ViewpointProblem& problem, bool all, const Pareto& frontier) const {
  ViewpointProblem asked = problem;
  asked.acceptance = all ? nullptr : &consenting_.acceptance;
  Pick pick;
  if (settles(frontier, all)) {
    if (!frontier.of_all) asked.acceptance = nullptr;  // all its points are accepted
    pick.point = parley::pick(frontier.points, asked, fitting_tie_keys(all_));
    return pick;
  }
  if (diagrams_) {
    ViewpointAnswer found = find_viewpoint(all ? diagrams_->all : diagrams_->consenting(), asked);
    pick.point = std::move(found.point);
    pick.stopped = found.stopped;
  }
  if (!diagrams_ || (pick.stopped && !asked.stop.stop_requested())) {
    BranchAnswer found = branch_viewpoint(all ? all_ : consenting_.tables, asked, figure_limits);
    pick.point = std::move(found.point);
    pick.proof = proof_of(found.proven, found.within);
    pick.stopped = found.stopped && !found.proven;
    // Interrupted: the best so far is no pick.
    if (pick.stopped) pick.point.reset();
  }
  if (pick.point) pick.point->value.resize(static_cast<std::size_t>(parties_));
  return pick;
}

}  // namespace parley
