#include "parley/solve/count_explicit.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>

#include "parley/solve/block_count.h"
#include "parley/solve/cores.h"

namespace parley {
namespace {

/// A dimension to hold packages against, or to maximise, in whole numbers from 0 up: value = lowest + step * number.
struct Scale {
  Utility lowest = 0;
  Utility step = 1;
  std::vector<std::vector<Utility>> number;  ///< for each issue and option
  Utility highest = 0;                       ///< the largest sum of numbers

  Scale(const FreeChoices& choices, int dimension) {
    const auto width = static_cast<std::size_t>(choices.dimensions);
    Utility common = 0;
    for (const auto& gain : choices.gain) {
      auto& here = number.emplace_back();
      for (auto g = static_cast<std::size_t>(dimension); g < gain.size(); g += width) here.push_back(gain[g]);
      const auto least = std::ranges::min(here);
      lowest += least;
      for (auto& n : here) common = std::gcd(common, n -= least);
    }
    if (common > 1) step = common;
    for (auto& here : number) {
      for (auto& n : here) n /= step;
      highest += std::ranges::max(here);
    }
  }
};

/// A demand on a scale: the sum of numbers must exceed `bar`, which is 0 or more and less than the highest sum.
struct Bar {
  Scale scale;
  Utility bar;
};

/// Demands that some packages meet and others do not, one for each dimension; nothing when some demand is never met.
std::optional<std::vector<Bar>> open_bars(const FreeChoices& choices, const std::vector<Acceptance::Demand>& demands) {
  std::vector<Bar> bars;
  for (int d = 0; d < choices.dimensions; ++d) {
    auto least = std::numeric_limits<Utility>::min();
    for (const auto& demand : demands)
      if (demand.dimension == d) least = std::max(least, demand.least);
    if (least == std::numeric_limits<Utility>::min()) continue;
    Scale scale(choices, d);
    if (least <= scale.lowest) continue;
    if (least > scale.lowest + scale.step * scale.highest) return std::nullopt;
    const auto bar = (least - scale.lowest - 1) / scale.step;
    bars.push_back({std::move(scale), bar});
  }
  // The one that the fewest packages seem to meet comes first: the others are only asked about what meets it.
  std::ranges::stable_sort(bars, std::ranges::greater(), [](const Bar& bar) {
    return static_cast<double>(bar.bar) / static_cast<double>(bar.scale.highest);
  });
  return bars;
}

/// The number of packages; nothing from 2^63 on.
std::optional<std::uint64_t> packages_of(const FreeChoices& choices) {
  std::uint64_t all = 1;
  for (const auto& gain : choices.gain) {
    const auto options = gain.size() / static_cast<std::size_t>(choices.dimensions);
    if (all > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / options) return std::nullopt;
    all *= options;
  }
  return all;
}

/// All packages in blocks: the low issues make the table, the high ones the blocks.
template <class Number>
class Blocks {
 public:
  /// `goal` may be null.
  Blocks(const std::vector<Bar>& bars, const Scale* goal) : width_(bars.size()), goal_(goal != nullptr) {
    std::vector<const Scale*> scales;
    for (const auto& bar : bars) scales.push_back(&bar.scale);
    if (goal_) scales.push_back(goal);
    const auto low = split(scales.front()->number);
    fill(scales, low);
    for (std::size_t i = low; i < scales.front()->number.size(); ++i) {
      auto& high = high_.emplace_back();
      for (std::size_t option = 0; option < scales.front()->number[i].size(); ++option)
        for (const auto* scale : scales) high.push_back(static_cast<Number>(scale->number[i][option]));
      blocks_ *= scales.front()->number[i].size();
    }
    for (const auto& bar : bars) bar_.push_back(static_cast<Number>(bar.bar));
  }

  std::uint64_t blocks() const { return blocks_; }

  /// Looks at the blocks from `first` to before `last`, and adds up the packages that meet all demands.
  std::uint64_t count(std::uint64_t first, std::uint64_t last, const std::stop_token& stop) const {
    // So few that 32 bits hold a count of their rows.
    const auto batch = std::clamp<std::size_t>((std::size_t{1} << 24) / table_.padded, 1, 256);
    std::vector<Number> bars;
    std::uint64_t sum = 0;
    const auto flush = [&] {
      sum += count_above(table_, bars.data(), bars.size() / width_);
      bars.clear();
    };
    visit(first, last, stop, [&](const Number* bar, const Number*) {
      if (meets_all(bar)) {
        sum += rows_;
      } else if (!meets_none(bar)) {
        bars.insert(bars.end(), bar, bar + width_);
        if (bars.size() == batch * width_) flush();
      }
    });
    flush();
    return sum;
  }

