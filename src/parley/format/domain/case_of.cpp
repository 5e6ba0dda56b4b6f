#include "parley/format/domain/case_of.h"

#include <algorithm>
#include <set>

#include "parley/format/text.h"

namespace parley {
namespace {

/// Labels on one line, each different.
void tidy_options(Issue& issue) {
  std::set<std::string> seen;
  for (std::string& option : issue.options) {
    const std::string label = option =
        option.find_first_not_of(" \t\r\n") == std::string::npos ? "(empty)" : one_line(option);
    for (int n = 2; !seen.insert(option).second; ++n) option = label + " (" + std::to_string(n) + ")";
  }
}

Preference nothing_stated(const Case& c) {
  Preference preference;
  preference.weights.resize(c.issues.size());
  preference.values.resize(c.issues.size());
  preference.credences.resize(c.phases.size());
  return preference;
}

Party party_of(const Case& c, const PartyProfile& profile, int source, const std::vector<std::string>& taken) {
  Party party;
  party.id = id_from(profile.name, taken);
  party.name = profile.name;
  party.from.source = source;
  party.preference = nothing_stated(c);
  party.utilities = profile.utilities;
  party.utilities->from.source = source;
  Principal& only = party.principals.emplace_back();
  only.name = party.name;
  only.preference = nothing_stated(c);
  only.from = party.from;
  party.consent.kind = Gate::Kind::principal;
  party.consent.principal = 0;
  return party;
}

}  // namespace

Case case_of(const Domain& domain, const std::vector<PartyProfile>& profiles) {
  Case c;
  c.title = one_line(domain.name);
  Phase& phase = c.phases.emplace_back();
  phase.id = phase.name = "agreement";
  c.issues = domain.issues;
  for (Issue& issue : c.issues) {
    issue.name = one_line(issue.name);
    if (!issue.numeric()) tidy_options(issue);
  }
  std::vector<std::string> parties;
  for (const PartyProfile& profile : profiles) {
    Source& source = c.sources.emplace_back();
    source.id = "profile-" + std::to_string(c.sources.size());
    source.title = profile.file;
    c.parties.push_back(party_of(c, profile, static_cast<int>(c.sources.size()) - 1, parties));
    parties.push_back(c.parties.back().id);
  }
  return c;
}

}  // namespace parley
