#include "parley/ask/trades.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <numeric>
#include <tuple>

#include "parley/at.h"

namespace parley {
namespace {

constexpr std::size_t most_pairs_of_options = 250'000;
constexpr std::size_t most_in_all = 50'000'000;

Utility sum(const std::vector<Utility>& values) { return std::accumulate(values.begin(), values.end(), Utility{0}); }

std::vector<Utility> gains(const Model& model, std::size_t issue, int level) {
  std::vector<Utility> result;
  for (const Valuer& party : model.parties) result.push_back(party.gain[issue][at(level)]);
  return result;
}

std::vector<Utility> largest_gains(const Model& model, std::size_t issue) {
  std::vector<Utility> result;
  for (const Valuer& party : model.parties)
    result.push_back(*std::max_element(party.gain[issue].begin(), party.gain[issue].end()));
  return result;
}

/// Sorted shares of what each party that cares could get, compared to find the largest smallest share. To seven digits:
/// gains are rounded, and what is equal but for that counts as equal.
std::vector<Utility> sorted_shares(const std::vector<Utility>& values, const std::vector<Utility>& largest) {
  constexpr Wide digits = 10'000'000;
  std::vector<Utility> shares;
  for (std::size_t p = 0; p < values.size(); ++p)
    if (largest[p] > 0)
      shares.push_back(static_cast<Utility>((2 * Wide{values[p]} * digits + largest[p]) / (2 * Wide{largest[p]})));
  std::ranges::sort(shares);
  return shares;
}

/// The levels at which an issue may be settled by itself: all that are as good, of those that are worth the same to
/// everyone the first by name.
std::vector<int> settled_apart(const Case& c, const Model& model, std::size_t issue) {
  const auto largest = largest_gains(model, issue);
  const auto& options = c.issues[issue].options;
  std::vector<Utility> best_shares;
  std::map<std::vector<Utility>, int> best;
  for (int level = 0; level < model.levels[issue]; ++level) {
    const auto values = gains(model, issue, level);
    const auto shares = sorted_shares(values, largest);
    if (level > 0 && shares < best_shares) continue;
    if (level == 0 || shares > best_shares) best.clear();
    best_shares = shares;
    const auto [entry, added] = best.emplace(values, level);
    if (!added && options[at(level)] < options[at(entry->second)]) entry->second = level;
  }
  std::vector<int> levels;
  for (const auto& [values, level] : best) levels.push_back(level);
  return levels;
}

bool within(const std::vector<int>& touched, std::size_t a, std::size_t b) {
  return std::ranges::all_of(touched, [&](int i) { return at(i) == a || at(i) == b; });
}

/// Two issues looked at together: rules and combinations that concern only them count.
class Pair {
 public:
  Pair(const Case& c, const Model& model, std::size_t first, std::size_t second)
      : case_(c), model_(model), first_(first), second_(second), package_(c.issues.size(), 0) {
    for (const Rule& rule : c.rules) {
      std::vector<int> touched = rule.of;
      for (const Condition& condition : rule.when) touched.push_back(condition.issue);
      for (const Condition& condition : rule.then) touched.push_back(condition.issue);
      if (within(touched, first, second)) rules_.push_back(&rule);
    }
  }

  bool allowed(int a, int b) {
    set(a, b);
    return std::ranges::all_of(rules_, [&](const Rule* rule) { return obeys(case_, *rule, package_); });
  }

  std::vector<Utility> values(int a, int b) {
    set(a, b);
    std::vector<Utility> result;
    for (const Valuer& party : model_.parties) {
      Utility value = party.gain[first_][at(a)] + party.gain[second_][at(b)];
      for (std::size_t e = 0; e < party.interactions.size(); ++e) {
        std::vector<int> touched;
        for (const Condition& condition : party.interactions[e].when) touched.push_back(condition.issue);
        if (within(touched, first_, second_) && counts(party.interactions[e], package_))
          value += party.interaction_gain[e];
      }
      result.push_back(value);
    }
    return result;
  }

 private:
  void set(int a, int b) {
    package_[first_] = a;
    package_[second_] = b;
  }

