#include "parley/ask/amend.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "parley/ask/completions.h"
#include "parley/at.h"
#include "parley/model/consent.h"
#include "parley/solve/branch/best.h"
#include "parley/solve/branch/nearest.h"
#include "parley/solve/nearest.h"

namespace parley {
namespace {

/// Steps from the nearest alternative of the text; one step for any change of an unordered choice.
std::int64_t steps(const Issue& issue, const std::vector<int>& alternatives, int level) {
  std::int64_t fewest = issue.levels();
  for (const int alternative : alternatives) fewest = std::min<std::int64_t>(fewest, std::abs(alternative - level));
  return issue.ordered() ? fewest : std::min<std::int64_t>(fewest, 1);
}

/// What the unharmed parties must have: what the text gives them in the central reading.
std::vector<Acceptance::Demand> demands_of(const Model& model, const std::vector<int>& unharmed, const Package& from) {
  std::vector<Acceptance::Demand> demands;
  for (const int party : unharmed) demands.push_back({party, central_utility(model.parties[at(party)], from)});
  return demands;
}

NearestOptions nearest_options(const Case& c, const Proposal& text, const AmendOptions& options) {
  NearestOptions how;
  if (options.least == AmendOptions::Least::movement) how.least = NearestOptions::Least::movement;
  how.objectives = static_cast<int>(c.parties.size());
  how.wanted = options.wanted;
  how.stop = options.stop;
  how.frozen.assign(c.issues.size(), false);
  for (const int issue : options.frozen) how.frozen[at(issue)] = true;
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    std::vector<std::int64_t> movement;
    for (int level = 0; level < c.issues[i].levels(); ++level)
      movement.push_back(steps(c.issues[i], text.alternatives[i], level));
    how.movement.push_back(std::move(movement));
  }
  return how;
}

std::vector<Utility> values(const Model& model, const Package& package) {
  std::vector<Utility> result;
  for (const Valuer& party : model.parties) result.push_back(central_utility(party, package));
  return result;
}

Amendment amendment(const Case& c, const Model& model, const Package& from, const Change& change) {
  Amendment result;
  result.to = change.to.package;
  result.changed = change.changed;
  result.movement = change.movement;
  result.value = values(model, result.to);
  const auto before = values(model, from);
  for (std::size_t p = 0; p < before.size(); ++p) result.gain.push_back(result.value[p] - before[p]);
  for (const PartyVerdict& verdict : verdicts(c, model, result.to)) result.verdicts.push_back(verdict.verdict);
  return result;
}

/// Every threshold and red line that counts in a consent tree.
std::vector<Obstacle> possible_obstacles(const Case& c, const Model& model) {
  std::vector<Obstacle> all;
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    std::vector<bool> counts(c.parties[p].principals.size(), false);
    for (const Coalition& coalition : sufficient_coalitions(c.parties[p]))
      for (const int k : coalition) counts[at(k)] = true;
    for (int line = 0; line < std::ssize(c.parties[p].red_lines); ++line)
      all.push_back({static_cast<int>(p), -1, line});
    for (std::size_t k = 0; k < counts.size(); ++k) {
      if (!counts[k]) continue;
      const int party = static_cast<int>(p);
      const int principal = static_cast<int>(k);
      if (model.floors[p][k].central > 0) all.push_back({party, principal, -1});
      for (int line = 0; line < std::ssize(c.parties[p].principals[k].red_lines); ++line)
        all.push_back({party, principal, line});
    }
  }
  return all;
}

/// By a diagram where one can be built and swept, else by branch and bound.
Nearest nearest_in(const PackageSpace& space, const NearestOptions& how) {
  if (const auto diagram = build_diagram(space.tables, {}, how.stop)) {
    Nearest nearest = nearest_accepted(*diagram, space.acceptance, how);
    if (!nearest.stopped || how.stop.stop_requested()) return nearest;
  }
  constexpr BranchLimits limits{200'000'000};
  return branch_nearest(space.tables, space.acceptance, how, limits);
}

/// Goes through sets of obstacles from small to large until lifting one lets a package through.
class ObstacleSearch {
 public:
  ObstacleSearch(const Case& c, const Model& model, const Proposal& text, const AmendOptions& options,
                 std::vector<Acceptance::Demand> besides)
      : case_(c),
        model_(model),
        candidates_(possible_obstacles(c, model)),
        besides_(std::move(besides)),
        stop_(options.stop) {
    if (options.frozen.empty()) return;
    for (const auto& issue : c.issues) {
      alternatives_.emplace_back();
      for (int level = 0; level < issue.levels(); ++level) alternatives_.back().push_back(level);
    }
    for (const int issue : options.frozen) alternatives_[at(issue)] = text.alternatives[at(issue)];
  }

