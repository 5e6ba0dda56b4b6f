#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "parley/at.h"
#include "parley/case/checks.h"
#include "parley/case/exchange_of.h"
#include "parley/case/phrases.h"
#include "parley/case/voices.h"

namespace parley {
namespace {

const std::string& party_name(const Case& c, int party) { return c.parties[at(party)].name; }

/// Which way the five numbers of a category go: none can be more than the one before.
void check_counts(const ExchangeCategory& category, Problems& problems) {
  struct Count {
    const char* name;
    const Quantity* number;
  };
  const auto stated = [](const std::optional<Quantity>& number) { return number ? &*number : nullptr; };
  const Count counts[] = {{"agreed", stated(category.agreed)},
                          {"listed", stated(category.listed)},
                          {"verified", stated(category.verified)},
                          {"consenting", stated(category.consenting)},
                          {"delivered", stated(category.delivered)}};
  const Count* before = nullptr;
  for (const Count& count : counts) {
    if (count.number == nullptr) continue;
    check_claims(*count.number, fmt::format("what is {} of {}", count.name, category.name), problems);
    if (before != nullptr && count.number->low > before->number->high)
      problems.push_back(
          {count.number->from.place,
           fmt::format("of {} at least {} are {}, but at most {} {}", category.name, to_text(count.number->low),
                       count.name, to_text(before->number->high), before->name),
           fmt::format("let no more be {} than are {}", count.name, before->name)});
    before = &count;
  }
}

void check_priorities(const Case& c, const ExchangeCategory& category, Problems& problems) {
  for (const int party : {category.giver, category.receiver}) {
    const auto stated = std::ranges::count(category.priorities, party, &Priority::party);
    if (stated == 1) continue;
    problems.push_back(
        {category.from.place,
         fmt::format("{} states {} priorities for {}", party_name(c, party), stated == 0 ? "no" : "several",
                     category.name),
         fmt::format("write priority: {{{}: POINTS}}, once; 0 if it counts for nothing", c.parties[at(party)].id)});
  }
  for (const Priority& priority : category.priorities) {
    check_claims(priority.points, fmt::format("the priority of {}", category.name), problems);
    if (priority.party == category.giver || priority.party == category.receiver) continue;
    problems.push_back(
        {first_place({priority.points.from.place, category.from.place}),
         fmt::format("{} neither hands over nor receives {}", party_name(c, priority.party), category.name),
         "leave its priority out"});
  }
}

/// A side's points for all that is exchanged are out of 100.
void check_sums(const Case& c, const Exchange& exchange, Problems& problems) {
  for (int party = 0; party < static_cast<int>(c.parties.size()); ++party) {
    Decimal low;
    for (const ExchangeCategory& category : exchange.categories)
      for (const Priority& priority : category.priorities)
        if (priority.party == party) low = low + priority.points.low;
    if (low <= Decimal::of(100)) continue;
    problems.push_back({exchange.from.place,
                        fmt::format("the priorities of {} add up to at least {}", party_name(c, party), to_text(low)),
                        "give points out of 100 for all that is exchanged"});
  }
}

/// Who must go before whom: an edge for each pair.
std::vector<std::set<int>> goes_before(const Exchange& exchange) {
  std::vector<std::set<int>> after(exchange.categories.size());
  for (const ExchangeOrder& order : exchange.order)
    for (const int first : order.first) after[at(first)].insert(order.then.begin(), order.then.end());
  for (std::size_t a = 0; a < exchange.categories.size(); ++a)
    for (std::size_t b = 0; b < exchange.categories.size(); ++b) {
      const ExchangeCategory& first = exchange.categories[a];
      const ExchangeCategory& then = exchange.categories[b];
      if (first.humanitarian && !then.humanitarian && first.giver == then.giver && first.phase == then.phase)
        after[a].insert(static_cast<int>(b));
    }
  return after;
}

void check_circles(const Exchange& exchange, Problems& problems) {
  const auto after = goes_before(exchange);
  std::vector<bool> done(after.size());
  std::vector<int> way;
  const auto walk = [&](auto&& self, int here) -> bool {
    if (const auto met = std::ranges::find(way, here); met != way.end()) {
      std::vector<std::string> names;
      for (auto step = met; step != way.end(); ++step) names.push_back(exchange.categories[at(*step)].name);
      names.push_back(exchange.categories[at(here)].name);
      problems.push_back({exchange.order.empty() ? exchange.from.place : exchange.order.front().from.place,
                          fmt::format("the order goes in a circle, so that none of these can be handed over: {}",
                                      fmt::join(names, " before ")),
                          "leave one of these orders out"});
      return true;
    }
    if (done[at(here)]) return false;
    way.push_back(here);
    for (const int next : after[at(here)])
      if (self(self, next)) return true;
    way.pop_back();
    done[at(here)] = true;
    return false;
  };
  for (int k = 0; k < static_cast<int>(after.size()); ++k)
    if (walk(walk, k)) return;
}

/// How many of a category there are to be: what is agreed, or what the issue may be.
struct Counts {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

Counts counts_of(const Case& c, const ExchangeCategory& category) {
  constexpr auto one = Decimal::of(1).millionths;
  if (category.agreed) return {category.agreed->low.millionths / one, category.agreed->high.millionths / one};
  const Issue& issue = c.issues[at(category.issue)];
  return {issue.number(0), issue.number(issue.levels() - 1)};
}

void check_ratios(const Case& c, const Exchange& exchange, Problems& problems) {
  __extension__ using Wide = __int128;
  constexpr auto one = Decimal::of(1).millionths;
  for (const ExchangeRatio& ratio : exchange.ratios) {
    const auto of = counts_of(c, exchange.categories[at(ratio.of)]);
    const auto each = counts_of(c, exchange.categories[at(ratio.each)]);
    // number * n is whole for every multiple of `period` only.
    std::int64_t period = one;
    while (period % 2 == 0 && Wide{ratio.number.millionths} * (period / 2) % one == 0) period /= 2;
    while (period % 5 == 0 && Wide{ratio.number.millionths} * (period / 5) % one == 0) period /= 5;
    const auto first = (each.low + period - 1) / period * period;
    const auto needed = [&](std::int64_t n) { return Wide{ratio.number.millionths} * n / one; };
    // The least multiple that may be enough of the other, if any is within both ranges.
    const auto from = ratio.number.millionths == 0
                          ? Wide{first}
                          : (Wide{of.low} * one + ratio.number.millionths - 1) / ratio.number.millionths;
    const auto least = std::max(Wide{first}, (from + period - 1) / period * period);
    const bool met = least <= each.high && needed(static_cast<std::int64_t>(least)) >= of.low &&
                     needed(static_cast<std::int64_t>(least)) <= of.high;
    if (met) continue;
    problems.push_back(
        {ratio.from.place,
         fmt::format("no whole numbers meet {} {} for each of {}: {} to {} of the one, {} to {} of the other",
                     to_text(ratio.number), exchange.categories[at(ratio.of)].name,
                     exchange.categories[at(ratio.each)].name, of.low, of.high, each.low, each.high),
         period > 1 ? fmt::format("let a multiple of {} of the other be agreed, or change the ratio", period)
                    : "change what is agreed, or the ratio"});
  }
}

}  // namespace

void check_exchange(const Case& c, Problems& problems) {
  if (!c.exchange) return;
  const Exchange& exchange = exchange_of(c);
  for (const ExchangeCategory& category : exchange.categories) {
    check_counts(category, problems);
    check_priorities(c, category, problems);
  }
  check_sums(c, exchange, problems);
  check_circles(exchange, problems);
  check_ratios(c, exchange, problems);
  check_exchange_time(c, problems);
}

}  // namespace parley
