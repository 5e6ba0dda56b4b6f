#include "parley/solve/joint/climb_approvals.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "parley/at.h"
#include "parley/solve/joint/margins.h"

namespace parley {
namespace {

__extension__ using WideSum = __int128;

/// What consent lacks where red lines stand in its way.
constexpr double out_of_reach = 1e18;

class ApprovalClimb {
 public:
  ApprovalClimb(const ReadingTable& table, const std::vector<std::vector<std::uint64_t>>& key, std::uint64_t& work,
                const std::stop_token& stop)
      : table_(table), key_(key), work_(work), stop_(stop), margins_(table.views.size()) {}

  /// The best package that single exchanges lead to; while there is work for it, by pairs of exchanges too.
  Foothold from(Package& package, bool pairs) {
    auto best = standing(package);
    while (single(package, best) || (pairs && pair(package, best)))
      if (stop_.stop_requested()) break;
    return best;
  }

  Foothold standing(const Package& package) {
    set_aside(package, {});
    return look(package, {});
  }

 private:
  /// The margins of a package without what some of its issues, and features, add.
  void set_aside(const Package& package, const std::vector<std::size_t>& open) {
    for (std::size_t v = 0; v < table_.views.size(); ++v) {
      const auto& view = table_.views[v];
      auto& margins = margins_[v];
      margins.resize(table_.readings);
      for (std::size_t j = 0; j < table_.readings; ++j) margins[j] = -in_reading(view.floor, j);
      for (std::size_t i = 0; i < package.size(); ++i)
        if (std::ranges::find(open, i) == open.end()) add(view.gain[i][at(package[i])], margins);
    }
    spend(package.size());
  }

  /// How a package stands whose issues other than the open ones are in margins_.
  Foothold look(const Package& package, const std::vector<std::size_t>& open) {
    std::uint64_t refused = 0;
    auto margins = margins_;
    for (std::size_t v = 0; v < table_.views.size(); ++v) {
      const auto& view = table_.views[v];
      for (const auto i : open) add(view.gain[i][at(package[i])], margins[v]);
      for (const auto& feature : view.features)
        if (all_hold(feature.when, package) == feature.counts_when_holding) add(feature.gain, margins[v]);
      if (refuses(view, package)) refused |= std::uint64_t{1} << v;
    }
    spend(open.size() + 2);
    Foothold result{obeys_rules(table_, package), 0, 0, 0};
    for (std::size_t i = 0; i < package.size(); ++i) result.key += key_[i][at(package[i])];
    for (std::size_t j = 0; j < table_.readings; ++j) {
      auto lack = out_of_reach;
      for (const auto mask : table_.enough[table_.hypothesis.empty() ? 0 : table_.hypothesis[j]]) {
        if ((mask & refused) != 0) continue;
        Utility most = 0;
        for (auto left = mask; left != 0; left &= left - 1)
          most = std::max(most, -margins[at(std::countr_zero(left))][j]);
        lack = std::min(lack, static_cast<double>(most));
        if (most == 0) break;
      }
      result.lack += lack;
      if (lack == 0) ++result.readings;
    }
    return result;
  }

  bool single(Package& package, Foothold& best) {
    auto better = package;
    for (std::size_t i = 0; i < package.size() && !stop_.stop_requested(); ++i) {
      if (work_ == 0) break;
      set_aside(package, {i});
      auto tried = package;
      for (tried[i] = 0; tried[i] < table_.levels[i]; ++tried[i]) {
        if (tried[i] == package[i]) continue;
        if (const auto there = look(tried, {i}); there.better_than(best)) {
          best = there;
          better = tried;
        }
      }
    }
    return std::exchange(package, better) != better;
  }

