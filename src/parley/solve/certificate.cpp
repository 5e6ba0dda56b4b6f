#include "parley/solve/certificate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "parley/solve/bounds.h"
#include "parley/solve/viewpoint.h"

namespace parley {
namespace {

__extension__ using Wide = __int128;
using Vector = std::vector<double>;

class Prover {
 public:
  Prover(const Diagram& diagram, const ViewpointProblem& problem, const Point& pick)
      : diagram_(diagram), problem_(problem), offset_(node_offsets(diagram)), width_(problem.disagreement.size()) {
    for (std::size_t p = 0; p < width_; ++p) {
      const auto from = static_cast<double>(problem.disagreement[p]);
      from_.push_back(from);
      gain_.push_back(static_cast<double>(pick.value[p]) - from);
      // A party that cannot gain is left out of shares: it takes no part in the smallest of them.
      const bool shares = problem.viewpoint == Viewpoint::kalai_smorodinsky;
      scale_.push_back(shares ? std::max(0.0, static_cast<double>(problem.ideal[p]) - from) : 1);
    }
  }

  Certificate run() {
    Certificate certificate;
    certificate.multipliers = multipliers();
    certificate.most = most(certificate.multipliers);
    certificate.reached = reached();
    certificate.bound = bound(certificate);
    return certificate;
  }

 private:
  bool is_nash() const { return problem_.viewpoint == Viewpoint::nash; }

  std::vector<std::int64_t> multipliers() {
    if (problem_.viewpoint == Viewpoint::utilitarian) return std::vector<std::int64_t>(width_, 1);
    if (problem_.viewpoint == Viewpoint::weighted) return problem_.weights;
    return whole(is_nash() ? for_product() : for_smallest());
  }

  /// As whole numbers of a common size; their ratios are what counts.
  std::vector<std::int64_t> whole(const Vector& weight) const {
    constexpr double largest = 1 << 30;
    const auto most = std::ranges::max(weight);
    std::vector<std::int64_t> result;
    for (const auto w : weight)
      result.push_back(std::max<std::int64_t>(is_nash() ? 1 : 0, std::llround(largest * (w / most))));
    return result;
  }

  /// The gains of the package that is best in a weighted sum, and that sum.
  double best(const Vector& weight, Vector& gain) {
    Vector all(static_cast<std::size_t>(diagram_.dimensions), 0);
    std::ranges::copy(weight, all.begin());
    weigh(diagram_, offset_, all, rest_, &choice_);
    for (std::size_t p = 0; p < width_; ++p) gain[p] = -from_[p];
    std::size_t node = 0;
    for (std::size_t i = 0; i < diagram_.layers.size(); ++i) {
      const auto& layer = diagram_.layers[i];
      const auto arc = choice_[offset_[i] + node];
      for (std::size_t p = 0; p < width_; ++p) gain[p] += static_cast<double>(layer.gains[arc * all.size() + p]);
      node = layer.arcs[arc].to;
    }
    return std::inner_product(weight.begin(), weight.end(), gain.begin(), 0.0);
  }

  static constexpr int most_steps = 60;
  static constexpr double close_enough = 1e-9;

  /// In logarithms of the multipliers, where the logarithm of the bound is convex.
  Vector for_product() {
    Vector weight;
    double aim = 0;
    for (const auto gain : gain_) {
      weight.push_back(1 / std::max(gain, 1.0));
      aim += std::log(std::max(gain, 1.0)) / static_cast<double>(width_);
    }
    auto kept = weight;
    auto least = std::numeric_limits<double>::infinity();
    Vector gain(width_);
    for (int step = 0; step < most_steps; ++step) {
      const auto sum = best(weight, gain);
      if (!(sum > 0)) break;
      auto bound = std::log(sum / static_cast<double>(width_));
      for (const auto w : weight) bound -= std::log(w) / static_cast<double>(width_);
      if (bound < least) {
        least = bound;
        kept = weight;
      }
      Vector slope(width_);
      for (std::size_t p = 0; p < width_; ++p) slope[p] = weight[p] * gain[p] / sum - 1 / static_cast<double>(width_);
      const auto square = std::inner_product(slope.begin(), slope.end(), slope.begin(), 0.0);
      if (bound - aim < close_enough || !(square > 0)) break;
      for (std::size_t p = 0; p < width_; ++p)
        weight[p] *= std::exp(std::clamp((aim - bound) * slope[p] / square, -1.0, 1.0));
    }
    return kept;
  }

