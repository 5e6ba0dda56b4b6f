#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "parley/ask/answer.h"

namespace parley {

/// Is this case well formed, and what is it built on?
struct Checked {
  Heading heading;
  struct Statement {
    std::string about;  ///< "weight of prisoners for Israel"
    std::string says;   ///< "20 to 30"
    int source = -1;    ///< -1: no source
    bool assumption = false;
    std::string note;
    int line = 0;            ///< of the case file; 0: not known, or not there
    std::int64_t entry = 0;  ///< of the record; 0: not there
  };
  std::vector<Statement> statements;  ///< everything that the case states, in the order of the file, then of the record
  /// Principals whose approval counts and of whom nothing says what they would consent to: every package is acceptable.
  std::vector<Actor> without_floor;
  int parties = 0, principals = 0, third_parties = 0, issues = 0, phases = 0, rules = 0, proposals = 0, events = 0;
};

/// Expects a sound case: what is wrong with a file comes from the reader as problems, before any question.
Checked checked(const Case& c, Date as_of);

}  // namespace parley
