#include "parley/ask/waiting.h"

#include <cstddef>
#include <utility>

namespace parley {
namespace {

class Walk {
 public:
  Walk(const Party& party, const std::vector<Ballot>& ballots, int principal)
      : party_(party), ballots_(ballots), without_(ballots), principal_(principal) {
    without_[static_cast<std::size_t>(principal)] = Ballot::no;
  }

  /// Whether the principal can still turn this gate; on the way, notes the gates for which that is so.
  bool through(const Gate& gate) {
    if (gate_ballot(party_, gate, ballots_) != Ballot::open) return false;
    const bool leaf = gate.kind == Gate::Kind::principal;
    if (leaf && party_.principals[static_cast<std::size_t>(gate.principal)].advisory) return false;
    bool turns = leaf && gate.principal == principal_;
    for (const Gate& child : gate.children) turns = through(child) || turns;
    const bool whole = &gate == &party_.consent;
    if (turns && (whole || !leaf))
      gates_.push_back({words_of(gate), whole, gate_ballot(party_, gate, without_) == Ballot::no});
    return turns;
  }

  std::vector<BlockedGate> gates() { return std::move(gates_); }

 private:
  /// A party that speaks for itself has a nameless principal, which is the party.
  std::string words_of(const Gate& gate) const {
    const std::string words = gate_text(party_, gate);
    return words.empty() ? party_.name : words;
  }

  const Party& party_;
  const std::vector<Ballot>& ballots_;
  std::vector<Ballot> without_;
  int principal_;
  std::vector<BlockedGate> gates_;
};

/// Whole days that cover a time, such as 2 for 1.5; nothing for centuries, which are no delay that anybody waits for.
std::optional<int> covering_days(Decimal days) {
  constexpr std::int64_t one = 1'000'000;
  constexpr std::int64_t most = 100'000;
  const std::int64_t covering = (days.millionths + one - 1) / one;
  return covering <= most ? std::optional(static_cast<int>(covering)) : std::nullopt;
}

const Principal* principal_of(const Case& c, const Actor& who) {
  if (who.party < 0) return nullptr;
  const auto& principals = c.parties[static_cast<std::size_t>(who.party)].principals;
  if (who.principal >= 0) return &principals[static_cast<std::size_t>(who.principal)];
  return principals.size() == 1 ? &principals.front() : nullptr;
}

}  // namespace

void read_due(const Case& c, const Approval& approval, Date as_of, Pending& pending) {
  const Principal* principal = principal_of(c, approval.of);
  if (approval.due) {
    pending.due_by = Pending::Due::stated;
    pending.due = approval.due;
  } else if (approval.asked && principal != nullptr && principal->delay) {
    if (const auto days = covering_days(principal->delay->days.high)) {
      pending.due_by = Pending::Due::delay;
      pending.due = Date{last_day_of(*approval.asked).day + std::chrono::days(*days)};
    }
  }
  pending.said_overdue = approval.state == Approval::State::overdue;
  pending.overdue = pending.said_overdue || (pending.due && surely_before(*pending.due, as_of));
}

std::vector<BlockedGate> gates_kept_open(const Party& party, const std::vector<Ballot>& ballots, int principal) {
  Walk walk(party, ballots, principal);
  walk.through(party.consent);
  return walk.gates();
}

}  // namespace parley