  /// The largest sum of goal numbers; less than 0 when no package meets the demands.
  Number most(std::uint64_t first, std::uint64_t last, const std::stop_token& stop) const {
    Number most = -1;
    visit(first, last, stop, [&](const Number* bar, const Number* goal) {
      if (meets_none(bar) || *goal + highest_.back() <= most) return;
      const auto here = most_above(table_, bar);
      if (here >= 0) most = std::max<Number>(most, *goal + here);
    });
    return most;
  }

 private:
  /// How many issues the table takes.
  static std::size_t split(const std::vector<std::vector<Utility>>& number) {
    constexpr std::size_t enough = 1024;
    std::size_t rows = 1;
    std::size_t low = 0;
    while (low < number.size() && (low == 0 || rows * number[low].size() <= enough)) rows *= number[low++].size();
    return low;
  }

  void fill(const std::vector<const Scale*>& scales, std::size_t low) {
    for (std::size_t i = 0; i < low; ++i) rows_ *= scales.front()->number[i].size();
    constexpr auto stretch = BlockTable<Number>::stretch;
    const auto pad = [](std::size_t size) { return (size + stretch - 1) / stretch * stretch; };
    table_.demands = width_;
    table_.padded = pad(rows_);
    std::vector<std::size_t> order;
    for (const auto* scale : scales) {
      std::vector<Number> column{0};
      for (std::size_t i = 0; i < low; ++i) {
        std::vector<Number> longer;
        for (const auto number : scale->number[i])
          for (const auto sum : column) longer.push_back(static_cast<Number>(sum + static_cast<Number>(number)));
        column = std::move(longer);
      }
      const auto [least, most] = std::ranges::minmax(column);
      lowest_.push_back(least);
      highest_.push_back(most);
      if (order.empty()) {
        order.resize(rows_);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, std::ranges::greater(), [&](auto row) { return column[row]; });
      }
      for (const auto row : order) table_.columns.push_back(column[row]);
      table_.columns.resize(table_.columns.size() + table_.padded - rows_, std::numeric_limits<Number>::min());
    }
    for (auto last = stretch - 1; last < table_.padded; last += stretch)
      table_.stretches.push_back(table_.columns[last]);
    table_.stretches.resize(pad(table_.stretches.size()), std::numeric_limits<Number>::min());
  }

  bool meets_all(const Number* bar) const {
    for (std::size_t c = 0; c < width_; ++c)
      if (lowest_[c] <= bar[c]) return false;
    return true;
  }

  bool meets_none(const Number* bar) const {
    for (std::size_t c = 0; c < width_; ++c)
      if (highest_[c] <= bar[c]) return true;
    return false;
  }

  /// Calls act with the bars that the rows of each block have to exceed, and what the block adds to the goal. The high
  /// issues count up like the digits of a number; what digits above the lowest one add up to is kept.
  template <class Act>
  void visit(std::uint64_t first, std::uint64_t last, const std::stop_token& stop, const Act& act) const {
    constexpr std::uint64_t between_polls = 1 << 16;
    const auto scales = width_ + (goal_ ? 1 : 0);
    const auto digits = high_.size();
    std::vector<std::size_t> digit(digits);
    auto rest = first;
    for (std::size_t j = 0; j < digits; ++j) {
      const auto options = high_[j].size() / scales;
      digit[j] = rest % options;
      rest /= options;
    }
    // sums[j]: the bars less the numbers of digits j and above; for the goal the numbers themselves.
    std::vector<Number> sums((digits + 1) * scales);
    std::copy(bar_.begin(), bar_.end(), sums.begin() + static_cast<std::ptrdiff_t>(digits * scales));
    const auto add_up = [&](std::size_t from) {
      for (auto j = from + 1; j-- > 0;) {
        const auto* above = sums.data() + (j + 1) * scales;
        const auto* number = high_[j].data() + digit[j] * scales;
        auto* here = sums.data() + j * scales;
        for (std::size_t c = 0; c < scales; ++c)
          here[c] = static_cast<Number>(c < width_ ? above[c] - number[c] : above[c] + number[c]);
      }
    };
    if (digits > 0) add_up(digits - 1);
    for (auto block = first; block < last; ++block) {
      if (block % between_polls == 0 && stop.stop_requested()) return;
      act(sums.data(), sums.data() + width_);
      std::size_t j = 0;
      while (j < digits && ++digit[j] * scales == high_[j].size()) digit[j++] = 0;
      if (j < digits) add_up(j);
    }
  }

