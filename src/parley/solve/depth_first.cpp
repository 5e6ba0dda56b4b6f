#include "parley/solve/depth_first.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parley {
namespace {

using Vector = std::vector<double>;

/// What is left open by a partial package: for each open issue the options that have not been struck.
struct OpenNode {
  Vector settled;                     ///< for each column: the sum over the issues that are settled
  std::vector<std::uint32_t> layer;   ///< of each open issue
  std::vector<std::uint32_t> first;   ///< for each open issue: its first option below; one more entry at the end
  std::vector<std::uint32_t> option;  ///< its arc
  Vector gains;                       ///< for each option: one entry for each column
  Path path;                          ///< the arcs of the settled issues

  std::size_t issues() const { return layer.size(); }
};

class Brancher {
 public:
  explicit Brancher(const DepthFirst& problem)
      : problem_(problem),
        width_(problem.columns->size()),
        level_(problem.level),
        guess_(problem.level),
        scale_(width_),
        magnitude_(width_, 0) {
    const auto reach = reach_of(*problem.diagram);
    for (std::size_t c = 0; c < width_; ++c) {
      scale_[c] = 1 / std::max(1.0, static_cast<double>(reach.most[c]) - static_cast<double>(reach.least[c]));
      if (problem.columns->all[c].least != no_demand)
        magnitude_[c] += std::abs(static_cast<double>(problem.columns->all[c].least));
      if (c < problem.target->columns) magnitude_[c] += std::abs(problem.target->from[c]) + problem.target->scale[c];
    }
  }

  bool run() {
    const auto open = all_open();
    auto weight = problem_.weight;
    for (std::size_t c = 0; c < width_; ++c) weight[c] /= scale_[c];
    normalise(weight);
    const auto bound = bound_on_level(open, weight);
    // Near the bound little is open: looking there first finds good packages soon, or proves at small cost that there
    // are none, where a search from what has been found so far would meet thousands of slightly better ones.
    for (auto below = (bound - level_) / 512; bound - below > level_ && !given_up_; below *= 1.5) {
      guess_ = bound - below;
      explore_all(open, weight);
      if (level_ >= guess_) return !given_up_;
    }
    guess_ = level_;
    explore_all(open, weight);
    return !given_up_;
  }

 private:
  OpenNode all_open() {
    OpenNode open;
    open.settled.assign(width_, 0);
    open.path.resize(problem_.diagram->layers.size());
    open.first.push_back(0);
    for (std::size_t i = 0; i < problem_.diagram->layers.size(); ++i) {
      const auto& layer = problem_.diagram->layers[i];
      open.layer.push_back(static_cast<std::uint32_t>(i));
      Vector most(width_, 0);
      for (std::uint32_t a = 0; a < layer.arcs.size(); ++a) {
        open.option.push_back(a);
        for (std::size_t c = 0; c < width_; ++c) {
          const auto gain = static_cast<double>(layer.gains[a * width_ + c]);
          most[c] = std::max(most[c], std::abs(gain));
          open.gains.push_back(gain * scale_[c]);
        }
      }
      for (std::size_t c = 0; c < width_; ++c) magnitude_[c] += most[c];
      open.first.push_back(static_cast<std::uint32_t>(open.option.size()));
    }
    for (std::size_t c = 0; c < width_; ++c) magnitude_[c] *= scale_[c];
    return open;
  }

  static void normalise(Vector& weight) {
    const auto sum = std::accumulate(weight.begin(), weight.end(), 0.0);
    for (auto& w : weight) w = sum > 0 ? w / sum : 1 / static_cast<double>(weight.size());
  }

  void explore_all(const OpenNode& open, const Vector& weight) {
    set_required();
    explore(open, weight, 30);
  }

