#include "look_up.h"

#include <fmt/format.h>

#include <algorithm>

#include "failure.h"
#include "parley/ask/standing.h"
#include "parley/format/nearest.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

template <class Thing>
int find(const std::vector<Thing>& things, const std::string& id, const std::string& kind) {
  std::vector<std::string> ids;
  for (const Thing& thing : things) ids.push_back(thing.id);
  const auto found = std::ranges::find(ids, id);
  if (found != ids.end()) return static_cast<int>(found - ids.begin());
  std::string message = fmt::format("the case has no {} \"{}\"", kind, printable(id));
  if (const auto meant = nearest_word(id, ids)) message += fmt::format("; did you mean {}?", *meant);
  if (!ids.empty()) message += fmt::format("\nIt has: {}", fmt::join(ids, ", "));
  throw Failure(Exit::wrong_call, message);
}

}  // namespace

int find_proposal(const Case& c, const std::string& id, Date as_of) {
  if (!id.empty()) return find(c.proposals, id, "proposal");
  const Standing talks = standing(c, as_of);
  if (talks.versions.empty())
    throw Failure(Exit::wrong_call,
                  fmt::format("no proposal was tabled{}; describe a package with --package, an issue and option each",
                              as_of == Date{} ? "" : " up to " + to_words(as_of)));
  return talks.versions.back().proposal;
}

std::vector<int> find_issues(const Case& c, const std::vector<std::string>& ids) {
  std::vector<int> issues;
  for (const std::string& id : ids) issues.push_back(find(c.issues, id, "issue"));
  return issues;
}

std::vector<int> find_parties(const Case& c, const std::vector<std::string>& ids) {
  std::vector<int> parties;
  for (const std::string& id : ids) parties.push_back(find(c.parties, id, "party"));
  return parties;
}

std::vector<int> find_levers(const Case& c, const std::vector<std::string>& ids) {
  std::vector<int> levers;
  for (const std::string& id : ids) levers.push_back(find(c.levers, id, "lever"));
  return levers;
}

}  // namespace parley::cli
