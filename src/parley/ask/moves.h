#pragma once

#include <optional>
#include <vector>

#include "parley/case/case.h"

namespace parley {

/// A move in the talks: a tabled version, or a counted answer to one, that is a response other than silence, or an
/// approval given or refused. Reports of one answer to one version that name the same day are one move.
struct Move {
  enum class Kind { text, answer };
  Kind kind = Kind::text;
  int proposal = -1;
  Actor by;                  ///< nobody when it is not known who wrote a text
  std::optional<Date> date;  ///< of a text without one, its parent's
};

/// The moves up to a date: texts first, then answers, each in the order of the case.
std::vector<Move> moves_by(const Case& c, Date as_of);

/// When a side moved last, and how many turns the others have taken since.
/// A turn, Parley's own measure, is a move of anybody but the side and those inside it: another side, a third party, or
/// an unknown author. Of two moves on one day the text came before the answer; what is undated came before all that has
/// a date.
struct SideMoves {
  int party = -1;
  bool moved = false;
  std::optional<Date> last;  ///< of the move that may be the latest; nothing: not dated, or it never moved
  /// Turns that are surely later than all of its moves, and those that may be later than each of them. The two differ
  /// where a month, or one day for two answers, hides what came first. Of a side that never moved: all of them.
  int turns = 0;
  int most_turns = 0;
};

/// One for each party, in the order of the case.
std::vector<SideMoves> turns_since(const Case& c, const std::vector<Move>& moves);

/// When anybody moved last, and how long ago that was on a date.
struct LastMove {
  std::optional<Date> date;  ///< of the move that may be the latest
  int days = 0;              ///< at least
  int most_days = 0;
};

LastMove last_move(const std::vector<Move>& moves, Date as_of);

}  // namespace parley