  /// Multipliers of shares that sum to one; those of gains are these by the scale.
  Vector for_smallest() {
    Vector share(width_, 0);
    for (std::size_t p = 0; p < width_; ++p) share[p] = scale_[p] > 0 ? 1 : 0;
    normalise(share);
    auto kept = share;
    const auto aim = reached();
    auto least = std::numeric_limits<double>::infinity();
    Vector gain(width_);
    Vector weight(width_);
    for (int step = 0; step < most_steps; ++step) {
      for (std::size_t p = 0; p < width_; ++p) weight[p] = scale_[p] > 0 ? share[p] / scale_[p] : 0;
      const auto bound = best(weight, gain);
      if (bound < least) {
        least = bound;
        kept = share;
      }
      Vector slope(width_, 0);
      for (std::size_t p = 0; p < width_; ++p)
        if (scale_[p] > 0) slope[p] = gain[p] / scale_[p] - aim;
      const auto square = std::inner_product(slope.begin(), slope.end(), slope.begin(), 0.0);
      if (bound - aim <= close_enough * std::abs(aim) || !(square > 0)) break;
      for (std::size_t p = 0; p < width_; ++p) share[p] = std::max(0.0, share[p] - (bound - aim) * slope[p] / square);
      normalise(share);
    }
    for (std::size_t p = 0; p < width_; ++p) weight[p] = scale_[p] > 0 ? kept[p] / scale_[p] : 0;
    if (std::ranges::max(weight) == 0) weight.assign(width_, 1);
    return weight;
  }

  static void normalise(Vector& share) {
    const auto sum = std::accumulate(share.begin(), share.end(), 0.0);
    if (sum > 0)
      for (auto& s : share) s /= sum;
  }

  /// The heaviest path, in whole numbers.
  Wide most(const std::vector<std::int64_t>& multipliers) const {
    std::vector<Wide> rest(offset_.back() + 1, 0);
    const auto dimensions = static_cast<std::size_t>(diagram_.dimensions);
    for (auto i = diagram_.layers.size(); i-- > 0;) {
      const auto& layer = diagram_.layers[i];
      for (std::size_t node = 0; node < layer.nodes(); ++node)
        for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
          auto sum = rest[offset_[i + 1] + layer.arcs[a].to];
          for (std::size_t p = 0; p < width_; ++p) sum += Wide(multipliers[p]) * layer.gains[a * dimensions + p];
          auto& here = rest[offset_[i] + node];
          if (a == layer.first[node] || sum > here) here = sum;
        }
    }
    return rest.front();
  }

  double reached() const {
    switch (problem_.viewpoint) {
      case Viewpoint::nash: {
        double product = 1;
        for (const auto gain : gain_) product *= std::pow(std::max(gain, 0.0), 1 / static_cast<double>(width_));
        return product;
      }
      case Viewpoint::egalitarian:
      case Viewpoint::kalai_smorodinsky: {
        auto least = std::numeric_limits<double>::infinity();
        for (std::size_t p = 0; p < width_; ++p)
          if (scale_[p] > 0) least = std::min(least, gain_[p] / scale_[p]);
        return std::isfinite(least) ? least : 0;
      }
      case Viewpoint::utilitarian:
      case Viewpoint::weighted:
        break;
    }
    double sum = 0;
    for (std::size_t p = 0; p < width_; ++p)
      sum += (gain_[p] + from_[p]) *
             (problem_.viewpoint == Viewpoint::weighted ? static_cast<double>(problem_.weights[p]) : 1);
    return sum;
  }

  double bound(const Certificate& certificate) const {
    const auto up = [](double value) { return value + 1e-12 * std::abs(value); };
    auto gains = certificate.most;
    for (std::size_t p = 0; p < width_; ++p) gains -= Wide(certificate.multipliers[p]) * problem_.disagreement[p];
    const auto sum = static_cast<double>(gains);
    switch (problem_.viewpoint) {
      case Viewpoint::nash: {
        double roots = 1;
        for (const auto m : certificate.multipliers)
          roots *= std::pow(static_cast<double>(m), 1 / static_cast<double>(width_));
        return up(sum / static_cast<double>(width_) / roots);
      }
      case Viewpoint::egalitarian:
      case Viewpoint::kalai_smorodinsky: {
        double scale = 0;
        for (std::size_t p = 0; p < width_; ++p) scale += static_cast<double>(certificate.multipliers[p]) * scale_[p];
        return scale > 0 ? up(sum / scale) : std::numeric_limits<double>::infinity();
      }
      case Viewpoint::utilitarian:
      case Viewpoint::weighted:
        break;
    }
    return up(static_cast<double>(certificate.most));
  }

  const Diagram& diagram_;
  const ViewpointProblem& problem_;
  std::vector<std::size_t> offset_;
  std::size_t width_;
  Vector from_, gain_, scale_, rest_;
  std::vector<std::uint32_t> choice_;
};

}  // namespace

Certificate certify(const Diagram& diagram, const ViewpointProblem& problem, const Point& pick) {
  return Prover(diagram, problem, pick).run();
}

}  // namespace parley
