#include "parley/ask/positions.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>
#include <utility>

#include "parley/ask/ledger.h"
#include "parley/ask/versions.h"
#include "parley/ask/worth.h"
#include "parley/at.h"

namespace parley {
namespace {

/// The fewest steps within which each position has a level: a window over all of them in order.
int fewest_steps(const std::vector<const Position*>& positions) {
  struct Allowed {
    int level;
    std::size_t by;
  };
  std::vector<Allowed> all;
  for (std::size_t p = 0; p < positions.size(); ++p)
    for (const int level : *positions[p]) all.push_back({level, p});
  std::ranges::sort(all, {}, &Allowed::level);
  std::vector<int> within(positions.size(), 0);
  std::size_t missing = positions.size();
  std::size_t from = 0;
  int fewest = std::numeric_limits<int>::max();
  for (const Allowed& to : all) {
    if (within[to.by]++ == 0) --missing;
    for (; missing == 0; ++from) {
      fewest = std::min(fewest, to.level - all[from].level);
      if (--within[all[from].by] == 0) ++missing;
    }
  }
  return fewest;
}

bool share_an_option(const std::vector<const Position*>& positions) {
  return std::ranges::any_of(*positions.front(), [&](int level) {
    return std::ranges::all_of(positions, [&](const Position* p) { return std::ranges::binary_search(*p, level); });
  });
}

Positions::Point point_of(const Case& c, const std::vector<int>& texts, const std::optional<Date>& date) {
  Positions::Point point{date, texts, {}, 0, 0};
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    std::vector<const Position*> positions;
    for (const int text : texts)
      if (text >= 0) positions.push_back(&c.proposals[at(text)].alternatives[i]);
    const int gap = c.issues[i].ordered() ? fewest_steps(positions) : share_an_option(positions) ? 0 : 1;
    point.gaps.push_back(gap);
    point.issues_apart += gap > 0 ? 1 : 0;
    point.steps += gap;
  }
  return point;
}

bool of_the_same_sides(const Positions::Point& a, const Positions::Point& b) {
  return std::ranges::equal(a.texts, b.texts, [](int text, int other) { return (text < 0) == (other < 0); });
}

Positions::Trend trend(const Positions::Point& from, const Positions::Point& to) {
  const auto apart = [](const Positions::Point& point) { return std::tuple(point.issues_apart, point.steps); };
  if (apart(from) == apart(to)) return Positions::Trend::unchanged;
  return apart(to) < apart(from) ? Positions::Trend::narrowing : Positions::Trend::widening;
}

void compare(Positions& positions) {
  if (positions.points.empty()) return;
  const Positions::Point& newest = positions.points.back();
  for (int p = static_cast<int>(positions.points.size()) - 2; p >= 0; --p) {
    if (!of_the_same_sides(positions.points[at(p)], newest)) continue;
    if (positions.before < 0) positions.before = p;
    positions.first = p;
  }
  if (positions.before < 0) return;
  positions.lately = trend(positions.points[at(positions.before)], newest);
  positions.overall = trend(positions.points[at(positions.first)], newest);
}

}  // namespace

Positions positions_of(const Case& c, const std::vector<int>& versions) {
  Positions result;
  std::vector<int> texts(c.parties.size(), -1);
  const std::vector<std::optional<Date>> dates = dates_of_proposals(c);
  bool changed = false;
  for (std::size_t v = 0; v < versions.size(); ++v) {
    const int side = side_of(c.proposals[at(versions[v])]);
    if (side >= 0) texts[at(side)] = versions[v];
    changed = changed || side >= 0;
    const auto& date = dates[at(versions[v])];
    if (v + 1 < versions.size() && dates[at(versions[v + 1])] == date) continue;
    const auto sides = std::ranges::count_if(texts, [](int text) { return text >= 0; });
    if (std::exchange(changed, false) && sides >= 2) result.points.push_back(point_of(c, texts, date));
  }
  compare(result);
  return result;
}

}  // namespace parley