  /// The least level that was found to be out of reach, as far as steps in the multipliers show; `weight` gets those.
  double bound_on_level(const OpenNode& open, Vector& weight) {
    constexpr int steps = 100;
    auto bound = std::numeric_limits<double>::infinity();
    auto tried = weight;
    for (int step = 0; step < steps; ++step) {
      guess_ = level_;
      set_required();
      const auto found = surplus(open, tried);
      double slope_of_level = 0;
      for (std::size_t c = 0; c < problem_.target->columns; ++c)
        slope_of_level += tried[c] * problem_.target->scale[c] * scale_[c];
      if (const auto here = level_ + found / slope_of_level; here < bound) {
        bound = here;
        weight = tried;
      }
      if (reaches_level(value_)) offer(open);
      guess_ = (bound + level_) / 2;
      set_required();
      const auto left = dot(value_.data(), tried) - dot(required_.data(), tried);
      Vector slope(width_);
      for (std::size_t c = 0; c < width_; ++c) slope[c] = value_[c] - required_[c];
      const auto square = dot(slope.data(), slope);
      if (!(square > 0)) break;
      for (std::size_t c = 0; c < width_; ++c) tried[c] = std::max(0.0, tried[c] - left * slope[c] / square);
      normalise(tried);
    }
    return bound;
  }

  /// What a package at the level has at least in each column.
  void set_required() {
    const auto level = std::max(level_, guess_);
    required_.assign(width_, 0);
    for (std::size_t c = 0; c < width_; ++c) {
      const auto& column = problem_.columns->all[c];
      auto least = -std::numeric_limits<double>::infinity();
      if (column.least != no_demand) least = static_cast<double>(column.least);
      if (c < problem_.target->columns)
        least = std::max(least, problem_.target->from[c] + level * problem_.target->scale[c]);
      required_[c] = least * scale_[c];
    }
  }

  double dot(const double* a, const Vector& b) const {
    double sum = 0;
    for (std::size_t c = 0; c < width_; ++c) sum += a[c] * b[c];
    return sum;
  }

  /// The most that the package can have beyond what is required, weighted; `taken` and `value` get the package.
  double surplus(const OpenNode& open, const Vector& weight) {
    score_.resize(open.option.size());
    taken_.resize(open.issues());
    value_ = open.settled;
    for (std::size_t i = 0; i < open.issues(); ++i) {
      auto best = open.first[i];
      for (auto o = open.first[i]; o < open.first[i + 1]; ++o) {
        score_[o] = dot(open.gains.data() + o * width_, weight);
        if (score_[o] > score_[best]) best = o;
      }
      taken_[i] = best;
      for (std::size_t c = 0; c < width_; ++c) value_[c] += open.gains[best * width_ + c];
    }
    return dot(value_.data(), weight) - dot(required_.data(), weight);
  }

  bool reaches_level(const Vector& value) const {
    constexpr double rounding = 1e-12;
    for (std::size_t c = 0; c < width_; ++c)
      if (value[c] < required_[c] - rounding * magnitude_[c]) return false;
    return true;
  }

  void offer(const OpenNode& open) {
    auto path = open.path;
    for (std::size_t i = 0; i < open.issues(); ++i) path[open.layer[i]] = open.option[taken_[i]];
    const auto level = problem_.offer(path);
    if (level <= level_) return;
    level_ = level;
    set_required();
  }

  /// Strikes the options that lose more than the surplus; an issue with one option left is settled.
  void strike(OpenNode& open, double surplus, double room) const {
    OpenNode rest;
    rest.settled = open.settled;
    rest.path = open.path;
    rest.first.push_back(0);
    for (std::size_t i = 0; i < open.issues(); ++i) {
      const auto from = rest.option.size();
      for (auto o = open.first[i]; o < open.first[i + 1]; ++o) {
        if (surplus - (score_[taken_[i]] - score_[o]) < -room) continue;
        rest.option.push_back(open.option[o]);
        rest.gains.insert(rest.gains.end(), open.gains.data() + o * width_, open.gains.data() + (o + 1) * width_);
      }
      if (rest.option.size() - from > 1) {
        rest.layer.push_back(open.layer[i]);
        rest.first.push_back(static_cast<std::uint32_t>(rest.option.size()));
      } else {
        rest.path[open.layer[i]] = rest.option.back();
        for (std::size_t c = 0; c < width_; ++c) rest.settled[c] += rest.gains[from * width_ + c];
        rest.option.resize(from);
        rest.gains.resize(from * width_);
      }
    }
    open = std::move(rest);
  }

