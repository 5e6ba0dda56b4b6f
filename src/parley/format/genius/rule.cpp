#include "parley/format/genius/rule.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "parley/format/domain/domain.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::size_t most_rule_steps = 10'000'000;

const std::vector<std::string>& options_of(const Profile& profile, int issue) {
  return profile.domain.issues[static_cast<std::size_t>(issue)].options;
}

std::vector<bool> levels_where(const Profile& profile, int issue,
                               const std::function<bool(const std::string&)>& holds) {
  std::vector<bool> levels;
  for (const std::string& option : options_of(profile, issue)) levels.push_back(holds(option));
  return levels;
}

std::vector<bool> containing(const Profile& profile, int issue, const std::string& text, bool contained = true) {
  return levels_where(profile, issue,
                      [&](const std::string& option) { return (option.find(text) != std::string::npos) == contained; });
}

/// The values of an issue as whole numbers; one that is none is a problem, as it is an error in Genius.
std::vector<std::int32_t> numbers_of(Profile& profile, pugi::xml_node at, int issue) {
  std::vector<std::int32_t> numbers;
  for (const std::string& option : options_of(profile, issue)) {
    const auto number = parse_whole_number(option);
    if (!number) {
      profile.file.report(at,
                          fmt::format("the values of {} are to be whole numbers here, and {} is none",
                                      in_quotes(profile.name(issue)), in_quotes(option)),
                          "name another issue");
      return {};
    }
    numbers.push_back(*number);
  }
  return numbers;
}

std::vector<bool> numeric(Profile& profile, pugi::xml_node at, int issue,
                          const std::function<bool(std::int32_t)>& holds) {
  std::vector<bool> levels(options_of(profile, issue).size());
  const auto numbers = numbers_of(profile, at, issue);
  for (std::size_t level = 0; level < numbers.size(); ++level) levels[level] = holds(numbers[level]);
  return levels;
}

/// The conditions of a rule by issue; of two for the same issue the last counts.
using Texts = std::vector<std::pair<int, std::string>>;

Texts read_texts(Profile& profile, pugi::xml_node node, const char* tag, const char* attribute) {
  Texts texts;
  for (const pugi::xml_node child : node.children(tag)) {
    const auto issue = profile.issue_at(child);
    if (!issue) continue;
    const std::string text = XmlFile::text_of(child, attribute);
    const auto known = std::ranges::find(texts, *issue, &std::pair<int, std::string>::first);
    if (known != texts.end())
      known->second = text;
    else
      texts.emplace_back(*issue, text);
  }
  return texts;
}

std::vector<bool> condition(Profile& profile, pugi::xml_node node, int issue, const std::string& text) {
  if (text.find("numeric") == std::string::npos) return containing(profile, issue, text);
  const bool positive = text.find("positive") != std::string::npos;
  const bool negative = text.find("negative") != std::string::npos;
  return numeric(profile, node, issue, [&](std::int32_t n) { return (!positive || n >= 0) && (!negative || n <= 0); });
}

void inclusive_outcome(Profile& profile, pugi::xml_node node, Rules& rules) {
  Box box;
  for (const auto& [issue, text] : read_texts(profile, node, "checkassignment", "condition"))
    box.sets[issue] = condition(profile, node, issue, text);
  rules.for_outcome.push_back(std::move(box));
}

void conditional_outcome(Profile& profile, pugi::xml_node node, Rules& rules) {
  Texts texts = read_texts(profile, node, "checkassignment", "condition");
  if (texts.size() != 2) {
    profile.file.report(node, fmt::format("this constraint has two conditions, here are {}", texts.size()),
                        "write two <checkassignment index=\"1\" condition=\"...\"/> for different issues");
    return;
  }
  const auto bucket = [&](const auto& text) {
    const auto& numbers = profile.domain.numbers;
    const auto i = static_cast<std::size_t>(text.first);
    return i < numbers.size() ? numbers[i] & 15 : (text.first + 1) & 15;
  };
  if (bucket(texts[1]) < bucket(texts[0])) std::swap(texts[0], texts[1]);
  const auto& [issue, text] = texts[0];
  if (text != "numeric=positive" && text != "numeric=negative") {
    profile.file.note(fmt::format(
        "a conditionalZeroOutcomeConstraint whose first condition is {} never holds in Genius", in_quotes(text)));
    return;
  }
  const bool positive = text == "numeric=positive";
  Box box;
  box.sets[issue] = numeric(profile, node, issue, [&](std::int32_t n) { return positive ? n > 0 : n < 0; });
  box.sets[texts[1].first] = containing(profile, texts[1].first, texts[1].second, false);
  rules.for_outcome.push_back(std::move(box));
}

