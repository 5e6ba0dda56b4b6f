#include "parley/solve/joint/nash_resampled.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <compare>
#include <limits>

#include "parley/at.h"
#include "parley/solve/cores.h"
#include "parley/solve/joint/weigh_options.h"
#include "parley/solve/tie_keys.h"

namespace parley {
namespace {

__extension__ using Product = __int128;

constexpr std::size_t chain = 64;              ///< readings that begin from each other's weights
constexpr std::size_t batch = 16;              ///< readings that are brought in together; divides chain
constexpr std::size_t most_nodes = 1'000'000;  ///< of one reading's search
constexpr double excluded = -1e200;            ///< what an option is worth that may not be taken

/// The options that may be taken, as the readings have them.
struct FreeOptions {
  std::vector<int> levels;
  std::vector<std::vector<bool>> allowed;
  std::vector<std::vector<std::uint64_t>> key;
  std::size_t most_levels = 1;
  std::size_t stride = 0;

  explicit FreeOptions(const ReadingTable& table) : levels(table.levels) {
    Tables keys;
    keys.tie_keys = table.tie_keys;
    key = fitting_tie_keys(keys);
    for (const int count : levels) {
      allowed.emplace_back(at(count), true);
      if (table.tie_keys.empty()) key.emplace_back(at(count));
      most_levels = std::max(most_levels, at(count));
    }
    for (const auto& view : table.views)
      for (const auto& line : view.refuses)
        for (std::size_t l = 0; l < line.holds.size(); ++l)
          if (line.holds[l]) allowed[at(line.issue)][l] = false;
    stride = (levels.size() + 7) / 8 * 8;
  }

  bool any_package() const {
    return std::ranges::all_of(allowed,
                               [](const auto& issue) { return std::ranges::find(issue, true) != issue.end(); });
  }
};

/// A package as far as it decides between packages.
struct NashCandidate {
  Utility first = 0;
  Utility second = 0;
  std::uint64_t key = 0;
  std::vector<int> package;

  Product product() const { return first > 0 && second > 0 ? Product{first} * second : Product{0}; }
  bool better_than(const NashCandidate& other) const {
    if (const auto mine = product(), theirs = other.product(); mine != theirs) return mine > theirs;
    if (first + second != other.first + other.second) return first + second > other.first + other.second;
    return key != other.key ? key < other.key : package < other.package;
  }
};

/// One reading after another of one chain.
class NashSearch {
 public:
  NashSearch(const ReadingTable& table, const FreeOptions& options)
      : table_(table),
        options_(options),
        first_(options.most_levels * options.stride),
        second_(first_.size()),
        best_(options.stride) {}

  ReadingNash solve(std::size_t reading) {
    load(reading);
    found_ = {};
    nodes_ = 0;
    ReadingNash result;
    if (balance()) {
      start();
      result.proven = search();
      if (found_.product() > 0) {
        result.package = found_.package;
        result.gain = {found_.first, found_.second};
      }
    } else {
      result.proven = true;
    }
    return result;
  }

 private:
  struct OpenOption {
    double loss = 0;  ///< of weighted sum, against the issue's best option
    Utility first = 0;
    Utility second = 0;
    std::uint64_t key = 0;
    int level = 0;
  };
  /// An issue with the options that may still matter, the smallest loss first.
  struct OpenIssue {
    std::size_t issue = 0;
    std::vector<OpenOption> options;
  };

  /// The gains of some readings side by side: a table has those of one option, reading after reading, far apart.
  void load_batch() {
    const auto row = options_.most_levels * options_.stride;
    const auto readings = std::min(batch, table_.readings - reading_);
    for (std::size_t v = 0; v < batch_.size(); ++v) {
      batch_[v].resize(batch * row);
      for (std::size_t l = 0; l < options_.most_levels; ++l)
        for (std::size_t i = 0; i < options_.levels.size(); ++i) {
          if (l >= options_.allowed[i].size()) continue;
          auto* const to = batch_[v].data() + l * options_.stride + i;
          for (std::size_t j = 0; j < readings; ++j) to[j * row] = in_reading(table_.views[v].gain[i][l], reading_ + j);
        }
    }
  }

  Utility gain(std::size_t view, std::size_t issue, std::size_t level) const {
    const auto row = options_.most_levels * options_.stride;
    return batch_[view][reading_ % batch * row + level * options_.stride + issue];
  }

