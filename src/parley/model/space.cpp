#include "parley/model/space.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>

#include "parley/at.h"
#include "parley/model/consent.h"

namespace parley {
namespace {

LevelSet level_set(const Condition& condition) { return {condition.issue, condition.holds}; }

/// Conditions on one issue are one condition: that all of them hold.
std::vector<LevelSet> level_sets(const std::vector<Condition>& conditions) {
  std::vector<LevelSet> sets;
  for (const Condition& condition : conditions) {
    const auto same = std::ranges::find_if(sets, [&](const LevelSet& set) { return set.issue == condition.issue; });
    if (same == sets.end())
      sets.push_back(level_set(condition));
    else
      for (std::size_t level = 0; level < condition.holds.size(); ++level)
        same->holds[level] = same->holds[level] && condition.holds[level];
  }
  return sets;
}

constexpr std::int64_t decimal_scale = 1'000'000;

LinearRule total_rule(const Case& c, const Rule& rule) {
  LinearRule linear;
  linear.issues = rule.of;
  for (const int issue : rule.of) {
    std::vector<std::int64_t> amounts;
    for (int level = 0; level < c.issues[at(issue)].levels(); ++level)
      amounts.push_back(c.issues[at(issue)].number(level));
    linear.amounts.push_back(std::move(amounts));
  }
  const auto rounded_up = [](std::int64_t n) {
    return n >= 0 ? (n + decimal_scale - 1) / decimal_scale : n / decimal_scale;
  };
  if (rule.least) linear.least = rounded_up(rule.least->millionths);
  if (rule.most) linear.most = -rounded_up(-rule.most->millionths);
  return linear;
}

/// least * b <= a  and  a <= most * b  as  0 <= a - least * b  and  0 <= most * b - a, in millionths.
LinearRule ratio_side(const Case& c, const Rule& rule, Decimal factor, std::int64_t sign) {
  LinearRule linear;
  linear.issues = rule.of;
  for (std::size_t j = 0; j < 2; ++j) {
    std::vector<std::int64_t> amounts;
    for (int level = 0; level < c.issues[at(rule.of[j])].levels(); ++level) {
      const std::int64_t number = c.issues[at(rule.of[j])].number(level);
      amounts.push_back(j == 0 ? sign * decimal_scale * number : -sign * factor.millionths * number);
    }
    linear.amounts.push_back(std::move(amounts));
  }
  linear.least = 0;
  return linear;
}

void add_rules(const Case& c, Tables& tables) {
  for (const Rule& rule : c.rules) {
    switch (rule.kind) {
      case Rule::Kind::implies:
      case Rule::Kind::exclude:
        tables.implications.push_back({level_sets(rule.when), level_sets(rule.then)});
        break;
      case Rule::Kind::total:
        tables.linear_rules.push_back(total_rule(c, rule));
        break;
      case Rule::Kind::ratio:
        if (rule.least) tables.linear_rules.push_back(ratio_side(c, rule, *rule.least, 1));
        if (rule.most) tables.linear_rules.push_back(ratio_side(c, rule, *rule.most, -1));
        break;
    }
  }
}

void forbid(Tables& tables, int issue, const std::vector<bool>& levels) {
  tables.implications.push_back({{{issue, levels}}, {}});
}

void keep_only(Tables& tables, const std::vector<std::vector<int>>& alternatives) {
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    std::vector<bool> dropped(at(tables.levels[i]), true);
    for (const int level : alternatives[i]) dropped[at(level)] = false;
    if (std::ranges::find(dropped, true) != dropped.end()) forbid(tables, static_cast<int>(i), dropped);
  }
}

/// What one dimension of the tables measures: a valuer's utility, pushed below every floor by its red lines.
struct Dimension {
  const Valuer* valuer = nullptr;
  std::vector<Condition> excluded;
};

/// The feature for a combination, shared by all who value it.
Feature& feature_for(Tables& tables, std::vector<LevelSet> when) {
  const auto same = [](const LevelSet& a, const LevelSet& b) { return a.issue == b.issue && a.holds == b.holds; };
  for (Feature& feature : tables.features)
    if (std::ranges::equal(feature.when, when, same)) return feature;
  return tables.features.emplace_back(
      Feature{std::move(when), std::vector<Utility>(static_cast<std::size_t>(tables.dimensions), 0)});
}

Tables tables_of(const Case& c, const Model& model, const std::vector<Dimension>& dimensions) {
  // A red line pushes utilities below every floor there can be.
  constexpr Utility never = -8 * unit;
  constexpr Utility never_scored = -4 * largest_utility;
  Tables tables;
  tables.dimensions = static_cast<int>(dimensions.size());
  tables.levels = model.levels;
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    std::vector<Utility> gains;
    for (std::size_t level = 0; level < at(model.levels[i]); ++level)
      for (const Dimension& dimension : dimensions) {
        Utility gain = dimension.valuer->gain[i][level];
        for (const Condition& line : dimension.excluded)
          if (at(line.issue) == i && line.holds[level]) gain += dimension.valuer->scored ? never_scored : never;
        gains.push_back(gain);
      }
    tables.gain.push_back(std::move(gains));
  }
  for (std::size_t d = 0; d < dimensions.size(); ++d)
    for (std::size_t e = 0; e < dimensions[d].valuer->interactions.size(); ++e) {
      const Interaction& interaction = dimensions[d].valuer->interactions[e];
      Feature& feature = feature_for(tables, level_sets(interaction.when));
      const Utility points = dimensions[d].valuer->interaction_gain[e];
      // A penalty counts unless the combination holds: the constant goes to the first issue, the feature takes it back.
      feature.gain[d] += interaction.penalty ? -points : points;
      if (interaction.penalty)
        for (std::size_t level = 0; level < at(model.levels[0]); ++level)
          tables.gain[0][level * dimensions.size() + d] += points;
    }
  add_rules(c, tables);
  return tables;
}