  const Case& case_;
  const Model& model_;
  std::size_t first_;
  std::size_t second_;
  Package package_;
  std::vector<const Rule*> rules_;
};

/// What the party that gains least gains, among those that care.
Utility smallest_gain(const std::vector<Utility>& values, const std::vector<Utility>& before,
                      const std::vector<bool>& cares) {
  Utility smallest = unit;
  for (std::size_t p = 0; p < values.size(); ++p)
    if (cares[p]) smallest = std::min(smallest, values[p] - before[p]);
  return smallest;
}

/// Against one way to settle each of the two by itself.
Trade trade(const Case& c, const Model& model, std::size_t first, std::size_t second, int first_apart,
            int second_apart) {
  Trade result;
  result.first = static_cast<int>(first);
  result.second = static_cast<int>(second);
  result.first_apart = first_apart;
  result.second_apart = second_apart;
  Pair pair(c, model, first, second);
  result.apart = pair.values(first_apart, second_apart);
  const auto largest_first = largest_gains(model, first);
  const auto largest_second = largest_gains(model, second);
  std::vector<bool> cares;
  for (std::size_t p = 0; p < largest_first.size(); ++p) cares.push_back(largest_first[p] + largest_second[p] > 0);
  if (std::ranges::find(cares, true) == cares.end()) return result;
  const auto& options_first = c.issues[first].options;
  const auto& options_second = c.issues[second].options;
  for (int a = 0; a < model.levels[first]; ++a)
    for (int b = 0; b < model.levels[second]; ++b) {
      if (!pair.allowed(a, b)) continue;
      auto values = pair.values(a, b);
      const Utility gain = smallest_gain(values, result.apart, cares);
      if (gain <= 0 || gain < result.gain) continue;
      const auto better_tie = [&] {
        if (sum(values) != sum(result.together)) return sum(values) > sum(result.together);
        return std::array{options_first[at(a)], options_second[at(b)]} <
               std::array{options_first[at(result.first_together)], options_second[at(result.second_together)]};
      };
      if (gain == result.gain && !better_tie()) continue;
      result.gain = gain;
      result.first_together = a;
      result.second_together = b;
      result.together = std::move(values);
    }
  return result;
}

/// What is gained whichever way each of the two is settled by itself: the smallest of the gains.
Trade surest_trade(const Case& c, const Model& model, std::size_t first, std::size_t second,
                   const std::vector<std::vector<int>>& apart) {
  Trade surest = trade(c, model, first, second, apart[first].front(), apart[second].front());
  for (const int a : apart[first])
    for (const int b : apart[second]) {
      Trade found = trade(c, model, first, second, a, b);
      const auto names = [&](const Trade& t) {
        return std::tie(c.issues[first].options[at(t.first_apart)], c.issues[second].options[at(t.second_apart)]);
      };
      if (found.gain < surest.gain || (found.gain == surest.gain && names(found) < names(surest)))
        surest = std::move(found);
    }
  return surest;
}

}  // namespace

Trades trades_of(const Case& c, const Model& model) {
  const std::size_t pairs = c.issues.size() * (c.issues.size() - 1) / 2;
  const std::size_t most = std::min(most_pairs_of_options, most_in_all / std::max<std::size_t>(1, pairs));
  std::vector<std::vector<int>> apart;
  for (std::size_t i = 0; i < c.issues.size(); ++i) apart.push_back(settled_apart(c, model, i));
  Trades result;
  std::vector<Trade>& trades = result.all;
  for (std::size_t a = 0; a < c.issues.size(); ++a)
    for (std::size_t b = a + 1; b < c.issues.size(); ++b) {
      if (at(model.levels[a]) * at(model.levels[b]) > most) {
        result.complete = false;
        continue;
      }
      // By id, so that a pair reads the same however the file lists its issues.
      const bool swap = c.issues[b].id < c.issues[a].id;
      Trade found = surest_trade(c, model, swap ? b : a, swap ? a : b, apart);
      if (found.gain > 0) trades.push_back(std::move(found));
    }
  std::ranges::stable_sort(trades, [&](const Trade& x, const Trade& y) {
    if (x.gain != y.gain) return x.gain > y.gain;
    const auto ids = [&](const Trade& t) { return std::array{c.issues[at(t.first)].id, c.issues[at(t.second)].id}; };
    return ids(x) < ids(y);
  });
  return result;
}

}  // namespace parley
