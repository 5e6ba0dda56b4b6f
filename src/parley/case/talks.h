#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/case/clause.h"
#include "parley/case/date.h"
#include "parley/case/quantity.h"

namespace parley {

/// One option for every issue: a level for each, in the order of Case::issues.
using Package = std::vector<int>;

/// Anyone in the talks who can act: a party, one of its principals, or a third party.
struct Actor {
  int party = -1;
  int principal = -1;  ///< within the party; -1: the party as a whole
  int third_party = -1;
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// A tabled text. An issue with several alternatives is in brackets: the text leaves it open among them.
struct Proposal {
  std::string id;
  std::string name;
  int parent = -1;  ///< index of the version that this one changes, -1 for none
  std::optional<Actor> author;
  std::vector<int> through;  ///< third parties that carried it
  std::optional<Date> date;
  std::vector<std::vector<int>> alternatives;  ///< for each issue: the levels that the text allows, ascending
  std::vector<Clause> clauses;                 ///< in the order of the text, those kept from the parent included
  bool excerpt = false;                        ///< the text has clauses that are not known
  Provenance from;

  bool bracketed(int issue) const { return alternatives[static_cast<std::size_t>(issue)].size() > 1; }
};

enum class Answer { accept, accept_with_reservations, reject, counter, silence };

/// What one party or principal said to one version.
struct Response {
  int proposal = -1;
  Actor by;
  Answer answer = Answer::silence;
  std::optional<Date> date;
  std::optional<Date> until;  ///< silence: the day up to which nothing was heard, or for which an answer is announced
  Provenance from;
};

/// A principal's approval of a version: asked, and what came of it.
struct Approval {
  enum class State {
    pending,
    given,
    refused,
    overdue,  ///< pending, and a source says that it should have come
  };
  int proposal = -1;
  Actor of;
  State state = State::pending;
  std::optional<Date> asked;
  std::optional<Date> due;       ///< when it was to come
  std::optional<Date> answered;  ///< given, refused
  Provenance from;

  bool answer_came() const { return state == State::given || state == State::refused; }
};

/// Something that happened or was said in the talks.
struct Event {
  enum class Kind {
    meeting,
    consultation,
    statement,
    demand,
    warning,
    threat,
    recommendation,
    uptake,  ///< what became of a recommendation
    assessment,
    incident,
  };
  Kind kind = Kind::statement;
  /// What an assessment finds, so that reports of a stalemate or of progress can be told apart.
  enum class Finding { none, stuck, progress };
  Finding finding = Finding::none;
  /// How far a recommendation was followed.
  enum class Uptake { unstated, none, partly, followed };
  Uptake uptake = Uptake::unstated;
  std::optional<Date> date;
  std::vector<Actor> who;
  std::vector<Actor> to;
  std::vector<int> through;  ///< third parties that carried it
  std::string where;
  std::string what;
  std::string result;  ///< what came of a consultation
  Provenance from;
};

}  // namespace parley
