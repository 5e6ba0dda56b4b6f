#include "parley/case/feasible.h"

#include <gtest/gtest.h>

#include <random>

#include "support/case_builder.h"

namespace parley {
namespace {

using namespace test;

/// Small random rule sets, tight enough that about half of them exclude everything.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  int below(int bound) { return static_cast<int>(random_() % static_cast<std::uint64_t>(bound)); }

  Case rule_set() {
    Case c;
    const int issues = 1 + below(5);
    for (int i = 0; i < issues; ++i) {
      const int first = below(4) - 1;
      c.issues.push_back(count("issue " + std::to_string(i), first, first + below(4) * 2, 2));
    }
    const int rules = 1 + below(8);
    for (int i = 0; i < rules; ++i) c.rules.push_back(rule(c));
    return c;
  }

  std::vector<Levels> open(const Case& c) {
    std::vector<Levels> levels = all_levels(c);
    for (Levels& issue : levels) {
      if (below(3) == 0) issue.reset(static_cast<std::size_t>(below(static_cast<int>(issue.size()))));
    }
    return levels;
  }

 private:
  int issue(const Case& c) { return below(static_cast<int>(c.issues.size())); }

  Condition condition(const Case& c) {
    Condition made = is(c, issue(c), {});
    for (std::size_t level = 0; level < made.holds.size(); ++level) made.holds[level] = below(2) == 0;
    return made;
  }

  std::vector<Condition> conditions(const Case& c) {
    std::vector<Condition> made;
    const int size = 1 + below(3);
    for (int i = 0; i < size; ++i) made.push_back(condition(c));
    return made;
  }

  std::optional<Decimal> bound(int from, int size) {
    if (below(2) == 0) return std::nullopt;
    return Decimal{(from + below(size)) * 500'000};
  }

  Rule rule(const Case& c) {
    switch (below(4)) {
      case 0:
        return implies(conditions(c), conditions(c));
      case 1:
        return exclude(conditions(c));
      case 2:
        return ratio(issue(c), issue(c), bound(-2, 8), bound(0, 8));
      default:
        return total({issue(c), issue(c), issue(c)}, bound(0, 20), bound(-4, 20));
    }
  }

  std::mt19937_64 random_;
};

/// Every package within `open`, one by one.
bool some_package(const Case& c, const std::vector<int>& rules, const std::vector<Levels>& open, Package& package) {
  const std::size_t issue = package.size();
  if (issue == c.issues.size()) {
    return std::ranges::all_of(rules,
                               [&](int rule) { return obeys(c, c.rules[static_cast<std::size_t>(rule)], package); });
  }
  for (std::size_t level = 0; level < open[issue].size(); ++level) {
    if (!open[issue][level]) continue;
    package.push_back(static_cast<int>(level));
    const bool found = some_package(c, rules, open, package);
    package.pop_back();
    if (found) return true;
  }
  return false;
}

TEST(Feasible, AgreesWithTryingEveryPackage) {
  Generator generator(2024);
  int infeasible = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Case c = generator.rule_set();
    const std::vector<Levels> open = generator.open(c);
    const RuleBook book = rule_book(c);
    std::vector<int> rules;
    for (int rule = 0; rule < static_cast<int>(c.rules.size()); ++rule) {
      if (generator.below(8) > 0) rules.push_back(rule);
    }
    Package package;
    // An issue without an open level has no package, but only matters to a search when a rule speaks of it.
    if (std::ranges::any_of(open, &Levels::none)) continue;
    const bool expected = some_package(c, rules, open, package);
    Effort effort;
    ASSERT_EQ(feasible(book, rules, open, effort), expected ? Feasible::yes : Feasible::no) << "case " << i;
    if (expected) continue;
    ++infeasible;
    // What is named as a conflict is one, and needs every rule in it.
    const std::vector<int> clash = conflict(book, rules, open, effort);
    ASSERT_FALSE(some_package(c, clash, open, package)) << "case " << i;
    for (const int left_out : clash) {
      std::vector<int> rest = clash;
      std::erase(rest, left_out);
      ASSERT_TRUE(some_package(c, rest, open, package)) << "case " << i;
    }
  }
  EXPECT_GT(infeasible, 4'000);
}

TEST(Feasible, LargeIssuesAreNotTriedLevelByLevel) {
  Case c;
  for (int i = 0; i < 100; ++i) c.issues.push_back(count("issue " + std::to_string(i), 0, 1999, 1));
  for (int i = 0; i + 1 < 100; ++i) c.rules.push_back(ratio(i + 1, i, Decimal::of(1), std::nullopt));
  c.rules.push_back(total({0, 99}, Decimal::of(3998), std::nullopt));
  std::vector<int> rules;
  for (int rule = 0; rule < 100; ++rule) rules.push_back(rule);
  Effort effort;
  EXPECT_EQ(feasible(rule_book(c), rules, all_levels(c), effort), Feasible::yes);
  c.rules.push_back(total({50}, std::nullopt, Decimal::of(1998)));
  rules.push_back(100);
  EXPECT_EQ(feasible(rule_book(c), rules, all_levels(c), effort), Feasible::no);
  EXPECT_GT(effort.looks, Effort{}.looks * 9 / 10);
}

TEST(Feasible, SpentEffortIsUnknown) {
  const Case c = small_case();
  Case ruled = c;
  ruled.rules = {exclude({is(c, 0, {0}), is(c, 2, {0})})};
  Effort effort{0};
  EXPECT_EQ(feasible(rule_book(ruled), {0}, all_levels(ruled), effort), Feasible::unknown);
}

}  // namespace
}  // namespace parley
