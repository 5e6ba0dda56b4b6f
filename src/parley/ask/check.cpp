#include "parley/ask/check.h"

#include "parley/ask/statements.h"

namespace parley {

Checked checked(const Case& c, Date as_of) {
  Checked answer;
  answer.heading = heading(c, "check", as_of);
  answer.statements = statements_of(c);
  answer.parties = static_cast<int>(c.parties.size());
  for (const Party& party : c.parties) answer.principals += static_cast<int>(party.principals.size());
  answer.third_parties = static_cast<int>(c.third_parties.size());
  answer.issues = static_cast<int>(c.issues.size());
  answer.phases = static_cast<int>(c.phases.size());
  answer.rules = static_cast<int>(c.rules.size());
  answer.proposals = static_cast<int>(c.proposals.size());
  answer.events = static_cast<int>(c.events.size());
  return answer;
}

}  // namespace parley
