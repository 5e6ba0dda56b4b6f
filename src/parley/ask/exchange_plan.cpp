#include "parley/ask/exchange_plan.h"

#include <algorithm>
#include <limits>

#include "parley/at.h"
#include "parley/case/exchange_of.h"
#include "parley/solve/exchange/safest.h"

namespace parley {
namespace {

constexpr int most_meetings = 400;

int party_of(const PhaseExchange& phase, int side) { return side < 0 ? -1 : phase.parties[at(side)]; }

std::vector<Utility> raised(std::vector<Utility> guarantees, Utility by) {
  for (Utility& guarantee : guarantees) guarantee += by;
  return guarantees;
}

std::int64_t number_of(const PhaseExchange& phase, std::size_t i, int blocks) {
  return std::min(phase.number[i], blocks * phase.block[i]);
}

/// Keeps what the plan comes to at its next moment: `delivered` after `step` steps.
void look(const PhaseExchange& phase, const std::vector<Utility>& guarantees, const Delivered& delivered, int step,
          std::vector<Utility>& temptation, ExchangePlan& plan) {
  temptation.resize(guarantees.size());
  for (std::size_t s = 0; s < guarantees.size(); ++s) {
    const auto party = at(phase.parties[s]);
    temptation[party] = temptation_of(phase.table, static_cast<int>(s), delivered);
    plan.most[party] = std::max(plan.most[party], temptation[party]);
    if (plan.critical_party >= 0 && temptation[party] - guarantees[party] <= plan.excess) continue;
    plan.excess = temptation[party] - guarantees[party];
    plan.critical_step = step;
    plan.critical_party = phase.parties[s];
  }
}

int meetings_for(const MeetingRule& rule, const std::vector<int>& blocks) {
  std::vector<int> through(rule.most.size());
  for (std::size_t k = 0; k < blocks.size(); ++k) through[at(rule.passage[k])] += blocks[k];
  int meetings = 1;
  for (std::size_t p = 0; p < through.size(); ++p)
    meetings = std::max(meetings, (through[p] + rule.most[p] - 1) / rule.most[p]);
  return meetings;
}

}  // namespace

MeetingRule meeting_rule(const PhaseExchange& phase, bool together) {
  MeetingRule rule;
  rule.together = together;
  for (std::size_t i = 0; i < phase.categories.size(); ++i) {
    const auto blocks = std::max(1, phase.table.classes[i].blocks);
    rule.passage.push_back(static_cast<int>(i));
    rule.most.push_back(static_cast<int>(std::min<std::int64_t>(blocks, phase.blocks_per_meeting[i].value_or(blocks))));
  }
  for (std::size_t x = 0; x < phase.crossings.size(); ++x) {
    const auto first = at(phase.crossings[x].front());
    int blocks = 0;
    for (const int i : phase.crossings[x]) {
      rule.passage[at(i)] = static_cast<int>(first);
      blocks += std::max(1, phase.table.classes[at(i)].blocks);
    }
    rule.most[first] = static_cast<int>(std::min<std::int64_t>(blocks, phase.crossing_blocks[x]));
  }
  return rule;
}

std::optional<int> meetings_in(const PhaseExchange& phase, std::optional<std::int64_t> days, int every) {
  if (!days) return std::nullopt;
  int blocks = 0;
  for (const auto& of_class : phase.table.classes) blocks += of_class.blocks;
  const auto fitting = (*days + every - 1) / std::max(1, every);
  return static_cast<int>(std::clamp<std::int64_t>(fitting, 0, std::min(most_meetings, std::max(1, blocks))));
}

ExchangePlan plan_of(const PhaseExchange& phase, const std::vector<Utility>& guarantees,
                     const std::vector<Handover>& handovers, int every) {
  ExchangePlan plan;
  plan.most.assign(guarantees.size(), std::numeric_limits<Utility>::min());
  const auto rule = meeting_rule(phase, true);
  Delivered delivered(phase.categories.size());
  look(phase, guarantees, delivered, 0, plan.at_start, plan);
  int meetings = 0;
  for (const Handover& handover : handovers) {
    ExchangeStep step{.day = 0, .giver = party_of(phase, handover.giver), .number = {}, .temptation = {}};
    for (std::size_t i = 0; i < delivered.size(); ++i) {
      const auto before = number_of(phase, i, delivered[i]);
      delivered[i] += handover.blocks[i];
      step.number.push_back(number_of(phase, i, delivered[i]) - before);
    }
    meetings += meetings_for(rule, handover.blocks);
    step.day = 1 + (meetings - 1) * every;
    look(phase, guarantees, delivered, static_cast<int>(plan.steps.size()) + 1, step.temptation, plan);
    plan.steps.push_back(std::move(step));
  }
  plan.days = plan.steps.empty() ? 0 : plan.steps.back().day;
  return plan;
}

std::vector<Handover> as_handovers(const PhaseExchange& phase, const MeetingPlan& plan) {
  std::vector<Handover> result;
  for (const auto& blocks : plan.meetings) {
    int giver = -1;
    bool several = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i] == 0) continue;
      several = several || (giver >= 0 && giver != phase.table.classes[i].giver);
      giver = phase.table.classes[i].giver;
    }
    result.push_back({several ? -1 : giver, blocks});
  }
  return result;
}

