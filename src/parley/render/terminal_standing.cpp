#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

constexpr std::size_t brief_events = 6;

struct StateWords {
  std::string_view gist;
  std::string_view sentence;
};

StateWords state_words(TalksState state) {
  switch (state) {
    case TalksState::nothing_tabled:
      return {"nothing tabled", "No text has been tabled up to this date."};
    case TalksState::agreed:
      return {"agreed", "Every party has consented to the newest text."};
    case TalksState::waiting:
      return {"waiting", "No party has refused the newest text; answers or approvals are outstanding."};
    case TalksState::stalled:
      return {"stalled", "The newest text was refused, and no newer one is on the table."};
  }
  std::abort();
}

std::string definition(const Case& c, StalemateTest::Kind kind) {
  switch (kind) {
    case StalemateTest::Kind::refused:
      return "a party whose consent is needed refused the newest text, and no other followed";
    case StalemateTest::Kind::no_move:
      return fmt::format("no text, answer or approval for {} or more",
                         number_of(static_cast<std::size_t>(c.stalemate_days), "day"));
    case StalemateTest::Kind::no_narrowing:
      return "the sides' newest own texts are no closer than before";
    case StalemateTest::Kind::no_zone:
      return "no package is acceptable to everyone in the central reading";
    case StalemateTest::Kind::reported:
      return "a source calls the talks stuck";
  }
  std::abort();
}

std::string names(const Case& c, const std::vector<Actor>& actors) {
  std::vector<std::string> out;
  for (const Actor& actor : actors) out.push_back(name_of(c, actor));
  return listed(out);
}

// "from Israel through Qatar and Egypt", as far as it is known.
std::string way_words(const Case& c, const Proposal& p) {
  std::string out = p.author ? " from " + name_of(c, *p.author) : "";
  std::vector<std::string> carriers;
  for (const int carrier : p.through) carriers.push_back(name_of(c, {-1, -1, carrier}));
  if (!carriers.empty()) out += " through " + listed(carriers);
  return out;
}

std::string date_and_source(const Case& c, const std::optional<Date>& date, const Provenance& from) {
  return (date ? to_words(*date) + "; " : "") + source_words(c, from);
}

void write_version(Page& page, const Case& c, const Standing::Version& version) {
  const Proposal& p = at(c.proposals, version.proposal);
  add_text(page, dated_proposal(c, version.proposal) + way_words(c, p) + (version.current ? " (newest)" : ""), 2, 2);
  Table table{{{""}, {""}, {""}}, {}, 4};
  for (const auto& answer : version.answers) {
    if (answer.approval) {
      const Approval& a = *answer.approval;
      const bool given = a.state == Approval::State::given;
      table.rows.push_back({{name_of(c, answer.by)},
                            {given ? "approved" : "refused approval", given ? Tone::yes : Tone::no},
                            {date_and_source(c, a.answered, a.from), Tone::faint}});
      continue;
    }
    if (!answer.response) {
      const bool own = p.author && *p.author == answer.by;
      table.rows.push_back({{name_of(c, answer.by)}, {own ? "tabled it" : "no answer recorded", Tone::faint}, {""}});
      continue;
    }
    const Response& r = *answer.response;
    const bool yes = r.answer == Answer::accept;
    const bool no = r.answer == Answer::reject;
    table.rows.push_back({{name_of(c, answer.by)},
                          {said_words(r), yes  ? Tone::yes
                                          : no ? Tone::no
                                               : Tone::maybe},
                          {date_and_source(c, r.date, r.from), Tone::faint}});
  }
  add_table(page, table);
}

std::string pending_words(const Case& c, const Pending& pending) {
  std::string out = name_of(c, pending.who) + (pending.asked ? ": approval of " : ": answer to ");
  out += proposal_name(c, pending.proposal);
  if (pending.since) out += pending.asked ? ", asked " + when(*pending.since) : ", since " + to_words(*pending.since);
  if (const std::string due = due_words(pending); !due.empty()) out += "; " + due;
  return out;
}

void write_tests(Page& page, const Case& c, const Standing& answer) {
  const auto applying = std::ranges::count_if(answer.tests, &StalemateTest::applies);
  add_heading(page, "STUCK?", fmt::format("by {} of {}", applying, number_of(answer.tests.size(), "definition")));
  Table table;
  table.columns = {{""}, {"definition"}, {"here"}};
  for (const auto& test : answer.tests) {
    table.rows.push_back({{test.applies ? "yes" : "no", test.applies ? Tone::strong : Tone::plain},
                          {definition(c, test.kind)},
                          {test.why}});
  }
  add_table(page, table);
}

void write_events(Page& page, const Case& c, const Standing& answer, Detail detail) {
  if (answer.events.empty()) return;
  add_heading(page, "WHAT HAPPENED");
  const std::size_t skipped = detail == Detail::full || page.style.all || answer.events.size() <= brief_events
                                  ? 0
                                  : answer.events.size() - brief_events;
  if (skipped > 0) {
    add_text(page, fmt::format("{} {} earlier, parley standing lists them", ellipsis(page), skipped), 2, 0,
             Tone::faint);
  }
  Table table;
  table.columns = {{""}, {""}, {""}};
  for (std::size_t i = skipped; i < answer.events.size(); ++i) {
    const Event& event = at(c.events, answer.events[i]);
    std::string words = names(c, event.who);
    if (!event.to.empty()) words += (words.empty() ? "to " : " to ") + names(c, event.to);
    std::vector<std::string> carriers;
    for (const int carrier : event.through) carriers.push_back(name_of(c, {-1, -1, carrier}));
    if (!carriers.empty()) words += (words.empty() ? "through " : " through ") + listed(carriers);
    if (!event.where.empty()) words += (words.empty() ? "in " : " in ") + event.where;
    if (!event.what.empty()) words += (words.empty() ? "" : ": ") + event.what;
    if (const auto came = event_outcome(event); !came.empty()) words += (words.empty() ? "" : "; ") + came;
    words += " (" + source_words(c, event.from) + ")";
    table.rows.push_back(
        {{event.date ? to_words(*event.date) : "undated"}, {std::string(event_words(event.kind))}, {words}});
  }
  add_table(page, table);
}

}  // namespace

void write_standing(Page& page, const Case& c, const Standing& answer, Detail detail) {
  const StateWords state = state_words(answer.state);
  add_heading(page, "WHERE THE TALKS STAND", state.gist, Tone::strong);
  add_text(page, state.sentence);
  for (const auto& version : answer.versions) write_version(page, c, version);
  if (!answer.pending.empty()) {
    add_text(page, "Waiting for:");
    for (const auto& pending : answer.pending) {
      add_text(page, pending_words(c, pending), 4, 2, pending.overdue ? Tone::strong : Tone::plain);
      for (const std::string& gate : gate_words(c, pending)) add_text(page, gate, 6, 2, Tone::faint);
    }
  }
  if (const LastMove& last = answer.last_move; last.date) {
    const auto days = static_cast<std::size_t>(std::max(0, last.days));
    const std::string ago = last.days == last.most_days ? ", " + number_of(days, "day") + " before this date" : "";
    add_text(page, "Last move: " + to_words(*last.date) + ago + ".");
  }
  if (detail == Detail::full || page.style.all) write_sides(page, c, answer);
  if (!answer.tests.empty()) write_tests(page, c, answer);
  write_positions(page, c, answer.positions, detail);
  write_ledger(page, c, answer.ledger);
  write_conflicts(page, c, answer);
  write_events(page, c, answer, detail);
}

}  // namespace parley
