#include "parley/ask/check.h"

#include <cstddef>
#include <iterator>

#include "parley/ask/statements.h"
#include "parley/model/floor.h"

namespace parley {

Checked checked(const Case& c, Date as_of) {
  Checked answer;
  answer.heading = heading(c, "check", as_of);
  answer.statements = statements_of(c);
  answer.parties = static_cast<int>(c.parties.size());
  for (int p = 0; p < answer.parties; ++p) {
    const Party& party = c.parties[static_cast<std::size_t>(p)];
    for (int k = 0; k < std::ssize(party.principals); ++k) {
      const Principal& principal = party.principals[static_cast<std::size_t>(k)];
      if (!principal.advisory && floor_of(c, party, principal, as_of).from == Floor::From::nothing)
        answer.without_floor.push_back({p, k, -1});
    }
  }
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
