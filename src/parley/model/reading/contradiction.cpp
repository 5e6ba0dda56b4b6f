#include <algorithm>
#include <cstddef>
#include <numeric>

#include "parley/model/reading/part.h"

namespace parley {
namespace {

using Indices = std::vector<std::size_t>;

/// A reading and the conditions that it agrees with.
struct ReadingTrial {
  Slots slots;
  std::vector<bool> holds;

  bool meets(const Indices& conditions) const {
    return std::ranges::all_of(conditions, [&](std::size_t i) { return holds[i]; });
  }
};

class ConditionSettler {
 public:
  ConditionSettler(const ReadingTask& task, std::vector<Contradiction>& contradictions)
      : task_(task), contradictions_(contradictions) {}

  std::vector<ReadingPart> run() {
    draw_trials();
    drop_single();
    std::vector<ReadingPart> parts;
    while (true) {
      parts = parts_of(task_, used());
      bool changed = false;
      for (ReadingPart& part : parts)
        if (!ready(part)) changed = drop_contradicting(part) || changed;
      if (!changed || task_.stop.stop_requested()) return parts;
    }
  }

 private:
  /// A part is waited for when one in fifty free draws agrees.
  static constexpr std::size_t most_trials = 1000;
  static constexpr std::size_t enough = 20;

  void draw_trials() {
    const std::size_t count = task_.plan.blocks.empty() ? 1 : most_trials;
    for (std::size_t j = 0; j < count && !task_.stop.stop_requested(); ++j) {
      Slots slots(task_.plan.slots);
      for (const DrawBlock& block : task_.plan.blocks) draw_block(block, j, 0, slots);
      keep(std::move(slots));
    }
    for (std::size_t i = 0; i < task_.conditions.size(); ++i) {
      const auto holding = std::ranges::count_if(trials_, [i](const ReadingTrial& trial) { return trial.holds[i]; });
      if (!trials_.empty())
        task_.conditions[i].what.share = static_cast<double>(holding) / static_cast<double>(trials_.size());
    }
  }

  void keep(Slots slots) {
    ReadingTrial trial{std::move(slots), {}};
    for (std::size_t i = 0; i < task_.conditions.size(); ++i)
      trial.holds.push_back(!task_.conditions[i].what.too_open && task_.margin_of(i, trial.slots) >= 0);
    trials_.push_back(std::move(trial));
  }

  Indices used() const {
    Indices conditions;
    for (std::size_t i = 0; i < task_.conditions.size(); ++i)
      if (task_.conditions[i].what.used) conditions.push_back(i);
    return conditions;
  }

  void drop(const Indices& set, bool smallest, bool proven) {
    Contradiction found;
    for (const std::size_t i : set) {
      found.conditions.push_back(static_cast<int>(i));
      task_.conditions[i].what.used = false;
    }
    found.smallest = smallest;
    found.proven = proven;
    contradictions_.push_back(std::move(found));
  }

  /// Conditions that the ends of all ranges rule out, and those on which nothing unknown has a say.
  void drop_single() {
    for (const std::size_t i : used()) {
      const bool decided = task_.conditions[i].blocks.empty();
      const bool broken = decided ? task_.margin_of(i, Slots(task_.plan.slots)) < 0
                                  : surely_broken(task_.c, task_.plan, task_.conditions[i]);
      if (broken) drop({i}, true, true);
    }
  }

  /// Whether there are readings of a part, so that it can be drawn.
  bool ready(ReadingPart& part) {
    std::size_t agreeing = 0;
    for (const ReadingTrial& trial : trials_) {
      if (!trial.meets(part.conditions)) continue;
      ++agreeing;
      part.starts.push_back(trial.slots);
    }
    part.walks = agreeing < enough;
    if (!part.walks) part.starts.clear();
    return agreeing > 0 || search(part.conditions, part);
  }

  /// From the reading that agrees with most of them.
  bool search(const Indices& conditions, ReadingPart& part) {
    if (trials_.empty()) return true;
    ++searches_;
    const auto met = [&](const ReadingTrial& trial) {
      return std::ranges::count_if(conditions, [&](std::size_t i) { return trial.holds[i]; });
    };
    const auto found =
        found_by_search(task_, part.blocks, conditions, std::ranges::max_element(trials_, {}, met)->slots);
    if (!found) return task_.stop.stop_requested();
    part.starts = {*found};
    keep(*found);
    return true;
  }

  bool agrees(const Indices& set, ReadingPart& part) {
    return std::ranges::any_of(trials_, [&](const ReadingTrial& trial) { return trial.meets(set); }) ||
           search(set, part);
  }

  /// All smallest sets of a part's conditions that no reading was found for.
  bool drop_contradicting(ReadingPart& part) {
    constexpr std::size_t most_sets = 1000;
    constexpr std::size_t most_searches = 40;
    const std::size_t size = part.conditions.size();
    std::size_t looked = 0;
    for (std::size_t members = 1; members <= size; ++members) {
      std::vector<Indices> contradicting;
      Indices chosen(members);
      std::iota(chosen.begin(), chosen.end(), std::size_t{0});
      do {
        if (++looked > most_sets || searches_ > most_searches || task_.stop.stop_requested())
          return drop_rest(part.conditions);
        Indices set;
        for (const std::size_t place : chosen) set.push_back(part.conditions[place]);
        if (!agrees(set, part)) contradicting.push_back(std::move(set));
      } while (next(chosen, size));
      for (const Indices& set : contradicting) drop(set, true, false);
      if (!contradicting.empty()) return true;
    }
    return drop_rest(part.conditions);
  }

  /// Too many sets to look at: all of them, without a word on which would be enough.
  bool drop_rest(const Indices& conditions) {
    drop(conditions, false, false);
    return true;
  }

  /// The next set of places below `size` in the order of numbers.
  static bool next(Indices& chosen, std::size_t size) {
    for (std::size_t k = chosen.size(); k-- > 0;) {
      if (chosen[k] + (chosen.size() - k) >= size) continue;
      ++chosen[k];
      for (std::size_t l = k + 1; l < chosen.size(); ++l) chosen[l] = chosen[l - 1] + 1;
      return true;
    }
    return false;
  }

  const ReadingTask& task_;
  std::vector<Contradiction>& contradictions_;
  std::vector<ReadingTrial> trials_;
  std::size_t searches_ = 0;
};

}  // namespace

std::vector<ReadingPart> settle_conditions(const ReadingTask& task, std::vector<Contradiction>& contradictions) {
  return ConditionSettler(task, contradictions).run();
}

}  // namespace parley
