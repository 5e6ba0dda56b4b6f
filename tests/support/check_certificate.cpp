#include "support/check_certificate.h"

#include <algorithm>

namespace parley::test {
namespace {

using Big = boost::multiprecision::cpp_int;
using Ratio = boost::multiprecision::cpp_rational;

/// Whether a figure is no less than the exact one, and not much more; both are roots of what is given if power > 1.
std::string fault_in_rounding(double figure, const Ratio& exact_power, unsigned power) {
  Ratio least = 1;
  for (unsigned i = 0; i < power; ++i) least *= Ratio(figure);
  const auto room = abs(exact_power) * Ratio(1, 1'000'000'000);
  if (least < exact_power) return "the bound is rounded down";
  if (least > exact_power + room) return "the bound is looser than what the multipliers prove";
  return "";
}

}  // namespace

std::string fault_in(const Certificate& certificate, const Tables& tables, const ViewpointProblem& problem,
                     const Point& pick) {
  Big most = 0;
  const auto width = static_cast<std::size_t>(tables.dimensions);
  for (const auto& gain : tables.gain) {
    Big best = 0;
    for (std::size_t option = 0; option * width < gain.size(); ++option) {
      Big sum = 0;
      for (std::size_t p = 0; p < certificate.multipliers.size(); ++p)
        sum += Big(certificate.multipliers[p]) * gain[option * width + p];
      if (option == 0 || sum > best) best = sum;
    }
    most += best;
  }
  return fault_in(certificate, most, problem, pick);
}

std::string fault_in(const Certificate& certificate, const Big& most, const ViewpointProblem& problem,
                     const Point& pick) {
  const auto parties = problem.disagreement.size();
  const auto& multipliers = certificate.multipliers;
  if (multipliers.size() != parties) return "not one multiplier for each objective";
  if (std::ranges::min(multipliers) < 0 || std::ranges::max(multipliers) == 0) return "no multipliers";
  if (Big(certificate.most) != most) return "the most of the weighted sum is another";

  Big above = most;
  Big product = 1;
  Big product_of_multipliers = 1;
  Big weighted = 0;
  Big weight_of_shares = 0;
  std::vector<Ratio> shares;
  for (std::size_t p = 0; p < parties; ++p) {
    const Big gain = Big(pick.value[p]) - problem.disagreement[p];
    above -= Big(multipliers[p]) * problem.disagreement[p];
    product *= gain;
    product_of_multipliers *= multipliers[p];
    weighted += Big(multipliers[p]) * pick.value[p];
    const bool relative = problem.viewpoint == Viewpoint::kalai_smorodinsky;
    const Big scale = relative ? Big(problem.ideal[p]) - problem.disagreement[p] : Big(1);
    if (scale <= 0) continue;
    shares.emplace_back(gain, scale);
    weight_of_shares += Big(multipliers[p]) * scale;
  }

  switch (problem.viewpoint) {
    case Viewpoint::nash: {
      if (product_of_multipliers == 0) return "Nash needs all multipliers";
      const auto power = static_cast<unsigned>(parties);
      const Ratio bound(pow(above, power), pow(Big(parties), power) * product_of_multipliers);
      if (Ratio(product) > bound) return "the pick exceeds the bound";
      return above < 0 ? "" : fault_in_rounding(certificate.bound, bound, power);
    }
    case Viewpoint::egalitarian:
    case Viewpoint::kalai_smorodinsky: {
      if (shares.empty() || weight_of_shares == 0) return "";
      const Ratio bound(above, weight_of_shares);
      if (std::ranges::min(shares) > bound) return "the pick exceeds the bound";
      return fault_in_rounding(certificate.bound, bound, 1);
    }
    case Viewpoint::utilitarian:
    case Viewpoint::weighted:
      break;
  }
  const auto wanted =
      problem.viewpoint == Viewpoint::weighted ? problem.weights : std::vector<std::int64_t>(parties, 1);
  if (multipliers != wanted) return "the multipliers are not the weights";
  if (weighted > most) return "the pick exceeds the bound";
  return fault_in_rounding(certificate.bound, Ratio(most), 1);
}

}  // namespace parley::test
