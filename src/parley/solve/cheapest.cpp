#include "parley/solve/cheapest.h"

#include <algorithm>
#include <numeric>

#include "parley/solve/labels.h"

namespace parley {
namespace {

/// Partial packages of a layer.
struct Partials {
  std::vector<std::uint32_t> node;
  std::vector<Step> steps;
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> sets;  ///< which issues have been changed: the same number for the same issues
  std::vector<Utility> values;      ///< for each column; of a demand no more than makes a difference
  std::vector<double> sums;         ///< for each bound
  std::vector<float> promise;       ///< the least that a bound leaves, in shares of what it leaves to all

  std::size_t size() const { return node.size(); }
};

class Passing {
 public:
  explicit Passing(const Pass& problem) : problem_(problem), priced_(*problem.priced), width_(priced_.width()) {
    for (const auto& bound : problem.bounds) bounds_.push_back(&bound);
    for (const auto& bound : problem.at_limit) bounds_.push_back(&bound);
    for (const auto* bound : bounds_) {
      const auto all = bound->weighing->most - bound->need;
      scale_.push_back(1 / std::max({all, bound->weighing->room, 1e-300}));
    }
  }

  Passed run() {
    const auto& layers = priced_.diagram().layers;
    now_.node = {0};
    now_.steps = {{}};
    now_.keys = {0};
    now_.sets = {0};
    now_.values.assign(width_, 0);
    now_.sums.assign(bounds_.size(), 0);
    now_.promise = {1};
    for (std::size_t i = 0; i < layers.size(); ++i) {
      if (!extend(i)) {
        result_.stopped = true;
        return std::move(result_);
      }
      auto kept = unbeaten(i + 1 == layers.size());
      if (kept.size() > problem_.beam) keep_promising(kept);
      take(kept);
      trail_.push_back(now_.steps);
    }
    for (std::size_t i = 0; i < now_.size(); ++i)
      if (meets_demands(i)) result_.paths.push_back(trace(i));
    return std::move(result_);
  }

 private:
  static constexpr std::size_t most_bytes = std::size_t{1} << 30;

  std::size_t bytes_of_partial() const {
    return (width_ + bounds_.size()) * sizeof(Utility) + 2 * sizeof(Step) + 2 * sizeof(std::uint64_t);
  }

  /// All ways on that the bounds let through; false when it has to stop.
  bool extend(std::size_t i) {
    constexpr std::size_t between_polls = 1 << 12;
    const auto& layer = priced_.diagram().layers[i];
    clear(next_);
    for (std::size_t from = 0; from < now_.size(); ++from) {
      if (from % between_polls == 0 &&
          (problem_.stop.stop_requested() || next_.size() * bytes_of_partial() > most_bytes))
        return false;
      for (auto a = layer.first[now_.node[from]]; a < layer.first[now_.node[from] + 1]; ++a) add(i, from, a);
    }
    return !problem_.stop.stop_requested();
  }

  void add(std::size_t i, std::size_t from, std::uint32_t a) {
    const auto& layer = priced_.diagram().layers[i];
    const auto* gain = layer.gains.data() + a * width_;
    const auto* before = now_.values.data() + from * width_;
    const auto spent = -(before[Priced::price] + gain[Priced::price]);
    if (spent > problem_.budget.most) return;
    if (-(before[Priced::second] + gain[Priced::second]) > problem_.most_second) return;
    const auto slots = problem_.budget.slots();
    const auto at = (priced_.offset[i + 1] + layer.arcs[a].to) * slots + problem_.budget.left(spent);
    const auto start = next_.sums.size();
    next_.sums.resize(start + bounds_.size());
    double promise = 1;
    bool at_limit = false;
    for (std::size_t q = 0; q < bounds_.size(); ++q) {
      const auto& weighing = *bounds_[q]->weighing;
      const auto sum = now_.sums[from * bounds_.size() + q] + weighing.step[priced_.arcs[i] + a];
      const auto surplus = sum + weighing.rest[at] - bounds_[q]->need;
      if (q < problem_.bounds.size()) {
        if (surplus < 0) return next_.sums.resize(start);
        at_limit |= problem_.limited && surplus < weighing.weight[Priced::second];
      } else if (at_limit && surplus < 0) {
        return next_.sums.resize(start);
      }
      next_.sums[start + q] = sum;
      promise = std::min(promise, surplus * scale_[q]);
    }
    const auto* ceiling = priced_.ceiling.data() + (priced_.offset[i + 1] + layer.arcs[a].to) * width_;
    for (std::size_t c = 0; c < width_; ++c) {
      const auto value = before[c] + gain[c];
      next_.values.push_back(c < Priced::first_demand ? value : std::min(value, ceiling[c]));
    }
    next_.node.push_back(layer.arcs[a].to);
    next_.steps.push_back({static_cast<std::uint32_t>(from), a});
    next_.keys.push_back(add_tie_keys(now_.keys[from], layer.tie_keys[a]));
    next_.sets.push_back(2 * now_.sets[from] + (gain[Priced::price] < 0 ? 1 : 0));
    next_.promise.push_back(static_cast<float>(promise));
  }

  static void clear(Partials& partials) {
    partials.node.clear();
    partials.steps.clear();
    partials.keys.clear();
    partials.sets.clear();
    partials.values.clear();
    partials.sums.clear();
    partials.promise.clear();
  }

  Utility value(std::size_t i, std::size_t c) const { return next_.values[i * width_ + c]; }

