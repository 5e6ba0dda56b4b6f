#include "random_talks.h"

#include <fmt/core.h>

#include <array>

namespace parley {
namespace {

constexpr std::array kinds{"meeting", "statement", "proposal", "response", "approval", "incident"};
constexpr std::array actors{
    "israel", "israel/war-cabinet",          "hamas", "hamas/senior-leadership", "hamas-abroad", "qatar", "egypt",
    "Hamas",  "hamas/senior-leadership/gaza"};
constexpr std::array texts{"doha", "doha-2", "cairo", "doha/annex"};
constexpr std::array sources{"", "report", "radio-interview", "us"};
constexpr std::array viewers{"israel", "hamas", "mediators", "team"};
constexpr std::array people{"ada", "ben"};
constexpr std::array words{"prisoners", "hostages", "return", "north", "gradual", "aid", "Doha", "withdrawal", "700"};
constexpr std::array dates{"2024-02",    "2024-02-29", "2024-03",    "2024-03-01", "2024-03-10",
                           "2024-03-24", "2024-03-31", "2024-04-01", "2024-04",    "2023-12-31"};

std::string with_commas(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part + ", ";
  return text;
}

}  // namespace

std::vector<std::string> RandomTalks::some(std::span<const char* const> names, std::size_t most) {
  std::vector<std::string> chosen;
  for (std::size_t i = below(most + 1); i > 0; --i) chosen.push_back(pick(names));
  return chosen;
}

Date RandomTalks::date() { return parse_date(pick(dates)).value(); }

Draft RandomTalks::draft() {
  Draft draft;
  draft.keys = {.kind = pick(kinds),
                .date = one_in(4) ? std::nullopt : std::optional(date()),
                .actors = some(actors, 4),
                .texts = some(texts, 2),
                .source = pick(sources),
                .words = with_commas(some(words, 6))};
  draft.event = fmt::format(R"({{"kind":"{}","what":"{}","n":{}}})", draft.keys.kind, draft.keys.words, below(1000));
  if (one_in(3)) draft.audience = some(viewers, 3);
  draft.by = pick(people);
  return draft;
}

std::vector<Draft> RandomTalks::drafts(std::size_t most) {
  std::vector<Draft> drafts(1 + below(most));
  for (Draft& d : drafts) d = draft();
  return drafts;
}

EntryFilter RandomTalks::filter() {
  EntryFilter filter;
  if (one_in(3)) filter.kinds = some(kinds, 3);
  if (one_in(3)) filter.actors = some(actors, 2);
  if (one_in(5)) filter.text = pick(texts);
  if (one_in(5)) filter.source = pick(sources);
  if (one_in(4)) filter.since = date();
  if (one_in(4)) filter.until = date();
  if (one_in(4)) filter.known_by = time();
  if (one_in(3)) filter.words = with_commas(some(words, 2));
  if (one_in(3)) filter.viewer = some(viewers, 2);
  return filter;
}

std::chrono::sys_seconds RandomTalks::time() {
  return std::chrono::sys_days(std::chrono::year(2024) / 3 / 1) + std::chrono::hours(below(31 * 24));
}

std::chrono::sys_seconds noon() {
  return std::chrono::sys_days(std::chrono::year(2024) / 3 / 24) + std::chrono::hours(12);
}

Draft statement(const std::string& text) {
  return {.event = fmt::format(R"({{"kind":"statement","what":"{}"}})", text),
          .audience = {},
          .by = "ada",
          .keys = {.kind = "statement", .date = {}, .actors = {}, .texts = {}, .source = {}, .words = text}};
}

}  // namespace parley
