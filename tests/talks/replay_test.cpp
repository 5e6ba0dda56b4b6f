#include "parley/talks/replay.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

using OrderedJson = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string issues = "  bread: {options: [white, brown, rye]}\n  rolls: {count: 0..40 step 5}\n";
const std::string wants =
    "weights: {bread: 60, rolls: 40}, values: {bread: {white: 100, brown: 50, rye: 0}, rolls: {shape: linear, best: "
    "high}}";
const std::string third = "third-parties:\n  m: {roles: [mediator]}\nsources:\n  s: {title: A paper}\n";

Case base() {
  CaseFile file = read_case(small_case(issues, wants, third));
  EXPECT_EQ(told(file.problems), "");
  return file.value.value_or(Case{});
}

std::chrono::sys_seconds minute(std::int64_t minutes) {
  return std::chrono::sys_days{std::chrono::year{2024} / 3 / 1} + std::chrono::minutes{minutes};
}

Entry entry(std::int64_t number, const std::string& event, std::vector<std::string> audience = {}) {
  Entry result;
  result.number = number;
  result.entered = minute(number);
  result.event = event;
  result.audience = std::move(audience);
  return result;
}

/// The talks of a case in one text, so that two of them can be compared.
std::string talks_of(const Case& c) {
  std::string text;
  for (const Source& s : c.sources) text += fmt::format("source {} {}\n", s.id, s.title);
  for (const Proposal& p : c.proposals) {
    text += fmt::format("proposal {} {} {} {}", p.id, p.name, p.parent, p.date ? to_text(*p.date) : "");
    for (const auto& levels : p.alternatives) text += fmt::format(" [{}]", fmt::join(levels, " "));
    text += '\n';
  }
  for (const Response& r : c.responses)
    text += fmt::format("response {} {} {} {}\n", r.proposal, r.by.party, static_cast<int>(r.answer),
                        r.date ? to_text(*r.date) : "");
  for (const Approval& a : c.approvals)
    text += fmt::format("approval {} {} {}\n", a.proposal, a.of.party, static_cast<int>(a.state));
  for (const Event& e : c.events)
    text += fmt::format("event {} {} {} {} {}\n", static_cast<int>(e.kind), e.what, e.who.size(), e.from.source,
                        e.date ? to_text(*e.date) : "");
  return text;
}

TEST(Replay, AddsWhatTheRecordSays) {
  const std::vector<Entry> entries{
      entry(1, R"({"kind":"source","id":"minutes","title":"Minutes","grade":"B2"})"),
      entry(2, R"({"kind":"proposal","id":"first","date":"2024-03-02","by":"a","terms":{"bread":"brown","rolls":15}})"),
      entry(3, R"({"kind":"response","to":"first","by":"b","answer":"reject","date":"2024-03-03","from":"minutes"})"),
      entry(4, R"({"kind":"proposal","id":"second","parent":"first","by":"m","terms":{"bread":"rye"}})"),
      entry(5, R"({"kind":"meeting","who":["a","m"],"where":"the mill","what":"They met","from":"s"})")};
  const Replayed told = replay(base(), entries);
  EXPECT_THAT(told.wrong, IsEmpty());
  EXPECT_EQ(told.told, 5);
  EXPECT_EQ(talks_of(told.value),
            "source s A paper\nsource minutes Minutes\nproposal first first -1 2024-03-02 [1] [3]\n"
            "proposal second second 0  [2] [3]\nresponse 0 1 2 2024-03-03\nevent 0 They met 2 0 \n");
}

TEST(Replay, ShowsWhatWasKnownThen) {
  const std::vector<Entry> entries{
      entry(1, R"({"kind":"meeting","date":"2024-03-20","who":"a","what":"Late"})"),
      entry(
          2,
          R"({"kind":"correction","of":1,"why":"earlier","event":{"kind":"meeting","date":"2024-03-10","who":"a","what":"Early"}})"),
      entry(3, R"({"kind":"correction","of":1,"why":"never happened"})")};
  const auto known_at = [&](std::int64_t number) {
    return talks_of(replay(base(), entries, {minute(number), {}}).value);
  };
  EXPECT_THAT(known_at(1), HasSubstr("Late"));
  EXPECT_THAT(known_at(2), HasSubstr("Early"));
  EXPECT_EQ(known_at(3), "source s A paper\n");
}

TEST(Replay, ShowsAViewerOnlyWhatIsForThem) {
  const std::vector<Entry> entries{
      entry(1, R"({"kind":"proposal","id":"secret","terms":{"bread":"rye","rolls":0}})", {"m"}),
      entry(2, R"({"kind":"response","to":"secret","by":"a","answer":"accept"})"),
      entry(3, R"({"kind":"statement","who":"a","what":"All is well"})")};
  const Replayed seen = replay(base(), entries, {{}, std::vector<std::string>{"b"}});
  EXPECT_EQ(talks_of(seen.value), "source s A paper\nevent 2 All is well 1 -1 \n");
  EXPECT_EQ(seen.hidden, 1);
  EXPECT_THAT(seen.wrong, IsEmpty());
  EXPECT_THAT(replay(base(), entries, {{}, std::vector<std::string>{"b", "m"}}).value.proposals, SizeIs(1));
}

