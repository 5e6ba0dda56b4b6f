#pragma once

#include <vector>

#include "parley/model/reading/plan.h"
#include "parley/model/reading/readings.h"

namespace parley {

/// A condition made ready to be looked at in many readings.
struct JudgedCondition {
  TalksCondition what;
  struct Completion {
    Package package;
    std::vector<bool> barred;  ///< for each principal of the party: hits one of its red lines
  };
  std::vector<Completion> completions;  ///< of the text, those that obey the rules; empty: too many to look at
  std::vector<std::size_t> blocks;      ///< of the plan, that have a say in it; by their keys
};

/// What was answered to texts up to a date, as said last by each to each, by the ids of texts and of those who
/// answered.
std::vector<JudgedCondition> talks_conditions(const Case& c, Date as_of, const ReadingPlan& plan);

/// At least 0 where a reading agrees with a condition; else by how much utility somebody falls short of it.
Utility margin(const Case& c, const ReadingPlan& plan, const JudgedCondition& condition, const Slots& slots);

/// Whether the ends of all ranges show that no reading agrees with a condition.
bool surely_broken(const Case& c, const ReadingPlan& plan, const JudgedCondition& condition);

}  // namespace parley