  std::size_t width_;
  bool goal_;
  BlockTable<Number> table_;
  std::uint64_t rows_ = 1;
  std::uint64_t blocks_ = 1;
  std::vector<Number> lowest_, highest_;   ///< of each column of the table
  std::vector<std::vector<Number>> high_;  ///< for each high issue and option: one number for each column
  std::vector<Number> bar_;
};

/// Whether all sums, and what is left of a bar after any of them, fit 32 bits.
bool is_narrow(const std::vector<Bar>& bars, const Scale* goal) {
  const auto fits = [](const Scale& scale) { return scale.highest < std::numeric_limits<std::int32_t>::max(); };
  return (goal == nullptr || fits(*goal)) && std::ranges::all_of(bars, [&](const Bar& bar) { return fits(bar.scale); });
}

/// Splits the blocks among threads; work gets the first block, the one after the last, and its part.
template <class Number, class Work>
void share_out(const Blocks<Number>& blocks, std::size_t parts, const Work& work) {
  on_cores(parts, [&](std::size_t part) {
    const auto start = [&](std::size_t p) {
      return blocks.blocks() / parts * p + std::min<std::uint64_t>(p, blocks.blocks() % parts);
    };
    work(start(part), start(part + 1), part);
  });
}

std::size_t parts_for(std::uint64_t packages, int threads) {
  constexpr std::uint64_t few = 1 << 20;
  return static_cast<std::size_t>(std::clamp<std::uint64_t>(packages / few, 1, cores(threads)));
}

template <class Number>
std::uint64_t count_in(const std::vector<Bar>& bars, std::size_t parts, const std::stop_token& stop) {
  const Blocks<Number> blocks(bars, nullptr);
  std::vector<std::uint64_t> counts(parts);
  share_out(blocks, parts, [&](auto first, auto last, auto part) { counts[part] = blocks.count(first, last, stop); });
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

template <class Number>
Utility most_in(const std::vector<Bar>& bars, const Scale& goal, std::size_t parts, const std::stop_token& stop) {
  const Blocks<Number> blocks(bars, &goal);
  std::vector<Number> most(parts);
  share_out(blocks, parts, [&](auto first, auto last, auto part) { most[part] = blocks.most(first, last, stop); });
  return std::ranges::max(most);
}

}  // namespace

std::optional<FreeChoices> FreeChoices::of(const Diagram& diagram) {
  if (diagram.empty) return std::nullopt;
  FreeChoices choices;
  choices.dimensions = diagram.dimensions;
  for (const auto& layer : diagram.layers) {
    if (layer.nodes() != 1) return std::nullopt;
    choices.gain.push_back(layer.gains);
  }
  return choices;
}

std::optional<std::uint64_t> count_explicit(const FreeChoices& choices, const std::vector<Acceptance::Demand>& demands,
                                            int threads, const std::stop_token& stop) {
  const auto packages = packages_of(choices);
  const auto bars = open_bars(choices, demands);
  if (!bars) return 0;
  if (!packages || bars->size() > most_explicit_demands) return std::nullopt;
  if (bars->empty()) return packages;
  const auto parts = parts_for(*packages, threads);
  const auto count = is_narrow(*bars, nullptr) ? count_in<std::int32_t>(*bars, parts, stop)
                                               : count_in<std::int64_t>(*bars, parts, stop);
  if (stop.stop_requested()) return std::nullopt;
  return count;
}

MostExplicit most_explicit(const FreeChoices& choices, const std::vector<Acceptance::Demand>& demands, int dimension,
                           int threads, const std::stop_token& stop) {
  const auto packages = packages_of(choices);
  const auto bars = open_bars(choices, demands);
  if (!bars) return {};
  if (!packages || bars->size() > most_explicit_demands) return {true, std::nullopt};
  const Scale goal(choices, dimension);
  if (bars->empty()) return {false, goal.lowest + goal.step * goal.highest};
  const auto parts = parts_for(*packages, threads);
  const auto most = is_narrow(*bars, &goal) ? most_in<std::int32_t>(*bars, goal, parts, stop)
                                            : most_in<std::int64_t>(*bars, goal, parts, stop);
  if (stop.stop_requested()) return {true, std::nullopt};
  if (most < 0) return {};
  return {false, goal.lowest + goal.step * most};
}

}  // namespace parley
