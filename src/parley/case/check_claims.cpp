#include <fmt/core.h>

#include "parley/case/checks.h"

namespace parley {
namespace {

void check_weight(Decimal weight, Place place, const std::string& what, Problems& problems) {
  if (weight > Decimal::of(0)) return;
  problems.push_back({place,
                      fmt::format("a statement on {} has weight {}, which counts for nothing", what, to_text(weight)),
                      "give it a weight above 0, or leave the statement out"});
}

void check_count(std::size_t claims, Place place, const std::string& what, Problems& problems) {
  if (claims != 1) return;
  problems.push_back({place, fmt::format("{} is told in several ways, but there is only one here", what),
                      "write it without 'either', or add what others say"});
}

}  // namespace

void check_claims(const Quantity& number, const std::string& what, Problems& problems) {
  check_count(number.claims.size(), number.from.place, what, problems);
  for (const Claim& claim : number.claims) check_weight(claim.weight, claim.from.place, what, problems);
}

void check_claims(const Party& party, Problems& problems) {
  if (party.consent_claims.empty()) return;
  const std::string what = "the consent of " + party.name;
  check_count(party.consent_claims.size(), party.consent_claims.front().from.place, what, problems);
  for (const ConsentClaim& claim : party.consent_claims) check_weight(claim.weight, claim.from.place, what, problems);
}

}  // namespace parley