  void run(Amendments& answer) {
    if (!opens(candidates_)) {
      answer.obstacles_complete = !stop_.stop_requested() && !unproven_;
      return;
    }
    for (std::size_t size = 1; size <= candidates_.size() && answer.obstacles.empty(); ++size) {
      std::vector<Obstacle> chosen;
      if (!choose(size, 0, chosen, answer.obstacles)) {
        answer.obstacles_complete = false;
        return;
      }
    }
    answer.obstacles_complete = !unproven_;
  }

 private:
  bool opens(const std::vector<Obstacle>& lifted) {
    const PackageSpace space = package_space(case_, model_, {lifted, alternatives_});
    if (const auto diagram = build_diagram(space.tables, {}, stop_))
      return !diagram->empty && any_accepted(*diagram, space.acceptance, stop_, besides_).has_value();
    constexpr BranchLimits limits{20'000'000};
    const BranchAnswer found = branch_any_accepted(space.tables, space.acceptance, limits, stop_, besides_);
    unproven_ = unproven_ || !found.proven;
    return found.point.has_value();
  }

  /// False when the limit on looks is reached.
  bool choose(std::size_t size, std::size_t from, std::vector<Obstacle>& chosen,
              std::vector<std::vector<Obstacle>>& found) {
    if (chosen.size() == size) {
      if (looks_left_ == 0 || stop_.stop_requested()) return false;
      --looks_left_;
      if (opens(chosen)) found.push_back(chosen);
      return true;
    }
    for (std::size_t next = from; next < candidates_.size(); ++next) {
      chosen.push_back(candidates_[next]);
      const bool complete = choose(size, next + 1, chosen, found);
      chosen.pop_back();
      if (!complete) return false;
    }
    return true;
  }

  const Case& case_;
  const Model& model_;
  std::vector<Obstacle> candidates_;
  std::vector<Acceptance::Demand> besides_;
  std::vector<std::vector<int>> alternatives_;
  std::stop_token stop_;
  std::size_t looks_left_ = 2'000;
  bool unproven_ = false;  ///< some set may let a package through that was not found
};

std::string words(const AmendOptions& options) {
  return options.least == AmendOptions::Least::changes
             ? "Exact for the central reading: no change of fewer issues brings everyone in, and none of as few moves "
               "less."
             : "Exact for the central reading: no change that moves less brings everyone in, and none that moves as "
               "little changes fewer issues.";
}

std::string words_for_none(const AmendOptions& options) {
  if (options.unharmed.empty())
    return options.frozen.empty() ? "Exact for the central reading: no change of any size brings everyone in."
                                  : "Exact for the central reading: with these issues kept, no change brings everyone "
                                    "in.";
  return options.frozen.empty() ? "Exact for the central reading: with these parties left no worse off, no change "
                                  "brings everyone in."
                                : "Exact for the central reading: with these issues kept and these parties left no "
                                  "worse off, no change brings everyone in.";
}

}  // namespace

Amendments amend(const Case& c, const Model& model, int proposal, const AmendOptions& options) {
  const Proposal& text = c.proposals[at(proposal)];
  Amendments answer;
  answer.heading = heading(c, "amend", model.as_of);
  answer.heading.guarantee.words = words(options);
  answer.proposal = proposal;
  answer.least = options.least;
  answer.kept = options.frozen;
  answer.unharmed = options.unharmed;
  answer.from = completions_of(c, model, proposal).shown;
  for (std::size_t i = 0; i < c.issues.size(); ++i) answer.settled.push_back(text.bracketed(static_cast<int>(i)));

  const PackageSpace space = package_space(c, model);
  auto how = nearest_options(c, text, options);
  how.besides = demands_of(model, options.unharmed, answer.from);
  const Nearest nearest = nearest_in(space, how);
  if (nearest.stopped)
    answer.heading.guarantee = {Guarantee::Kind::stopped, 0,
                                "Stopped before the end (interrupted, or too many partial packages at once): smaller "
                                "changes may have been missed."};
  for (const Change& change : nearest.changes) answer.amendments.push_back(amendment(c, model, answer.from, change));
  answer.already = !nearest.changes.empty() && nearest.changes.front().changed.empty();
  answer.more = nearest.more;
  if (nearest.changes.empty() && !nearest.stopped) {
    answer.heading.guarantee.words = words_for_none(options);
    if (options.obstacles)
      ObstacleSearch(c, model, text, options, how.besides).run(answer);
    else
      answer.obstacles_complete = false;
  }
  return answer;
}

bool may_miss_smaller(const Amendments& answer) { return answer.heading.guarantee.kind == Guarantee::Kind::stopped; }

}  // namespace parley
