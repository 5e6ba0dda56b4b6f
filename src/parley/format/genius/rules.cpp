#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "parley/format/domain/domain.h"
#include "parley/format/genius/boxes.h"
#include "parley/format/genius/profile.h"
#include "parley/format/genius/rule.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// What a ranked issue is worth at each level: rank / largest rank / number of ranked issues.
std::optional<std::vector<std::int64_t>> read_ranks(Profile& profile, pugi::xml_node node, int issue, double issues) {
  const auto levels = levels_by_text(profile.domain, issue);
  std::map<int, std::int32_t> ranks;
  std::int32_t most = 0;
  for (const pugi::xml_node item : node.children("item")) {
    const auto rank = profile.file.whole(item, "rank");
    const std::string value = XmlFile::text_of(item, "value");
    const auto level = levels.find(value);
    if (level == levels.end())
      profile.file.report(item,
                          value.empty()
                              ? "this item has no 'value'"
                              : fmt::format("{} has no value {}", in_quotes(profile.name(issue)), in_quotes(value)),
                          "write value=\"...\", as the domain has it");
    if (!rank || level == levels.end()) continue;
    ranks[level->second] = *rank;
    most = std::max(most, *rank);
  }
  std::vector<std::string> missing;
  for (const auto& [text, level] : levels)
    if (!ranks.contains(level)) missing.push_back(in_quotes(text));
  if (!missing.empty()) {
    profile.file.report(node, fmt::format("the profile has no rank for {}", listed(missing)),
                        fmt::format("add <item value={} rank=\"1\"/>", missing.front()));
    return std::nullopt;
  }
  if (most < 1) {
    profile.file.report(node, "the largest rank of an issue is 1 or more", "give the best value the largest rank");
    return std::nullopt;
  }
  std::vector<std::int64_t> worth(levels.size());
  for (const auto& [level, rank] : ranks)
    worth[static_cast<std::size_t>(level)] =
        profile.billionths(node, static_cast<long double>(rank) / most / static_cast<long double>(issues));
  return worth;
}

/// Ranks of all ranked issues into options.
std::vector<int> read_all_ranks(Profile& profile, pugi::xml_node ranks) {
  std::vector<int> ranked;
  const auto issues = ranks.children("issue");
  const auto count = static_cast<double>(std::distance(issues.begin(), issues.end()));
  if (count == 0) profile.file.report(ranks, "no issue has ranks here", "add <issue index=\"1\"> with ranked items");
  for (const pugi::xml_node node : issues) {
    const auto issue = profile.issue_at(node);
    if (!issue) continue;
    if (std::ranges::find(ranked, *issue) != ranked.end()) {
      profile.file.report(node, fmt::format("{} has ranks twice", in_quotes(profile.name(*issue))),
                          "keep one of the two");
      continue;
    }
    ranked.push_back(*issue);
    if (auto worth = read_ranks(profile, node, *issue, count))
      profile.utilities.options[static_cast<std::size_t>(*issue)] = std::move(*worth);
  }
  return ranked;
}

/// Takes away what an issue is worth within a box, level by level.
bool take_away(Profile& profile, int issue, const Box& box) {
  Utilities& u = profile.utilities;
  const auto& worth = u.options[static_cast<std::size_t>(issue)];
  const auto own = box.sets.find(issue);
  std::map<std::int64_t, std::vector<bool>> alike;
  for (std::size_t level = 0; level < worth.size(); ++level) {
    if (worth[level] == 0 || (own != box.sets.end() && !own->second[level])) continue;
    auto& levels = alike[worth[level]];
    levels.resize(worth.size());
    levels[level] = true;
  }
  for (const auto& [amount, levels] : alike) {
    if (u.combinations.size() == DomainLimits::combinations) return false;
    Utilities::Combination combination{fmt::format("{} counts nothing", in_quotes(profile.name(issue))), {}, -amount};
    Box part = box;
    part.sets[issue] = levels;
    for (const auto& [i, holds] : part.sets)
      if (std::ranges::find(holds, false) != holds.end()) combination.when.push_back({i, holds, {}});
    if (combination.when.empty())
      u.base -= amount;
    else
      u.combinations.push_back(std::move(combination));
  }
  return true;
}

/// u = sum over ranked issues of their worth, where neither a rule for the issue nor one for the outcome holds.
bool apply(Profile& profile, const std::vector<int>& ranked, const Rules& rules) {
  DisjointBoxes outcome;
  if (!std::ranges::all_of(rules.for_outcome, [&](const Box& box) { return outcome.add(box); })) return false;
  return std::ranges::all_of(ranked, [&](int issue) {
    DisjointBoxes boxes = outcome;
    if (const auto own = rules.for_issue.find(issue); own != rules.for_issue.end())
      if (!std::ranges::all_of(own->second, [&](const Box& box) { return boxes.add(box); })) return false;
    return std::ranges::all_of(boxes.boxes(), [&](const Box& box) { return take_away(profile, issue, box); });
  });
}

}  // namespace

void read_rules(Profile& profile, pugi::xml_node root) {
  const pugi::xml_node rules = root.child("objective").child("rules");
  const pugi::xml_node ranks = rules.child("ranks");
  const pugi::xml_node constraints = rules.child("constraints");
  if (!ranks || !constraints) {
    profile.file.report(rules ? rules : root, "a constraint profile has <rules> with <ranks> and <constraints>",
                        "add what is missing to its objective");
    return;
  }
  const auto ranked = read_all_ranks(profile, ranks);
  Rules read;
  for (const pugi::xml_node node : constraints.children("constraint")) read_rule(profile, node, read);
  if (profile.file.sound() && !apply(profile, ranked, read))
    profile.file.report(constraints,
                        fmt::format("these constraints make more than {} combinations", DomainLimits::combinations),
                        "leave some out");
}

}  // namespace parley
