#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/ask/explain.h"
#include "parley/ask/lever_shares.h"
#include "parley/ask/window.h"
#include "parley/ask/zone_size.h"
#include "parley/case/problem.h"

namespace parley {

struct LeverOptions {
  std::vector<int> only;                   ///< levers to look at alone (indices into Case::levers); empty: all of them
  std::vector<std::vector<int>> together;  ///< combinations to look at besides
  std::size_t readings = 4000;             ///< to draw for shares of readings
  std::uint64_t seed = 1;                  ///< of the readings, and for the size of a zone that is too large to count
  std::stop_token stop;
};

/// The smallest change of a text that brings everyone in, in the central reading (see amend.h).
struct SmallestChange {
  enum class Kind {
    none_needed,  ///< everyone can consent to the text, or to a completion of it
    found,
    impossible,  ///< no change of any size brings everyone in
    stopped,     ///< the search ended first
  };
  Kind kind = Kind::stopped;
  Package from;              ///< the text, or the completion that explain shows
  Package to;                ///< found: one of the smallest changes, the one that moves least
  std::vector<int> changed;  ///< found: the issues that it changes
  friend bool operator==(const SmallestChange&, const SmallestChange&) = default;
};

/// What does each named what-if change, side by side? Effects, not advice: each lever is pulled alone, and chosen ones
/// together, and the answer has what then holds beside what holds in the case as it is.
struct Leverage {
  Heading heading;
  int proposal = -1;  ///< the text that is looked at; -1: nothing is tabled
  NoShares no_shares = NoShares::given;
  std::size_t readings = 0;  ///< of those drawn, as many agree with what was said in the talks: shares are of these

  struct OfText {
    std::vector<int> replaced;  ///< issues on which terms that are held stand in place of the text's own
    std::vector<PartyVerdict> parties;
    Completions everyone = Completions::none;
    SmallestChange change;
    std::optional<LeverShares> shares;  ///< nothing: no percentage is given, see Leverage::no_shares
    /// The first day by which everyone has approved with even chances, counted from an asking on the date of the
    /// answer, if all whose approval is needed give it; nothing where nobody tells a delay.
    std::optional<int> days;
  };
  /// The case as it is (no levers), or with levers pulled.
  struct Setting {
    std::vector<int> levers;             ///< in the order of their names
    std::optional<Problem> hindrance;    ///< these levers cannot be pulled, and nothing below was computed
    std::optional<ZoneSize> zone;        ///< nothing: beyond what can be computed
    std::vector<Windows::Stretch> open;  ///< when the zone is open, in the central reading; see window.h
    std::optional<OfText> text;
  };
  Setting as_it_is;
  std::vector<Setting> alone;  ///< one for each lever, in the order of their names: this is no ranking
  std::vector<Setting> together;
};

/// Looks at a text, or with -1 at the packages alone. Combinations of fewer than two different levers are left out.
Leverage leverage(const Case& c, Date as_of, int proposal, const LeverOptions& options = {});

/// What a setting comes to, beside the case as it is.
struct LeverEffects {
  bool zone = false;                         ///< the zone has another share of the packages, or there are others
  std::vector<bool> verdict;                 ///< for each party: another verdict on the text
  std::vector<std::vector<Utility>> margin;  ///< for each party and principal: how much its central margin grows
  bool change = false;                       ///< another smallest change
  bool open = false;                         ///< the zone is open on other days
  bool days = false;                         ///< approvals take longer or shorter
  bool share = false;                        ///< somebody consents in other readings
  bool any() const;
};

/// How two settings that could be pulled differ.
LeverEffects effects_of(const Leverage::Setting& before, const Leverage::Setting& after);

}  // namespace parley