  void load(std::size_t reading) {
    reading_ = reading;
    if (reading % batch == 0) load_batch();
    floor_first_ = in_reading(table_.views[0].floor, reading);
    floor_second_ = in_reading(table_.views[1].floor, reading);
    double size = std::abs(static_cast<double>(floor_first_)) + std::abs(static_cast<double>(floor_second_));
    for (std::size_t i = 0; i < options_.levels.size(); ++i) {
      double most = 0;
      for (std::size_t l = 0; l < options_.most_levels; ++l) {
        auto& a = first_[l * options_.stride + i];
        auto& b = second_[l * options_.stride + i];
        a = b = excluded;
        if (l >= options_.allowed[i].size() || !options_.allowed[i][l]) continue;
        a = static_cast<double>(gain(0, i, l));
        b = static_cast<double>(gain(1, i, l));
        most = std::max(most, std::abs(a) + std::abs(b));
      }
      size += most;
    }
    room_ = size * 1e-13;
  }

  /// Finds weights that make the bound small; false when no package lets both gain.
  bool balance() {
    struct Corner {
      double first = 0;
      double second = 0;
      bool known = false;
    };
    Corner low;  // wants a larger weight on the first view
    Corner high;
    const OptionGains gains{first_.data(), second_.data(), options_.most_levels, options_.stride};
    auto weight = weight_;
    constexpr double edge = 1e-9;
    for (int round = 0; round < 60; ++round) {
      weight = std::clamp(weight, edge, 1 - edge);
      const auto sums = weigh_options(gains, weight, 1 - weight, best_.data());
      const Corner here{sums.first - static_cast<double>(floor_first_),
                        sums.second - static_cast<double>(floor_second_), true};
      weight_ = weight;
      const auto most = weight * here.first + (1 - weight) * here.second;
      if (most < -room_) return false;
      if (low.known && high.known && most <= weight * low.first + (1 - weight) * low.second + room_)
        break;  // the edge between both
      const bool wants_more = here.first <= 0 || weight * here.first < (1 - weight) * here.second;
      auto& side = wants_more ? low : high;
      if (side.known && side.first == here.first && side.second == here.second) break;
      side = here;
      if (low.known && high.known) {
        const auto rise = high.first - low.first;
        const auto fall = low.second - high.second;
        if (rise <= 0 || fall <= 0) break;
        weight = fall / (rise + fall);
      } else if (here.first > 0 && here.second > 0) {
        weight = here.second / (here.first + here.second);  // where the bound touches this corner
      } else {
        if (weight == edge || weight == 1 - edge) break;
        weight = wants_more ? weight + (1 - weight) / 2 : weight / 2;
      }
    }
    // The options of best_ and of weight_ belong together.
    const auto sums = weigh_options(gains, weight_, 1 - weight_, best_.data());
    most_ = weight_ * (sums.first - static_cast<double>(floor_first_)) +
            (1 - weight_) * (sums.second - static_cast<double>(floor_second_));
    return most_ >= -room_;
  }

  /// How much of the weighted sum a package may lose that is to reach the best product found.
  double slack() const {
    const auto product = static_cast<double>(found_.product());
    return most_ - 2 * std::sqrt(weight_ * (1 - weight_) * product) * (1 - 1e-13) + room_;
  }

  /// The best options of the weighted sum in every issue.
  void start() {
    found_ = {-floor_first_, -floor_second_, 0, std::vector<int>(options_.levels.size())};
    for (std::size_t i = 0; i < options_.levels.size(); ++i) {
      double least = std::numeric_limits<double>::infinity();
      std::size_t chosen = 0;
      for (std::size_t l = 0; l < options_.allowed[i].size(); ++l)
        if (options_.allowed[i][l] && loss(i, l) < least) {
          least = loss(i, l);
          chosen = l;
        }
      take(found_, i, {0, gain(0, i, chosen), gain(1, i, chosen), options_.key[i][chosen], static_cast<int>(chosen)});
    }
  }

  /// The product, or how far from any.
  static Product height(Utility first, Utility second) {
    if (first > 0 && second > 0) return Product{first} * second;
    return Product{std::min<Utility>(first, 0)} + std::min<Utility>(second, 0);
  }

  /// From the options that are best in the weighted sum, one exchange at a time while the product grows.
  void climb() {
    for (const auto& open : open_) take(climbing_, open.issue, open.options.front());
    std::vector<const OpenOption*> chosen;
    for (const auto& open : open_) chosen.push_back(&open.options.front());
    for (bool grows = true; grows;) {
      grows = false;
      auto best = climbing_;
      std::size_t exchanged = 0;
      const OpenOption* by = nullptr;
      for (std::size_t k = 0; k < open_.size(); ++k)
        for (const auto& option : open_[k].options) {
          const auto first = climbing_.first - chosen[k]->first + option.first;
          const auto second = climbing_.second - chosen[k]->second + option.second;
          if (height(first, second) <= height(best.first, best.second)) continue;
          best.first = first;
          best.second = second;
          exchanged = k;
          by = &option;
        }
      if (by == nullptr) continue;
      grows = true;
      drop(climbing_, *chosen[exchanged]);
      take(climbing_, open_[exchanged].issue, *by);
      chosen[exchanged] = by;
    }
    if (climbing_.better_than(found_)) found_ = climbing_;
  }

