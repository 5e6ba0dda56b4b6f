#include "record_talks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace parley::bench {
namespace {

std::chrono::sys_days first_day() { return std::chrono::year(2022) / 1 / 1; }

}  // namespace

std::vector<Draft> RecordTalks::batch(std::size_t size) {
  std::vector<Draft> drafts(size);
  for (Draft& d : drafts) d = draft();
  return drafts;
}

std::size_t RecordTalks::rare(std::size_t most) {
  const double x = std::uniform_real_distribution<double>(0, 1)(random_);
  return static_cast<std::size_t>(x * x * x * static_cast<double>(most));
}

Draft RecordTalks::draft() {
  constexpr std::array kinds{"statement", "meeting", "response", "demand", "proposal",
                             "incident",  "warning", "approval", "threat", "correction"};
  Draft draft;
  EntryKeys& keys = draft.keys;
  keys.kind = kinds[rare(kinds.size())];
  const double passed = std::min(1.0, static_cast<double>(++made_) / expected_) * 1095;
  const auto day = first_day() + std::chrono::days(static_cast<int>(passed) - static_cast<int>(rare(60)));
  keys.date = Date{.day = day};
  for (std::size_t i = 1 + rare(4); i > 0; --i) keys.actors.push_back(fmt::format("party-{}", rare(40)));
  keys.actors.push_back(fmt::format("party-{0}/principal-{1}", rare(40), rare(3)));
  if (rare(2) == 0) keys.texts.push_back(fmt::format("text-{}", rare(300)));
  keys.source = fmt::format("source-{}", rare(50));
  for (std::size_t i = 0; i < 12; ++i) keys.words += fmt::format("word{} ", rare(5000));
  if (random_() % 10 == 0) draft.audience = {"mediators", fmt::format("party-{}", rare(40))};
  draft.by = "team";
  draft.event = fmt::format(
      R"({{"kind":"{}","date":"{}","who":["{}"],"through":["qatar"],"what":"{}","from":"{}","grade":"C3"}})", keys.kind,
      to_text(*keys.date), fmt::join(keys.actors, "\",\""), keys.words, keys.source);
  return draft;
}

std::chrono::sys_seconds entered() { return first_day() + std::chrono::days(1200); }

}  // namespace parley::bench
