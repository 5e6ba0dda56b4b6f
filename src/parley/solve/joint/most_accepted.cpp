#include "parley/solve/joint/most_accepted.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "parley/at.h"
#include "parley/solve/joint/climb_approvals.h"
#include "parley/solve/joint/hopes.h"
#include "parley/solve/joint/margins.h"
#include "parley/solve/tie_keys.h"

namespace parley {
namespace {

/// Issues whose options differ most come first: bounds fall soonest.
std::vector<std::size_t> order_of(const ReadingTable& table, const std::vector<std::vector<std::uint64_t>>& key) {
  std::vector<double> spread;
  for (std::size_t i = 0; i < table.levels.size(); ++i) {
    double largest = 0;
    for (const auto& view : table.views) {
      double of_view = 0;
      for (std::size_t j = 0; j < table.readings; ++j) {
        auto least = in_reading(view.gain[i].front(), j);
        auto most = least;
        for (const auto& gain : view.gain[i]) {
          least = std::min(least, in_reading(gain, j));
          most = std::max(most, in_reading(gain, j));
        }
        of_view += static_cast<double>(most) - static_cast<double>(least);
      }
      largest = std::max(largest, of_view);
    }
    spread.push_back(largest);
  }
  std::vector<std::size_t> order(table.levels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](auto a, auto b) {
    if (spread[a] != spread[b]) return spread[a] > spread[b];
    return std::ranges::min(key[a]) < std::ranges::min(key[b]);
  });
  return order;
}

class MostAcceptedSearch {
 public:
  MostAcceptedSearch(const ReadingTable& table, const MostAcceptedOptions& options)
      : table_(table), options_(options), work_(options.work) {
    Tables keys;
    keys.tie_keys = table.tie_keys;
    key_ = fitting_tie_keys(keys);
    if (key_.empty())
      for (const auto levels : table.levels) key_.emplace_back(at(levels));
    order_ = order_of(table, key_);
  }

  MostAccepted run() {
    if (const auto start = climb_approvals(table_, key_, work_, options_.stop)) {
      result_.package = start->package;
      result_.readings = start->readings;
    }
    work_ = std::max(work_, options_.work / 2);
    Hopes hopes(table_, order_);
    const auto at_most = hopes.count_at_root();
    package_.assign(table_.levels.size(), -1);
    if (table_.levels.empty()) {
      if (obeys_rules(table_, package_)) result_ = {package_, at_most, at_most, true, false, 1};
    } else if (at_most > result_.readings || !result_.package) {
      descend(hopes, 0, at_most);
    }
    result_.bound = std::max(result_.readings, open_);
    result_.none = !result_.package && !stopped_;
    result_.proven = result_.package && result_.bound == result_.readings;
    return result_;
  }

 private:
  struct Branch {
    int level = 0;
    std::uint32_t count = 0;
    std::uint64_t key = 0;
  };

  bool worth_it(std::uint32_t count) const { return !result_.package || count > result_.readings; }

  /// `count`: the bound of this node.
  void descend(Hopes& hopes, std::size_t depth, std::uint32_t count) {
    const auto spent = hopes.cost(depth);
    if (work_ < spent || options_.stop.stop_requested()) {
      stopped_ = true;
      open_ = std::max(open_, count);
      return;
    }
    work_ -= spent;
    ++result_.nodes;
    const auto issue = order_[depth];
    const auto counts = hopes.look(depth, package_);
    std::vector<Branch> branches;
    for (int l = 0; l < table_.levels[issue]; ++l) branches.push_back({l, counts[at(l)], key_[issue][at(l)]});
    std::ranges::sort(branches, [](const Branch& a, const Branch& b) {
      return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    for (const auto& branch : branches) {
      if (!worth_it(branch.count)) break;
      package_[issue] = branch.level;
      if (!may_obey()) continue;
      if (depth + 1 == order_.size()) {
        result_.package = package_;
        result_.readings = branch.count;
      } else if (stopped_) {
        open_ = std::max(open_, branch.count);
      } else {
        hopes.enter(depth, package_);
        descend(hopes, depth + 1, branch.count);
      }
    }
    package_[issue] = -1;
  }

  /// Whether no rule is broken by the issues that are decided, whatever the others become. Exact when all are.
  bool may_obey() const {
    enum class Verdict { yes, no, open };
    const auto verdict = [&](const std::vector<LevelSet>& sets) {
      auto all = Verdict::yes;
      for (const auto& set : sets) {
        const auto level = package_[at(set.issue)];
        if (level < 0) {
          all = Verdict::open;
        } else if (!set.holds[at(level)]) {
          return Verdict::no;
        }
      }
      return all;
    };
    for (const auto& rule : table_.implications)
      if (verdict(rule.when) == Verdict::yes && (rule.then.empty() || verdict(rule.then) == Verdict::no)) return false;
    for (const auto& rule : table_.linear_rules) {
      std::int64_t least = 0;
      std::int64_t most = 0;
      for (std::size_t k = 0; k < rule.issues.size(); ++k) {
        const auto level = package_[at(rule.issues[k])];
        const auto [low, high] = std::ranges::minmax(rule.amounts[k]);
        least += level < 0 ? low : rule.amounts[k][at(level)];
        most += level < 0 ? high : rule.amounts[k][at(level)];
      }
      if (most < rule.least || least > rule.most) return false;
    }
    return true;
  }

  const ReadingTable& table_;
  const MostAcceptedOptions& options_;
  std::uint64_t work_;
  std::vector<std::vector<std::uint64_t>> key_;
  std::vector<std::size_t> order_;
  Package package_;  ///< -1: not decided
  MostAccepted result_;
  std::uint32_t open_ = 0;  ///< the largest bound of what was not looked into
  bool stopped_ = false;
};

}  // namespace

MostAccepted most_accepted(const ReadingTable& table, const MostAcceptedOptions& options) {
  return MostAcceptedSearch(table, options).run();
}

}  // namespace parley
