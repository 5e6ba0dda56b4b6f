#include <fmt/core.h>

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

/// `before_name` and `after_name` are what stands around the name of the one who is told of: most dates are right, and
/// there may be a million of them.
void check_not_before(const Case& c, const std::optional<Date>& date, const Proposal& proposal, const Actor& who,
                      Place place, std::string_view before_name, std::string_view after_name, Problems& problems) {
  const auto wrong = too_early(date, proposal.date);
  if (!wrong) return;
  problems.push_back({place,
                      fmt::format("{} {} {} {} is dated {}, before the proposal itself ({})", before_name,
                                  name_of(c, who), after_name, proposal.name, wrong->first, wrong->second),
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
  check_not_before(c, response.date, proposal_at(c, response.proposal), response.by, response.from.place,
                   "the answer of", "to", problems);
  if (!response.date || !response.until || !surely_before(*response.until, *response.date)) return;
  problems.push_back({response.from.place,
                      fmt::format("the silence of {} is said to begin {} and to end {}", name_of(c, response.by),
                                  when(*response.date), when(*response.until)),
                      "correct one of the two dates"});
}

void check_approval(const Case& c, const Approval& approval, Problems& problems) {
  const Proposal& proposal = proposal_at(c, approval.proposal);
  const auto who = [&] { return name_of(c, approval.of); };
  check_not_before(c, approval.asked, proposal, approval.of, approval.from.place, "the question to", "for approval of",
                   problems);
  check_not_before(c, approval.answered, proposal, approval.of, approval.from.place, "the word of", "on approval of",
                   problems);
  if (approval.due && approval.asked && surely_before(*approval.due, *approval.asked)) {
    problems.push_back({approval.from.place,
                        fmt::format("the word of {} is said to be due {}, before it was asked {}", who(),
                                    when(*approval.due), when(*approval.asked)),
                        "correct one of the two dates"});
  }
  if (approval.answered && approval.asked && surely_before(*approval.answered, *approval.asked)) {
    problems.push_back({approval.from.place,
                        fmt::format("{} is said to have answered {} before it was asked {}", who(),
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