bool same_view(const Valuer& a, const Valuer& b) {
  if (a.gain != b.gain || a.interaction_gain != b.interaction_gain) return false;
  return std::ranges::equal(a.interactions, b.interactions, [](const Interaction& x, const Interaction& y) {
    return x.penalty == y.penalty && std::ranges::equal(x.when, y.when, [](const Condition& p, const Condition& q) {
             return p.issue == q.issue && p.holds == q.holds;
           });
  });
}

/// One way for everyone to consent: the least value in some dimensions.
using Requirement = std::map<int, Utility>;

/// Whether every package that meets `strict` also meets `loose`.
bool covers(const Requirement& loose, const Requirement& strict) {
  return std::ranges::all_of(loose, [&](const auto& demand) {
    const auto found = strict.find(demand.first);
    return found != strict.end() && found->second >= demand.second;
  });
}

void keep_loosest(std::vector<Requirement>& requirements) {
  std::vector<Requirement> kept;
  for (const Requirement& candidate : requirements) {
    if (std::ranges::any_of(kept, [&](const Requirement& other) { return covers(other, candidate); })) continue;
    std::erase_if(kept, [&](const Requirement& other) { return covers(candidate, other); });
    kept.push_back(candidate);
  }
  requirements = std::move(kept);
}

Acceptance acceptance_of(const std::vector<Requirement>& requirements) {
  Acceptance acceptance;
  std::map<std::pair<int, Utility>, int> number;
  for (const Requirement& requirement : requirements) {
    std::uint64_t mask = 0;
    for (const auto& demand : requirement) {
      const auto [entry, added] = number.try_emplace(demand, static_cast<int>(number.size()));
      if (added) acceptance.demands.push_back({demand.first, demand.second});
      mask |= std::uint64_t{1} << entry->second;
    }
    acceptance.enough.push_back(mask);
  }
  return acceptance;
}

/// Collects the dimensions and requirements of one party after another.
class SpaceBuilder {
 public:
  SpaceBuilder(const Case& c, const Model& model, const SpaceOptions& options)
      : case_(c), model_(model), options_(options) {
    for (const Valuer& party : model.parties) dimensions_.push_back({&party, {}});
  }

