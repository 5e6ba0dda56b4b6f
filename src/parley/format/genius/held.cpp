#include "parley/format/genius/held.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "parley/format/domain/domain.h"
#include "parley/format/genius/cut.h"
#include "parley/format/text.h"

namespace parley {
namespace {

std::int64_t scaled(std::int64_t number, std::int64_t most) {
  return to_billionths(static_cast<long double>(number) / static_cast<long double>(most)).value_or(0);
}

/// Genius itself cuts sums at 1, which combinations say in our words: `cut` is what reading would make of the options.
bool only_cut(const Utilities& utilities, const Utilities& cut) {
  const auto same = [](const auto& a, const auto& b) {
    return a.adds == b.adds && std::ranges::equal(a.when, b.when, [](const Condition& x, const Condition& y) {
             return x.issue == y.issue && x.holds == y.holds;
           });
  };
  return std::ranges::is_permutation(utilities.combinations, cut.combinations, same);
}

/// A number that no package is worth more than, and 1 where it is known that none is worth more than that.
std::int64_t most_of(const Utilities& utilities) {
  Utilities copy = utilities;
  if (cut_at_one(copy) && copy.base == utilities.base && copy.combinations.size() == utilities.combinations.size())
    return one_utility;
  std::int64_t most = utilities.base;
  for (const auto& gains : utilities.options) most += std::ranges::max(gains);
  for (const auto& combination : utilities.combinations) most += std::max<std::int64_t>(0, combination.adds);
  return std::max(most, one_utility);
}

void tell_scale(const std::string& party, std::int64_t most, std::vector<std::string>& lost) {
  if (most > one_utility)
    lost.push_back(fmt::format("the utilities of {} are divided by {}, since Genius cuts them at 1", in_quotes(party),
                               billionths_text(most)));
}

/// Options as gains of 0 and more: what is below goes to the constant part, and that to the first issue.
void hold_gains(const std::string& party, const Utilities& utilities, Held& held, std::int64_t& raised,
                std::vector<std::string>& lost) {
  Utilities options = utilities;
  options.combinations.clear();
  Utilities cut = options;
  const bool cut_by_genius = cut_at_one(cut) && only_cut(utilities, cut);
  if (!cut_by_genius && !utilities.combinations.empty()) {
    std::vector<std::string> names;
    for (const auto& combination : utilities.combinations)
      if (std::ranges::find(names, combination.name) == names.end()) names.push_back(combination.name);
    lost.push_back(fmt::format("{} combinations of {}, which only hyper-rectangles over integer issues could hold: {}",
                               utilities.combinations.size(), in_quotes(party), listed(names)));
  }
  for (auto& gains : options.options) {
    const std::int64_t least = std::min<std::int64_t>(0, std::ranges::min(gains));
    options.base += least;
    for (std::int64_t& gain : gains) gain -= least;
  }
  raised = std::max<std::int64_t>(0, -options.base);
  options.base += raised;
  if (raised > 0)
    lost.push_back(fmt::format("the utilities of {} are raised by {}, since Genius has none below 0", in_quotes(party),
                               billionths_text(raised)));
  if (options.base > 0 && !options.options.empty())
    for (std::int64_t& gain : options.options.front()) gain += options.base;
  options.base = 0;
  if (!cut_by_genius || raised > 0) held.most = most_of(options);
  held.gains = options.options;
  for (auto& gains : held.gains)
    for (std::int64_t& gain : gains) gain = scaled(gain, held.most);
}

/// The ranges that a set of levels consists of; none when it is the whole issue.
std::vector<Range> ranges_of(int issue, const std::vector<bool>& holds) {
  std::vector<Range> ranges;
  for (int level = 0; level < std::ssize(holds); ++level) {
    if (!holds[static_cast<std::size_t>(level)]) continue;
    if (!ranges.empty() && ranges.back().last + 1 == level)
      ranges.back().last = level;
    else
      ranges.push_back({issue, level, level});
  }
  return ranges;
}

/// A combination as rectangles, one for each choice of a range in each of its issues.
bool hold_combination(const Utilities::Combination& combination, std::vector<Rectangle>& rectangles) {
  std::vector<Rectangle> made{{{}, combination.adds}};
  for (const Condition& condition : combination.when) {
    std::vector<Rectangle> next;
    const auto ranges = ranges_of(condition.issue, condition.holds);
    if (made.size() * ranges.size() > DomainLimits::combinations) return false;
    for (const Rectangle& rectangle : made) {
      for (const Range& range : ranges) {
        next.push_back(rectangle);
        next.back().ranges.push_back(range);
      }
    }
    made = std::move(next);
  }
  if (rectangles.size() + made.size() > DomainLimits::combinations) return false;
  std::ranges::move(made, std::back_inserter(rectangles));
  return true;
}

/// Every level of an issue that is worth something, neighbours that are worth the same together.
void hold_options(int issue, const std::vector<std::int64_t>& gains, std::vector<Rectangle>& rectangles) {
  for (int first = 0, last = 0; first < std::ssize(gains); first = last + 1) {
    last = first;
    const std::int64_t gain = gains[static_cast<std::size_t>(first)];
    while (last + 1 < std::ssize(gains) && gains[static_cast<std::size_t>(last) + 1] == gain) ++last;
    if (gain != 0) rectangles.push_back({{{issue, first, last}}, gain});
  }
}

bool hold_rectangles(const Utilities& utilities, Held& held) {
  held.linear = false;
  if (utilities.base != 0) held.rectangles.push_back({{}, utilities.base});
  for (std::size_t i = 0; i < utilities.options.size(); ++i)
    hold_options(static_cast<int>(i), utilities.options[i], held.rectangles);
  const auto fits = [&](const auto& combination) { return hold_combination(combination, held.rectangles); };
  if (held.rectangles.size() > DomainLimits::combinations || !std::ranges::all_of(utilities.combinations, fits)) {
    held = {};
    return false;
  }
  held.most = most_of(utilities);
  return true;
}

/// Whether a linear profile with integer issues is all that is needed.
bool fits_linear(const Utilities& utilities) {
  Utilities cut = utilities;
  cut.combinations.clear();
  return utilities.base >= 0 && cut_at_one(cut) && only_cut(utilities, cut) &&
         std::ranges::all_of(utilities.options, [](const auto& gains) {
           return std::ranges::min(gains) >= 0 && line_through(gains).has_value();
         });
}

/// No deal on the scale of the profile, between 0 and 1.
void hold_reservation(const std::string& party, const Utilities& utilities, std::int64_t raised, Held& held,
                      std::vector<std::string>& lost) {
  if (!utilities.reservation) {
    lost.push_back(
        fmt::format("that {} takes every package rather than no deal, which is worth 0 in Genius", in_quotes(party)));
    return;
  }
  const std::int64_t value = scaled(*utilities.reservation + raised, held.most);
  held.reservation = std::clamp<std::int64_t>(value, 0, one_utility);
  if (value != *held.reservation)
    lost.push_back(fmt::format("the reservation value of {}, which lies outside 0 to 1", in_quotes(party)));
}

}  // namespace

Held hold(const std::string& party, const Utilities& utilities, bool may_use_rectangles,
          std::vector<std::string>& lost) {
  Held held;
  std::int64_t raised = 0;
  if (!may_use_rectangles || fits_linear(utilities) || !hold_rectangles(utilities, held))
    hold_gains(party, utilities, held, raised, lost);
  tell_scale(party, held.most, lost);
  hold_reservation(party, utilities, raised, held, lost);
  if (utilities.discount && *utilities.discount > 0 && *utilities.discount <= one_utility)
    held.discount = utilities.discount;
  else if (utilities.discount)
    lost.push_back(fmt::format("the discount factor of {}, which lies outside 0 to 1", in_quotes(party)));
  return held;
}

std::optional<Line> line_through(const std::vector<std::int64_t>& gains) {
  const std::int64_t most = gains.empty() ? 0 : std::ranges::max(gains);
  if (most <= 0) return most == 0 ? std::optional(Line{}) : std::nullopt;
  const auto evaluation = [&](std::size_t level) {
    return static_cast<double>(gains[level]) / static_cast<double>(most);
  };
  // The longest part that is not cut; its neighbours may lie on the line too, which one step more or less decides.
  std::size_t first = 0;
  std::size_t last = gains.size() - 1;
  while (first + 1 < gains.size() && gains[first + 1] == gains[first]) ++first;
  while (last > first && gains[last - 1] == gains[last]) --last;
  Line line;
  if (last > first) line.slope = (evaluation(last) - evaluation(first)) / static_cast<double>(last - first);
  if (last > first + 2)
    line.slope = (evaluation(last - 1) - evaluation(first + 1)) / static_cast<double>(last - first - 2);
  const std::size_t on = last > first + 2 ? first + 1 : first;
  line.offset = evaluation(on) - line.slope * static_cast<double>(on);
  for (std::size_t level = 0; level < gains.size(); ++level) {
    const long double value =
        std::clamp(static_cast<long double>(line.slope) * static_cast<long double>(level) + line.offset, 0.0L, 1.0L);
    if (std::abs(value * static_cast<long double>(most) - static_cast<long double>(gains[level])) > 1)
      return std::nullopt;
  }
  return line;
}

}  // namespace parley
