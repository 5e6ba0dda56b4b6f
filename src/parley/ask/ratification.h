#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/model/model.h"
#include "parley/model/ratify.h"

namespace parley {

/// What is known of how long a principal's approval still takes.
struct ApprovalStep {
  Actor who;
  enum class State {
    approved,  ///< takes no more time
    refused,   ///< said no; days are those if it were asked again
    asked,     ///< and has not answered: days are what is left, given that
    open,      ///< not asked yet; days count from the date of the answer
  };
  State state = State::open;
  std::optional<Date> since;  ///< asked: since when
  DayChances days = at_once();
  bool unstated = false;    ///< the case tells no delay: counted as no days
  bool run_out = false;     ///< asked, and the longest delay is over: counted as no days
  bool assumed = false;     ///< its delay is an assumption
  std::optional<Date> due;  ///< no delay is told, but a day on which the answer is to come
};

/// A day on which what happens without agreement changes: an exit opens or closes, or a dated value takes over.
struct OutsideChange {
  Date date;
  int party = -1;
  int exit = -1;  ///< of an exit; else of the flow, breakdown or a reservation value
  enum class Kind { opens, closes, value } kind = Kind::value;
};

/// A day and how likely it is that everyone has approved by its end.
struct RatifiedBy {
  enum class Kind {
    days,     ///< 7, 14, 28 days
    asked,    ///< the day that was asked for
    outside,  ///< a day on which what happens without agreement changes
    median,   ///< the first day with a chance of at least a half
    most,     ///< the first with at least nine in ten
  };
  Kind kind = Kind::days;
  int days = 0;                       ///< from the date of the answer
  std::optional<Date> date;           ///< nothing where the case has no date
  double chance = 0;                  ///< if all who are needed approve
  std::optional<double> of_readings;  ///< with who approves as in each reading; nothing without readings
};

/// How long until every party's tree has approved a text, and how likely that is by some days.
/// Time runs from the date of the answer, for all parties at once; who has approved takes no more of it, and who was
/// asked counts from the day of asking, given that no answer has come yet. Principals who certainly cannot consent are
/// passed over where their tree can do without them.
/// `chance` and `days` are if everyone who is needed approves. A refusal returns the text to the table: how likely that
/// is, is told in shares of the readings where there are any; else `blocked` tells whose consent is ruled out.
struct Ratification {
  std::vector<ApprovalStep> steps;  ///< principals that count, by ids
  std::vector<int> blocked;         ///< parties whose trees certainly cannot approve, in any reading
  std::vector<int> refused;         ///< parties whose trees are closed by what was said to the text
  std::vector<DayChances> parties;  ///< over what is said of the tree, by weight
  DayChances days;                  ///< all parties
  bool assumptions_only = false;    ///< delays count, and all of them are assumptions
  bool unstated = false;            ///< somebody who counts has no delay, so that the days are too few
  bool untold = false;  ///< nobody who is still waited for has a delay: no chances are given, `table` is empty
  bool apart = false;   ///< see TreeDays
  std::optional<double> approved_share;  ///< of the readings: where all trees approve
  double share_error = 0;                ///< half of its 95 % interval
  std::size_t readings = 0;              ///< how many there were
  std::vector<OutsideChange> outside;    ///< after the date, the earliest first
  std::vector<RatifiedBy> table;         ///< by days
};

}  // namespace parley
