#pragma once

#include "parley/ask/consent.h"
#include "parley/ask/replies.h"

namespace parley {

/// What a consent tree comes to for a text, but for what is counted and what takes time. `principals` are the verdicts
/// on the text, `said` what each principal has said to it.
ConsentTree read_tree(const Case& c, const Model& model, const PartyVerdict& verdict, const ConsentClaim& claim,
                      const Package& shown, const std::vector<Ballot>& said);

/// What ratification is asked about: a text, what was said to it, and a day by which it is to be done.
struct Ratifying {
  int proposal = -1;
  const Ballots& said;
  std::optional<Date> by;
};

/// Fills in the days of each tree as well.
Ratification ratification(const Case& c, Date as_of, const Ratifying& asked, std::vector<PartyConsent>& parties);

/// The days on which what happens without agreement changes, after a date.
std::vector<OutsideChange> outside_changes(const Case& c, Date after);

}  // namespace parley
