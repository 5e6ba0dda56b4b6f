#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "parley/case/case.h"
#include "parley/format/table/column_map.h"

namespace parley {

/// Who the names in a table are: as the map has it, else an id of the case ("hamas", "israel/war-cabinet", "qatar"),
/// else the name that just one party or third party of the case, or else just one principal, is shown by.
class ActorNames {
 public:
  ActorNames(const Case& c, const ColumnMap& map);

  /// The id; null when nobody is called so.
  const std::string* find(std::string_view name) const;
  bool is_id(const std::string& id) const { return known_.contains(id); }
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::vector<std::string> ids_;
  std::unordered_set<std::string> known_;
  std::unordered_map<std::string, std::string> names_;  ///< of a name that several share the id is empty
};

}  // namespace parley