  double loss(std::size_t issue, std::size_t level) const {
    const auto place = level * options_.stride + issue;
    return best_[issue] - (weight_ * first_[place] + (1 - weight_) * second_[place]);
  }

  /// Goes through all packages of the options that are left; false when there are too many.
  bool search() {
    open_.clear();
    limit_ = slack();
    NashCandidate here{-floor_first_, -floor_second_, 0, std::vector<int>(options_.levels.size())};
    for (std::size_t i = 0; i < options_.levels.size(); ++i) {
      left_.clear();
      for (std::size_t l = 0; l < options_.allowed[i].size(); ++l) {
        if (!options_.allowed[i][l]) continue;
        if (const auto lost = loss(i, l); lost <= limit_)
          left_.push_back({lost, gain(0, i, l), gain(1, i, l), options_.key[i][l], static_cast<int>(l)});
      }
      if (left_.empty()) return true;
      if (left_.size() > 1) drop_beaten(left_);
      if (left_.size() == 1) {
        take(here, i, left_.front());
      } else {
        open_.push_back({i, left_});
      }
    }
    climbing_ = here;
    climb();
    limit_ = slack();
    std::ranges::sort(open_, std::ranges::greater(), [](const OpenIssue& open) { return open.options[1].loss; });
    descend(0, here, 0);
    return nodes_ <= most_nodes;
  }

  /// Options that another one matches or beats for both, the tie keys and places included.
  static void drop_beaten(std::vector<OpenOption>& options) {
    const auto beats = [](const OpenOption& a, const OpenOption& b) {
      if (a.first < b.first || a.second < b.second) return false;
      if (a.first > b.first || a.second > b.second) return true;
      return a.key != b.key ? a.key < b.key : a.level < b.level;
    };
    std::vector<OpenOption> kept;
    for (const auto& option : options)
      if (std::ranges::none_of(options, [&](const OpenOption& other) { return beats(other, option); }))
        kept.push_back(option);
    std::ranges::sort(kept, {}, &OpenOption::loss);
    options = std::move(kept);
  }

  static void take(NashCandidate& package, std::size_t issue, const OpenOption& option) {
    package.first += option.first;
    package.second += option.second;
    package.key += option.key;
    package.package[issue] = option.level;
  }

  static void drop(NashCandidate& package, const OpenOption& option) {
    package.first -= option.first;
    package.second -= option.second;
    package.key -= option.key;
  }

  void descend(std::size_t depth, NashCandidate& here, double lost) {
    if (++nodes_ > most_nodes) return;
    if (depth == open_.size()) {
      if (here.product() > 0 && here.better_than(found_)) {
        found_ = here;
        limit_ = slack();
      }
      return;
    }
    const auto& open = open_[depth];
    for (const auto& option : open.options) {
      if (lost + option.loss > limit_) return;
      take(here, open.issue, option);
      descend(depth + 1, here, lost + option.loss);
      drop(here, option);
    }
  }

  const ReadingTable& table_;
  const FreeOptions& options_;
  std::size_t reading_ = 0;
  Utility floor_first_ = 0;
  Utility floor_second_ = 0;
  std::array<std::vector<Utility>, 2>
      batch_;                           ///< for each view: reading by reading of a batch, as OptionGains has them
  std::vector<double> first_, second_;  ///< see OptionGains
  std::vector<double> best_;
  double weight_ = 0.5;  ///< on the first view
  double most_ = 0;      ///< the largest weighted sum of gains over the floors
  double room_ = 0;      ///< for rounding
  double limit_ = 0;     ///< see slack()
  NashCandidate found_, climbing_;
  std::vector<OpenIssue> open_;
  std::vector<OpenOption> left_;  ///< of one issue
  std::size_t nodes_ = 0;
};

}  // namespace

std::optional<std::vector<ReadingNash>> nash_in_readings(const ReadingTable& table, int threads,
                                                         const std::stop_token& stop) {
  if (table.views.size() != 2 || !table.implications.empty() || !table.linear_rules.empty()) return std::nullopt;
  if (!table.views[0].features.empty() || !table.views[1].features.empty()) return std::nullopt;
  std::vector<ReadingNash> result(table.readings);
  const FreeOptions options(table);
  if (!options.any_package()) {
    for (auto& reading : result) reading.proven = true;
    return result;
  }
  const auto chains = (table.readings + chain - 1) / chain;
  std::atomic<std::size_t> next = 0;
  on_cores(std::clamp<std::size_t>(cores(threads), 1, std::max<std::size_t>(1, chains)), [&](std::size_t) {
    for (auto c = next++; c < chains && !stop.stop_requested(); c = next++) {
      NashSearch search(table, options);
      for (auto j = c * chain; j < std::min((c + 1) * chain, table.readings); ++j) result[j] = search.solve(j);
    }
  });
  return result;
}

}  // namespace parley
