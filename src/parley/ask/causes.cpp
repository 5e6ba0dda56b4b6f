#include "parley/ask/causes.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

#include "parley/at.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

constexpr std::int64_t whole = 1'000'000;
constexpr std::int64_t hundred = 100 * whole;

/// weight [10^-6 points] * credence [10^-6] * value [10^-6 points] in utilities.
Utility product(std::int64_t weight, std::int64_t credence, std::int64_t value) {
  constexpr Wide scale = 10'000'000'000'000;
  return static_cast<Utility>((Wide{weight} * credence * value + scale / 2) / scale);
}

Utility central_product(std::int64_t weight_nano, std::int64_t credence, std::int64_t value) {
  constexpr Wide scale = 10'000'000'000'000'000;
  return static_cast<Utility>((Wide{weight_nano} * credence * value + scale / 2) / scale);
}

class Causes {
 public:
  Causes(const Case& c, const Valuer& valuer, const Package& package) : case_(c), valuer_(valuer), package_(package) {}

  std::vector<Cause> collect() {
    if (valuer_.scored) return collect_scored();
    for (std::size_t i = 0; i < case_.issues.size(); ++i) add_issue(i);
    for (std::size_t e = 0; e < valuer_.interactions.size(); ++e)
      if (!counts(valuer_.interactions[e], package_)) add_interaction(e);
    for (std::size_t phase = 0; phase < case_.phases.size(); ++phase) add_doubt(phase);
    return sorted();
  }

 private:
  /// Utilities that are numbers: what each issue falls short of its best option, and each combination of counting when
  /// it adds, or of not counting when it takes.
  std::vector<Cause> collect_scored() {
    for (std::size_t i = 0; i < case_.issues.size(); ++i) {
      const auto& gains = valuer_.gain[i];
      const auto best = std::ranges::max_element(gains);
      const Utility loss = *best - gains[at(package_[i])];
      add({Cause::Kind::issue,
           static_cast<int>(i),
           loss,
           {loss, loss},
           issue_text(i, static_cast<int>(best - gains.begin()))});
    }
    for (std::size_t e = 0; e < valuer_.interactions.size(); ++e) {
      const Utility adds = valuer_.interaction_gain[e];
      if (counts(valuer_.interactions[e], package_) == (adds > 0)) continue;
      const Utility loss = adds > 0 ? adds : -adds;
      add({Cause::Kind::interaction,
           static_cast<int>(e),
           loss,
           {loss, loss},
           fmt::format("{} {}", adds > 0 ? "misses" : "runs into", combination_text(valuer_.interactions[e]))});
    }
    return sorted();
  }

  std::string combination_text(const Interaction& interaction) const {
    if (!interaction.name.empty()) return interaction.name;
    std::vector<std::string> parts;
    for (const Condition& condition : interaction.when) parts.push_back(condition_text(case_, condition));
    return listed(parts);
  }

  std::vector<Cause> sorted() {
    std::ranges::stable_sort(causes_, [](const Cause& a, const Cause& b) {
      if (a.central != b.central) return a.central > b.central;
      return a.loss.high != b.loss.high ? a.loss.high > b.loss.high : a.text < b.text;
    });
    return std::move(causes_);
  }

  std::string issue_text(std::size_t i, int best_level) const {
    const int issue = static_cast<int>(i);
    if (best_level == package_[i])
      return fmt::format("{}: {}", case_.issues[i].name, option_text(case_, issue, package_[i]));
    return fmt::format("{}: {} instead of {}", case_.issues[i].name, option_text(case_, issue, package_[i]),
                       option_text(case_, issue, best_level));
  }

  void add(Cause cause) {
    cause.loss = {std::min(cause.loss.low, cause.central), std::max(cause.loss.high, cause.central)};
    if (cause.loss.high > 0) causes_.push_back(std::move(cause));
  }

  void add_term(Cause::Kind kind, std::size_t index, std::size_t term, int phase, Spread missing, std::string text) {
    const WeightSpace& weights = valuer_.weights;
    const Spread& credence = valuer_.credences[at(phase)];
    add({kind,
         static_cast<int>(index),
         central_product(weights.central_nano[term], credence.central, missing.central),
         {product(weights.low[term], credence.low, missing.low),
          product(weights.high[term], credence.high, missing.high)},
         std::move(text)});
  }

  void add_issue(std::size_t i) {
    const auto& values = valuer_.values[i];
    const Spread& here = values[at(package_[i])];
    const auto best =
        std::ranges::max_element(values, [](const Spread& a, const Spread& b) { return a.central < b.central; });
    add_term(Cause::Kind::issue, i, i, valuer_.phase_of[i],
             {hundred - here.high, hundred - here.central, hundred - here.low},
             issue_text(i, static_cast<int>(best - values.begin())));
  }

  void add_interaction(std::size_t e) {
    add_term(
        Cause::Kind::interaction, e, case_.issues.size() + e, valuer_.interaction_phase[e], {hundred, hundred, hundred},
        fmt::format("{} {}", valuer_.interactions[e].penalty ? "runs into" : "misses", valuer_.interactions[e].name));
  }

  void add_doubt(std::size_t phase) {
    const Spread& credence = valuer_.credences[phase];
    if (credence.low == whole) return;
    std::int64_t central = 0;
    std::vector<std::int64_t> in_phase(valuer_.weights.low.size(), 0);
    const auto add_weight = [&](std::size_t term) {
      central += valuer_.weights.central_nano[term];
      in_phase[term] = 1;
    };
    for (std::size_t i = 0; i < case_.issues.size(); ++i)
      if (at(valuer_.phase_of[i]) == phase) add_weight(i);
    for (std::size_t e = 0; e < valuer_.interactions.size(); ++e)
      if (at(valuer_.interaction_phase[e]) == phase) add_weight(case_.issues.size() + e);
    const auto low = static_cast<std::int64_t>(least(valuer_.weights, in_phase));
    for (std::int64_t& one : in_phase) one = -one;
    const auto high = -static_cast<std::int64_t>(least(valuer_.weights, in_phase));
    add({Cause::Kind::doubt,
         static_cast<int>(phase),
         central_product(central, whole - credence.central, hundred),
         {product(low, whole - credence.high, hundred), product(high, whole - credence.low, hundred)},
         fmt::format("doubt that phase \"{}\" will be reached", case_.phases[phase].name)});
  }

  const Case& case_;
  const Valuer& valuer_;
  const Package& package_;
  std::vector<Cause> causes_;
};

}  // namespace

std::vector<Cause> causes_of(const Case& c, const Valuer& valuer, const Package& package) {
  return Causes(c, valuer, package).collect();
}

}  // namespace parley