TEST(Replay, NamesEntriesThatContradictTheCase) {
  const std::vector<Entry> entries{entry(1, R"({"kind":"response","to":"nowhere","by":"a","answer":"accept"})"),
                                   entry(2, R"({"kind":"meeting","who":["x"]})"),
                                   entry(3, R"({"kind":"statement","who":"a","what":"fine"})"),
                                   entry(4, R"({"kind":"correction","of":9,"why":"?"})"),
                                   entry(5, R"({"kind":"correction","of":4,"why":"?"})"),
                                   entry(6, "no event at all"),
                                   entry(7, R"({"kind":"proposal","id":"p","terms":{"bread":"black"}})"),
                                   entry(8, R"({"kind":"proposal","id":"p","terms":{"bread":"rye","rolls":0}})")};
  const Replayed told = replay(base(), entries);
  std::vector<std::int64_t> wrong;
  for (const auto& one : told.wrong) wrong.push_back(one.number);
  EXPECT_THAT(wrong, testing::ElementsAre(1, 2, 4, 5, 6, 7));
  EXPECT_EQ(told.wrong[0].problems[0].place, (Place{1, 25}));
  EXPECT_THAT(told.value.events, SizeIs(1));
  // What was wrong leaves nothing behind, not even its name.
  EXPECT_THAT(told.value.proposals, SizeIs(1));
}

/// Random histories, and what they come to by a second, slower way: the events that count, written into a case file.
/// They have corrections of texts too, entries in confidence, and dates in another order than that of the entries.
class History {
 public:
  explicit History(unsigned seed) : random_(seed) {}

  std::vector<Entry> entries() {
    const int length = draw(1, 25);
    for (int i = 1; i <= length; ++i) add(i);
    return entries_;
  }

  static Case slowly(const std::vector<Entry>& entries, const Moment& moment) {
    std::string sources;
    std::string proposals;
    std::string responses;
    std::string approvals;
    std::string events;
    std::set<std::string> known{"s", ""};
    for (const Entry& entry : entries) {
      if (!seen(entry, moment)) continue;
      OrderedJson event = OrderedJson::parse(entry.event);
      if (event["kind"] == "correction") continue;
      for (const Entry& later : entries) {
        const OrderedJson correction = OrderedJson::parse(later.event);
        if (!seen(later, moment) || correction["kind"] != "correction" || correction["of"] != entry.number) continue;
        event = correction.value("event", OrderedJson());
      }
      if (event.is_null()) continue;
      const std::string kind = event["kind"];
      // What speaks of a text or a source that is not seen is not seen either.
      if (!known.contains(event.value("parent", "")) || !known.contains(event.value("to", "")) ||
          !known.contains(event.value("from", "")))
        continue;
      known.insert(event.value("id", ""));
      if (kind == "source") {
        sources += fmt::format("  {}: {{title: {}}}\n", event["id"].get<std::string>(), event["title"].dump());
      } else if (kind == "proposal") {
        const std::string id = event["id"];
        event.erase("id");
        event.erase("kind");
        proposals += fmt::format("  {}: {}\n", id, event.dump());
      } else if (kind == "response" || kind == "approval") {
        event.erase("kind");
        (kind == "response" ? responses : approvals) += fmt::format("  - {}\n", event.dump());
      } else {
        events += fmt::format("  - {}\n", event.dump());
      }
    }
    std::string text = third + sources;
    if (!proposals.empty()) text += "proposals:\n" + proposals;
    if (!responses.empty()) text += "responses:\n" + responses;
    if (!approvals.empty()) text += "approvals:\n" + approvals;
    if (!events.empty()) text += "events:\n" + events;
    CaseFile file = read_case(small_case(issues, wants, text));
    EXPECT_EQ(told(file.problems), "") << text;
    return file.value.value_or(Case{});
  }

 private:
  static bool seen(const Entry& entry, const Moment& moment) {
    if (moment.known_by && entry.entered > *moment.known_by) return false;
    if (!moment.viewer || entry.audience.empty()) return true;
    std::set<std::string> both(entry.audience.begin(), entry.audience.end());
    for (const std::string& name : *moment.viewer) both.insert(name);
    return both.size() < entry.audience.size() + moment.viewer->size();
  }

  int draw(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }
  std::string one_of(std::vector<std::string> words) {
    return words[static_cast<std::size_t>(draw(0, static_cast<int>(words.size()) - 1))];
  }

