#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "parley/case/checks.h"

namespace parley {
namespace {

bool binds(const Party& party, const Gate& gate) {
  return gate.kind != Gate::Kind::principal || !party.principals[static_cast<std::size_t>(gate.principal)].advisory;
}

/// Advisory principals in a gate are heard but do not count.
void check_gate(const Party& party, const Gate& gate, Place place, Problems& problems) {
  if (gate.kind == Gate::Kind::principal) return;
  if (gate.children.empty()) {
    problems.push_back({place, fmt::format("a part of the consent of {} names nobody", party.name),
                        "name who must approve, or leave that part out"});
    return;
  }
  const auto size = std::ranges::count_if(gate.children, [&](const Gate& child) { return binds(party, child); });
  if (size == 0) {
    problems.push_back(
        {place, fmt::format("a part of the consent of {} names only advisory principals, who bind nobody", party.name),
         "name at least one principal that is not advisory"});
    return;
  }
  if (gate.kind == Gate::Kind::at_least && (gate.least < 1 || gate.least > size)) {
    problems.push_back({place,
                        fmt::format("the consent of {} asks for at least {} approvals of {} that count, which {}",
                                    party.name, gate.least, size, gate.least < 1 ? "binds nobody" : "can never be"),
                        size > 1 ? fmt::format("ask for 1 to {}", size) : "ask for 1"});
  }
  for (const Gate& child : gate.children) check_gate(party, child, place, problems);
}

void check_tree(const Party& party, const Gate& tree, Place place, Problems& problems) {
  if (!binds(party, tree)) {
    problems.push_back({place,
                        fmt::format("the consent of {} names only an advisory principal, who binds nobody", party.name),
                        "name at least one principal that is not advisory"});
  }
  check_gate(party, tree, place, problems);
}

/// What the solvers can go through: binding principals in all, and ways for all parties together to consent.
constexpr std::int64_t most_principals = 64;
constexpr std::int64_t most_ways = 1'000;

/// In how many ways (sets of principals, counted from above) a gate can approve; not above most_ways + 1.
std::int64_t ways(const Party& party, const Gate& gate) {
  if (gate.kind == Gate::Kind::principal) return 1;
  std::vector<const Gate*> children;
  for (const Gate& child : gate.children)
    if (binds(party, child)) children.push_back(&child);
  const auto size = static_cast<std::int64_t>(children.size());
  const std::int64_t needed = gate.kind == Gate::Kind::all ? size : gate.kind == Gate::Kind::any ? 1 : gate.least;
  if (needed < 1 || needed > size) return 0;
  // of[k]: ways for k of the children so far.
  std::vector<std::int64_t> of(static_cast<std::size_t>(needed) + 1, 0);
  of[0] = 1;
  for (const Gate* child : children) {
    const std::int64_t more = ways(party, *child);
    for (std::size_t k = of.size() - 1; k >= 1; --k) of[k] = std::min(of[k] + of[k - 1] * more, most_ways + 1);
  }
  return of.back();
}

void check_size(const Case& c, Problems& problems) {
  std::int64_t principals = 0;
  std::int64_t together = 1;
  for (const Party& party : c.parties) {
    principals += std::ranges::count(party.principals, false, &Principal::advisory);
    std::int64_t of_party = std::max<std::int64_t>(1, ways(party, party.consent));
    for (const ConsentClaim& claim : party.consent_claims) of_party = std::max(of_party, ways(party, claim.consent));
    together = std::min(together * of_party, most_ways + 1);
    if (principals <= most_principals && together <= most_ways) continue;
    problems.push_back({party.from.place,
                        principals > most_principals
                            ? fmt::format("with {} there are {} principals whose approval counts; up to {} can be "
                                          "looked at",
                                          party.name, principals, most_principals)
                            : fmt::format("with {} the parties can come to consent in more than {} ways, too many to "
                                          "look at",
                                          party.name, most_ways),
                        "let principals that always decide alike stand as one, or name fewer alternatives"});
    return;
  }
}

}  // namespace

void check_consent(const Case& c, Problems& problems) {
  for (const Party& party : c.parties) {
    if (std::ranges::all_of(party.principals, &Principal::advisory)) {
      problems.push_back({party.from.place,
                          fmt::format("every principal of {} is advisory, so nobody can consent for it", party.name),
                          "let at least one principal bind: leave out \"advisory\""});
      continue;
    }
    if (party.consent_claims.empty()) check_tree(party, party.consent, party.from.place, problems);
    for (const ConsentClaim& claim : party.consent_claims) check_tree(party, claim.consent, claim.from.place, problems);
    check_claims(party, problems);
  }
  check_size(c, problems);
}

}  // namespace parley
