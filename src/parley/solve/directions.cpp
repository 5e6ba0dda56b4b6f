#include "parley/solve/directions.h"

#include <algorithm>
#include <cmath>

#include "parley/solve/mix.h"
#include "parley/solve/toward.h"

namespace parley {
namespace {

using Vector = std::vector<double>;

class DirectionClimb {
 public:
  DirectionClimb(const Diagram& projected, const Columns& columns, const Target& target)
      : diagram_(projected), columns_(columns), target_(target), offset_(node_offsets(projected)) {
    const auto width = columns.size();
    const auto reach = reach_of(projected);
    magnitude_.assign(width, 1);
    for (std::size_t c = 0; c < width; ++c) {
      range_.push_back(std::max(1.0, static_cast<double>(reach.most[c]) - static_cast<double>(reach.least[c])));
      least_.push_back(static_cast<double>(columns.all[c].least));
      if (columns.all[c].least != no_demand) magnitude_[c] += std::abs(least_[c]);
      if (c < target.columns) magnitude_[c] += std::abs(target.from[c]);
    }
    for (const auto& layer : projected.layers)
      for (std::size_t c = 0; c < width; ++c) {
        double most = 0;
        for (std::size_t a = 0; a < layer.arcs.size(); ++a)
          most = std::max(most, std::abs(static_cast<double>(layer.gains[a * width + c])));
        magnitude_[c] += most;
      }
    if (target.aim == Target::Aim::in_order) put_in_order();
  }

  Directions run() {
    constexpr double softest = 8;
    constexpr double hardest = 40'000;
    constexpr int steps = 12;
    Vector even;
    for (const auto range : range_) even.push_back(1 / range);
    point_ = best(even);
    for (hardness_ = softest; hardness_ < hardest; hardness_ *= 8) {
      for (int i = 0; i < steps && step(); ++i) {
      }
      if (hopeless_) return std::move(result_);
      keep(gradient(point_));
      if (target_.aim == Target::Aim::in_order && !penalised(point_)) break;
    }
    vary();
    return std::move(result_);
  }

 private:
  /// Weights by which one more in a leading column outweighs all there is in those after it.
  void put_in_order() {
    ordered_.assign(columns_.leading, 1);
    for (auto c = columns_.leading; c-- > 1;) ordered_[c - 1] = ordered_[c] * (range_[c] + 1);
    const auto all = ordered_.front() * range_.front();
    for (auto& weight : ordered_) weight /= all;
  }

  bool demanded(std::size_t c) const { return columns_.all[c].least != no_demand; }

  bool penalised(const Vector& u) const {
    for (std::size_t c = 0; c < u.size(); ++c)
      if (demanded(c) && u[c] < least_[c]) return true;
    return false;
  }

  /// The values of the package that is best in a weighted sum; the package is noted.
  Vector best(const Vector& weight) {
    weigh(diagram_, offset_, weight, rest_, &choice_);
    Path path;
    Vector value(weight.size());
    std::size_t node = 0;
    for (std::size_t i = 0; i < diagram_.layers.size(); ++i) {
      const auto& layer = diagram_.layers[i];
      const auto arc = choice_[offset_[i] + node];
      for (std::size_t c = 0; c < value.size(); ++c)
        value[c] += static_cast<double>(layer.gains[arc * value.size() + c]);
      path.push_back(arc);
      node = layer.arcs[arc].to;
    }
    result_.met.push_back(std::move(path));
    return value;
  }

  /// The slope of the smoothed aim with its penalties; no entry is negative.
  Vector gradient(const Vector& u) const {
    Vector slope(u.size(), 0);
    switch (target_.aim) {
      case Target::Aim::in_order:
        std::ranges::copy(ordered_, slope.begin());
        break;
      case Target::Aim::product:
        for (std::size_t c = 0; c < target_.columns; ++c)
          slope[c] = 1 / std::max(u[c] - target_.from[c], range_[c] / 10 / hardness_);
        break;
      case Target::Aim::smallest_gain:
        add_soft_minimum(u, slope);
        break;
    }
    for (std::size_t c = 0; c < u.size(); ++c)
      if (demanded(c)) slope[c] += hardness_ * std::max(0.0, least_[c] - u[c]) / range_[c] / range_[c];
    return slope;
  }

