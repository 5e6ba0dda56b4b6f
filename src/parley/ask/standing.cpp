#include "parley/ask/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool known_by(const std::optional<Date>& date, Date as_of) { return !date || *date <= as_of; }

/// The date that a version counts from: its own, else its parent's.
std::optional<Date> date_of(const Case& c, int proposal) {
  for (int p = proposal; p >= 0; p = c.proposals[at(p)].parent)
    if (c.proposals[at(p)].date) return c.proposals[at(p)].date;
  return std::nullopt;
}

std::vector<int> versions_by(const Case& c, Date as_of) {
  std::vector<int> versions;
  for (std::size_t p = 0; p < c.proposals.size(); ++p)
    if (known_by(date_of(c, static_cast<int>(p)), as_of)) versions.push_back(static_cast<int>(p));
  std::ranges::stable_sort(versions, [&](int a, int b) {
    const auto first = date_of(c, a);
    const auto second = date_of(c, b);
    return first && second ? *first < *second : !first && second;
  });
  return versions;
}

std::optional<Response> latest_response(const Case& c, int proposal, const Actor& by, Date as_of) {
  std::optional<Response> latest;
  for (const Response& response : c.responses) {
    if (response.proposal != proposal || response.by != by || !known_by(response.date, as_of)) continue;
    if (!latest || !latest->date || !response.date || *latest->date <= *response.date) latest = response;
  }
  return latest;
}

Standing::Version version(const Case& c, int proposal, Date as_of) {
  Standing::Version result;
  result.proposal = proposal;
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    const Actor party{static_cast<int>(p), -1, -1};
    result.answers.push_back({party, latest_response(c, proposal, party, as_of)});
    for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k) {
      const Actor principal{static_cast<int>(p), static_cast<int>(k), -1};
      if (auto response = latest_response(c, proposal, principal, as_of))
        result.answers.push_back({principal, std::move(response)});
    }
  }
  return result;
}

bool is_no(Answer answer) { return answer == Answer::reject || answer == Answer::counter; }

/// What a party's recorded answers to a version come to.
enum class Reply { yes, no, outstanding };

class Reading {
 public:
  Reading(const Case& c, Standing& answer, Date as_of) : case_(c), answer_(answer), as_of_(as_of) {}

  void of_current(const Standing::Version& current) {
    bool refused = false;
    bool all_yes = true;
    for (std::size_t p = 0; p < case_.parties.size(); ++p) {
      const Reply reply = reply_of(current, static_cast<int>(p));
      refused = refused || reply == Reply::no;
      all_yes = all_yes && reply == Reply::yes;
    }
    add_approvals(current.proposal);
    refused = refused || approval_refused(current.proposal);
    answer_.state = refused                              ? TalksState::stalled
                    : all_yes && answer_.pending.empty() ? TalksState::agreed
                                                         : TalksState::waiting;
  }

 private:
  Reply reply_of(const Standing::Version& current, int party) {
    const auto answered = [&](int principal) -> const Response* {
      for (const auto& entry : current.answers)
        if (entry.by == Actor{party, principal, -1} && entry.response && entry.response->answer != Answer::silence)
          return &*entry.response;
      return nullptr;
    };
    if (const Response* response = answered(-1)) return is_no(response->answer) ? Reply::no : Reply::yes;
    const auto& principals = case_.parties[at(party)].principals;
    bool any_answer = false;
    bool any_no = false;
    for (std::size_t k = 0; k < principals.size(); ++k) {
      const Response* response = answered(static_cast<int>(k));
      any_answer = any_answer || response != nullptr;
      any_no = any_no || (response != nullptr && !principals[k].advisory && is_no(response->answer));
    }
    if (any_no) return Reply::no;
    const auto since = date_of(case_, current.proposal);
    if (!any_answer) {
      answer_.pending.push_back({{party, -1, -1}, current.proposal, since, false});
      return Reply::outstanding;
    }
    bool complete = true;
    for (std::size_t k = 0; k < principals.size(); ++k) {
      if (principals[k].advisory || answered(static_cast<int>(k)) != nullptr) continue;
      complete = false;
      if (!asked(current.proposal, {party, static_cast<int>(k), -1}))
        answer_.pending.push_back({{party, static_cast<int>(k), -1}, current.proposal, since, false});
    }
    return complete ? Reply::yes : Reply::outstanding;
  }

  bool pending_on_date(const Approval& approval) const {
    if (!known_by(approval.asked, as_of_)) return false;
    const bool answered_later = approval.answered && *approval.answered > as_of_;
    return approval.state == Approval::State::pending || answered_later;
  }

  bool asked(int proposal, const Actor& who) const {
    return std::ranges::any_of(case_.approvals, [&](const Approval& approval) {
      return approval.proposal == proposal && approval.of == who && known_by(approval.asked, as_of_);
    });
  }

