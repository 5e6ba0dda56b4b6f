#include "parley/ask/answer.h"

#include <algorithm>
#include <cstddef>

#include "parley/ask/statements.h"

namespace parley {
namespace {

Basis basis_of(const Case& c) {
  Basis basis;
  const StatementCount count = count_statements(c);
  basis.assumed = count.assumed;
  for (const auto& [source, statements] : count.by_source) {
    basis.sourced += statements;
    basis.sources.push_back({source, statements});
  }
  std::ranges::stable_sort(basis.sources, [&](const Basis::Use& a, const Basis::Use& b) {
    if (a.statements != b.statements) return a.statements > b.statements;
    return c.sources[static_cast<std::size_t>(a.source)].id < c.sources[static_cast<std::size_t>(b.source)].id;
  });
  return basis;
}

}  // namespace

Date default_date(const Case& c) {
  if (c.as_of) return last_day_of(*c.as_of);
  std::optional<Date> latest;
  const auto consider = [&](const std::optional<Date>& date) {
    if (date && (!latest || *latest < last_day_of(*date))) latest = last_day_of(*date);
  };
  for (const Proposal& proposal : c.proposals) consider(proposal.date);
  for (const Response& response : c.responses) consider(response.date);
  for (const Approval& approval : c.approvals) consider(approval.answered ? approval.answered : approval.asked);
  for (const Event& event : c.events) consider(event.date);
  if (latest) return *latest;
  for (const Source& source : c.sources) consider(source.date);
  return latest.value_or(Date{});
}

Guarantee not_computed() {
  return {Guarantee::Kind::stopped, 0,
          "Not computed: interrupted, or rules and combinations tie the issues together beyond what can be computed."};
}

Heading heading(const Case& c, const std::string& question, Date as_of) {
  Heading result;
  result.question = question;
  result.title = c.title;
  result.as_of = as_of;
  result.basis = basis_of(c);
  result.guarantee.words = "Exact for the numbers in the case.";
  return result;
}

}  // namespace parley