  void add_soft_minimum(const Vector& u, Vector& slope) const {
    Vector share;
    double largest_scale = 0;
    for (std::size_t c = 0; c < target_.columns; ++c) {
      share.push_back((u[c] - target_.from[c]) / target_.scale[c]);
      largest_scale = std::max(largest_scale, range_[c] / target_.scale[c]);
    }
    const auto least = std::ranges::min(share);
    double sum = 0;
    for (auto& s : share) sum += s = std::exp(-hardness_ * (s - least) / largest_scale);
    for (std::size_t c = 0; c < share.size(); ++c) slope[c] += share[c] / sum / target_.scale[c] / largest_scale;
  }

  /// One move toward the best package in the steepest direction; false when there is nothing left to gain.
  bool step() {
    const auto slope = gradient(point_);
    const auto goal = best(slope);
    // Gains and demands are all to be met: less than they require together proves that nothing does.
    if (target_.aim != Target::Aim::in_order && dot(slope, goal) < required(slope) - room(slope)) {
      hopeless_ = true;
      keep(slope);
      return false;
    }
    const auto gap = dot(slope, goal) - dot(slope, point_);
    if (!(gap > 1e-9)) return false;
    return move_toward(point_, goal, [this](const Vector& at) { return gradient(at); }, 20) > 0;
  }

  /// What a package has at least in a weighted sum, whichever it is: of a demand all of it, of a gain where it starts.
  double required(const Vector& weight) const {
    double sum = 0;
    for (std::size_t c = 0; c < weight.size(); ++c) {
      if (c < target_.columns)
        sum += weight[c] * target_.from[c];
      else if (demanded(c) && c >= ordered_.size())
        sum += weight[c] * least_[c];
    }
    return sum;
  }

  double room(const Vector& weight) const { return 1e-11 * dot(weight, magnitude_); }

  void keep(Vector weight) {
    Direction direction;
    weigh(diagram_, offset_, weight, direction.rest);
    direction.room = room(weight);
    direction.required = required(weight);
    direction.weight = std::move(weight);
    result_.all.push_back(std::move(direction));
  }

  /// More directions around the last, which is the best: bounds that are tight at other trade-offs.
  void vary() {
    const auto last = result_.all.back().weight;
    const auto varying = static_cast<std::ptrdiff_t>(ordered_.size());
    const auto serving = std::count_if(last.begin() + varying, last.end(), [](double w) { return w > 0; });
    if (serving + (varying > 0 ? 1 : 0) < 2) return;
    const auto wanted = serving <= 2 ? 8u : 14u;
    for (std::uint64_t i = 0; i < wanted; ++i) {
      auto weight = last;
      for (auto c = ordered_.size(); c < weight.size(); ++c) {
        const auto random = static_cast<double>(mix(i * weight.size() + c) >> 11) * 0x1p-53;
        weight[c] *= std::exp((random - 0.5) * 0.6);
      }
      keep(std::move(weight));
    }
  }

  const Diagram& diagram_;
  const Columns& columns_;
  const Target& target_;
  std::vector<std::size_t> offset_;
  Vector range_, least_, magnitude_, ordered_, point_, rest_;
  std::vector<std::uint32_t> choice_;
  double hardness_ = 1;
  bool hopeless_ = false;
  Directions result_;
};

}  // namespace

Directions find_directions(const Diagram& projected, const Columns& columns, const Target& target) {
  if (columns.size() == 0) return {};
  return DirectionClimb(projected, columns, target).run();
}

}  // namespace parley
