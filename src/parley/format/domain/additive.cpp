#include "parley/format/domain/additive.h"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "parley/format/domain/reading.h"

namespace parley {
namespace {

constexpr int value_places = 15;  ///< of a value; as many as the binary fractions of other tools tell apart

/// The least number of places that are exact, or `value_places`.
std::string decimal(const Figure& figure) {
  const Figure unit(boost::multiprecision::pow(boost::multiprecision::cpp_int(10), value_places));
  std::string digits = Figure(rounded(figure, value_places) * unit).str();
  digits.insert(0, std::string(digits.size() <= value_places ? value_places + 1 - digits.size() : 0, '0'));
  digits.insert(digits.size() - value_places, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

/// Parts that are not negative, whose sum over issues is the worth of a package, on a scale from 0 to 1.
struct Scaled {
  std::vector<std::vector<Figure>> parts;
  std::optional<Figure> reservation;
};

/// Combinations of one issue are parts of its options; those of several are left out and counted.
std::vector<std::vector<std::int64_t>> own_parts(const Utilities& utilities, std::size_t& left_out) {
  auto parts = utilities.options;
  for (const auto& combination : utilities.combinations) {
    if (combination.when.size() != 1) ++left_out;
    if (combination.when.size() != 1) continue;
    const Condition& condition = combination.when.front();
    auto& options = parts[static_cast<std::size_t>(condition.issue)];
    for (std::size_t level = 0; level < options.size(); ++level)
      if (condition.holds[level]) options[level] += combination.adds;
  }
  return parts;
}

Scaled scale(const Utilities& utilities, std::vector<std::vector<std::int64_t>> parts, const std::string& party,
             const std::string& format, std::vector<std::string>& lost) {
  std::int64_t base = utilities.base;
  std::int64_t range = 0;
  for (auto& options : parts) {
    const std::int64_t least = std::min<std::int64_t>(std::ranges::min(options), 0);
    base += least;
    for (std::int64_t& part : options) part -= least;
    range += std::ranges::max(options);
  }
  // What is below 0 for certain is shifted away, what is above 1 divided away.
  std::int64_t lowest = base;
  for (const auto& options : parts) lowest += std::ranges::min(options);
  const std::int64_t shift = std::min<std::int64_t>(lowest, 0);
  const std::int64_t highest = base + range;
  const std::int64_t unit = std::max(highest - shift, one_utility);
  if (shift < 0 || unit > one_utility)
    lost.push_back(fmt::format("{}: utilities run from {} to {}, {} knows 0 to 1, so a utility u is written as {}{}",
                               party, billionths_text(lowest), billionths_text(highest), format,
                               shift < 0 ? fmt::format("(u + {})", billionths_text(-shift)) : "u",
                               unit > one_utility ? fmt::format(" / {}", billionths_text(unit)) : ""));
  std::int64_t rest = base - shift;
  Scaled scaled;
  for (auto& options : parts) {
    // The rest can be below 0 only as far as the least parts make up for it.
    const std::int64_t moved = std::max(rest, -std::ranges::min(options));
    rest -= moved;
    auto& figures = scaled.parts.emplace_back();
    for (const std::int64_t part : options) figures.push_back(ratio(part + moved, unit));
  }
  if (utilities.reservation) scaled.reservation = ratio(*utilities.reservation - shift, unit);
  return scaled;
}

/// Weights in whole 10^-9 that sum to 1, in proportion to the best part of each issue and no less than it if that fits.
std::vector<std::int64_t> weigh(const std::vector<std::vector<Figure>>& parts) {
  std::vector<Figure> best;
  for (const auto& options : parts) best.push_back(std::ranges::max(options));
  const Figure sum = std::accumulate(best.begin(), best.end(), Figure(0));
  std::vector<std::int64_t> weights;
  for (const Figure& part : best) {
    const Figure share = sum == 0 ? ratio(1, std::ssize(best)) : Figure(part / sum);
    const Figure whole = share * one_utility;
    weights.push_back(static_cast<std::int64_t>(numerator(whole) / denominator(whole)));
  }
  if (weights.empty()) return weights;
  const std::int64_t left = one_utility - std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  *std::ranges::max_element(weights) += left;
  return weights;
}

}  // namespace

AdditiveForm additive_form(const Utilities& utilities, const std::string& party, const std::string& format,
                           std::vector<std::string>& lost) {
  std::size_t left_out = 0;
  auto parts = own_parts(utilities, left_out);
  if (left_out > 0)
    lost.push_back(fmt::format("{}: combinations of issues are left out ({}), {} has none", party, left_out, format));
  if (utilities.discount)
    lost.push_back(fmt::format("{}: the discount {} is left out, {} has none", party,
                               billionths_text(*utilities.discount), format));
  const Scaled scaled = scale(utilities, std::move(parts), party, format, lost);
  const std::vector<std::int64_t> weights = weigh(scaled.parts);
  AdditiveForm form;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Figure weight = ratio(weights[i], one_utility);
    form.weights.push_back(billionths_text(weights[i]));
    auto& values = form.values.emplace_back();
    auto& options = form.options.emplace_back();
    for (const Figure& part : scaled.parts[i]) {
      values.push_back(decimal(weight == 0 ? Figure(0) : std::min(Figure(part / weight), Figure(1))));
      options.push_back(to_billionths(weight * parse_figure(values.back()).value_or(0)).value_or(0));
    }
  }
  if (scaled.reservation) form.reservation = to_billionths(*scaled.reservation);
  return form;
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> file_stems(const std::string& name,
                                    const std::vector<std::pair<std::string, Utilities>>& profiles) {
  std::vector<std::string> stems{id_from(name, {})};
  for (const auto& [party, utilities] : profiles) stems.push_back(id_from(party, stems));
  return stems;
}

}  // namespace parley
