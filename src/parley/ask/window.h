#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/ask/explain.h"
#include "parley/model/dated.h"
#include "parley/model/gamble.h"
#include "parley/model/model.h"

namespace parley {

struct WindowOptions {
  std::optional<Date> from;      ///< nothing: the date of the question
  std::optional<Date> until;     ///< nothing: some weeks after the last change
  std::optional<int> step_days;  ///< of the dates that are shown beside those of changes; nothing: at least a week
  bool alternatives = true;      ///< also with each position of the stances that something hangs on
  std::uint64_t seed = 1;        ///< for the size of a zone that is too large to count
  std::stop_token stop;
};

/// When does the zone open and close as no deal changes? Several outcomes beside each other, never one predicted.
/// Floors answer "this text or none"; the waiting value beside them tells what talking on could be worth.
struct Windows {
  /// Something that the case says will be otherwise from a day on.
  struct Change {
    enum class Kind {
      reservation,
      flow,
      breakdown,
      breakdown_chance,
      exit_value,
      exit_may_open,
      exit_opens,  ///< surely, if nothing said before that it may have
      exit_may_close,
      exit_closes,
    };
    Date date;
    Kind kind = Kind::reservation;
    Actor who;  ///< a party, or a principal with a reservation value of its own
    int exit = -1;
    std::string text;  ///< in words
  };

  /// What everyone could accept on a date.
  struct ZoneOn {
    Verdict open = Verdict::possibly;     ///< over all readings; "possibly" may be certain either way
    std::optional<bool> central;          ///< in the central reading; nothing: could not be told
    std::optional<std::string> accepted;  ///< how many packages, in the central reading; nothing: too many to count
    double share = 0;                     ///< of all packages that obey the rules
    double share_low = 0, share_high = 0;
    friend bool operator==(const ZoneOn&, const ZoneOn&) = default;
  };

  /// One date.
  struct Moment {
    Date date;
    std::vector<int> changes;                ///< of that day: indices into Windows::changes
    std::vector<std::vector<Floor>> floors;  ///< for each party and principal
    std::vector<std::optional<Appraisal>>
        waiting;  ///< for each party, see waiting_value.h; nothing: too little is known
    ZoneOn zone;
  };

  /// Days from the first to the last on which the zone is open, as many as there are in one piece.
  struct Stretch {
    Date first;
    Date last;
    bool opens = false;       ///< false: it was open already on the first day asked about
    bool closes = false;      ///< false: it is still open on the last day asked about
    std::vector<int> opened;  ///< what changes on the first day
    std::vector<int> closed;  ///< what changes on the day after the last
    friend bool operator==(const Stretch&, const Stretch&) = default;
  };
  struct Open {
    std::vector<Stretch> central;   ///< in the central reading
    std::vector<Stretch> possible;  ///< in some reading, as far as is known
    std::vector<Stretch> certain;   ///< in every reading, as far as is known
  };

  /// What becomes of a text: from each of these days on, until the next.
  struct Since {
    Date date;
    Verdict verdict = Verdict::possibly;             ///< over all readings
    Completions completions = Completions::unknown;  ///< that are acceptable in the central reading
  };
  struct Tabled {
    int proposal = -1;
    std::vector<std::vector<Appraisal>> worth;                ///< to each party's principals, on every date
    std::vector<std::vector<Since>> parties;                  ///< for each party, by its consent tree
    std::vector<std::vector<std::vector<Since>>> principals;  ///< for each party and principal
  };

  /// How it would be if a third party took a position.
  struct Alternative {
    int third_party = -1;
    int stance = -1;
    int position = -1;
    bool now = false;           ///< it is known to have taken it
    std::vector<ZoneOn> zones;  ///< on each of Windows::turns
    Open open;
  };

  /// At which chance, and at which cost, an exit would be worth as much to somebody as the newest text.
  struct Even {
    Actor who;
    int exit = -1;
    int value = -1;   ///< index into Exit::values: the gamble that it is from then on, or with that stance
    Appraisal worth;  ///< of the exit
    Appraisal text;   ///< of the newest text
    BreakEven chance;
    BreakEven cost;
  };

  Heading heading;
  Date from;
  Date until;
  std::vector<Change> changes;  ///< after the first day, up to the last, by date
  std::vector<Moment> moments;  ///< by date
  std::vector<Date> turns;      ///< the first day, and each on which something changes
  Open open;
  std::vector<Tabled> tabled;  ///< the texts tabled up to the date of the question, oldest first
  /// How likely it is that everyone has approved the newest text by the end of each of these days, if all whose
  /// approval is needed give it (see Ratification): parallel to `moments`. Empty where no text is tabled, the question
  /// has no date, or nobody tells a delay.
  std::vector<double> ratified;
  bool ratified_assumed = false;          ///< which rests on assumptions alone
  std::vector<Alternative> alternatives;  ///< each position of each stance that something dated hangs on
  int newest = -1;                        ///< the proposal that break-evens are told of
  std::vector<Even> evens;
};

/// The last day that is looked at when no other is asked for: some weeks after the last change.
Date window_end(const Case& c, Date as_of);

/// Why the question can't be put so, as a sentence for people without a full stop; empty where it can.
std::string window_refusal(const Case& c, Date as_of, const WindowOptions& options);

/// The call must not be one that window_refusal refuses. After a stop the zones of some dates are missing.
Windows windows(const Case& c, Date as_of, const WindowOptions& options = {});

}  // namespace parley
