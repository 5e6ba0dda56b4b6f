#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "parley/ask/agenda.h"
#include "parley/ask/answer.h"
#include "parley/ask/central_view.h"
#include "parley/ask/grounds.h"
#include "parley/ask/share.h"
#include "parley/model/model.h"
#include "parley/solve/viewpoint.h"

namespace parley {

struct AcceptanceOptions {
  std::optional<int> proposal;  ///< this text alone; nothing: every text tabled up to the date
  bool frontier = false;        ///< the packages of the zone's frontier and viewpoints too: sure against far off
  std::size_t readings = 4000;
  std::uint64_t seed = 1;
  bool heed_talks = true;    ///< what was accepted and refused narrows the readings
  std::uint64_t search = 0;  ///< additions after which the search for the most accepted package ends; 0: its own
  std::stop_token stop;
};

/// In what share of the readings somebody consents to a text.
struct TextShare {
  ReadingShare shown;  ///< to the text itself; to the completion that is shown, where it has brackets
  /// To every completion, and to at least one (in each reading perhaps another): nothing where they are too many.
  std::optional<ReadingShare> every;
  std::optional<ReadingShare> some;
};

struct PrincipalAcceptance {
  Actor who;
  bool advisory = false;
  std::optional<TextShare> share;       ///< nothing: no percentage, see Acceptability::refused
  Verdict verdict = Verdict::possibly;  ///< over all readings, as explain tells it
  Span margin;                          ///< utility less floor, likewise
};

struct PartyAcceptance {
  int party = -1;
  std::optional<TextShare> share;  ///< of its whole consent tree, as it is in each reading
  Verdict verdict = Verdict::possibly;
  std::vector<PrincipalAcceptance> principals;
  CentralView view;  ///< what the readings in which it consents to the package shown have in common
};

/// A text, or a package that was found, and who consents to it in which share of the readings.
struct JudgedPackage {
  int proposal = -1;  ///< -1: none, it was found
  Package shown;      ///< the text itself, or the completion that explain shows
  bool bracketed = false;
  bool each_completion = true;  ///< false: too many completions to look at one by one
  std::vector<PartyAcceptance> parties;
  /// All parties at once, counted reading by reading: never a product of their shares.
  std::optional<TextShare> everyone;
  CentralView view;  ///< of the readings in which everyone consents to the package shown
};

/// The package with the highest joint share, searched over all packages that obey the rules.
struct MostAcceptable {
  bool searched = false;  ///< false: no percentages are given, or the consent trees are more than can be searched
  std::optional<JudgedPackage> found;
  ReadingShare bound;   ///< no package has everyone's consent in more readings than these
  bool proven = false;  ///< the one that was found reaches the bound
};

/// A package of the frontier, a viewpoint or a text: how sure, against how far off at worst.
struct RobustPackage {
  Package package;
  std::vector<int> proposals;         ///< texts that it is, or whose shown completion it is
  std::vector<Viewpoint> viewpoints;  ///< viewpoints that pick it
  bool most_acceptable = false;
  ReadingShare everyone;
  /// The most that consent lacks in any reading; 0: it is there in all. Nothing: in some reading a red line stands in
  /// the way.
  std::optional<Utility> worst_shortfall;
  bool undominated = true;  ///< no other package of the list is as good in both and better in one
};

/// In what share of the readings does everyone consent? What would have to be true? What should we ask next?
struct Acceptability {
  Heading heading;
  bool computed = true;  ///< false: no reading was drawn (interrupted)
  std::uint64_t seed = 1;
  std::size_t readings = 0;  ///< how many were drawn: 1 where nothing is unknown
  std::vector<Unknown> unknowns;
  bool walked = false;
  double independent = 0;  ///< as many independent readings would tell as much

  bool heeds_talks = true;
  std::vector<TalksCondition> conditions;
  std::vector<Contradiction> contradictions;

  std::vector<PartyGrounds> grounds;  ///< for each party, in the order of the case
  /// No percentage of everyone is given: some party's thresholds rest on nothing (Grounds::none). Of such a party none
  /// is given either; its verdicts and margins stand in their place. Where nothing is unknown, nothing is refused.
  bool refused = false;

  std::vector<JudgedPackage> texts;  ///< oldest first
  MostAcceptable most;
  Agenda agenda;  ///< over the texts, and the most acceptable package that was found, in this order
  std::vector<RobustPackage> frontier;  ///< asked for by AcceptanceOptions::frontier: surest first
};

Acceptability acceptance(const Case& c, const Model& model, const AcceptanceOptions& options = {});

}  // namespace parley
