#include <fmt/core.h>

#include <cmath>
#include <map>
#include <set>

#include "parley/format/forms.h"
#include "parley/format/genius/genius.h"
#include "parley/format/genius/xml.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// Genius: the real issue has 21 discretisation steps, from bound to bound.
constexpr int real_levels = 21;

void read_items(XmlFile& file, pugi::xml_node node, Issue& issue) {
  issue.kind = IssueKind::choice;
  std::set<std::string> taken;
  std::size_t twice = 0;
  for (const pugi::xml_node item : node.children("item")) {
    const std::string value = XmlFile::text_of(item, "value");
    if (value.empty())
      file.report(item, "this item has no 'value'", "write value=\"...\", as the profiles have it");
    else if (!taken.insert(value).second)
      ++twice;
    else if (issue.options.size() < DomainLimits::levels)
      issue.options.push_back(value);
  }
  if (twice > 0) file.note(fmt::format("{} has values that stand there twice and count once", issue_called(node)));
  if (taken.size() > DomainLimits::levels)
    file.report(node,
                fmt::format("this issue has {} values, at most {} can be handled", taken.size(), DomainLimits::levels),
                "leave values out or put several into one");
  if (!node.child("item")) file.report(node, "this issue has no values", "add <item index=\"1\" value=\"...\"/>");
}

/// Where the bounds stand: on the issue itself or on a range within it.
pugi::xml_node bounds_of(pugi::xml_node issue) {
  const pugi::xml_node range = issue.child("range");
  return range && !issue.attribute("lowerbound") ? range : issue;
}

void read_integers(XmlFile& file, pugi::xml_node node, Issue& issue) {
  issue.kind = IssueKind::count;
  const pugi::xml_node bounds = bounds_of(node);
  const auto low = file.whole(bounds, "lowerbound");
  const auto high = file.whole(bounds, "upperbound");
  if (!low || !high) return;
  const std::int64_t values = std::int64_t{*high} - *low + 1;
  if (values < 1) {
    file.report(bounds, fmt::format("the bounds run from low to high, here from {} to {}", *low, *high),
                "exchange them");
  } else if (values > static_cast<std::int64_t>(DomainLimits::levels)) {
    file.report(bounds,
                fmt::format("this issue has {} values, at most {} can be handled", values, DomainLimits::levels),
                "choose bounds that are nearer to each other, or a larger unit");
  } else {
    issue.first = *low;
    for (std::int64_t value = *low; value <= *high; ++value) issue.options.push_back(std::to_string(value));
  }
}

void read_reals(XmlFile& file, pugi::xml_node node, Issue& issue) {
  issue.kind = IssueKind::scale;
  const pugi::xml_node bounds = bounds_of(node);
  const auto low = file.number(bounds, "lowerbound");
  const auto high = file.number(bounds, "upperbound");
  if (!low || !high) return;
  std::set<std::int64_t> values;
  for (int i = 0; i < real_levels; ++i) {
    const long double way = static_cast<long double>(i) / (real_levels - 1);
    const auto value = to_billionths(*low * (1 - way) + *high * way);
    if (value && *low < *high) values.insert(*value);
  }
  if (values.size() != real_levels) {
    file.report(bounds,
                fmt::format("the bounds run from low to high, between -1000000 and 1000000 and not too near to each "
                            "other, here from {} to {}",
                            *low, *high),
                "exchange them or choose another unit");
    return;
  }
  for (const std::int64_t value : values) issue.options.push_back(billionths_text(value));
  file.note(fmt::format("the real {} is cut into {} steps", issue_called(node), real_levels));
}

void read_options(XmlFile& file, pugi::xml_node node, Issue& issue) {
  const std::string type = issue_type(node);
  if (type == "discrete")
    read_items(file, node, issue);
  else if (type == "integer")
    read_integers(file, node, issue);
  else if (type == "real")
    read_reals(file, node, issue);
  else
    file.report(node, fmt::format("an issue is discrete, integer or real, here stands {}", in_quotes(type)),
                "write type=\"discrete\"");
}

void read_issues(XmlFile& file, pugi::xml_node root, Domain& domain) {
  std::map<std::int32_t, pugi::xml_node> known;
  std::vector<std::string> taken = reserved_words();
  std::size_t levels = 0;
  const auto elements = issue_elements(root);
  if (elements.empty()) file.report(root, "this domain has no issues", "add <issue> elements to its objective");
  for (const pugi::xml_node& node : elements) {
    if (domain.issues.size() == DomainLimits::issues) {
      file.report(
          node,
          fmt::format("the domain has {} issues, at most {} can be handled", elements.size(), DomainLimits::issues),
          "leave issues out");
      return;
    }
    const auto number = file.whole(node, "index");
    if (number && !known.emplace(*number, node).second)
      file.report(node, fmt::format("the index {} stands here twice: {}", *number, issue_called(known.at(*number))),
                  "give every issue an index of its own, in the profiles too");
    Issue issue;
    issue.name = XmlFile::text_of(node, "name");
    if (issue.name.empty()) issue.name = fmt::format("Issue {}", number.value_or(0));
    issue.id = id_from(issue.name, taken);
    taken.push_back(issue.id);
    read_options(file, node, issue);
    levels += issue.options.size();
    if (levels > DomainLimits::levels_in_all) {
      file.report(node,
                  fmt::format("the issues up to here have {} values, at most {} can be handled", levels,
                              DomainLimits::levels_in_all),
                  "leave issues or values out");
      return;
    }
    domain.issues.push_back(std::move(issue));
    domain.numbers.push_back(number.value_or(0));
  }
}

}  // namespace

Imported<Domain> read_genius_domain(std::string_view bytes) {
  XmlFile file(bytes);
  Domain domain;
  const pugi::xml_node root = file.root();
  if (root && std::string_view(root.name()) != "negotiation_template") {
    file.report(root,
                std::string_view(root.name()) == "utility_space"
                    ? "this is a profile, not a domain"
                    : fmt::format("a domain begins with <negotiation_template>, here stands <{}>",
                                  one_line(std::string_view(root.name()).substr(0, 40))),
                "name the file with the negotiation_template");
  } else if (root) {
    const pugi::xml_node space = root.child("utility_space");
    domain.name = XmlFile::text_of((space ? space : root).child("objective"), "name");
    read_issues(file, root, domain);
    const auto stated = parse_whole_number(space.attribute("number_of_issues").value());
    if (stated && *stated != static_cast<std::int32_t>(domain.issues.size()))
      file.note(fmt::format("number_of_issues is {}, but there are {}", *stated, domain.issues.size()));
  }
  Imported<Domain> result;
  if (file.sound()) result.value = std::move(domain);
  result.problems = file.take_problems();
  result.notes = file.take_notes();
  return result;
}

}  // namespace parley
