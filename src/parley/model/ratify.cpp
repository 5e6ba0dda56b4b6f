#include "parley/model/ratify.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "parley/at.h"
#include "parley/model/gates.h"

namespace parley {
namespace {

/// The chance of each day, up to most_days.
using EachDay = std::vector<double>;

EachDay each_day(const DayChances& chances) {
  EachDay days(chances.within.size());
  std::adjacent_difference(chances.within.begin(), chances.within.end(), days.begin());
  return days;
}

DayChances summed(const EachDay& days) {
  DayChances chances{std::vector<double>(days.size())};
  std::partial_sum(days.begin(), days.end(), chances.within.begin());
  for (double& chance : chances.within) chance = std::min(chance, 1.0);
  return chances;
}

void add(EachDay& days, std::int64_t day, double chance) {
  if (day > most_days) return;
  const auto place = static_cast<std::size_t>(day);
  if (days.size() <= place) days.resize(place + 1, 0);
  days[place] += chance;
}

/// A part of a day counts as one.
std::int64_t whole_days(Decimal days) {
  constexpr std::int64_t one = 1'000'000;
  return days.millionths <= 0 ? 0 : (days.millionths + one - 1) / one;
}

/// Chances that rise evenly to the typical day and fall evenly from it, both ends included; or are all alike.
void add_range(EachDay& days, Decimal low, Decimal high, const std::optional<Decimal>& typical, double weight) {
  const std::int64_t least = whole_days(low);
  const std::int64_t most = std::max(least, whole_days(high));
  const auto number = static_cast<double>(most - least + 1);
  const std::int64_t last = std::min<std::int64_t>(most, most_days);
  if (!typical) {
    for (std::int64_t day = least; day <= last; ++day) add(days, day, weight / number);
    return;
  }
  const std::int64_t peak = std::clamp(whole_days(*typical), least, most);
  const double half = (number + 1) / 2;  // what the heights below add up to
  for (std::int64_t day = least; day <= last; ++day) {
    const double height = day <= peak ? static_cast<double>(day - least + 1) / static_cast<double>(peak - least + 1)
                                      : static_cast<double>(most - day + 1) / static_cast<double>(most - peak + 1);
    add(days, day, weight * height / half);
  }
}

EachDay fresh_days(const Delay& delay) {
  EachDay days;
  if (!delay.seen.empty()) {
    for (const Decimal seen : delay.seen) add(days, whole_days(seen), 1.0 / static_cast<double>(delay.seen.size()));
  } else if (!delay.days.claims.empty()) {
    double all = 0;
    for (const Claim& claim : delay.days.claims) all += static_cast<double>(claim.weight.millionths);
    for (const Claim& claim : delay.days.claims)
      add_range(days, claim.low, claim.high, delay.typical, static_cast<double>(claim.weight.millionths) / all);
  } else {
    add_range(days, delay.days.low, delay.days.high, delay.typical, 1);
  }
  return days;
}

/// The parts in an order of their own, so that rounding does not hang on how a case lists them.
void sort_by_days(std::vector<DayChances>& parts) {
  std::ranges::sort(parts, [](const DayChances& a, const DayChances& b) { return a.within < b.within; });
}

bool can_come(const DayChances& chances) { return !chances.within.empty() && chances.within.back() > 0; }

DayChances in_tree(const Party& party, const Gate& gate, const std::vector<DayChances>& principals) {
  if (gate.kind == Gate::Kind::principal) return principals[at(gate.principal)];
  const auto children = counted_children(party, gate);
  const int needed = needed_of(gate, static_cast<int>(children.size()));
  std::vector<DayChances> parts;
  for (const Gate* child : children) parts.push_back(in_tree(party, *child, principals));
  if (!gate.in_turn) return so_many_of(std::move(parts), needed);
  std::erase_if(parts, [](const DayChances& part) { return !can_come(part); });
  if (std::ssize(parts) < needed) return never_comes();
  parts.resize(at(needed));
  return one_after_another(parts);
}

void count_places(const Party& party, const Gate& gate, std::vector<int>& places) {
  if (gate.kind == Gate::Kind::principal) ++places[at(gate.principal)];
  for (const Gate* child : counted_children(party, gate)) count_places(party, *child, places);
}

/// The principals that stand in several places and may take one time or another.
std::vector<int> repeated_principals(const Party& party, const Gate& gate, const std::vector<DayChances>& principals) {
  std::vector<int> places(principals.size(), 0);
  count_places(party, gate, places);
  std::vector<int> repeated;
  for (int k = 0; k < std::ssize(places); ++k)
    if (places[at(k)] > 1 && principals[at(k)].within.size() > 1) repeated.push_back(k);
  return repeated;
}

/// Goes through every way in which the repeated principals may take their time.
class RepeatedDays {
 public:
  RepeatedDays(const Party& party, const Gate& gate, std::vector<DayChances> principals, std::vector<int> repeated)
      : party_(party), gate_(gate), principals_(std::move(principals)), repeated_(std::move(repeated)) {}

  DayChances all() {
    go(0, 1);
    return one_of(cases_);
  }