  /// What partial packages stand in order of: what costs less comes first, then what has the larger sum.
  struct Rank {
    std::uint32_t node = 0;
    std::int64_t price = 0;
    std::int64_t second = 0;
    Utility minus_sum = 0;
    std::uint64_t key = 0;
    std::uint32_t index = 0;
    auto operator<=>(const Rank&) const = default;
  };

  Rank rank_of(std::uint32_t i) const {
    return {
        next_.node[i], -value(i, Priced::price), -value(i, Priced::second), -value(i, Priced::sum), next_.keys[i], i};
  }

  bool same_merit(std::uint32_t a, std::uint32_t b) const {
    return value(a, Priced::second) == value(b, Priced::second) && value(a, Priced::sum) == value(b, Priced::sum) &&
           next_.keys[a] == next_.keys[b];
  }

  /// The partial packages that no others make needless, node by node.
  std::vector<std::uint32_t> unbeaten(bool complete) {
    constexpr std::size_t few = 256;
    std::vector<std::uint32_t> kept(next_.size());
    std::iota(kept.begin(), kept.end(), 0u);
    // A few complete packages may all be seen: each can be another way.
    if (complete && kept.size() <= few) return kept;
    ranks_.clear();
    for (const auto i : kept) ranks_.push_back(rank_of(i));
    std::ranges::sort(ranks_);
    kept.clear();
    std::vector<std::uint32_t> rivals;  // of this node, the most successful first
    for (const auto& rank : ranks_) {
      if (!rivals.empty() && next_.node[rivals.front()] != rank.node) rivals.clear();
      if (is_beaten(rank.index, rivals)) continue;
      kept.push_back(rank.index);
      rivals.push_back(rank.index);
    }
    return kept;
  }

  bool is_beaten(std::uint32_t x, std::vector<std::uint32_t>& rivals) {
    constexpr std::size_t most_looked_at = 24;
    const auto* mine = next_.values.data() + x * width_;
    seen_.clear();
    // The first half of the looks goes to those that have beaten others, the second to the latest.
    const auto looks = std::min(rivals.size(), most_looked_at);
    for (std::size_t look = 0; look < looks; ++look) {
      const auto at = look < looks / 2 ? look : rivals.size() - 1 - (look - looks / 2);
      const auto y = rivals[at];
      const auto* theirs = next_.values.data() + y * width_;
      bool covered = true;
      for (auto c = Priced::first_demand; covered && c < width_; ++c) covered = theirs[c] >= mine[c];
      if (!covered) continue;
      const bool same_price = theirs[Priced::price] == mine[Priced::price];
      if (problem_.sets > 0 && same_price && next_.sets[y] != next_.sets[x]) {
        if (same_merit(x, y)) continue;
        if (std::ranges::find(seen_, next_.sets[y]) != seen_.end()) continue;
        seen_.push_back(next_.sets[y]);
        if (seen_.size() < problem_.sets) continue;
      }
      std::swap(rivals[at], rivals[at / 2]);
      return true;
    }
    return false;
  }

  void keep_promising(std::vector<std::uint32_t>& kept) {
    result_.cut = true;
    const auto middle = kept.begin() + static_cast<std::ptrdiff_t>(problem_.beam);
    std::ranges::nth_element(kept, middle, [&](auto a, auto b) {
      return next_.promise[a] != next_.promise[b] ? next_.promise[a] > next_.promise[b] : a < b;
    });
    kept.erase(middle, kept.end());
    std::ranges::sort(kept);
  }

  /// Makes the kept ones the present layer, and numbers their sets afresh.
  void take(const std::vector<std::uint32_t>& kept) {
    clear(now_);
    std::vector<std::uint32_t> sets;
    for (const auto i : kept) sets.push_back(next_.sets[i]);
    std::ranges::sort(sets);
    const auto repeated = std::ranges::unique(sets);
    sets.erase(repeated.begin(), repeated.end());
    for (const auto i : kept) {
      now_.node.push_back(next_.node[i]);
      now_.steps.push_back(next_.steps[i]);
      now_.keys.push_back(next_.keys[i]);
      now_.sets.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(sets, next_.sets[i]) - sets.begin()));
      const auto* value = next_.values.data() + i * width_;
      now_.values.insert(now_.values.end(), value, value + width_);
      const auto* sum = next_.sums.data() + i * bounds_.size();
      now_.sums.insert(now_.sums.end(), sum, sum + bounds_.size());
      now_.promise.push_back(next_.promise[i]);
    }
  }

  bool meets_demands(std::size_t i) const {
    for (auto c = Priced::first_demand; c < width_; ++c)
      if (now_.values[i * width_ + c] < priced_.columns.all[c].least) return false;
    return !problem_.budget.exactly || -now_.values[i * width_ + Priced::price] == problem_.budget.most;
  }

  Path trace(std::size_t i) const {
    Path path(trail_.size());
    for (auto layer = trail_.size(); layer-- > 0;) {
      path[layer] = trail_[layer][i].arc;
      i = trail_[layer][i].previous;
    }
    return path;
  }

  const Pass& problem_;
  const Priced& priced_;
  std::size_t width_;
  std::vector<const Bound*> bounds_;
  std::vector<double> scale_;
  Partials now_, next_;
  std::vector<Rank> ranks_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::vector<Step>> trail_;
  Passed result_;
};

}  // namespace

Passed pass(const Pass& problem) { return Passing(problem).run(); }

}  // namespace parley
