#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string>

#include "parley/format/domain/domain.h"
#include "parley/format/genius/profile.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// The weights that stand beside an issue; of two for the same issue the last counts.
using Weights = std::map<std::int32_t, pugi::xml_node>;

Weights weights_in(XmlFile& file, pugi::xml_node parent) {
  Weights weights;
  for (const pugi::xml_node node : parent.children("weight"))
    if (const auto index = file.whole(node, "index")) weights[*index] = node;
  return weights;
}

/// What a value is worth before its weight, from 0 to 1 mostly.
using Evaluations = std::vector<long double>;

Evaluations discrete_evaluations(Profile& profile, pugi::xml_node node, int issue) {
  const auto levels = levels_by_text(profile.domain, issue);
  std::map<std::string, double> by_text;
  for (const pugi::xml_node item : node.children("item")) {
    const std::string evaluation = XmlFile::text_of(item, "evaluation");
    if (evaluation.empty() || evaluation == "null") continue;
    if (const auto number = profile.file.number(item, "evaluation")) by_text[XmlFile::text_of(item, "value")] = *number;
  }
  double most = 0;
  std::vector<std::string> beside;
  for (const auto& [text, evaluation] : by_text) {
    most = std::max(most, evaluation);
    if (!levels.contains(text)) beside.push_back(in_quotes(text));
  }
  if (!beside.empty())
    profile.file.note(fmt::format("left out of {}, since the domain lacks it: {}", issue_called(node), listed(beside)));
  Evaluations evaluations(levels.size(), 0);
  std::vector<std::string> missing;
  for (const auto& [text, level] : levels) {
    const auto at = by_text.find(text);
    if (at == by_text.end())
      missing.push_back(in_quotes(text));
    else if (most >= 0.00001)
      evaluations[static_cast<std::size_t>(level)] = static_cast<long double>(at->second) / most;
  }
  if (!missing.empty())
    profile.file.report(node, fmt::format("the profile has no evaluation for {}", listed(missing)),
                        fmt::format("add <item value={} evaluation=\"0\"/>", missing.front()));
  return evaluations;
}

Evaluations integer_evaluations(Profile& profile, pugi::xml_node node, int issue) {
  const Issue& of = profile.domain.issues[static_cast<std::size_t>(issue)];
  Evaluations evaluations(of.options.size(), 0);
  const pugi::xml_node evaluator = node.child("evaluator");
  if (!evaluator) {
    profile.file.note(fmt::format("{} has no evaluator and counts nothing", issue_called(node)));
    return evaluations;
  }
  const pugi::xml_node range = node.child("range");
  const auto low = profile.file.whole(range && !node.attribute("lowerbound") ? range : node, "lowerbound");
  const auto slope = profile.file.number(evaluator, "slope");
  const auto offset = profile.file.number(evaluator, "offset");
  if (!low || !slope || !offset) return evaluations;
  if (*low != of.first)
    profile.file.note(
        fmt::format("{} begins at {} in the profile and at {} in the domain", issue_called(node), *low, of.first));
  for (int level = 0; level < of.levels(); ++level) {
    const auto steps = static_cast<long double>(of.number(level) - *low);
    evaluations[static_cast<std::size_t>(level)] = std::clamp(*slope * steps + *offset, 0.0L, 1.0L);
  }
  return evaluations;
}

/// A function of a real number, in the order of its parameters in the file.
struct RealFunction {
  enum class Kind { constant, linear, triangular } kind = Kind::constant;
  double p0 = 0;
  double p1 = 0;
  double p2 = 0;
};

long double value_of(const RealFunction& f, long double x) {
  switch (f.kind) {
    case RealFunction::Kind::constant:
      return f.p0;
    case RealFunction::Kind::linear:
      return std::clamp(f.p1 * x + f.p0, 0.0L, 1.0L);
    case RealFunction::Kind::triangular:
      break;
  }
  const long double low = f.p0;
  const long double high = f.p1;
  const long double top = f.p2;
  if (x < low) return 0;
  if (x < top) return (x - low) / (top - low);
  return x < high ? 1 - (x - top) / (high - top) : 0;
}