void assigned(Profile& profile, pugi::xml_node node, Rules& rules, bool conditional) {
  const auto issue = profile.issue_at(node);
  std::optional<Box> box{std::in_place};
  for (const auto& [other, text] : read_texts(profile, node, "valueassignment", "value"))
    box->sets[other] = levels_where(profile, other, [&](const std::string& option) { return option == text; });
  if (!issue) return;
  if (conditional)
    box = overlap(*box, {{{*issue, containing(profile, *issue, XmlFile::text_of(node, "value"), false)}}});
  if (box) rules.for_issue[*issue].push_back(std::move(*box));
}

/// Boxes in which a sum of issues lies between two bounds: a box for each choice for all but the last issue.
struct SumBoxes {
  struct Term {
    int issue = 0;
    std::int64_t times = 0;
    std::vector<std::int32_t> numbers;
  };
  std::vector<Term> terms;
  std::int64_t min = 0;
  std::int64_t max = 0;
  Box box;
  std::vector<Box> found;
  std::size_t& steps;

  bool choose(std::size_t at, std::int64_t sum) {
    if (at == terms.size()) {
      if (sum >= min && sum <= max) found.push_back(box);
      return true;
    }
    const Term& term = terms[at];
    steps += term.numbers.size();
    if (steps > most_rule_steps) return false;
    auto& levels = box.sets[term.issue];
    levels.assign(term.numbers.size(), false);
    const auto total = [&](std::size_t level) { return sum + term.times * term.numbers[level]; };
    if (at + 1 == terms.size()) {
      for (std::size_t level = 0; level < levels.size(); ++level)
        levels[level] = total(level) >= min && total(level) <= max;
      if (std::ranges::find(levels, true) != levels.end()) found.push_back(box);
      return found.size() <= DomainLimits::combinations;
    }
    for (std::size_t level = 0; level < levels.size(); ++level) {
      levels[level] = true;
      if (!choose(at + 1, total(level))) return false;
      levels[level] = false;
    }
    return true;
  }
};

void sum(Profile& profile, pugi::xml_node node, Rules& rules, const std::function<bool(const std::string&)>& holds) {
  const auto issue = profile.issue_at(node);
  const auto min = profile.file.whole(node, "min");
  const auto max = profile.file.whole(node, "max");
  SumBoxes sums{{}, min.value_or(0), max.value_or(0), {}, {}, rules.steps};
  for (const pugi::xml_node item : node.children("item")) {
    const auto other = profile.issue_at(item);
    if (!other) continue;
    const auto known = std::ranges::find(sums.terms, *other, &SumBoxes::Term::issue);
    if (known != sums.terms.end())
      ++known->times;
    else
      sums.terms.push_back({*other, 1, numbers_of(profile, item, *other)});
  }
  if (!issue || !min || !max || !profile.file.sound()) return;
  if (!sums.choose(0, 0)) {
    profile.file.report(node, "there are too many ways to reach this sum", "name fewer issues");
    return;
  }
  const Box own{{{*issue, levels_where(profile, *issue, holds)}}};
  for (const Box& box : sums.found)
    if (auto both = overlap(box, own)) rules.for_issue[*issue].push_back(std::move(*both));
}

}  // namespace

void read_rule(Profile& profile, pugi::xml_node node, Rules& rules) {
  const std::string type = XmlFile::text_of(node, "type");
  const std::string text = XmlFile::text_of(node, "value");
  const auto contains = [&](const std::string& option) { return option.find(text) != std::string::npos; };
  if (type == "inclusiveZeroOutcomeConstraint") {
    inclusive_outcome(profile, node, rules);
  } else if (type == "conditionalZeroOutcomeConstraint") {
    conditional_outcome(profile, node, rules);
  } else if (type == "zeroConstraint" || type == "conditionalZeroConstraint") {
    assigned(profile, node, rules, type == "conditionalZeroConstraint");
  } else if (type == "sumZeroConstraint") {
    sum(profile, node, rules, contains);
  } else if (type == "sumZeroNotConstraint") {
    sum(profile, node, rules, [&](const std::string& option) { return !contains(option); });
  } else if (type == "sumZeroConstraintList") {
    std::vector<std::string> texts;
    for (const pugi::xml_node condition : node.children("condition"))
      texts.push_back(XmlFile::text_of(condition, "value"));
    sum(profile, node, rules, [&](const std::string& option) {
      return std::ranges::any_of(texts, [&](const auto& t) { return option.find(t) != std::string::npos; });
    });
  } else if (type.empty()) {
    profile.file.report(node, "this constraint has no 'type'", "write type=\"zeroConstraint\" or what else is meant");
  } else {
    profile.file.note(
        fmt::format("a constraint of the type {}, which Genius passes over, is left out", in_quotes(type)));
  }
}

}  // namespace parley