 private:
  void go(std::size_t next, double chance) {
    if (next == repeated_.size()) {
      cases_.push_back({chance, in_tree(party_, gate_, principals_)});
      return;
    }
    DayChances& self = principals_[at(repeated_[next])];
    const DayChances before = self;
    const EachDay days = each_day(before);
    for (std::size_t day = 0; day < days.size(); ++day) {
      if (days[day] <= 0) continue;
      self = after_days(static_cast<int>(day));
      go(next + 1, chance * days[day]);
    }
    if (const double left = 1 - before.within.back(); left > 0) {
      self = never_comes();
      go(next + 1, chance * left);
    }
    self = before;
  }

  const Party& party_;
  const Gate& gate_;
  std::vector<DayChances> principals_;
  std::vector<int> repeated_;
  std::vector<WeightedDays> cases_;
};

}  // namespace

DayChances at_once() { return {{1}}; }
DayChances never_comes() { return {{0}}; }

DayChances after_days(int days) {
  EachDay each;
  add(each, days, 1);
  return each.empty() ? never_comes() : summed(each);
}

double chance_within(const DayChances& chances, int days) {
  if (days < 0 || chances.within.empty()) return 0;
  return chances.within[std::min(at(days), chances.within.size() - 1)];
}

std::optional<int> day_of(const DayChances& chances, double chance) {
  constexpr double rounding = 1e-9;
  const auto found = std::ranges::find_if(chances.within, [&](double within) { return within >= chance - rounding; });
  if (found == chances.within.end()) return std::nullopt;
  return static_cast<int>(found - chances.within.begin());
}

std::optional<DayChances> days_of(const Delay& delay, int passed) {
  EachDay days = fresh_days(delay);
  if (passed > 0) {
    // Chances up to the day on which nothing had come are struck out; the rest is scaled up.
    const double gone = chance_within(summed(days), passed);
    constexpr double rounding = 1e-12;
    if (gone >= 1 - rounding) return std::nullopt;
    EachDay left;
    for (std::size_t day = at(passed) + 1; day < days.size(); ++day)
      add(left, static_cast<std::int64_t>(day) - passed, days[day] / (1 - gone));
    days = std::move(left);
  }
  return days.empty() ? never_comes() : summed(days);
}

DayChances one_after_another(const std::vector<DayChances>& parts) {
  EachDay sum{1};
  for (const DayChances& part : parts) {
    const EachDay days = each_day(part);
    EachDay next(std::min(sum.size() + days.size() - 1, at(most_days) + 1), 0);
    for (std::size_t a = 0; a < sum.size(); ++a) {
      if (sum[a] == 0) continue;
      for (std::size_t b = 0; b < days.size() && a + b < next.size(); ++b) next[a + b] += sum[a] * days[b];
    }
    sum = std::move(next);
  }
  return summed(sum);
}

DayChances so_many_of(std::vector<DayChances> parts, int least) {
  sort_by_days(parts);
  std::size_t length = 1;
  for (const DayChances& part : parts) length = std::max(length, part.within.size());
  DayChances result{std::vector<double>(length, 0)};
  for (std::size_t day = 0; day < length; ++day) {
    // come[k]: the chance that k of the parts so far have come by this day, `least` standing for more as well.
    std::vector<double> come(at(least) + 1, 0);
    come[0] = 1;
    for (const DayChances& part : parts) {
      const double chance = chance_within(part, static_cast<int>(day));
      for (std::size_t k = come.size(); k-- > 0;)
        come[k] = (k + 1 == come.size() ? come[k] : come[k] * (1 - chance)) + (k > 0 ? come[k - 1] * chance : 0);
    }
    result.within[day] = std::min(come.back(), 1.0);
    if (day > 0) result.within[day] = std::max(result.within[day], result.within[day - 1]);
  }
  return result;
}

DayChances all_of(std::vector<DayChances> parts) {
  const int number = static_cast<int>(parts.size());
  return so_many_of(std::move(parts), number);
}

DayChances one_of(const std::vector<WeightedDays>& cases) {
  double all = 0;
  std::size_t length = 1;
  for (const WeightedDays& one : cases) {
    all += one.weight;
    length = std::max(length, one.days.within.size());
  }
  DayChances result{std::vector<double>(length, 0)};
  for (std::size_t day = 0; day < length; ++day)
    for (const WeightedDays& one : cases)
      result.within[day] += one.weight / all * chance_within(one.days, static_cast<int>(day));
  return result;
}

TreeDays days_until_approved(const Party& party, const Gate& gate, const std::vector<DayChances>& principals) {
  constexpr std::size_t most_ways = 2000;
  const std::vector<int> repeated = repeated_principals(party, gate, principals);
  if (repeated.empty()) return {in_tree(party, gate, principals), false};
  std::size_t ways = 1;
  for (const int k : repeated) ways = std::min(most_ways + 1, ways * (principals[at(k)].within.size() + 1));
  if (ways > most_ways) return {in_tree(party, gate, principals), true};
  return {RepeatedDays(party, gate, principals, repeated).all(), false};
}

}  // namespace parley