std::optional<RealFunction> read_real_function(Profile& profile, pugi::xml_node node) {
  const pugi::xml_node evaluator = node.child("evaluator");
  if (!evaluator) {
    profile.file.report(node, "this issue has no evaluator", "add <evaluator ftype=\"constant\" parameter0=\"0\"/>");
    return std::nullopt;
  }
  const std::string kind = in_small_letters(XmlFile::text_of(evaluator, "ftype"));
  RealFunction f;
  int parameters = 1;
  if (kind == "linear") {
    f.kind = RealFunction::Kind::linear;
    parameters = 2;
  } else if (kind == "triangular") {
    f.kind = RealFunction::Kind::triangular;
    parameters = 3;
  } else if (kind != "constant") {
    profile.file.report(evaluator,
                        fmt::format("an evaluator is linear, constant or triangular, here stands {}", in_quotes(kind)),
                        "write ftype=\"linear\"");
    return std::nullopt;
  }
  const auto p0 = profile.file.number(evaluator, "parameter0");
  const auto p1 = parameters > 1 ? profile.file.number(evaluator, "parameter1") : 0;
  const auto p2 = parameters > 2 ? profile.file.number(evaluator, "parameter2") : 0;
  if (!p0 || !p1 || !p2) return std::nullopt;
  f.p0 = *p0;
  f.p1 = *p1;
  f.p2 = *p2;
  return f;
}

Evaluations real_evaluations(Profile& profile, pugi::xml_node node, int issue) {
  const auto& options = profile.domain.issues[static_cast<std::size_t>(issue)].options;
  Evaluations evaluations(options.size(), 0);
  const auto f = read_real_function(profile, node);
  if (!f) return evaluations;
  for (std::size_t level = 0; level < options.size(); ++level) {
    const auto value = parse_billionths(options[level]);
    evaluations[level] = value_of(*f, static_cast<long double>(value.value_or(0)) / one_utility);
  }
  return evaluations;
}

const char* type_of(IssueKind kind) {
  if (kind == IssueKind::count) return "integer";
  return kind == IssueKind::scale ? "real" : "discrete";
}

Evaluations evaluations_of(Profile& profile, pugi::xml_node node, int issue) {
  switch (profile.domain.issues[static_cast<std::size_t>(issue)].kind) {
    case IssueKind::count:
      return integer_evaluations(profile, node, issue);
    case IssueKind::scale:
      return real_evaluations(profile, node, issue);
    default:
      return discrete_evaluations(profile, node, issue);
  }
}

void read_issue(Profile& profile, pugi::xml_node node, int issue, const Weights& weights, std::int32_t index) {
  const std::string expected = type_of(profile.domain.issues[static_cast<std::size_t>(issue)].kind);
  if (issue_type(node) != expected) {
    profile.file.report(
        node,
        fmt::format("{} is {} here and {} in the domain", issue_called(node), in_quotes(issue_type(node)), expected),
        fmt::format("write type=\"{}\"", expected));
    return;
  }
  const auto evaluations = evaluations_of(profile, node, issue);
  const auto at = weights.find(index);
  if (at == weights.end()) {
    profile.file.report(node, fmt::format("{} has no weight", issue_called(node)),
                        fmt::format("add <weight index=\"{}\" value=\"0\"/> beside it", index));
    return;
  }
  const auto weight = profile.file.number(at->second, "value");
  if (!weight) return;
  auto& worth = profile.utilities.options[static_cast<std::size_t>(issue)];
  for (std::size_t level = 0; level < worth.size(); ++level)
    worth[level] = profile.billionths(at->second, *weight * evaluations[level]);
}

}  // namespace

void read_linear(Profile& profile, pugi::xml_node root) {
  std::map<pugi::xml_node, Weights> weights;
  std::map<int, pugi::xml_node> elements;
  std::vector<std::string> others;
  for (const pugi::xml_node& node : issue_elements(root)) {
    const auto index = profile.file.whole(node, "index");
    if (!index) continue;
    const auto at = profile.issue.find(*index);
    if (at == profile.issue.end())
      others.push_back(issue_called(node));
    else if (!elements.insert_or_assign(at->second, node).second)
      profile.file.note(fmt::format("{} stands in the profile twice, and the last counts", issue_called(node)));
    if (!weights.contains(node.parent())) weights[node.parent()] = weights_in(profile.file, node.parent());
  }
  if (!others.empty()) profile.file.note(fmt::format("left out, since the domain lacks it: {}", listed(others)));
  for (const auto& [number, issue] : profile.issue) {
    const auto at = elements.find(issue);
    if (at == elements.end())
      profile.file.report(root, fmt::format("the profile lacks issue {} {}", number, in_quotes(profile.name(issue))),
                          "add it, with a weight");
    else
      read_issue(profile, at->second, issue, weights[at->second.parent()], static_cast<std::int32_t>(number));
  }
}

}  // namespace parley
