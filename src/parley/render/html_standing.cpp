#include <fmt/format.h>

#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/wording.h"

namespace parley::html {
namespace {

std::string response_words(const std::optional<Response>& response) {
  if (!response) return sign("none") + "no answer recorded";
  switch (response->answer) {
    case Answer::accept:
      return sign("yes") + "accepted";
    case Answer::accept_with_reservations:
      return sign("part") + "accepted with reservations";
    case Answer::reject:
      return sign("no") + "rejected";
    case Answer::counter:
      return sign("counter") + "countered";
    case Answer::silence:
      break;
  }
  return sign("none") + "silent" + (response->until ? " until " + to_words(*response->until) : "");
}

std::string state_words(const Standing& standing) {
  switch (standing.state) {
    case TalksState::nothing_tabled:
      return "No text has been tabled";
    case TalksState::agreed:
      return "Agreed: every party has consented to the newest text";
    case TalksState::waiting:
      return "Waiting: answers to the newest text, or approvals of it, are outstanding, and no party refused";
    case TalksState::stalled:
      break;
  }
  return "Stalled: the newest text was refused and no newer one is on the table";
}

std::string version_head(const Page& page, const Standing::Version& version) {
  const Proposal& text = page.c.proposals[static_cast<std::size_t>(version.proposal)];
  std::string out =
      fmt::format("<tr><th scope=\"row\">{}<small>{}", proposal(page.c, version.proposal), on_date(text.date));
  if (text.author) out += ", by " + actor(page.c, *text.author);
  std::vector<std::string> carriers;
  carriers.reserve(text.through.size());
  for (const int through : text.through) carriers.push_back(actor(page.c, Actor{-1, -1, through}));
  if (!carriers.empty()) out += ", through " + listed(carriers);
  if (text.parent >= 0) out += "; changes " + proposal(page.c, text.parent);
  return out + (version.current ? "; newest" : "") + "</small></th>";
}

/// What someone said to a text, with its date and source.
std::string said(const Page& page, const std::string& words, const std::optional<Date>& date, const Provenance& from) {
  return words + (date ? fmt::format("<small>{}</small>", to_words(*date)) : "") +
         fmt::format("<small>{}</small>", source(page.c, from));
}

std::string entry(const Page& page, const Standing::Version& version, const Standing::PartyAnswer& answer) {
  if (answer.approval) {
    const bool given = answer.approval->state == Approval::State::given;
    return said(page, given ? sign("yes") + "approved" : sign("no") + "refused approval", answer.approval->answered,
                answer.approval->from);
  }
  if (answer.response) return said(page, response_words(answer.response), answer.response->date, answer.response->from);
  const auto& author = page.c.proposals[static_cast<std::size_t>(version.proposal)].author;
  return author && *author == answer.by ? sign("none") + "tabled it" : response_words(answer.response);
}

std::string answers_of(const Page& page, const Standing::Version& version, int of_party) {
  std::string out;
  for (const auto& answer : version.answers) {
    if (answer.by.party != of_party) continue;
    const bool whole = answer.by.principal < 0;
    out += fmt::format("<div>{}{}</div>", whole ? "" : principal(page.c, of_party, answer.by.principal) + ": ",
                       entry(page, version, answer));
  }
  return out;
}

std::string versions(const Page& page) {
  const auto columns = with_parties({"Text"}, page.c);
  std::string rows;
  for (const auto& version : page.analysis.standing.versions) {
    rows += version_head(page, version);
    for (int p = 0; p < std::ssize(page.c.parties); ++p) {
      rows += fmt::format("<td>{}</td>", answers_of(page, version, p));
    }
    rows += "</tr>\n";
  }
  return table("The texts and who answered what", columns, rows);
}

std::string newest_terms(const Page& page) {
  const Proposal& text = page.c.proposals[static_cast<std::size_t>(page.analysis.standing.versions.back().proposal)];
  std::string rows;
  for (int i = 0; i < std::ssize(page.c.issues); ++i) {
    std::vector<std::string> allowed;
    for (const int level : text.alternatives[static_cast<std::size_t>(i)]) allowed.push_back(option(page.c, i, level));
    const bool all = text.bracketed(i) && std::ssize(allowed) == page.c.issues[static_cast<std::size_t>(i)].levels();
    const auto says = all                 ? "[open]"
                      : text.bracketed(i) ? fmt::format("[{}]", fmt::join(allowed, " | "))
                                          : allowed.front();
    const auto& phase = page.c.phases[static_cast<std::size_t>(page.c.issues[static_cast<std::size_t>(i)].phase)];
    rows += fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{}</td>{}</tr>\n", issue(page.c, i), says,
        page.c.phases.size() < 2 ? "" : fmt::format("<td>{}</td>", escape(phase.name.empty() ? phase.id : phase.name)));
  }
  std::vector<std::string> columns{"Issue", "The newest text says"};
  if (page.c.phases.size() > 1) columns.emplace_back("Phase");
  return table("What the newest text says", columns, rows);
}

std::string pending(const Page& page) {
  const auto& waiting = page.analysis.standing.pending;
  if (waiting.empty()) return "";
  std::string out = heading(3, "", "Waiting for") + "<ul>\n";
  for (const auto& item : waiting) {
    const std::string due = due_words(item);
    out += fmt::format("<li><b>{}</b>: {} {}{}{}", actor(page.c, item.who),
                       item.asked ? "approval asked of" : "no answer recorded to", proposal(page.c, item.proposal),
                       item.since ? ", since " + to_words(*item.since) : "",
                       due.empty()    ? ""
                       : item.overdue ? "; <b>" + due + "</b>"
                                      : "; " + due);
    for (const std::string& gate : gate_words(page.c, item)) out += fmt::format("<small>{}</small>", escape(gate));
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

std::string definition(const Page& page, StalemateTest::Kind kind) {
  switch (kind) {
    case StalemateTest::Kind::refused:
      return "The newest text was refused by a party whose consent is needed, and no other followed";
    case StalemateTest::Kind::no_move:
      return fmt::format("No text, answer or approval for {} days or more", page.c.stalemate_days);
    case StalemateTest::Kind::no_narrowing:
      return "The sides' newest own texts are no closer than before";
    case StalemateTest::Kind::no_zone:
      return "No package is acceptable to everyone in the central reading";
    case StalemateTest::Kind::reported:
      break;
  }
  return "A source says that the talks are stuck";
}

std::string stalemate(const Page& page) {
  std::string rows;
  for (const auto& test : page.analysis.standing.tests) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td><span class=\"verdict\">{}</span></td><td>{}</td></tr>\n",
                        definition(page, test.kind),
                        test.applies ? sign("yes") + "applies" : sign("none") + "does not apply", escape(test.why));
  }
  if (rows.empty()) return "";
  return table("Are the talks stuck? It depends on what that means", {"Definition", "Here", "Because"}, rows);
}

std::string names(const Page& page, const std::vector<Actor>& actors) {
  std::vector<std::string> out;
  out.reserve(actors.size());
  for (const auto& who : actors) out.push_back(actor(page.c, who));
  return listed(out);
}

std::string event_details(const Page& page, const Event& event) {
  std::vector<Actor> carriers;
  for (const int carrier : event.through) carriers.push_back({-1, -1, carrier});
  const std::string outcome = event_outcome(event);
  return (event.who.empty() ? "" : ", " + names(page, event.who)) +
         (event.to.empty() ? "" : " to " + names(page, event.to)) +
         (carriers.empty() ? "" : " through " + names(page, carriers)) +
         (event.where.empty() ? "" : ", " + escape(event.where)) +
         (event.what.empty() ? "" : ": " + escape(event.what)) + (outcome.empty() ? "" : "; " + escape(outcome));
}

std::string timeline(const Page& page) {
  if (page.analysis.standing.events.empty()) return "";
  std::string out = heading(3, "", "What happened") + "<ol class=\"timeline\">\n";
  for (const int index : page.analysis.standing.events) {
    const Event& event = page.c.events[static_cast<std::size_t>(index)];
    out += fmt::format("<li><span class=\"date\">{}</span><div><b>{}</b>{} <small>{}</small></div></li>\n",
                       on_date(event.date), event_words(event.kind), event_details(page, event),
                       source(page.c, event.from));
  }
  return out + "</ol>\n";
}

}  // namespace

std::string standing_section(const Page& page) {
  const Standing& standing = page.analysis.standing;
  std::string out = "<section>\n" + heading(2, "standing", "Where the talks stand");
  out += fmt::format("<p class=\"lead\">{}.", state_words(standing));
  const LastMove& last = standing.last_move;
  if (last.date && last.days != last.most_days) {
    out += fmt::format(" The last move was {}.", when(*last.date));
  } else if (last.date) {
    out += fmt::format(" The last move was {}, {} before the date of this analysis.", when(*last.date),
                       plural(static_cast<std::size_t>(std::max(0, last.days)), "day", "days"));
  }
  out += "</p>\n";
  if (!standing.versions.empty()) out += versions(page) + newest_terms(page);
  return out + pending(page) + stalemate(page) + moves_over_time(page) + timeline(page) + "</section>\n";
}

}  // namespace parley::html