  PackageSpace build() {
    for (std::size_t p = 0; p < case_.parties.size(); ++p) add_party(static_cast<int>(p));
    PackageSpace space;
    space.parties = static_cast<int>(case_.parties.size());
    space.tables = tables_of(case_, model_, dimensions_);
    space.tables.tie_keys = model_.tie_keys;
    for (const Condition& line : excluded_) forbid(space.tables, line.issue, line.holds);
    keep_only(space.tables, options_.alternatives);
    space.acceptance = acceptance_of(requirements_);
    return space;
  }

 private:
  bool lifted(const Obstacle& obstacle) const {
    return std::ranges::find(options_.lifted, obstacle) != options_.lifted.end();
  }

  std::vector<Condition> red_lines(int party, int principal) const {
    std::vector<Condition> lines;
    const Party& side = case_.parties[at(party)];
    const auto add = [&](int of, const std::vector<RedLine>& all) {
      for (int line = 0; line < std::ssize(all); ++line)
        if (!lifted({party, of, line})) lines.push_back(all[at(line)].option);
    };
    add(-1, side.red_lines);
    add(principal, side.principals[at(principal)].red_lines);
    return lines;
  }

  void add_party(int party) {
    const auto coalitions = sufficient_coalitions(case_.parties[at(party)]);
    std::vector<Requirement> ways;
    std::map<int, int> dimension_of;
    for (const Coalition& coalition : coalitions) {
      Requirement way;
      for (const int principal : coalition) {
        const bool always_needed = std::ranges::all_of(
            coalitions, [&](const Coalition& other) { return std::ranges::binary_search(other, principal); });
        if (!dimension_of.contains(principal)) dimension_of[principal] = dimension(party, principal, always_needed);
        if (lifted({party, principal, -1}) && always_needed) continue;
        const Utility least = lifted({party, principal, -1}) ? 0 : model_.floors[at(party)][at(principal)].central;
        auto& demand = way.try_emplace(dimension_of[principal], least).first->second;
        demand = std::max(demand, least);
      }
      ways.push_back(std::move(way));
    }
    keep_loosest(ways);
    std::vector<Requirement> together;
    for (const Requirement& before : requirements_)
      for (const Requirement& way : ways) {
        Requirement both = before;
        both.insert(way.begin(), way.end());
        together.push_back(std::move(both));
      }
    requirements_ = std::move(together);
  }

  /// The dimension in which a principal's demand is put: its party's when both see packages alike.
  int dimension(int party, int principal, bool always_needed) {
    const Valuer& view = model_.principals[at(party)][at(principal)];
    std::vector<Condition> lines = red_lines(party, principal);
    if (always_needed) {
      excluded_.insert(excluded_.end(), lines.begin(), lines.end());
      lines.clear();
    }
    const bool alike = same_view(view, model_.parties[at(party)]);
    if (alike && lines.empty()) return party;
    dimensions_.push_back({alike ? &model_.parties[at(party)] : &view, std::move(lines)});
    return static_cast<int>(dimensions_.size()) - 1;
  }

  const Case& case_;
  const Model& model_;
  const SpaceOptions& options_;
  std::vector<Dimension> dimensions_;
  std::vector<Condition> excluded_;
  std::vector<Requirement> requirements_{{}};
};

}  // namespace

const RedLine& red_line_of(const Case& c, const Obstacle& obstacle) {
  const Party& party = c.parties[at(obstacle.party)];
  const auto& lines = obstacle.principal < 0 ? party.red_lines : party.principals[at(obstacle.principal)].red_lines;
  return lines[at(obstacle.red_line)];
}

PackageSpace package_space(const Case& c, const Model& model, const SpaceOptions& options) {
  return SpaceBuilder(c, model, options).build();
}

Tables all_packages(const Case& c, const Model& model, const std::vector<std::vector<int>>& alternatives) {
  std::vector<Dimension> dimensions;
  for (const Valuer& party : model.parties) dimensions.push_back({&party, {}});
  Tables tables = tables_of(c, model, dimensions);
  tables.tie_keys = model.tie_keys;
  keep_only(tables, alternatives);
  return tables;
}

}  // namespace parley