  void add_approvals(int proposal) {
    for (const Approval& approval : case_.approvals)
      if (approval.proposal == proposal && pending_on_date(approval))
        answer_.pending.push_back(
            {approval.of, proposal, approval.asked ? approval.asked : date_of(case_, proposal), true});
  }

  bool approval_refused(int proposal) const {
    return std::ranges::any_of(case_.approvals, [&](const Approval& approval) {
      return approval.proposal == proposal && approval.state == Approval::State::refused &&
             known_by(approval.answered, as_of_);
    });
  }

  const Case& case_;
  Standing& answer_;
  Date as_of_;
};

std::optional<Date> last_move(const Case& c, Date as_of) {
  std::optional<Date> latest;
  const auto consider = [&](const std::optional<Date>& date) {
    if (date && *date <= as_of && (!latest || *latest < *date)) latest = date;
  };
  for (const Proposal& proposal : c.proposals) consider(proposal.date);
  for (const Response& response : c.responses)
    if (response.answer != Answer::silence) consider(response.date);
  for (const Approval& approval : c.approvals) consider(approval.answered);
  return latest;
}

/// The latest day, not after `as_of`, that a date can mean.
Date latest_day(Date date, Date as_of) {
  if (!date.month_only) return date;
  const std::chrono::year_month_day first{date.day};
  const Date last{std::chrono::sys_days{first.year() / first.month() / std::chrono::last}, false};
  return std::min(last, as_of);
}

StalemateTest refused_test(const Case& c, const Standing& answer) {
  StalemateTest test{StalemateTest::Kind::refused, answer.state == TalksState::stalled, ""};
  if (answer.versions.empty()) {
    test.why = "No text has been tabled.";
    return test;
  }
  const std::string& name = c.proposals[at(answer.versions.back().proposal)].name;
  test.why = test.applies ? fmt::format("The newest version, {}, was refused, and no newer one is on the table.", name)
                          : fmt::format("Nobody has refused the newest version, {}.", name);
  return test;
}

StalemateTest no_move_test(const Case& c, const Standing& answer) {
  StalemateTest test{StalemateTest::Kind::no_move, false, "No move is dated, so its age is not known."};
  if (!answer.last_move) return test;
  test.applies = answer.days_since_move >= c.stalemate_days;
  const int most = days_between(*answer.last_move, answer.heading.as_of);
  const std::string age = answer.last_move->month_only
                              ? fmt::format("The last move was in {}, {} to {} days ago", to_words(*answer.last_move),
                                            answer.days_since_move, most)
                              : fmt::format("The last move was on {}, {} day{} ago", to_words(*answer.last_move), most,
                                            most == 1 ? "" : "s");
  test.why = fmt::format("{}; {} days without a move count as standing still.", age, c.stalemate_days);
  return test;
}

StalemateTest reported_test(const Case& c, const Standing& answer) {
  StalemateTest test{StalemateTest::Kind::reported, false, "No source assesses the talks as stuck."};
  for (const int e : answer.events) {
    const Event& event = c.events[at(e)];
    if (event.finding != Event::Finding::stuck) continue;
    test.applies = true;
    test.why = event.what;
  }
  return test;
}

}  // namespace

Standing standing(const Case& c, Date as_of, std::optional<bool> zone_empty) {
  Standing answer;
  answer.heading = heading(c, "standing", as_of);
  answer.heading.guarantee.words = "Exact: counted from what the case records up to this date.";
  for (const int proposal : versions_by(c, as_of)) answer.versions.push_back(version(c, proposal, as_of));
  if (!answer.versions.empty()) {
    answer.versions.back().current = true;
    Reading(c, answer, as_of).of_current(answer.versions.back());
  }
  for (std::size_t e = 0; e < c.events.size(); ++e)
    if (known_by(c.events[e].date, as_of)) answer.events.push_back(static_cast<int>(e));
  std::ranges::stable_sort(answer.events, [&](int a, int b) {
    const auto& first = c.events[at(a)].date;
    const auto& second = c.events[at(b)].date;
    return first && second ? *first < *second : first && !second;
  });
  answer.last_move = last_move(c, as_of);
  if (answer.last_move) answer.days_since_move = days_between(latest_day(*answer.last_move, as_of), as_of);
  answer.tests.push_back(refused_test(c, answer));
  answer.tests.push_back(no_move_test(c, answer));
  if (zone_empty)
    answer.tests.push_back({StalemateTest::Kind::no_zone, *zone_empty,
                            *zone_empty ? "In the central reading no package is acceptable to everyone."
                                        : "In the central reading there are packages that everyone could accept."});
  answer.tests.push_back(reported_test(c, answer));
  return answer;
}

}  // namespace parley
