#include "parley/format/genius/profile.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "parley/format/genius/cut.h"
#include "parley/format/genius/genius.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// The last one beneath the root or its objectives, as in Genius.
pugi::xml_node setting(pugi::xml_node root, const char* name) {
  pugi::xml_node found;
  for (const pugi::xml_node child : root.children()) {
    const std::string_view tag = child.name();
    if (tag == name) found = child;
    if (const pugi::xml_node inner = tag == "objective" ? setting(child, name) : pugi::xml_node()) found = inner;
  }
  return found;
}

/// No deal is worth 0 in Genius unless the file says otherwise.
void read_reservation(Profile& profile, pugi::xml_node root) {
  profile.utilities.reservation = 0;
  const pugi::xml_node node = setting(root, "reservation");
  if (!node) return;
  const auto value = profile.file.number(node, "value");
  if (!value) return;
  if (*value < 0 || *value > 1)
    profile.file.note(fmt::format("the reservation value {} is read as {}", *value, *value < 0 ? 0 : 1));
  profile.utilities.reservation = to_billionths(std::clamp(*value, 0.0, 1.0));
}

void read_discount(Profile& profile, pugi::xml_node root) {
  const pugi::xml_node node = setting(root, "discount_factor");
  if (!node) return;
  const auto value = profile.file.number(node, "value");
  if (!value) return;
  const bool valid = *value > 0 && *value <= 1;
  if (!valid) profile.file.note(fmt::format("the discount factor {} is read as 1, as Genius does", *value));
  profile.utilities.discount = to_billionths(valid ? *value : 1.0);
}

void read_form(Profile& profile, pugi::xml_node root) {
  const std::string type = in_small_letters(XmlFile::text_of(root, "type"));
  if (type == "nonlinear") {
    read_rectangles(profile, root);
  } else if (type == "constraint") {
    read_rules(profile, root);
  } else if (type.empty() || type == "linear" || type == "uncertain") {
    read_linear(profile, root);
    if (type == "uncertain")
      profile.file.note(
          "how uncertain the profile is shown to agents (comparisons, errors, elicitation cost) is left out");
  } else {
    profile.file.report(
        root, fmt::format("a profile is linear, nonlinear, constraint or UNCERTAIN, here stands {}", in_quotes(type)),
        "write type=\"linear\" or leave the type out");
  }
}

/// Sums over a whole profile stay within what one number may be, and so never overflow.
void check_sum(Profile& profile, pugi::xml_node root) {
  const auto size = [](std::int64_t number) { return std::abs(static_cast<long double>(number)); };
  const Utilities& u = profile.utilities;
  long double sum = size(u.base);
  for (const auto& gains : u.options)
    if (!gains.empty()) sum += size(*std::ranges::max_element(gains, {}, size));
  for (const auto& combination : u.combinations) sum += size(combination.adds);
  if (sum > static_cast<long double>(largest_utility))
    profile.file.report(root, "utilities of this profile add up to more than a million", "choose smaller numbers");
}

}  // namespace

std::optional<int> Profile::issue_at(pugi::xml_node node) {
  const auto index = file.whole(node, "index");
  if (!index) return std::nullopt;
  const auto at = issue.find(*index);
  if (at != issue.end()) return at->second;
  std::vector<std::string> known;
  for (const auto& [number, i] : issue) known.push_back(std::to_string(number));
  file.report(node, fmt::format("the domain has no issue {}", *index), fmt::format("its issues are {}", listed(known)));
  return std::nullopt;
}

std::int64_t Profile::billionths(pugi::xml_node node, long double value) {
  const auto number = to_billionths(value);
  if (!number) file.report(node, "a utility that follows from this lies beyond a million", "choose smaller numbers");
  return number.value_or(0);
}

const std::string& Profile::name(int i) const { return domain.issues[static_cast<std::size_t>(i)].name; }

std::map<std::string, int> levels_by_text(const Domain& domain, int issue) {
  std::map<std::string, int> levels;
  const auto& options = domain.issues[static_cast<std::size_t>(issue)].options;
  for (std::size_t level = 0; level < options.size(); ++level) levels.emplace(options[level], static_cast<int>(level));
  return levels;
}

Imported<Utilities> read_genius_profile(std::string_view bytes, const Domain& domain) {
  XmlFile file(bytes);
  Utilities utilities;
  Profile profile{file, domain, utilities, {}};
  for (std::size_t i = 0; i < domain.issues.size(); ++i) {
    const bool numbered = i < domain.numbers.size();
    profile.issue.emplace(numbered ? domain.numbers[i] : static_cast<std::int64_t>(i) + 1, static_cast<int>(i));
    utilities.options.emplace_back(domain.issues[i].options.size(), 0);
  }
  const pugi::xml_node root = file.root();
  if (root && std::string_view(root.name()) != "utility_space") {
    file.report(root,
                std::string_view(root.name()) == "negotiation_template"
                    ? "this is a domain, not a profile"
                    : fmt::format("a profile begins with <utility_space>, here stands <{}>",
                                  one_line(std::string_view(root.name()).substr(0, 40))),
                "name the file with the utility_space");
  } else if (root) {
    read_form(profile, root);
    read_reservation(profile, root);
    read_discount(profile, root);
    check_sum(profile, root);
    if (file.sound() && !cut_at_one(utilities))
      file.note("Genius cuts utilities at 1, and too many packages may exceed that, so that they are left uncut");
  }
  Imported<Utilities> result;
  if (file.sound()) result.value = std::move(utilities);
  result.problems = file.take_problems();
  result.notes = file.take_notes();
  return result;
}

}  // namespace parley
