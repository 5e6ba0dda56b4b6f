#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parley/format/genius/xml.h"

namespace parley {

struct Domain;
struct Utilities;

/// A profile while it is read.
struct Profile {
  XmlFile& file;
  const Domain& domain;
  Utilities& utilities;               ///< options has the shape of the domain, all 0
  std::map<std::int64_t, int> issue;  ///< by the number that Genius knows it by

  /// The issue that the attribute `index` names; what is no issue of the domain is a problem.
  std::optional<int> issue_at(pugi::xml_node node);
  /// 10^-9; what is out of range is a problem.
  std::int64_t billionths(pugi::xml_node node, long double value);
  const std::string& name(int issue) const;
};

/// The forms of profiles; each fills in base, options and combinations.
void read_linear(Profile& profile, pugi::xml_node root);
void read_rectangles(Profile& profile, pugi::xml_node root);
void read_rules(Profile& profile, pugi::xml_node root);

/// The level of each option text of an issue.
std::map<std::string, int> levels_by_text(const Domain& domain, int issue);

}  // namespace parley
