#include <fmt/core.h>

#include <ranges>
#include <set>

#include "parley/case/checks.h"
#include "parley/case/phrases.h"
#include "parley/case/voices.h"

namespace parley {
namespace {

constexpr Decimal none = Decimal::of(0);
constexpr Decimal hundred = Decimal::of(100);

struct Box {
  Decimal low;
  Decimal high;
};

/// What weights a voice allows, issue by issue: as stated, or anything for an issue that only has a place in the order.
struct Weights {
  std::vector<Box> boxes;    ///< for each issue; meaningless where nothing is said
  std::vector<bool> stated;  ///< for each issue: has a weight or a place in the order
  Box extra{none, none};     ///< the points of combinations, added up
  bool sound = true;         ///< every number lies between 0 and 100

  Box& at(int issue) { return boxes[static_cast<std::size_t>(issue)]; }
};

Weights weights_of(const Voice& voice) {
  Weights weights;
  const auto sound = [](const Quantity& q) { return q.low >= none && q.high <= hundred; };
  for (const auto& weight : voice.preference.weights) {
    weights.boxes.push_back(weight ? Box{weight->low, weight->high} : Box{none, hundred});
    weights.stated.push_back(weight.has_value());
    weights.sound &= !weight || sound(*weight);
  }
  for (const int issue : voice.preference.order) weights.stated[static_cast<std::size_t>(issue)] = true;
  for (const Interaction& interaction : voice.preference.interactions) {
    weights.extra.low = weights.extra.low + interaction.points.low;
    weights.extra.high = weights.extra.high + interaction.points.high;
    weights.sound &= sound(interaction.points);
  }
  return weights;
}

/// Narrows the boxes to what the order leaves; reports the first two issues that contradict it.
bool obey_order(const Case& c, const Voice& voice, Weights& weights, Problems& problems) {
  const std::vector<int>& order = voice.preference.order;
  int tightest = -1;
  for (const int issue : order) {
    Box& box = weights.at(issue);
    if (tightest >= 0 && weights.at(tightest).high < box.low) {
      const std::string& upper = c.issues[static_cast<std::size_t>(tightest)].name;
      const std::string& lower = c.issues[static_cast<std::size_t>(issue)].name;
      problems.push_back(
          {voice.place,
           fmt::format("the order of {} puts {} before {}, but the weight of {} is at most {} and that "
                       "of {} at least {}",
                       voice.name, upper, lower, upper, to_text(weights.at(tightest).high), lower, to_text(box.low)),
           "change the order or one of the two weights"});
      return false;
    }
    if (tightest < 0 || box.high < weights.at(tightest).high) tightest = issue;
    box.high = weights.at(tightest).high;
  }
  Decimal least = none;
  for (const int issue : std::views::reverse(order)) {
    Box& box = weights.at(issue);
    least = box.low = std::max(box.low, least);
  }
  return true;
}

void check_sum(const Voice& voice, const Weights& weights, Problems& problems) {
  Box sum = weights.extra;
  for (const Box& box : weights.boxes) {
    sum.low = sum.low + box.low;
    sum.high = sum.high + box.high;
  }
  if (sum.low <= hundred && hundred <= sum.high) return;
  const bool combinations = !voice.preference.interactions.empty();
  problems.push_back(
      {voice.place,
       fmt::format("the weights {}of {} add up to {}; 100 is needed",
                   combinations ? "and the points for combinations " : "", voice.name, range_text(sum.low, sum.high)),
       sum.high < hundred ? "raise some of them, or widen ranges, until 100 is within reach"
                          : "lower some of them, or widen ranges, until 100 is within reach"});
}

/// Reports the issues that nothing is said about, except those in `said`: a principal repeats its party's gaps.
void check_nothing_forgotten(const Case& c, const Voice& voice, const Weights& weights, std::set<std::size_t>& said,
                             Problems& problems) {
  const bool silent = std::ranges::count(weights.stated, true) == 0;
  if (silent && said.empty()) {
    problems.push_back({voice.place, fmt::format("nothing says what matters to {}", voice.name),
                        "give weights, or an order of the issues, in its preferences"});
  }
  for (std::size_t issue = 0; issue < weights.stated.size(); ++issue) {
    if (weights.stated[issue] || !said.insert(issue).second || silent) continue;
    problems.push_back({voice.place,
                        fmt::format("nothing says how much {} matters to {}", c.issues[issue].name, voice.name),
                        "give it a weight or a place in the order; weight 0 if it does not matter"});
  }
}

}  // namespace

void check_weights(const Case& c, Problems& problems) {
  for (int party = 0; party < static_cast<int>(c.parties.size()); ++party) {
    if (c.parties[static_cast<std::size_t>(party)].utilities) continue;
    std::set<std::size_t> said;
    for_each_voice(c, party, speaks_of_weights, [&](const Voice& voice) {
      Weights weights = weights_of(voice);
      check_nothing_forgotten(c, voice, weights, said, problems);
      const bool complete = std::ranges::count(weights.stated, false) == 0;
      // A sum over missing or impossible numbers would only repeat what was said about them.
      if (weights.sound && obey_order(c, voice, weights, problems) && complete) check_sum(voice, weights, problems);
    });
  }
}

}  // namespace parley
