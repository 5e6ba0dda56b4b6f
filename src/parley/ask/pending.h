#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/case/case.h"

namespace parley {

/// A gate of a consent tree that stays open until somebody has spoken.
struct BlockedGate {
  std::string gate;    ///< whose approval it asks for: "negotiators and senior leadership"
  bool whole = false;  ///< the party's consent itself, not a part of it
  bool needs = false;  ///< it cannot open without the one awaited; otherwise others could still open it
};

/// Something that the newest version waits for.
struct Pending {
  Actor who;
  int proposal = -1;
  std::optional<Date> since;
  bool asked = false;  ///< an approval that is recorded as asked; otherwise an answer nobody recorded

  // Of approvals only.
  enum class Due { open, stated, delay };
  Due due_by = Due::open;          ///< whether a date is stated, or follows from the longest delay of the principal
  std::optional<Date> due;         ///< nothing: Due::open
  bool overdue = false;            ///< the date asked lies behind the last day of `due`, or a source says so
  bool said_overdue = false;       ///< a source says so
  std::vector<BlockedGate> gates;  ///< innermost first; none where the consent tree is decided without it
};

}  // namespace parley
