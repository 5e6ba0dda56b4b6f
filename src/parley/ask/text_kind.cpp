#include <fmt/core.h>

#include <algorithm>

#include "parley/ask/texts.h"
#include "parley/at.h"
#include "parley/case/mapped.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

using State = Presence::State;

constexpr std::array compliance{Provision::monitoring, Provision::verification, Provision::separation,
                                Provision::reporting};

template <typename What>
Presence presence(const Proposal& text, std::vector<What> Clause::* has, What what, const std::vector<bool>& whole) {
  Presence found;
  bool stands = false;
  for (std::size_t i = 0; i < text.clauses.size(); ++i) {
    if (std::ranges::find(text.clauses[i].*has, what) == (text.clauses[i].*has).end()) continue;
    found.clauses.push_back(static_cast<int>(i));
    stands = stands || !whole[i];
  }
  if (!found.clauses.empty())
    found.state = stands ? State::there : State::in_brackets;
  else
    found.state = text.excerpt || text.clauses.empty() ? State::unknown : State::missing;
  return found;
}

bool certain(const Presence& presence) { return presence.state == State::there; }
bool possible(const Presence& presence) { return presence.state != State::missing; }

Label label_if(const TextKind& kind, bool (*has)(const Presence&)) {
  const auto provides = [&](Provision provision) { return has(kind.provisions[at(provision)]); };
  if (!provides(Provision::halt)) return Label::none;
  if (provides(Provision::demobilisation) && provides(Provision::dispute)) return Label::definitive;
  return std::ranges::any_of(compliance, provides) ? Label::preliminary : Label::cessation;
}

std::string_view phrase(Provision provision) {
  if (provision == Provision::halt) return "a halt of the fighting";
  return provision == Provision::dispute ? "provisions on the issue in dispute" : word_of(provision);
}

/// "monitoring (clauses truce and commission)".
std::string provided(const Proposal& text, const TextKind& kind, Provision provision) {
  const auto names = mapped(kind.provisions[at(provision)].clauses, [&](int i) {
    const Clause& clause = text.clauses[static_cast<std::size_t>(i)];
    return clause.heading.empty() ? clause.id : clause.heading;
  });
  return fmt::format("{} ({} {})", phrase(provision), names.size() == 1 ? "clause" : "clauses", listed(names));
}

/// A sentence on those of some provisions that are in a state; empty when none is.
std::string sentence(const Proposal& text, const TextKind& kind, const std::vector<Provision>& provisions,
                     State state) {
  std::vector<std::string> names;
  for (const Provision provision : provisions) {
    if (kind.provisions[at(provision)].state != state) continue;
    const bool somewhere = state == State::there || state == State::in_brackets;
    names.push_back(somewhere ? provided(text, kind, provision) : std::string(phrase(provision)));
  }
  if (names.empty()) return {};
  switch (state) {
    case State::there:
      return fmt::format("It provides {}.", listed(names));
    case State::in_brackets:
      return fmt::format("Still in brackets: {}.", listed(names));
    case State::missing:
      return fmt::format("Missing: {}.", listed(names));
    case State::unknown:
      break;
  }
  return fmt::format("Not known: {}.", listed(names));
}

std::vector<std::string> reasons_for(const Proposal& text, const TextKind& kind) {
  if (text.clauses.empty()) return {"None of its clauses is known."};
  std::vector<std::vector<Provision>> groups{{Provision::halt}};
  // What else a text has makes it no ceasefire.
  if (kind.most != Label::none) groups.emplace_back(provisions.begin() + 1, provisions.end());
  std::vector<std::string> reasons;
  for (const auto& group : groups)
    for (const State state : {State::there, State::in_brackets, State::missing, State::unknown})
      if (std::string said = sentence(text, kind, group, state); !said.empty()) reasons.push_back(std::move(said));
  if (text.excerpt) reasons.emplace_back("It has clauses that are not known.");
  return reasons;
}

}  // namespace

TextKind kind_of(const Proposal& text) {
  const auto whole = mapped(text.clauses, [](const Clause& clause) { return brackets_of(clause.words).whole; });
  TextKind kind;
  for (const Element element : elements) kind.elements.push_back(presence(text, &Clause::covers, element, whole));
  for (const Provision provision : provisions)
    kind.provisions.push_back(presence(text, &Clause::provides, provision, whole));
  kind.least = label_if(kind, certain);
  kind.most = label_if(kind, possible);
  kind.reasons = reasons_for(text, kind);
  return kind;
}

}  // namespace parley
