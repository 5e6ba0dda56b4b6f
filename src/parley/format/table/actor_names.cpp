#include "parley/format/table/actor_names.h"

namespace parley {

namespace {

using Names = std::unordered_map<std::string, std::string>;

/// A name that several share is nobody's.
void name(Names& names, const std::string& word, const std::string& id) {
  if (const auto [entry, fresh] = names.emplace(word, id); !fresh) entry->second.clear();
}

}  // namespace

ActorNames::ActorNames(const Case& c, const ColumnMap& map) {
  Names principals;
  for (const Party& party : c.parties) {
    ids_.push_back(party.id);
    name(names_, party.name, party.id);
    for (const Principal& principal : party.principals) {
      // A party that names no principals is its own, without an id.
      if (principal.id.empty()) continue;
      ids_.push_back(party.id + '/' + principal.id);
      name(principals, principal.name, ids_.back());
    }
  }
  for (const ThirdParty& third : c.third_parties) {
    ids_.push_back(third.id);
    name(names_, third.name, third.id);
  }
  known_.insert(ids_.begin(), ids_.end());
  // A party of one principal may be called as that is: then the party is meant.
  names_.insert(principals.begin(), principals.end());
  for (const std::string& id : ids_) names_[id] = id;
  for (const auto& [word, actor] : map.actors) names_[word] = actor.id;
}

const std::string* ActorNames::find(std::string_view name) const {
  const auto found = names_.find(std::string(name));
  return found == names_.end() || found->second.empty() ? nullptr : &found->second;
}

}  // namespace parley
