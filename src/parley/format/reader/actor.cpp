#include "parley/format/reader/actor.h"

#include <fmt/core.h>

#include "parley/format/reader/scalars.h"

namespace parley {
namespace {

/// Nothing when there is anything to complain of.
std::optional<Actor> known_actor(const Reading& r, std::string_view text, Who who) {
  const auto slash = text.find('/');
  const bool whole = slash == std::string_view::npos;
  Actor actor{.party = r.parties.find(text.substr(0, slash))};
  if (actor.party < 0 && who == Who::anyone && whole) actor.third_party = r.third_parties.find(text);
  if (actor.party < 0 && actor.third_party < 0) return std::nullopt;
  if (whole) return actor;
  actor.principal = r.principals[static_cast<std::size_t>(actor.party)].find(text.substr(slash + 1));
  return actor.principal >= 0 ? std::optional(actor) : std::nullopt;
}

}  // namespace

std::optional<Actor> read_actor(Reading& r, const Node& node, Who who) {
  if (node.kind == Node::Kind::scalar && !node.missing())
    if (const auto actor = known_actor(r, node.text, who)) return actor;
  const auto text = read_line(r, node, "a party");
  if (!text) return std::nullopt;
  const auto slash = text->find('/');
  const std::string id = text->substr(0, slash);
  Actor actor{.party = r.parties.find(id)};
  if (actor.party < 0 && who == Who::anyone) actor.third_party = r.third_parties.find(id);
  if (actor.party < 0 && actor.third_party < 0) {
    std::vector<std::string> known = r.parties.all();
    if (who == Who::anyone) known.insert(known.end(), r.third_parties.all().begin(), r.third_parties.all().end());
    r.report_unknown(node.place, who == Who::anyone ? "a party or third party" : "a party", id, known);
    return std::nullopt;
  }
  if (slash == std::string::npos) return actor;
  if (actor.third_party >= 0) {
    r.report(node.place, fmt::format("{} is a third party and has no principals", id), fmt::format("write {}", id));
    return std::nullopt;
  }
  actor.principal = find_word(r, text->substr(slash + 1), node.place, fmt::format("a principal of {}", id),
                              r.principals[static_cast<std::size_t>(actor.party)]);
  return actor.principal >= 0 ? std::optional(actor) : std::nullopt;
}

}  // namespace parley
