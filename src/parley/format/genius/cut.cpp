#include "parley/format/genius/cut.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace parley {
namespace {

constexpr std::size_t most_kinds = 1000;
constexpr std::int64_t most_cut_steps = 100'000'000;

/// Levels of one issue that no package can tell apart by what they are worth.
struct Group {
  std::vector<bool> levels;
  std::int64_t gain = 0;
  std::vector<std::size_t> breaks;  ///< combinations that do not hold with these levels
};

class Search {
 public:
  explicit Search(const Utilities& utilities) : utilities_(utilities), broken_(utilities.combinations.size(), 0) {
    ends_.resize(utilities.options.size());
    if (!group()) return;
    most_left_.assign(groups_.size() + 1, 0);
    for (std::size_t i = groups_.size(); i-- > 0;) {
      const auto best = std::ranges::max_element(groups_[i], {}, &Group::gain);
      most_left_[i] = most_left_[i + 1] + (best != groups_[i].end() ? best->gain : 0);
    }
    for (const auto& combination : utilities.combinations)
      if (combination.adds > 0) hoped_ += combination.adds;
    limit_ = one_utility + static_cast<std::int64_t>(groups_.size());
    chosen_.resize(groups_.size());
    finished_ = descend(0, utilities.base);
  }

  bool finished() const { return finished_; }
  std::vector<Utilities::Combination> take_cuts() { return std::move(cuts_); }
  std::int64_t take_from_base() const { return from_base_; }

 private:
  bool spend(std::size_t steps) {
    steps_ += static_cast<std::int64_t>(steps) + 1;
    return steps_ <= most_cut_steps;
  }

  /// Which conditions of combinations an issue meets, and the groups that follow.
  bool group() {
    std::vector<std::vector<std::pair<std::size_t, const std::vector<bool>*>>> met(utilities_.options.size());
    for (std::size_t c = 0; c < utilities_.combinations.size(); ++c) {
      int last = 0;
      for (const Condition& condition : utilities_.combinations[c].when) {
        if (!spend(condition.holds.size())) return false;
        met[static_cast<std::size_t>(condition.issue)].emplace_back(c, &condition.holds);
        last = std::max(last, condition.issue);
      }
      ends_[static_cast<std::size_t>(last)].push_back(c);
    }
    for (std::size_t i = 0; i < utilities_.options.size(); ++i) {
      const auto& gains = utilities_.options[i];
      std::map<std::pair<std::int64_t, std::vector<std::size_t>>, std::vector<bool>> alike;
      for (std::size_t level = 0; level < gains.size(); ++level) {
        if (!spend(met[i].size())) return false;
        std::vector<std::size_t> breaks;
        for (const auto& [c, holds] : met[i])
          if (!(*holds)[level]) breaks.push_back(c);
        auto& levels = alike[{gains[level], std::move(breaks)}];
        levels.resize(gains.size());
        levels[level] = true;
      }
      auto& groups = groups_.emplace_back();
      for (auto& [key, levels] : alike) groups.push_back({std::move(levels), key.first, key.second});
    }
    return true;
  }

  /// Whether everything from issue i on could be looked at; `sum` is what is certain so far.
  bool descend(std::size_t i, std::int64_t sum) {
    if (sum + most_left_[i] + hoped_ <= limit_) return true;
    if (i == groups_.size()) return cut(sum);
    return std::ranges::all_of(groups_[i], [&](const Group& group) {
      if (!spend(group.breaks.size() + ends_[i].size())) return false;
      chosen_[i] = &group;
      for (const std::size_t c : group.breaks)
        if (broken_[c]++ == 0) hoped_ -= std::max<std::int64_t>(0, utilities_.combinations[c].adds);
      std::int64_t certain = sum + group.gain;
      std::int64_t fulfilled = 0;
      for (const std::size_t c : ends_[i]) {
        if (broken_[c] > 0) continue;
        certain += utilities_.combinations[c].adds;
        fulfilled += std::max<std::int64_t>(0, utilities_.combinations[c].adds);
      }
      hoped_ -= fulfilled;
      const bool done = descend(i + 1, certain);
      hoped_ += fulfilled;
      for (const std::size_t c : group.breaks)
        if (--broken_[c] == 0) hoped_ += std::max<std::int64_t>(0, utilities_.combinations[c].adds);
      return done;
    });
  }

  bool cut(std::int64_t sum) {
    if (cuts_.size() == most_kinds) return false;
    Utilities::Combination combination{"no more than 1", {}, one_utility - sum};
    for (std::size_t i = 0; i < chosen_.size(); ++i)
      if (groups_[i].size() > 1) combination.when.push_back({static_cast<int>(i), chosen_[i]->levels, {}});
    if (combination.when.empty())
      from_base_ = combination.adds;
    else
      cuts_.push_back(std::move(combination));
    return true;
  }

  const Utilities& utilities_;
  std::vector<std::vector<Group>> groups_;      ///< for each issue
  std::vector<std::vector<std::size_t>> ends_;  ///< for each issue: combinations of which it is the last
  std::vector<std::int64_t> most_left_;         ///< from an issue on, without combinations
  std::vector<int> broken_;                     ///< for each combination: how many chosen groups break it
  std::int64_t hoped_ = 0;                      ///< what combinations may still add
  std::int64_t limit_ = 0;
  std::vector<const Group*> chosen_;
  std::vector<Utilities::Combination> cuts_;
  std::int64_t from_base_ = 0;
  std::int64_t steps_ = 0;
  bool finished_ = false;
};

}  // namespace

bool cut_at_one(Utilities& utilities) {
  Search search(utilities);
  if (!search.finished()) return false;
  utilities.base += search.take_from_base();
  std::ranges::move(search.take_cuts(), std::back_inserter(utilities.combinations));
  return true;
}

}  // namespace parley
