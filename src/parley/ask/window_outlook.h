#pragma once

#include <map>
#include <vector>

#include "parley/ask/window.h"

namespace parley {

/// What can be accepted on dates that differ in floors alone; looked at once for each set of floors.
class Outlook {
 public:
  Outlook(const Case& c, const WindowOptions& options) : case_(c), options_(options) {}

  const Windows::ZoneOn& zone(const Model& model);
  /// A text's verdicts, for each party.
  const std::vector<PartyVerdict>& text(const Model& model, int proposal);

  bool estimated() const { return estimated_; }  ///< some zone was too large to count
  bool undecided() const { return undecided_; }  ///< of some zone it could not be told whether it is empty

 private:
  using Floors = std::vector<Utility>;
  Windows::ZoneOn look(const Model& model);

  const Case& case_;
  const WindowOptions& options_;
  std::map<Floors, Windows::ZoneOn> zones_;
  std::map<std::pair<int, Floors>, std::vector<PartyVerdict>> texts_;
  bool estimated_ = false;
  bool undecided_ = false;
};

}  // namespace parley
