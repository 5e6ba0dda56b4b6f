#include "parley/ask/conflicts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "parley/ask/versions.h"

namespace parley {
namespace {

using std::chrono::sys_days;

/// What is reported, by whom it is told, and what it says.
struct Report {
  int index = -1;
  std::optional<Date> date;
  int source = -1;
  std::vector<Actor> told_by;  ///< assessments only
  int says = 0;
};

using Subject = std::tuple<int, int, int, int>;
using Subjects = std::map<Subject, std::vector<Report>>;

Subject subject(int proposal, const Actor& who) { return {proposal, who.party, who.principal, who.third_party}; }

sys_days first_day(const Report& report) { return report.date ? report.date->day : sys_days::min(); }
sys_days last_day(const Report& report) { return report.date ? last_day_of(*report.date).day : sys_days::min(); }

bool contradict(const Report& a, const Report& b) {
  return a.says != b.says && (a.source != b.source || a.told_by != b.told_by);
}

/// The groups of reports that contradict each other, one of them through others.
std::vector<std::vector<int>> groups(std::vector<Report> reports) {
  std::ranges::stable_sort(reports, {}, first_day);
  std::vector<std::size_t> group(reports.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
  };
  for (std::size_t a = 0; a < reports.size(); ++a)
    for (std::size_t b = a + 1; b < reports.size() && first_day(reports[b]) <= last_day(reports[a]); ++b)
      if (contradict(reports[a], reports[b])) group[root(b)] = root(a);
  std::map<std::size_t, std::vector<int>> by_root;
  for (std::size_t i = 0; i < reports.size(); ++i) by_root[root(i)].push_back(reports[i].index);
  std::vector<std::vector<int>> result;
  for (auto& [_, members] : by_root) {
    if (members.size() < 2) continue;
    std::ranges::sort(members);
    result.push_back(std::move(members));
  }
  return result;
}

void add_conflicts(Conflict::Kind kind, const Subjects& subjects, std::vector<Conflict>& conflicts) {
  const auto from = std::ssize(conflicts);
  for (const auto& [about, reports] : subjects) {
    const auto [proposal, party, principal, third_party] = about;
    for (auto& members : groups(reports))
      conflicts.push_back({kind, proposal, {party, principal, third_party}, std::move(members)});
  }
  std::sort(conflicts.begin() + from, conflicts.end(),
            [](const Conflict& a, const Conflict& b) { return a.reports.front() < b.reports.front(); });
}

}  // namespace

std::vector<Conflict> conflicts_by(const Case& c, Date as_of) {
  Subjects responses;
  for (std::size_t i = 0; i < c.responses.size(); ++i) {
    const Response& r = c.responses[i];
    if (known_by(r.date, as_of))
      responses[subject(r.proposal, r.by)].push_back(
          {static_cast<int>(i), r.date, r.from.source, {}, static_cast<int>(r.answer)});
  }
  Subjects approvals;
  for (std::size_t i = 0; i < c.approvals.size(); ++i) {
    const Approval& a = c.approvals[i];
    if (a.answer_came() && known_by(a.asked, as_of) && known_by(a.answered, as_of))
      approvals[subject(a.proposal, a.of)].push_back(
          {static_cast<int>(i), a.answered, a.from.source, {}, static_cast<int>(a.state)});
  }
  Subjects assessments;
  for (std::size_t i = 0; i < c.events.size(); ++i) {
    const Event& e = c.events[i];
    if (e.finding != Event::Finding::none && known_by(e.date, as_of))
      assessments[subject(-1, {})].push_back(
          {static_cast<int>(i), e.date, e.from.source, e.who, static_cast<int>(e.finding)});
  }
  std::vector<Conflict> conflicts;
  add_conflicts(Conflict::Kind::response, responses, conflicts);
  add_conflicts(Conflict::Kind::approval, approvals, conflicts);
  add_conflicts(Conflict::Kind::assessment, assessments, conflicts);
  return conflicts;
}

}  // namespace parley
