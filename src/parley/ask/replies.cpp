#include "parley/ask/replies.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <utility>
#include <vector>

#include "parley/ask/versions.h"
#include "parley/ask/waiting.h"
#include "parley/at.h"
#include "parley/case/mapped.h"
#include "parley/model/consent.h"

namespace parley {
namespace {

/// The indices of some reports, those about one version by one actor together, in the order of the case.
class Sorted {
 public:
  /// `about` and `who` tell of each of `count` reports which version it is about, and by whom it is.
  template <typename About, typename Who>
  Sorted(std::size_t count, const About& about, const Who& who) {
    keyed_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) keyed_.emplace_back(key(about(i), who(i)), i);
    std::ranges::sort(keyed_);
  }

  auto of(int proposal, const Actor& who) const {
    const auto found = std::ranges::equal_range(keyed_, key(proposal, who), {}, &Keyed::first);
    return std::views::values(found);
  }

 private:
  using Key = std::tuple<int, int, int, int>;
  using Keyed = std::pair<Key, std::size_t>;
  static Key key(int proposal, const Actor& who) { return {proposal, who.party, who.principal, who.third_party}; }

  std::vector<Keyed> keyed_;
};

/// A case whose answers and approvals can be found quickly: a record may have a million of them.
struct Reports {
  explicit Reports(const Case& whole)
      : c(whole),
        responses(
            whole.responses.size(), [&](std::size_t i) { return whole.responses[i].proposal; },
            [&](std::size_t i) { return whole.responses[i].by; }),
        approvals(
            whole.approvals.size(), [&](std::size_t i) { return whole.approvals[i].proposal; },
            [&](std::size_t i) { return whole.approvals[i].of; }) {}

