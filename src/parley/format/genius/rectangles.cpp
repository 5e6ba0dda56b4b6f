#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "parley/format/domain/domain.h"
#include "parley/format/genius/boxes.h"
#include "parley/format/genius/profile.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// The levels of an integer issue from min to max.
std::vector<bool> levels_between(const Issue& issue, std::int32_t min, std::int32_t max) {
  std::vector<bool> levels(issue.options.size());
  for (int level = 0; level < issue.levels(); ++level)
    levels[static_cast<std::size_t>(level)] = issue.number(level) >= min && issue.number(level) <= max;
  return levels;
}

/// Where all bounds hold; nothing when there is no such package.
std::optional<Box> read_bounds(Profile& profile, pugi::xml_node rectangle, const char* kind) {
  std::optional<Box> box{std::in_place};
  for (const pugi::xml_node bound : rectangle.children(kind)) {
    const auto issue = profile.issue_at(bound);
    const auto min = profile.file.whole(bound, "min");
    const auto max = profile.file.whole(bound, "max");
    if (!issue || !min || !max) continue;
    const Issue& of = profile.domain.issues[static_cast<std::size_t>(*issue)];
    if (of.kind != IssueKind::count) {
      profile.file.report(bound, fmt::format("only integer issues have bounds, and {} is none", in_quotes(of.name)),
                          "make it an integer issue in the domain");
      continue;
    }
    if (box) box = overlap(*box, {{{*issue, levels_between(of, *min, *max)}}});
  }
  return box;
}

/// Rectangles over one issue or none belong to its options or to the base.
void add(Profile& profile, pugi::xml_node at, const Box& box, std::int64_t adds, std::string name) {
  const auto sum = [&](std::int64_t& number) {
    number = profile.billionths(at, (static_cast<long double>(number) + static_cast<long double>(adds)) / one_utility);
  };
  Utilities::Combination combination{std::move(name), {}, adds};
  for (const auto& [issue, holds] : box.sets)
    if (std::ranges::find(holds, false) != holds.end()) combination.when.push_back({issue, holds, {}});
  Utilities& u = profile.utilities;
  if (combination.when.empty()) {
    sum(u.base);
  } else if (combination.when.size() == 1) {
    const Condition& only = combination.when.front();
    auto& gains = u.options[static_cast<std::size_t>(only.issue)];
    for (std::size_t level = 0; level < gains.size(); ++level)
      if (only.holds[level]) sum(gains[level]);
  } else {
    u.combinations.push_back(std::move(combination));
  }
}

void read_rectangle(Profile& profile, pugi::xml_node node, long double factor) {
  const Utilities& u = profile.utilities;
  const auto utility = profile.file.number(node, "utility");
  const auto weight = node.attribute("weight") ? profile.file.number(node, "weight") : 1;
  // As in Genius: once there is one EXCLUDES, no INCLUDES counts.
  const bool excludes = static_cast<bool>(node.child("EXCLUDES"));
  const auto box = read_bounds(profile, node, excludes ? "EXCLUDES" : "INCLUDES");
  if (!utility || !weight) return;
  const std::int64_t adds = profile.billionths(node, factor * *utility * *weight);
  if (u.combinations.size() == DomainLimits::combinations) {
    profile.file.report(node, fmt::format("more than {} rectangles cannot be handled", DomainLimits::combinations),
                        "leave some out");
    return;
  }
  if (excludes) add(profile, node, {}, adds, {});
  if (box && adds != 0)
    add(profile, node, *box, excludes ? -adds : adds, fmt::format("rectangle {}", u.combinations.size() + 1));
}

/// The sum of a function's rectangles and of the functions within it.
void read_function(Profile& profile, pugi::xml_node function, long double factor) {
  const std::string aggregation = in_small_letters(XmlFile::text_of(function, "aggregation"));
  const auto rectangles = function.children("hyperRectangle");
  const auto functions = function.children("ufun");
  const auto parts =
      std::distance(rectangles.begin(), rectangles.end()) + std::distance(functions.begin(), functions.end());
  if (!aggregation.empty() && aggregation != "sum" && parts > 1) {
    profile.file.report(function,
                        fmt::format("only the sum of rectangles can be read, here stands {}", in_quotes(aggregation)),
                        "write aggregation=\"sum\" if that is meant");
    return;
  }
  for (const pugi::xml_node rectangle : rectangles) {
    if (profile.utilities.combinations.size() > DomainLimits::combinations) return;
    read_rectangle(profile, rectangle, factor);
  }
  for (const pugi::xml_node inner : functions) {
    const auto weight = inner.attribute("weight") ? profile.file.number(inner, "weight") : 1;
    if (weight) read_function(profile, inner, factor * *weight);
  }
}

}  // namespace

void read_rectangles(Profile& profile, pugi::xml_node root) {
  const pugi::xml_node inner = root.child("objective").child("utility");
  const pugi::xml_node utility = inner ? inner : root.child("utility");
  const pugi::xml_node function = utility.child("ufun");
  if (!function) {
    profile.file.report(utility ? utility : root, "a nonlinear profile has <utility maxutility=\"...\"> with a <ufun>",
                        "add them to its objective");
    return;
  }
  const auto most = profile.file.number(utility, "maxutility");
  if (!most) return;
  if (*most <= 0) {
    profile.file.report(utility, fmt::format("'maxutility' is more than 0, here stands {}", *most),
                        "write the largest sum of rectangles that hold together");
    return;
  }
  const auto outer = parse_number(function.attribute("weight").value());
  if (outer && *outer != 1) profile.file.note("the weight of the outermost function counts nothing in Genius");
  read_function(profile, function, 1 / static_cast<long double>(*most));
}

}  // namespace parley
