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

}  // namespace

void check_dates(const Case& c, Problems& problems) {
  for (const Proposal& proposal : c.proposals) {
    if (proposal.parent < 0) continue;
    const Proposal& parent = proposal_at(c, proposal.parent);
    const auto wrong = too_early(proposal.date, parent.date);
    if (!wrong) continue;
    problems.push_back({proposal.from.place,
                        fmt::format("proposal {} of {} changes {}, which is dated later ({})", proposal.name,
                                    wrong->first, parent.name, wrong->second),
                        "correct one of the two dates, or name another parent"});
  }
  for (const Response& response : c.responses) {
    check_not_before(response.date, proposal_at(c, response.proposal), response.from.place,
                     fmt::format("the answer of {} to", name_of(c, response.by)), problems);
  }
  for (const Approval& approval : c.approvals) {
    const Proposal& proposal = proposal_at(c, approval.proposal);
    const std::string who = name_of(c, approval.of);
    check_not_before(approval.asked, proposal, approval.from.place,
                     fmt::format("the question to {} for approval of", who), problems);
    check_not_before(approval.answered, proposal, approval.from.place,
                     fmt::format("the word of {} on approval of", who), problems);
    if (approval.answered && approval.asked && surely_before(*approval.answered, *approval.asked)) {
      problems.push_back({approval.from.place,
                          fmt::format("{} is said to have answered {} before it was asked {}", who,
                                      when(*approval.answered), when(*approval.asked)),
                          "correct one of the two dates"});
    }
  }
}

}  // namespace parley
