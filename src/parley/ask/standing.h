#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/ask/answer.h"

namespace parley {

enum class TalksState {
  nothing_tabled,  ///< no proposal up to the date
  agreed,          ///< every party accepted the newest version
  waiting,         ///< answers to the newest version, or approvals of it, are outstanding and nobody refused
  stalled,         ///< the newest version was refused and no newer one is on the table
};

/// One named definition of "stuck", and whether it applies.
struct StalemateTest {
  enum class Kind {
    refused,   ///< the newest version was refused by a party whose consent is needed, and none followed
    no_move,   ///< no version, response, approval for Case::stalemate_days days or more
    no_zone,   ///< no package is acceptable to everyone in the central reading
    reported,  ///< a source assesses the talks as stuck
  };
  Kind kind = Kind::refused;
  bool applies = false;
  std::string why;  ///< one sentence with the figures
};

/// Where do the talks stand on a date? Only what is dated up to then counts.
struct Standing {
  Heading heading;
  TalksState state = TalksState::nothing_tabled;

  struct PartyAnswer {
    Actor by;
    std::optional<Response> response;  ///< the latest; nothing when none is recorded
  };
  struct Version {
    int proposal = -1;
    std::vector<PartyAnswer> answers;  ///< every party, and every principal with an answer of its own
    bool current = false;              ///< nobody tabled a later version
  };
  std::vector<Version> versions;  ///< oldest first

  struct Pending {
    Actor who;
    int proposal = -1;
    std::optional<Date> since;
    bool asked = false;  ///< an approval that is recorded as asked; otherwise an answer nobody recorded
  };
  std::vector<Pending> pending;

  std::optional<Date> last_move;  ///< latest version, response or approval
  int days_since_move = 0;        ///< at least: a move that is dated by its month may be that month's last day's
  std::vector<StalemateTest> tests;
  std::vector<int> events;  ///< indices into Case::events up to the date, oldest first, undated ones last
};

/// `zone_empty` comes from the zone question when it was asked; without it the no-zone test is left out.
Standing standing(const Case& c, Date as_of, std::optional<bool> zone_empty = {});

}  // namespace parley
