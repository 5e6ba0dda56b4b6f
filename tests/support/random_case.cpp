#include "support/random_case.h"

#include <algorithm>
#include <numeric>

#include "parley/at.h"
#include "parley/case/check.h"
#include "support/case_builder.h"
#include "support/random_words.h"

namespace parley::test {
namespace {

std::vector<int> shuffled(Random& random, int size) {
  std::vector<int> numbers(at(size));
  std::iota(numbers.begin(), numbers.end(), 0);
  for (int i = size; i > 1; --i) std::swap(numbers[at(i - 1)], numbers[at(draw(random, 0, i - 1))]);
  return numbers;
}

Issue random_issue(Random& random, const Case& c, const CaseShape& shape) {
  const int number = static_cast<int>(c.issues.size()) + 1;
  const int levels = draw_int(random, std::min(2, shape.most_levels), shape.most_levels);
  const std::string name = "Issue " + std::to_string(number);
  const int kind = draw_int(random, 0, 4);
  Issue issue;
  if (kind <= 1) {
    std::vector<std::string> options;
    for (int level = 0; level < levels; ++level)
      options.push_back("option " + std::to_string(number) + "." + std::to_string(level + 1));
    issue = kind == 0 ? choice(name, options) : scale(name, options);
  } else if (const bool divided = std::ranges::any_of(c.issues, [](const Issue& i) { return i.claimants[0] >= 0; });
             kind == 4 && !divided && levels >= 2 && shape.parties >= 2) {
    const auto parties = shuffled(random, shape.parties);
    issue = share(name, parties[0], parties[1], levels == 2 ? 100 : 50);
  } else {
    const int first = 200 * number;  // far enough apart for labels to differ between issues
    const int last = first + 10 * (levels - 1);
    issue = one_in(random, 2) ? count(name, first, last, 10, "crates") : duration(name, first, last, 10, "days");
  }
  issue.id = "issue-" + std::to_string(number);
  issue.phase = draw_int(random, 0, 1);
  return issue;
}

/// Some of the issue's levels, neither none nor all where there is a choice.
Condition random_condition(Random& random, const Case& c, int issue) {
  const int levels = c.issues[at(issue)].levels();
  Condition condition{issue, std::vector<bool>(at(levels)), {}};
  const auto order = shuffled(random, levels);
  const int holding = draw_int(random, 1, std::max(1, levels - 1));
  for (int i = 0; i < holding; ++i) condition.holds[at(order[at(i)])] = true;
  return condition;
}

std::vector<Condition> random_conditions(Random& random, const Case& c, int most) {
  const int issues = static_cast<int>(c.issues.size());
  const auto order = shuffled(random, issues);
  std::vector<Condition> conditions;
  for (int i = 0; i < std::min(most, issues); ++i) conditions.push_back(random_condition(random, c, order[at(i)]));
  return conditions;
}

/// A rule between the numbers of two issues that holds with equality, or nearly so, for some package.
Rule random_linear_rule(Random& random, const Case& c, int of, int to) {
  const auto drawn = [&](int issue) {
    return c.issues[at(issue)].number(draw_int(random, 0, c.issues[at(issue)].levels() - 1));
  };
  const std::int64_t a = drawn(of);
  const std::int64_t b = drawn(to);
  const bool at_least = one_in(random, 2);
  const auto bound = [at_least](Decimal number) {
    return at_least ? std::pair(std::optional(number), std::optional<Decimal>())
                    : std::pair(std::optional<Decimal>(), std::optional(number));
  };
  if (b != 0 && one_in(random, 2)) {
    const auto [least, most] = bound(Decimal{a * 1'000'000 / b + (at_least ? 0 : 1)});
    return ratio(of, to, least, most);
  }
  const auto [least, most] = bound(Decimal::of(a + b));
  return total({of, to}, least, most);
}

Rule random_rule(Random& random, const Case& c) {
  std::vector<int> numeric;
  for (const int issue : shuffled(random, static_cast<int>(c.issues.size())))
    if (c.issues[at(issue)].numeric()) numeric.push_back(issue);
  switch (draw(random, 0, 2)) {
    case 0: {
      auto when = random_conditions(random, c, 1);
      return implies(std::move(when), random_conditions(random, c, 1));
    }
    case 1:
      if (numeric.size() >= 2) return random_linear_rule(random, c, numeric[0], numeric[1]);
      [[fallthrough]];
    default:
      return exclude(random_conditions(random, c, 2));
  }
}

/// Multiples of 5 that sum to 100.
std::vector<int> split_points(Random& random, std::size_t terms) {
  std::vector<int> points(terms, 0);
  for (int given = 0; given < 100; given += 5) points[at(draw(random, 0, static_cast<int>(terms) - 1))] += 5;
  return points;
}

Quantity about(Random& random, int middle, int most_off, int low, int high) {
  const int off = std::min({5 * draw_int(random, 0, most_off / 5), middle - low, high - middle});
  return range(middle - off, middle + off);
}

/// Weights and interactions. The ranges lie around a weighting that sums to 100, and the order is its order.
void state_weights(Random& random, const Case& c, const CaseShape& shape, int interactions, Preference& preference) {
  const auto issues = c.issues.size();
  const auto points = split_points(random, issues + at(interactions));
  const int most_off = shape.ranges && one_in(random, 2) ? 15 : 0;
  for (std::size_t i = 0; i < issues; ++i) preference.weights[i] = about(random, points[i], most_off, 0, 100);
  preference.interactions.clear();
  for (int e = 0; e < interactions; ++e)
    preference.interactions.push_back({"", random_conditions(random, c, 2),
                                       about(random, points[issues + at(e)], most_off, 0, 100), one_in(random, 2)});
  if (!shape.ranges || !one_in(random, 3)) return;
  preference.order.resize(issues);
  std::iota(preference.order.begin(), preference.order.end(), 0);
  std::ranges::sort(preference.order, std::greater{}, [&](int issue) { return std::pair(points[at(issue)], issue); });
  if (one_in(random, 2))
    preference.order.pop_back();
  else if (one_in(random, 2))
    std::ranges::fill(preference.weights, std::nullopt);
}

Valuation random_valuation(Random& random, const Issue& issue, const CaseShape& shape) {
  const int last = issue.levels() - 1;
  if (issue.numeric() && one_in(random, 2)) {
    using Kind = parley::Shape::Kind;
    const Kind kinds[] = {Kind::linear, Kind::diminishing, Kind::threshold};
    const Kind kind = kinds[draw(random, 0, 2)];
    Valuation made = test::shape(kind, one_in(random, 2));
    std::get<parley::Shape>(made.form).at = draw_int(random, 0, last);
    return made;
  }
  const auto levels = shuffled(random, issue.levels());
  if (shape.ranges && one_in(random, 4)) return best_first(levels);
  std::vector<Quantity> by_level(levels.size());
  for (std::size_t rank = 0; rank < levels.size(); ++rank) {
    int low = 25 * draw_int(random, 0, 4);
    int high = shape.ranges && one_in(random, 4) ? 25 * draw_int(random, 0, 4) : low;
    if (high < low) std::swap(low, high);
    if (rank == 0) low = high = 0;
    if (rank == 1) low = high = 100;
    by_level[at(levels[rank])] = range(low, high);
  }
  return values(std::move(by_level));
}

Quantity random_credence(Random& random, const CaseShape& shape) {
  const int low = 25 * draw_int(random, 1, 4);
  const int high = shape.ranges && one_in(random, 3) ? 25 * draw_int(random, low / 25, 4) : low;
  return millionths(10'000 * low, 10'000 * high);
}

void state_values(Random& random, const Case& c, const CaseShape& shape, Preference& preference) {
  for (std::size_t i = 0; i < c.issues.size(); ++i) preference.values[i] = random_valuation(random, c.issues[i], shape);
}

Quantity random_floor(Random& random, const CaseShape& shape) {
  const int middle = 5 * draw_int(random, 0, 12);
  return about(random, middle, shape.ranges && one_in(random, 3) ? 10 : 0, 0, 100);
}

DatedValue always(Quantity value) {
  DatedValue made;
  made.value = std::move(value);
  return made;
}

RedLine random_red_line(Random& random, const Case& c) {
  const int issue = draw_int(random, 0, static_cast<int>(c.issues.size()) - 1);
  return {is(c, issue, {draw_int(random, 0, c.issues[at(issue)].levels() - 1)}), {}};
}

/// A tree over all principals, sometimes nested.
Gate random_consent(Random& random, int principals) {
  if (principals == 1) return approval_of(0);
  const auto drawn = [&](std::vector<Gate> children) {
    const Gate::Kind kinds[] = {Gate::Kind::all, Gate::Kind::any, Gate::Kind::at_least};
    const Gate::Kind kind = kinds[draw(random, 0, 2)];
    const int least = draw_int(random, 1, static_cast<int>(children.size()));
    return gate(kind, std::move(children), kind == Gate::Kind::at_least ? least : 0);
  };
  std::vector<Gate> children;
  for (const int principal : shuffled(random, principals)) children.push_back(approval_of(principal));
  if (principals == 2 || one_in(random, 2)) return drawn(std::move(children));
  const Gate first = children.front();
  children.erase(children.begin());
  return drawn({first, drawn(std::move(children))});
}

Principal random_principal(Random& random, const Case& c, const CaseShape& shape, const Party& of) {
  Principal made = principal(c, "");
  if (one_in(random, 3))
    state_weights(random, c, shape, static_cast<int>(of.preference.interactions.size()), made.preference);
  if (one_in(random, 3)) state_values(random, c, shape, made.preference);
  if (one_in(random, 4)) made.preference.credences[1] = random_credence(random, shape);
  if (one_in(random, 3)) made.reservation = random_floor(random, shape);
  if (one_in(random, 4)) made.red_lines.push_back(random_red_line(random, c));
  made.advisory = one_in(random, 5);
  return made;
}

Party random_party(Random& random, const Case& c, const CaseShape& shape) {
  const std::string number = std::to_string(c.parties.size() + 1);
  Party made = party(c, "Party " + number);
  made.id = "party-" + number;
  const int interactions = shape.rules && c.issues.size() >= 2 ? draw_int(random, 0, 2) : 0;
  state_weights(random, c, shape, interactions, made.preference);
  state_values(random, c, shape, made.preference);
  if (one_in(random, 2)) made.preference.credences[1] = random_credence(random, shape);
  if (one_in(random, 4)) {
    made.no_deal.breakdown.push_back(always(random_floor(random, shape)));
    Exit exit;
    exit.id = "exit-" + number;
    exit.name = "Exit " + number;
    exit.values.push_back(always(random_floor(random, shape)));
    made.no_deal.exits.push_back(std::move(exit));
  } else {
    made.reservation = random_floor(random, shape);
  }
  if (one_in(random, 4)) made.red_lines.push_back(random_red_line(random, c));
  const int principals = shape.principals ? draw_int(random, 1, 3) : 1;
  if (principals == 1) return made;
  made.principals.clear();
  for (int k = 1; k <= principals; ++k) {
    const std::string which = number + "." + std::to_string(k);
    made.principals.push_back(random_principal(random, c, shape, made));
    made.principals.back().id = "principal-" + which;
    made.principals.back().name = "Principal " + which;
  }
  made.consent = random_consent(random, principals);
  return made;
}

Proposal random_proposal(Random& random, const Case& c) {
  Proposal made;
  made.id = "plan";
  made.name = "Plan";
  for (const Issue& issue : c.issues) {
    auto& allowed = made.alternatives.emplace_back(shuffled(random, issue.levels()));
    allowed.resize(std::min(allowed.size(), std::size_t{one_in(random, 3) ? 2u : 1u}));
    std::ranges::sort(allowed);
  }
  return made;
}

Phase phase(const std::string& number, int after) {
  Phase made;
  made.id = "phase-" + number;
  made.name = "Phase " + number;
  made.after = after;
  return made;
}

Case draft(Random& random, const CaseShape& shape) {
  Case c;
  c.title = "Random case";
  c.as_of = parse_date("2024-03-26");
  c.phases = {phase("1", -1), phase("2", 0)};
  for (int i = 0; i < shape.issues; ++i) c.issues.push_back(random_issue(random, c, shape));
  for (int p = 0; p < shape.parties; ++p) c.parties.push_back(random_party(random, c, shape));
  const int rules = shape.rules ? draw_int(random, 0, 2) : 0;
  for (int r = 0; r < rules; ++r) c.rules.push_back(random_rule(random, c));
  c.proposals.push_back(random_proposal(random, c));
  add_random_words(random, shape, c);
  return c;
}

}  // namespace

Case random_case(Random& random, const CaseShape& shape) {
  while (true) {
    Case c = draft(random, shape);
    if (check(c).empty()) return c;
  }
}

}  // namespace parley::test
