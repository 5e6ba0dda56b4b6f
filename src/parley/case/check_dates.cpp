#include <fmt/format.h>

#include "parley/case/checks.h"

namespace parley {
namespace {

const Proposal& proposal_at(const Case& c, int proposal) { return c.proposals[static_cast<std::size_t>(proposal)]; }

/// Two dates, in words, the first of which should not be before the second.
struct WrongOrder {
  std::string first;
  std::string second;
};

std::optional<WrongOrder> too_early(const std::optional<Date>& date, const std::optional<Date>& earliest) {
  if (!date || !earliest || !surely_before(*date, *earliest)) return std::nullopt;
  return WrongOrder{to_words(*date), to_words(*earliest)};
}

void check_not_before(const std::optional<Date>& date, const Proposal& proposal, Place place, const std::string& what,
                      Problems& problems) {
  const auto wrong = too_early(date, proposal.date);
  if (!wrong) return;
  problems.push_back({place,
                      fmt::format("{} {} is dated {}, before the proposal itself ({})", what, proposal.name,
                                  wrong->first, wrong->second),
                      "correct one of the two dates, or name the version that was meant"});
}

void check_parent(const Case& c, const Proposal& proposal, Problems& problems) {
  if (proposal.parent < 0) return;
  const Proposal& parent = proposal_at(c, proposal.parent);
  const auto wrong = too_early(proposal.date, parent.date);
  if (!wrong) return;
  problems.push_back({proposal.from.place,
                      fmt::format("proposal {} of {} changes {}, which is dated later ({})", proposal.name,
                                  wrong->first, parent.name, wrong->second),
                      "correct one of the two dates, or name another parent"});
}

void check_response(const Case& c, const Response& response, Problems& problems) {
  const std::string who = name_of(c, response.by);
  check_not_before(response.date, proposal_at(c, response.proposal), response.from.place,
                   fmt::format("the answer of {} to", who), problems);
  if (!response.date || !response.until || !surely_before(*response.until, *response.date)) return;
  problems.push_back({response.from.place,
                      fmt::format("the silence of {} is said to begin {} and to end {}", who, when(*response.date),
                                  when(*response.until)),
                      "correct one of the two dates"});
}

void check_approval(const Case& c, const Approval& approval, Problems& problems) {
  const Proposal& proposal = proposal_at(c, approval.proposal);
  const std::string who = name_of(c, approval.of);
  check_not_before(approval.asked, proposal, approval.from.place,
                   fmt::format("the question to {} for approval of", who), problems);
  check_not_before(approval.answered, proposal, approval.from.place, fmt::format("the word of {} on approval of", who),
                   problems);
  if (approval.due && approval.asked && surely_before(*approval.due, *approval.asked)) {
    problems.push_back({approval.from.place,
                        fmt::format("the word of {} is said to be due {}, before it was asked {}", who,
                                    when(*approval.due), when(*approval.asked)),
                        "correct one of the two dates"});
  }
  if (approval.answered && approval.asked && surely_before(*approval.answered, *approval.asked)) {
    problems.push_back({approval.from.place,
                        fmt::format("{} is said to have answered {} before it was asked {}", who,
                                    when(*approval.answered), when(*approval.asked)),
                        "correct one of the two dates"});
  }
}

}  // namespace

void check_dates(const Case& c, Problems& problems) {
  for (const Proposal& proposal : c.proposals) check_parent(c, proposal, problems);
  for (const Response& response : c.responses) check_response(c, response, problems);
  for (const Approval& approval : c.approvals) check_approval(c, approval, problems);
}

}  // namespace parley
