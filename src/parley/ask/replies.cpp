#include "parley/ask/replies.h"

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "parley/ask/versions.h"
#include "parley/model/consent.h"

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Answers of the latest date on which there are any; those without a date count as the earliest. More than one when
/// reports of one date stand beside each other.
std::vector<Response> latest_responses(const Case& c, int proposal, const Actor& by, Date as_of) {
  std::vector<Response> latest;
  for (const Response& response : c.responses) {
    if (response.proposal != proposal || response.by != by || !known_by(response.date, as_of)) continue;
    if (!latest.empty() && latest.front().date < response.date) latest.clear();
    if (latest.empty() || latest.front().date == response.date) latest.push_back(response);
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

const std::optional<Date>& date_of(const Approval& approval) {
  return approval.answered ? approval.answered : approval.asked;
}

/// The same for approvals.
std::vector<Approval> latest_approvals(const Case& c, int proposal, const Actor& of, Date as_of) {
  std::vector<Approval> latest;
  for (const Approval& recorded : c.approvals) {
    if (recorded.proposal != proposal || recorded.of != of) continue;
    auto approval = approval_on(recorded, as_of);
    if (!approval) continue;
    if (!latest.empty() && date_of(latest.front()) < date_of(*approval)) latest.clear();
    if (latest.empty() || date_of(latest.front()) == date_of(*approval)) latest.push_back(std::move(*approval));
  }
  return latest;
}

std::optional<Ballot> ballot_of(const Response& response) {
  if (response.answer == Answer::silence) return std::nullopt;
  return response.answer == Answer::reject || response.answer == Answer::counter ? Ballot::no : Ballot::yes;
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

/// What several reports come to: open when they contradict each other, since then nobody knows.
template <class Report>
std::optional<Ballot> ballot_of(const std::vector<Report>& reports) {
  std::optional<Ballot> agreed;
  for (const Report& report : reports) {
    const std::optional<Ballot> ballot = ballot_of(report);
    if (!ballot) continue;
    if (agreed && *agreed != *ballot) return Ballot::open;
    agreed = ballot;
  }
  return agreed;
}

/// Reads from the record of one version what each party has said to it.
class Replies {
 public:
  Replies(const Case& c, int proposal, Date as_of) : case_(c), proposal_(proposal), as_of_(as_of) {}

  Ballot of(int party, std::vector<Standing::Pending>& pending) const {
    const auto own = ballot_of(latest_responses(case_, proposal_, {party, -1, -1}, as_of_));
    if (own == Ballot::no) return Ballot::no;
    const Party& side = case_.parties[at(party)];
    const auto& author = case_.proposals[at(proposal_)].author;
    const bool tabled = author && author->party == party;
    const Ballot otherwise = own.value_or(tabled && author->principal < 0 ? Ballot::yes : Ballot::open);
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
      if (latest_approvals(case_, proposal_, {party, k, -1}, as_of_).empty())
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
    const auto responses = latest_responses(case_, proposal_, who, as_of_);
    const auto approvals = latest_approvals(case_, proposal_, who, as_of_);
    const auto answer = ballot_of(responses);
    if (approvals.empty() || (answer && date_of(approvals.front()) < responses.front().date)) return answer;
    return ballot_of(approvals);
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
    const auto of_party = latest_responses(c, proposal, party, as_of);
    for (const Response& response : of_party) result.answers.push_back({party, response, std::nullopt});
    if (of_party.empty()) result.answers.push_back({party, std::nullopt, std::nullopt});
    for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k) {
      const Actor principal{static_cast<int>(p), static_cast<int>(k), -1};
      for (const Response& response : latest_responses(c, proposal, principal, as_of))
        result.answers.push_back({principal, response, std::nullopt});
      for (const Approval& approval : latest_approvals(c, proposal, principal, as_of))
        if (approval.state != Approval::State::pending) result.answers.push_back({principal, std::nullopt, approval});
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