  const Case& c;
  Sorted responses;
  Sorted approvals;
};

/// Answers of the latest date on which there are any; those without a date count as the earliest. More than one when
/// reports of one date stand beside each other.
std::vector<Response> latest_responses(const Reports& reports, int proposal, const Actor& by, Date as_of) {
  std::vector<Response> latest;
  for (const std::size_t i : reports.responses.of(proposal, by)) {
    const Response& response = reports.c.responses[i];
    if (!known_by(response.date, as_of)) continue;
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
std::vector<Approval> latest_approvals(const Reports& reports, int proposal, const Actor& of, Date as_of) {
  std::vector<Approval> latest;
  for (const std::size_t i : reports.approvals.of(proposal, of)) {
    auto approval = approval_on(reports.c.approvals[i], as_of);
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
    case Approval::State::overdue:
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

/// What a party has said to a version, and the words of its principals that this follows from.
struct Said {
  Ballot result = Ballot::open;
  std::vector<Ballot> ballots;  ///< of its principals; empty when the party's own no decided
  bool silent = false;          ///< nobody in it has said anything
};

/// Reads from the record of one version what each party has said to it.
class Replies {
 public:
  Replies(const Reports& reports, int proposal, Date as_of)
      : reports_(reports), case_(reports.c), proposal_(proposal), as_of_(as_of) {}

  Said of(int party) const {
    const auto own = word_of({party, -1, -1});
    if (own == Ballot::no) return {Ballot::no, {}, false};
    const Party& side = case_.parties[at(party)];
    const auto& author = case_.proposals[at(proposal_)].author;
    const bool tabled = author && author->party == party;
    const Ballot otherwise = own.value_or(tabled && author->principal < 0 ? Ballot::yes : Ballot::open);
    Said said;
    said.silent = otherwise == Ballot::open;
    for (int k = 0; k < std::ssize(side.principals); ++k) {
      auto ballot = word_of({party, k, -1});
      if (!ballot && tabled && author->principal == k) ballot = Ballot::yes;
      said.silent = said.silent && !ballot;
      said.ballots.push_back(ballot.value_or(otherwise));
    }
    said.result = tree_ballot(side, said.ballots);
    return said;
  }

  /// Whose answer to the version is awaited, where no approval was asked for.
  void add_answers(int party, const Said& said, std::vector<Pending>& pending) const {
    if (said.result != Ballot::open) return;
    const auto add = [&](const Actor& who) {
      if (!latest_approvals(reports_, proposal_, who, as_of_).empty()) return;
      pending.push_back({});
      pending.back().who = who;
      pending.back().proposal = proposal_;
      pending.back().since = date_of(case_, proposal_);
    };
    if (said.silent) return add({party, -1, -1});
    for (const int k : awaited(case_.parties[at(party)], said.ballots)) add({party, k, -1});
  }

  /// The approvals that were asked for and have not come; one for each of whom they were asked, in the order in which
  /// what is known of them stands in the case.
  void add_approvals(const std::vector<Said>& said, std::vector<Pending>& pending) const {
    std::vector<Actor> done;
    for (const Approval& recorded : case_.approvals) {
      if (recorded.proposal != proposal_ || !approval_on(recorded, as_of_)) continue;
      if (std::ranges::find(done, recorded.of) != done.end()) continue;
      done.push_back(recorded.of);
      const auto latest = latest_approvals(reports_, proposal_, recorded.of, as_of_);
      const auto open = std::ranges::find_if(latest, [](const Approval& a) { return !a.answer_came(); });
      if (open != latest.end()) pending.push_back(of_approval(*open, said[at(recorded.of.party)]));
    }
  }

 private:
  Pending of_approval(const Approval& approval, const Said& said) const {
    Pending pending;
    pending.who = approval.of;
    pending.proposal = proposal_;
    pending.since = approval.asked;
    pending.asked = true;
    read_due(case_, approval, as_of_, pending);
    const Party& side = case_.parties[at(approval.of.party)];
    const int principal = side.principals.size() == 1 ? 0 : approval.of.principal;
    if (principal >= 0 && !said.ballots.empty()) pending.gates = gates_kept_open(side, said.ballots, principal);
    return pending;
  }

  /// The later of an answer and an approval; of the two on one day, the approval.
  std::optional<Ballot> word_of(const Actor& who) const {
    const auto responses = latest_responses(reports_, proposal_, who, as_of_);
    const auto approvals = latest_approvals(reports_, proposal_, who, as_of_);
    const auto answer = ballot_of(responses);
    if (approvals.empty() || (answer && date_of(approvals.front()) < responses.front().date)) return answer;
    return ballot_of(approvals);
  }

  const Reports& reports_;
  const Case& case_;
  int proposal_;
  Date as_of_;
};

/// What is recorded of one of those who answer.
void add_words(const Reports& reports, int proposal, const Actor& who, Date as_of, Standing::Version& version) {
  for (const Response& response : latest_responses(reports, proposal, who, as_of))
    version.answers.push_back({who, response, std::nullopt});
  for (const Approval& approval : latest_approvals(reports, proposal, who, as_of))
    if (approval.answer_came()) version.answers.push_back({who, std::nullopt, approval});
}

Standing::Version version_on(const Reports& reports, int proposal, Date as_of) {
  const Case& c = reports.c;
  Standing::Version result;
  result.proposal = proposal;
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    const Actor party{static_cast<int>(p), -1, -1};
    add_words(reports, proposal, party, as_of, result);
    if (result.answers.empty() || result.answers.back().by != party)
      result.answers.push_back({party, std::nullopt, std::nullopt});
    for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k) {
      add_words(reports, proposal, {static_cast<int>(p), static_cast<int>(k), -1}, as_of, result);
    }
  }
  return result;
}

}  // namespace

std::vector<Standing::Version> versions_on(const Case& c, const std::vector<int>& versions, Date as_of) {
  const Reports reports(c);
  return mapped(versions, [&](int proposal) { return version_on(reports, proposal, as_of); });
}

std::vector<Ballots> ballots_on(const Case& c, const std::vector<int>& versions, Date as_of) {
  const Reports reports(c);
  return mapped(versions, [&](int proposal) {
    const Replies replies(reports, proposal, as_of);
    Ballots said;
    for (int p = 0; p < std::ssize(c.parties); ++p) {
      said.push_back(replies.of(p).ballots);
      if (said.back().empty()) said.back().assign(c.parties[at(p)].principals.size(), Ballot::no);
    }
    return said;
  });
}

void read_replies(const Case& c, Date as_of, Standing& answer) {
  const Reports reports(c);
  const Replies replies(reports, answer.versions.back().proposal, as_of);
  bool agreed = true;
  std::vector<Said> said;
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    said.push_back(replies.of(p));
    replies.add_answers(p, said.back(), answer.pending);
    if (said.back().result == Ballot::no) answer.refused_by.push_back(p);
    agreed = agreed && said.back().result == Ballot::yes;
  }
  replies.add_approvals(said, answer.pending);
  answer.state = !answer.refused_by.empty() ? TalksState::stalled : agreed ? TalksState::agreed : TalksState::waiting;
}

}  // namespace parley