  bool pair(Package& package, Foothold& best) {
    std::uint64_t tries = 0;
    std::uint64_t levels = 0;
    for (const auto count : table_.levels) {
      tries += levels * at(count);
      levels += at(count);
    }
    if (tries * table_.readings * table_.views.size() * 4 > work_) return false;
    auto better = package;
    for (std::size_t i = 0; i < package.size(); ++i)
      for (std::size_t k = i + 1; k < package.size() && !stop_.stop_requested(); ++k) {
        set_aside(package, {i, k});
        auto tried = package;
        for (tried[i] = 0; tried[i] < table_.levels[i]; ++tried[i])
          for (tried[k] = 0; tried[k] < table_.levels[k]; ++tried[k])
            if (const auto there = look(tried, {i, k}); there.better_than(best)) {
              best = there;
              better = tried;
            }
      }
    return std::exchange(package, better) != better;
  }

  static void add(const PerReading& gain, std::vector<Utility>& to) {
    for (std::size_t j = 0; j < to.size(); ++j) to[j] += in_reading(gain, j);
  }

  void spend(std::size_t rows) {
    const auto spent = rows * table_.views.size() * table_.readings;
    work_ -= std::min<std::uint64_t>(work_, spent);
  }

  const ReadingTable& table_;
  const std::vector<std::vector<std::uint64_t>>& key_;
  std::uint64_t& work_;
  const std::stop_token& stop_;
  std::vector<std::vector<Utility>> margins_;
};

/// For each view, issue and level the sum over readings.
std::vector<std::vector<std::vector<WideSum>>> sums(const ReadingTable& table) {
  std::vector<std::vector<std::vector<WideSum>>> result;
  for (const auto& view : table.views) {
    auto& of_view = result.emplace_back();
    for (const auto& issue : view.gain) {
      auto& of_issue = of_view.emplace_back();
      for (const auto& gain : issue) {
        WideSum sum = 0;
        for (std::size_t j = 0; j < table.readings; ++j) sum += in_reading(gain, j);
        of_issue.push_back(sum);
      }
    }
  }
  return result;
}

/// The weights of views that climbs begin from: all alike, and each in turn several times the others.
std::vector<std::vector<int>> weights_of(std::size_t views) {
  std::vector<std::vector<int>> result{std::vector<int>(views, 1)};
  for (const int heavy : {2, 4})
    for (std::size_t v = 0; v < views && views > 1; ++v) {
      result.emplace_back(views, 1);
      result.back()[v] = heavy;
    }
  return result;
}

}  // namespace

bool Foothold::better_than(const Foothold& other) const {
  if (obeys != other.obeys) return obeys;
  if (readings != other.readings) return readings > other.readings;
  if (lack != other.lack) return lack < other.lack;
  return key < other.key;
}

std::optional<Climbed> climb_approvals(const ReadingTable& table, const std::vector<std::vector<std::uint64_t>>& key,
                                       std::uint64_t& work, const std::stop_token& stop) {
  ApprovalClimb climb(table, key, work, stop);
  const auto sum = sums(table);
  Package best;
  Foothold best_standing;
  for (const auto& weights : weights_of(table.views.size())) {
    Package package;
    for (std::size_t i = 0; i < table.levels.size(); ++i) {
      const auto worth = [&](std::size_t level) {
        WideSum total = 0;
        for (std::size_t v = 0; v < weights.size(); ++v) total += weights[v] * sum[v][i][level];
        return total;
      };
      std::size_t most = 0;
      for (std::size_t l = 1; l < at(table.levels[i]); ++l)
        if (worth(l) > worth(most) || (worth(l) == worth(most) && key[i][l] < key[i][most])) most = l;
      package.push_back(static_cast<int>(most));
    }
    const auto standing = climb.from(package, false);
    if (best.empty() || standing.better_than(best_standing)) {
      best = package;
      best_standing = standing;
    }
    if (work == 0 || (standing.obeys && standing.readings == table.readings)) break;
  }
  if (best_standing.readings < table.readings) best_standing = climb.from(best, true);
  if (!best_standing.obeys) return std::nullopt;
  return Climbed{std::move(best), best_standing.readings};
}

}  // namespace parley