  /// Drives the bound down; false once it proves that nothing open reaches the level. Leaves the best multipliers in
  /// `weight` and strikes options on the way.
  bool may_reach_level(OpenNode& open, Vector& weight, int steps) {
    auto tried = weight;
    auto least = std::numeric_limits<double>::infinity();
    for (int step = 0; step < steps; ++step) {
      auto found = surplus(open, tried);
      if (reaches_level(value_)) {
        offer(open);
        found = dot(value_.data(), tried) - dot(required_.data(), tried);
      }
      const auto room = 1e-11 * dot(magnitude_.data(), tried);
      if (found < -room) return false;
      if (found < least) {
        least = found;
        weight = tried;
      }
      const auto can_strike = [&] {
        for (std::size_t i = 0; i < open.issues(); ++i)
          for (auto o = open.first[i]; o < open.first[i + 1]; ++o)
            if (found - (score_[taken_[i]] - score_[o]) < -room) return true;
        return false;
      };
      Vector slope(width_);
      for (std::size_t c = 0; c < width_; ++c) slope[c] = value_[c] - required_[c];
      if (can_strike()) strike(open, found, room);
      if (open.issues() == 0 && step > 0) break;
      const auto square = dot(slope.data(), slope);
      if (!(square > 0)) break;
      for (std::size_t c = 0; c < width_; ++c) tried[c] = std::max(0.0, tried[c] - (found + room) * slope[c] / square);
      normalise(tried);
    }
    return true;
  }

  /// The open issue whose options differ most, also in columns that have no weight yet but may get some further down.
  std::size_t widest(const OpenNode& open, const Vector& weight) const {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < open.issues(); ++i) {
      double spread = 0;
      for (std::size_t c = 0; c < width_; ++c) {
        auto low = std::numeric_limits<double>::infinity();
        auto high = -low;
        for (auto o = open.first[i]; o < open.first[i + 1]; ++o) {
          low = std::min(low, open.gains[o * width_ + c]);
          high = std::max(high, open.gains[o * width_ + c]);
        }
        spread += (weight[c] + 1 / static_cast<double>(width_)) * (high - low);
      }
      if (spread > most) {
        most = spread;
        best = i;
      }
    }
    return best;
  }

  OpenNode settle(const OpenNode& open, std::size_t issue, std::uint32_t option) const {
    auto rest = open;
    rest.path[open.layer[issue]] = open.option[option];
    for (std::size_t c = 0; c < width_; ++c) rest.settled[c] += open.gains[option * width_ + c];
    const auto from = static_cast<std::ptrdiff_t>(open.first[issue]);
    const auto to = static_cast<std::ptrdiff_t>(open.first[issue + 1]);
    rest.option.erase(rest.option.begin() + from, rest.option.begin() + to);
    const auto width = static_cast<std::ptrdiff_t>(width_);
    rest.gains.erase(rest.gains.begin() + from * width, rest.gains.begin() + to * width);
    rest.layer.erase(rest.layer.begin() + static_cast<std::ptrdiff_t>(issue));
    rest.first.erase(rest.first.begin() + static_cast<std::ptrdiff_t>(issue));
    for (auto i = issue; i < rest.first.size(); ++i) rest.first[i] -= static_cast<std::uint32_t>(to - from);
    return rest;
  }

  void explore(OpenNode open, Vector weight, int steps) {
    if (given_up_ || ++nodes_ > problem_.most_nodes || problem_.stop.stop_requested()) {
      given_up_ = true;
      return;
    }
    if (!may_reach_level(open, weight, steps) || open.issues() == 0) return;
    const auto issue = widest(open, weight);
    std::vector<std::uint32_t> options(open.first[issue + 1] - open.first[issue]);
    std::iota(options.begin(), options.end(), open.first[issue]);
    Vector score;
    for (const auto o : options) score.push_back(dot(open.gains.data() + o * width_, weight));
    std::ranges::stable_sort(
        options, [&](auto a, auto b) { return score[a - open.first[issue]] > score[b - open.first[issue]]; });
    for (const auto option : options) explore(settle(open, issue, option), weight, steps_below);
  }

  static constexpr int steps_below = 20;

  const DepthFirst& problem_;
  std::size_t width_;
  double level_;
  double guess_ = 0;
  Vector scale_, magnitude_, required_, score_, value_;
  std::vector<std::uint32_t> taken_;
  std::size_t nodes_ = 0;
  bool given_up_ = false;
};

}  // namespace

bool can_search_depth_first(const Diagram& projected) {
  return std::ranges::all_of(projected.layers, [](const auto& layer) { return layer.nodes() == 1; });
}

bool search_depth_first(const DepthFirst& problem) { return Brancher(problem).run(); }

}  // namespace parley
