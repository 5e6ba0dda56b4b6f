#include "parley/ask/replies.h"

#include <cstddef>
#include <iterator>

#include "parley/ask/versions.h"
#include "parley/model/consent.h"

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::optional<Response> latest_response(const Case& c, int proposal, const Actor& by, Date as_of) {
  std::optional<Response> latest;
  for (const Response& response : c.responses) {
    if (response.proposal != proposal || response.by != by || !known_by(response.date, as_of)) continue;
    if (!latest || !latest->date || !response.date || *latest->date <= *response.date) latest = response;
  }
  return latest;
}

/// An approval as it stood on a date; nothing when it had not been asked for yet.
std::optional<Approval> approval_on(const Approval& approval, Date as_of) {
  if (!known_by(approval.asked, as_of)) return std::nullopt;
  if (known_by(approval.answered, as_of)) return approval;
  if (!approval.asked) return std::nullopt;
  Approval before = approval;
  before.state = Approval::State::pending;
  before.answered.reset();
  return before;
}

std::optional<Approval> latest_approval(const Case& c, int proposal, const Actor& of, Date as_of) {
  std::optional<Approval> latest;
  for (const Approval& recorded : c.approvals) {
    if (recorded.proposal != proposal || recorded.of != of) continue;
    if (auto approval = approval_on(recorded, as_of)) latest = std::move(approval);
  }
  return latest;
}

std::optional<Ballot> ballot_of(const std::optional<Response>& response) {
  if (!response || response->answer == Answer::silence) return std::nullopt;
  return response->answer == Answer::reject || response->answer == Answer::counter ? Ballot::no : Ballot::yes;
}

Ballot ballot_of(const Approval& approval) {
  switch (approval.state) {
    case Approval::State::given:
      return Ballot::yes;
    case Approval::State::refused:
      return Ballot::no;
    case Approval::State::pending:
      break;
  }
  return Ballot::open;
}

/// Reads from the record of one version what each party has said to it.
class Replies {
 public:
  Replies(const Case& c, int proposal, Date as_of) : case_(c), proposal_(proposal), as_of_(as_of) {}

  Ballot of(int party, std::vector<Standing::Pending>& pending) const {
    const auto own = ballot_of(latest_response(case_, proposal_, {party, -1, -1}, as_of_));
    if (own == Ballot::no) return Ballot::no;
    const Party& side = case_.parties[at(party)];
    const auto& author = case_.proposals[at(proposal_)].author;
    const bool tabled = author && author->party == party;
    const Ballot otherwise = own || (tabled && author->principal < 0) ? Ballot::yes : Ballot::open;
    std::vector<Ballot> ballots;
    bool silent = true;
    for (int k = 0; k < std::ssize(side.principals); ++k) {
      auto ballot = of_principal({party, k, -1});
      if (!ballot && tabled && author->principal == k) ballot = Ballot::yes;
      silent = silent && !ballot && otherwise == Ballot::open;
      ballots.push_back(ballot.value_or(otherwise));
    }
    const Ballot result = tree_ballot(side, ballots);
    if (result != Ballot::open) return result;
    const auto since = date_of(case_, proposal_);
    if (silent) {
      pending.push_back({{party, -1, -1}, proposal_, since, false});
      return result;
    }
    for (const int k : awaited(side, ballots))
      if (!latest_approval(case_, proposal_, {party, k, -1}, as_of_))
        pending.push_back({{party, k, -1}, proposal_, since, false});
    return result;
  }

  void add_approvals(std::vector<Standing::Pending>& pending) const {
    for (const Approval& recorded : case_.approvals) {
      if (recorded.proposal != proposal_) continue;
      const auto approval = approval_on(recorded, as_of_);
      if (approval && approval->state == Approval::State::pending)
        pending.push_back({approval->of, proposal_, approval->asked, true});
    }
  }

 private:
  /// The later of its answer and its approval; of the two on one day, the approval.
  std::optional<Ballot> of_principal(const Actor& who) const {
    const auto response = latest_response(case_, proposal_, who, as_of_);
    const auto answer = ballot_of(response);
    const auto approval = latest_approval(case_, proposal_, who, as_of_);
    if (!approval) return answer;
    const auto& said = approval->answered ? approval->answered : approval->asked;
    const bool answered_later = answer && response->date && said && *said < *response->date;
    return answered_later ? *answer : ballot_of(*approval);
  }

  const Case& case_;
  int proposal_;
  Date as_of_;
};

}  // namespace

Standing::Version version_on(const Case& c, int proposal, Date as_of) {
  Standing::Version result;
  result.proposal = proposal;
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    const Actor party{static_cast<int>(p), -1, -1};
    result.answers.push_back({party, latest_response(c, proposal, party, as_of), std::nullopt});
    for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k) {
      const Actor principal{static_cast<int>(p), static_cast<int>(k), -1};
      if (auto response = latest_response(c, proposal, principal, as_of))
        result.answers.push_back({principal, std::move(response), std::nullopt});
      if (auto approval = latest_approval(c, proposal, principal, as_of);
          approval && approval->state != Approval::State::pending)
        result.answers.push_back({principal, std::nullopt, std::move(approval)});
    }
  }
  return result;
}

void read_replies(const Case& c, Date as_of, Standing& answer) {
  const Replies replies(c, answer.versions.back().proposal, as_of);
  bool agreed = true;
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    const Ballot said = replies.of(p, answer.pending);
    if (said == Ballot::no) answer.refused_by.push_back(p);
    agreed = agreed && said == Ballot::yes;
  }
  replies.add_approvals(answer.pending);
  answer.state = !answer.refused_by.empty() ? TalksState::stalled : agreed ? TalksState::agreed : TalksState::waiting;
}

}  // namespace parley