  /// Dated after every text, so that the checks have nothing to find.
  OrderedJson event(int number) {
    const std::string date = fmt::format("2024-05-{:02}", draw(1, 28));
    if (texts_.empty() || draw(0, 4) == 0) {
      const std::string parent = !texts_.empty() && draw(0, 1) == 0 ? one_of(texts_) : "";
      return text(fmt::format("t{}", number), parent, number);
    }
    const int which = draw(0, 4);
    if (which == 4 && draw(0, 1) == 0) {
      const std::string id = fmt::format("s{}", number);
      sources_.push_back(id);
      return {{"kind", "source"}, {"id", id}, {"title", fmt::format("Paper {}", number)}};
    }
    if (which == 0)
      return {{"kind", "response"},
              {"to", one_of(texts_)},
              {"by", one_of({"a", "b"})},
              {"answer", one_of({"accept", "reject", "silence"})},
              {"date", date}};
    if (which == 1)
      return {{"kind", "approval"}, {"to", one_of(texts_)}, {"of", one_of({"a", "b"})}, {"answer", "given"}};
    return {{"kind", one_of({"meeting", "statement", "incident"})},
            {"who", OrderedJson::array({"a", "m"})},
            {"what", fmt::format("event {}", number)},
            {"date", date},
            {"from", one_of(sources_)}};
  }

  OrderedJson text(const std::string& id, const std::string& parent, int number) {
    OrderedJson text{{"kind", "proposal"}, {"id", id}, {"date", fmt::format("2024-04-{:02}", number)}};
    if (!parent.empty()) text["parent"] = parent;
    text["terms"] = {{"bread", one_of({"white", "brown", "rye"})}, {"rolls", 5 * draw(0, 8)}};
    return text;
  }

  /// What is corrected is seen by all who see the correction's words, or not.
  std::vector<std::string> audience() {
    if (draw(0, 3) > 0) return {};
    return draw(0, 1) == 0 ? std::vector<std::string>{"x"} : std::vector<std::string>{"y", "z"};
  }

  void add(int number) {
    if (draw(0, 3) == 0 && !correctable_.empty()) {
      const int of = correctable_[static_cast<std::size_t>(draw(0, static_cast<int>(correctable_.size()) - 1))];
      OrderedJson correction{{"kind", "correction"}, {"of", of}, {"why", "it was wrong"}};
      const OrderedJson corrected = OrderedJson::parse(entries_[static_cast<std::size_t>(of) - 1].event);
      if (corrected["kind"] == "proposal") {
        correction["event"] = text(corrected["id"], corrected.value("parent", ""), of);
      } else if (draw(0, 1) == 0) {
        correction["event"] = {{"kind", "statement"}, {"who", "a"}, {"what", fmt::format("instead of {}", of)}};
      }
      entries_.push_back(entry(number, correction.dump(), audience()));
      return;
    }
    const OrderedJson made = event(number);
    if (made["kind"] == "proposal") texts_.push_back(made["id"]);
    if (made["kind"] != "source") correctable_.push_back(number);
    entries_.push_back(entry(number, made.dump(), audience()));
  }

  std::mt19937 random_;
  std::vector<Entry> entries_;
  std::vector<std::string> texts_;
  std::vector<std::string> sources_{"s"};
  std::vector<int> correctable_;  ///< texts are not withdrawn: what speaks of them would hang in the air
};

TEST(Replay, EqualsWritingACaseFile) {
  const std::vector<std::optional<std::vector<std::string>>> viewers{
      std::nullopt, std::vector<std::string>{}, std::vector<std::string>{"x"}, std::vector<std::string>{"w", "z"}};
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto entries = History(seed).entries();
    for (const std::int64_t known : {std::int64_t{5}, std::int64_t{12}, std::int64_t{99}}) {
      for (const auto& viewer : viewers) {
        const Moment moment{minute(known), viewer};
        const Replayed quick = replay(base(), entries, moment);
        EXPECT_THAT(quick.wrong, IsEmpty());
        ASSERT_EQ(talks_of(quick.value), talks_of(History::slowly(entries, moment))) << seed << " " << known;
      }
    }
  }
}

/// Longer than what is taken apart at a time, and than what is taken apart ahead.
TEST(Replay, OfALongRecordKeepsItsOrder) {
  std::vector<Entry> entries;
  for (int i = 1; i <= 40'000; ++i) {
    const bool text = i % 700 == 1;
    entries.push_back(entry(
        i, text ? fmt::format(R"({{"kind":"proposal","id":"t{}","terms":{{"bread":"rye","rolls":{}}}}})", i, i % 8 * 5)
                : fmt::format(R"({{"kind":"response","to":"t{}","by":"a","answer":"accept"}})", i - (i - 1) % 700)));
  }
  entries[2999].event = "[]";
  entries[4000].event = R"({"kind":"correction","of":7,"why":"it was wrong"})";
  const Replayed told = replay(base(), entries);
  EXPECT_EQ(told.told, 39'997);
  ASSERT_THAT(told.wrong, SizeIs(1));
  EXPECT_EQ(told.wrong[0].number, 3000);
  ASSERT_THAT(told.value.proposals, SizeIs(58));
  ASSERT_THAT(told.value.responses, SizeIs(39'939));
  EXPECT_TRUE(std::ranges::is_sorted(told.value.responses, {}, &Response::proposal));
}

TEST(Replay, OfNothingIsTheCase) { EXPECT_EQ(talks_of(replay(base(), {}).value), talks_of(base())); }

}  // namespace
}  // namespace parley