std::optional<ExchangePlan> tabled_plan(const Case& c, const PhaseExchange& phase,
                                        const std::vector<Utility>& guarantees) {
  ExchangePlan plan;
  plan.most.assign(guarantees.size(), std::numeric_limits<Utility>::min());
  std::vector<std::int64_t> sum(phase.categories.size());
  Delivered delivered(phase.categories.size());
  look(phase, guarantees, delivered, 0, plan.at_start, plan);
  for (const PlannedHandover& planned : exchange_of(c).schedule) {
    ExchangeStep step{.day = planned.day, .giver = -1, .number = {}, .temptation = {}};
    bool any = false;
    bool several = false;
    for (std::size_t i = 0; i < sum.size(); ++i) {
      const auto number = std::min(planned.number[at(phase.categories[i])], phase.number[i] - sum[i]);
      step.number.push_back(number);
      sum[i] += number;
      delivered[i] = static_cast<int>((sum[i] + phase.block[i] - 1) / phase.block[i]);
      if (number == 0) continue;
      const auto giver = party_of(phase, phase.table.classes[i].giver);
      several = several || (any && giver != step.giver);
      step.giver = giver;
      any = true;
    }
    if (!any) continue;
    if (several) step.giver = -1;
    look(phase, guarantees, delivered, static_cast<int>(plan.steps.size()) + 1, step.temptation, plan);
    plan.days = step.day;
    plan.steps.push_back(std::move(step));
  }
  if (plan.steps.empty()) return std::nullopt;
  return plan;
}

bool has_safe_schedule(const PhaseExchange& phase, const std::vector<Utility>& guarantees, bool together,
                       std::optional<int> meetings) {
  if (together)
    return fewest_meetings(phase.table, by_side(phase, guarantees), meeting_rule(phase, true),
                           meetings.value_or(most_meetings), {.most_states = most_states_again})
        .plan.has_value();
  const auto lattice = Lattice::of(phase.table, most_states_again);
  const auto limits = by_side(phase, guarantees);
  const StateDemand demand{limits, limits};
  return lattice && least_worst(phase.table, *lattice, demand).back() <= 0;
}

LeastExcess least_excess(const PhaseExchange& phase, const std::vector<Utility>& guarantees, bool together,
                         std::optional<int> meetings) {
  LeastExcess result;
  const auto held = by_side(phase, guarantees);
  if (together) {
    const auto rule = meeting_rule(phase, true);
    const MeetingsOptions options{.most_states = most_states_again};
    const auto best = safest_meetings(phase.table, held, rule, meetings.value_or(most_meetings), options);
    if (!best.plan) return result;
    result.excess = result.bound = best.plan->excess;
    result.proven = true;
    const auto fewest = fewest_meetings(phase.table, raised(held, result.excess), rule, most_meetings, options);
    result.handovers = as_handovers(phase, fewest.plan ? *fewest.plan : *best.plan);
    return result;
  }
  const auto safest = safest_schedule(phase.table, held);
  if (!safest.steps) return result;
  result.excess = safest.excess;
  result.bound = safest.bound;
  result.proven = safest.proven;
  const auto fewest = fewest_handovers(phase.table, raised(held, result.excess));
  result.handovers = fewest.handovers ? *fewest.handovers : handovers_of(phase.table, *safest.steps);
  return result;
}

}  // namespace parley
