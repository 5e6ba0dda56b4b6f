#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/ask/conflicts.h"
#include "parley/ask/ledger.h"
#include "parley/ask/moves.h"
#include "parley/ask/pending.h"
#include "parley/ask/positions.h"

namespace parley {

enum class TalksState {
  nothing_tabled,  ///< no proposal up to the date
  agreed,          ///< every party's consent tree is satisfied by what was said to the newest version
  waiting,         ///< answers to the newest version, or approvals of it, are outstanding and no party refused
  stalled,         ///< a party refused the newest version and no newer one is on the table
};

/// One named definition of "stuck", and whether it applies. They are Parley's own, each decided by what is recorded;
/// none is a finding about anybody's will.
/// A mutually hurting stalemate (Zartman 2000, Ripeness: The Hurting Stalemate and Beyond) is not among them: that
/// waiting hurts, and that there is no way to win instead, is what the sides perceive. It is an assessment, to be
/// recorded as one; nothing here computes it.
struct StalemateTest {
  enum class Kind {
    refused,       ///< a party refused the newest version, and none followed
    no_move,       ///< no version, response, approval for Case::stalemate_days days or more
    no_narrowing,  ///< the sides' newest own texts are as far apart as before, or farther; see Positions
    no_zone,       ///< no package is acceptable to everyone in the central reading: no way out
    reported,      ///< a source assesses the talks as stuck
  };
  Kind kind = Kind::refused;
  bool applies = false;
  std::string why;  ///< one sentence with the figures
};

/// Where do the talks stand on a date? Only what is dated up to then counts.
/// What a party has said is read from its consent tree: its principals' answers and approvals, the latest of each; what
/// the party as a whole answered, or that it tabled the text itself, holds for those who have said nothing of their
/// own. Reports of one date that contradict each other leave it open. A counter-proposal is a no to the version that it
/// answers, and a party's own no needs nobody's approval.
struct Standing {
  Heading heading;
  TalksState state = TalksState::nothing_tabled;

  struct PartyAnswer {
    Actor by;
    std::optional<Response> response;  ///< the latest; nothing when none is recorded; reports of one date stand in turn
    std::optional<Approval> approval;  ///< given or refused; then there is no response
  };
  struct Version {
    int proposal = -1;
    std::vector<PartyAnswer> answers;  ///< every party, and every principal with an answer or approval of its own
    bool current = false;              ///< nobody tabled a later version
  };
  std::vector<Version> versions;  ///< oldest first

  std::vector<Pending> pending;
  std::vector<int> refused_by;  ///< parties that refused the newest version

  LastMove last_move;
  std::vector<SideMoves> sides;  ///< for each party
  Ledger ledger;
  Positions positions;
  std::vector<Conflict> conflicts;
  std::vector<StalemateTest> tests;
  std::vector<int> events;  ///< indices into Case::events up to the date, oldest first, undated ones last
};

/// `zone_empty` comes from the zone question when it was asked; without it the no-zone test is left out.
Standing standing(const Case& c, Date as_of, std::optional<bool> zone_empty = {});

}  // namespace parley
