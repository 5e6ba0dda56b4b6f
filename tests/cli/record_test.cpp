#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "process.h"

namespace parley::cli {
namespace {

using Json = nlohmann::json;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string cases = PARLEY_SOURCE_DIR "/cases/";
const std::string small_case = cases + "orvane-basin.yaml";

class Record : public Folder {
 protected:
  std::string talks() const { return path("talks.db"); }

  /// Calls `parley record COMMAND TALKS MORE ...`.
  Ended record(const std::string& command, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"record", command, talks()});
    return parley(std::move(more));
  }
  Ended add(std::vector<std::string> event) const {
    event.insert(event.begin(), founding_case());
    return record("add", std::move(event));
  }
  void create() const { EXPECT_EQ(record("create").exit, 0); }
  void create_from_case() const { EXPECT_EQ(record("create", {"--from", founding_case()}).exit, 0); }
  Json listed(std::vector<std::string> options = {}) const {
    options.emplace_back("--json");
    return Json::parse(record("list", std::move(options)).out).at("entries");
  }
  std::vector<std::int64_t> numbers(std::vector<std::string> options) const {
    std::vector<std::int64_t> found;
    for (const Json& entry : listed(std::move(options))) found.push_back(entry.at("number"));
    return found;
  }
};

TEST_F(Record, KeepsWhatIsAddedAndTellsItInAnswers) {
  create();
  EXPECT_EQ(add({"meeting", "date=2024-04-02", "who=qatar,egypt", "where=Cairo", "what=A new try", "from=report"}).exit,
            0);
  EXPECT_EQ(add({"proposal", "id=cairo", "parent=doha", "date=2024-04-07", "terms.prisoners=900", "from=report"}).exit,
            0);
  EXPECT_EQ(add({"response", "to=cairo", "by=israel", "answer=reject", "date=2024-04-08", "from=report"}).exit, 0);
  EXPECT_THAT(record("list").out, HasSubstr("israel to cairo: reject"));

  const Ended later = parley({"standing", founding_case(), "--record", talks(), "--as-of", "2024-04-10"});
  EXPECT_THAT(later.out, HasSubstr("cairo"));
  EXPECT_THAT(later.out, HasSubstr("A new try"));
  const Ended before = parley({"standing", founding_case(), "--record", talks(), "--as-of", "2024-03-26"});
  EXPECT_THAT(before.out, Not(HasSubstr("cairo")));
  const auto above_the_sources = [](const std::string& text) { return text.substr(0, text.find("\nRests on ")); };
  EXPECT_EQ(above_the_sources(before.out),
            above_the_sources(parley({"standing", founding_case(), "--as-of", "2024-03-26"}).out));
}

TEST_F(Record, MadeFromACaseAnswersAsTheCaseDoes) {
  for (const std::string name : {"gaza-2024-03", "orvane-basin", "panama-1974"}) {
    const std::string file = cases + name + ".yaml";
    const std::string made = path(name);
    EXPECT_EQ(parley({"record", "create", made, "--from", file}).exit, 0);
    for (const std::string question : {"standing", "explain", "texts", "contention"})
      EXPECT_EQ(parley({question, file, "--record", made}).out, parley({question, file}).out) << name << question;
  }
}

TEST_F(Record, OfTheFoundingTalksTellsThemDayByDay) {
  const auto standing = [&](const std::string& date) {
    const Ended run = parley(
        {"standing", founding_case(), "--record", cases + "talks/gaza-2024-03.jsonl", "--json", "--as-of", date});
    return Json::parse(run.out).at("state").get<std::string>();
  };
  EXPECT_EQ(standing("2024-03-23"), "nothing_tabled");
  EXPECT_EQ(standing("2024-03-24"), "waiting");
  EXPECT_EQ(standing("2024-03-25"), "stalled");
}

TEST_F(Record, OfTheFoundingTalksIsWhatItsFilesMake) {
  create_from_case();
  EXPECT_EQ(add({"--file", cases + "talks/gaza-2024-03.days.yaml"}).exit, 0);
  const Json shipped =
      Json::parse(parley({"record", "list", cases + "talks/gaza-2024-03.jsonl", "--json"}).out).at("entries");
  const Json made = listed();
  ASSERT_EQ(made.size(), shipped.size());
  for (std::size_t i = 0; i < made.size(); ++i) EXPECT_EQ(made[i].at("event"), shipped[i].at("event"));
}

TEST_F(Record, IsNamedWhereAStatementComesFrom) {
  create();
  add({"response", "to=doha", "by=hamas", "answer=counter", "date=2024-04-01", "from=report"});
  const Ended run = parley({"check", founding_case(), "--record", talks(), "--sources", "--json"});
  const Json statements = Json::parse(run.out).at("statements");
  EXPECT_EQ(statements.front().at("entry"), nullptr);
  EXPECT_EQ(statements.back().at("entry"), 1) << "what the record states stands last";
  EXPECT_EQ(statements.back().at("line"), nullptr);
  EXPECT_THAT(parley({"check", founding_case(), "--record", talks(), "--sources"}).out, HasSubstr("entry 1"));
}

TEST_F(Record, IsListedByWhatIsAskedFor) {
  create_from_case();
  EXPECT_THAT(numbers({"--kind", "response"}), ElementsAre(3, 4));
  EXPECT_THAT(numbers({"--kind", "response", "--who", "hamas"}), ElementsAre(4));
  EXPECT_THAT(numbers({"--who", "hamas", "--kind", "approval"}), ElementsAre(5)) << "its principal's";
  EXPECT_THAT(numbers({"--search", "gallant"}), ElementsAre(10));
  EXPECT_THAT(numbers({"--text", "doha", "--kind", "proposal"}), ElementsAre(2));
  EXPECT_THAT(numbers({"--since", "2024-04"}), IsEmpty());
  EXPECT_THAT(numbers({"--source", "report", "--after", "13"}), ElementsAre(14, 15));
  const Ended page = record("list", {"--most", "3"});
  EXPECT_THAT(page.err, HasSubstr("--after 3"));
}

TEST_F(Record, ShowsAViewerOnlyWhatIsForThem) {
  create();
  add({"statement", "date=2024-04-01", "who=qatar", "what=for all", "from=report"});
  add({"statement", "date=2024-04-01", "who=qatar", "what=for the team", "from=report", "--audience", "team"});
  EXPECT_THAT(numbers({"--viewer", "guest"}), ElementsAre(1));
  EXPECT_THAT(numbers({"--viewer", "team"}), ElementsAre(1, 2));
  const auto told = [&](const std::string& viewer) {
    return parley({"standing", founding_case(), "--record", talks(), "--viewer", viewer, "--as-of", "2024-05"}).out;
  };
  EXPECT_THAT(told("guest"), Not(HasSubstr("for the team")));
  EXPECT_THAT(told("team"), HasSubstr("for the team"));
}

TEST_F(Record, TellsWhatWasKnownBeforeItWasEntered) {
  create();
  add({"statement", "date=2024-04-01", "who=qatar", "what=found out late", "from=report"});
  const auto told = [&](const std::string& known_by) {
    return parley({"standing", founding_case(), "--record", talks(), "--known-by", known_by, "--as-of", "2024-05"}).out;
  };
  EXPECT_THAT(told("2024-05"), Not(HasSubstr("found out late")));
  EXPECT_THAT(told("2099-01-01T00:00:00Z"), HasSubstr("found out late"));
}

TEST_F(Record, TakesCorrectionsAndKeepsWhatWasEnteredFirst) {
  create();
  add({"statement", "date=2024-04-01", "who=qatar", "what=the wrong words", "from=report"});
  EXPECT_EQ(add({"correction", "of=1", "why=misheard", "event.kind=statement", "event.who=qatar",
                 "event.what=the right words", "event.from=report", "event.date=2024-04-01"})
                .exit,
            0);
  const Ended run = parley({"standing", founding_case(), "--record", talks(), "--as-of", "2024-05"});
  EXPECT_THAT(run.out, HasSubstr("the right words"));
  EXPECT_THAT(run.out, Not(HasSubstr("the wrong words")));
  EXPECT_THAT(record("list").out, HasSubstr("the wrong words"));
}

TEST_F(Record, RefusesWhatContradictsTheCaseWithAllMistakesAndEntersNothing) {
  create_from_case();
  const Ended run = add({"response", "to=dooha", "by=hamas", "answer=rejct", "date=2024-99"});
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.err, HasSubstr("did you mean 'doha'"));
  EXPECT_THAT(run.err, HasSubstr("did you mean 'reject'"));
  EXPECT_THAT(run.err, HasSubstr("'2024-99' is not a date"));
  const std::string file = write("events.yaml",
                                 "- {kind: meeting, date: 2024-04-01, who: qatar, from: report}\n"
                                 "- {kind: response, to: cairo, by: hamas, answer: accept}\n");
  const Ended second = add({"--file", file});
  EXPECT_EQ(second.exit, 1);
  EXPECT_THAT(second.err, HasSubstr("events.yaml:2:24: 'cairo' is not a proposal"));
  EXPECT_EQ(listed().size(), 15U);
}

TEST_F(Record, RefusesDatesThatContradictEachOther) {
  create_from_case();
  const Ended run = add({"approval", "to=doha", "of=hamas/senior-leadership", "answer=given", "asked=2024-04-02",
                         "answered=2024-04-01", "from=report"});
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.err, HasSubstr("before it was asked"));
  EXPECT_EQ(add({"correction", "of=5", "why=a test", "event.kind=approval", "event.to=doha",
                 "event.of=hamas/senior-leadership", "event.answer=given", "event.asked=2024-04-02",
                 "event.answered=2024-04-01"})
                .exit,
            1);
  EXPECT_EQ(listed().size(), 15U);
  EXPECT_EQ(parley({"standing", founding_case(), "--record", talks()}).exit, 0);
}

TEST_F(Record, RefusesCorrectionsThatTakeTheGroundFromOthers) {
  create_from_case();
  for (const std::string of : {"of=1", "of=2", "of=99"}) {
    const Ended run = add({"correction", of, "why=a test"});
    EXPECT_EQ(run.exit, 1) << of;
    EXPECT_THAT(run.err, HasSubstr("entry ")) << of;
  }
  EXPECT_EQ(listed().size(), 15U);
}

TEST_F(Record, RefusesFilesThatAreNoRecord) {
  const std::string junk = write("junk.db", "SQLite format 3 or so");
  for (const std::string& file : {path("nothing.db"), junk, founding_case(), std::string("/dev")}) {
    for (const std::string command : {"list", "verify", "export"}) {
      const Ended run = parley({"record", command, file});
      EXPECT_EQ(run.exit, 2) << file << command;
      EXPECT_THAT(run.err, HasSubstr(file));
      EXPECT_THAT(run.out, IsEmpty());
    }
    EXPECT_EQ(parley({"standing", founding_case(), "--record", file}).exit, 2);
  }
  EXPECT_THAT(files(), ElementsAre("junk.db"));
}

TEST_F(Record, IsNotMadeOverAnother) {
  create();
  EXPECT_EQ(record("create").exit, 2);
  EXPECT_EQ(parley({"record", "create", path("x.db"), "--from", write("wrong.yaml", "parley: 1\n")}).exit, 1);
  EXPECT_THAT(files(), testing::Not(testing::Contains("x.db")));
}

TEST_F(Record, SaysWhichCommandWasMeant) {
  EXPECT_THAT(parley({"record", "lst"}).err, HasSubstr("did you mean list?"));
  EXPECT_THAT(parley({"record"}).err, HasSubstr("create, add, list"));
  create();
  EXPECT_THAT(record("list", {"--kind", "meating"}).err, HasSubstr("did you mean meeting?"));
  EXPECT_EQ(add({}).exit, 2);
  EXPECT_EQ(add({"meeting", "who"}).exit, 2);
}

TEST_F(Record, GoesOutAndComesBackBitForBit) {
  create_from_case();
  const std::string out = path("out.jsonl");
  EXPECT_EQ(record("export", {out}).exit, 0);
  EXPECT_EQ(record("export").out, read_file(out));
  const std::string other = path("other.db");
  EXPECT_EQ(parley({"record", "import", other, out}).exit, 0);
  EXPECT_EQ(parley({"record", "export", other}).out, read_file(out));
  EXPECT_EQ(parley({"record", "verify", other}).out, record("verify").out);
  EXPECT_EQ(parley({"record", "verify", out}).out, record("verify").out);

  add({"statement", "who=qatar", "from=report"});
  EXPECT_EQ(record("export", {out}).exit, 0);
  EXPECT_THAT(parley({"record", "import", other, out}).err, HasSubstr("Imported 1 entry; 15 were there already."));
}

TEST_F(Record, TellsAnExportThatWasChanged) {
  create_from_case();
  std::string text = record("export").out;
  text.replace(text.find("accept"), 6, "reject");
  const std::string file = write("changed.jsonl", text);
  for (const auto& call : std::vector<std::vector<std::string>>{{"record", "verify", file},
                                                                {"record", "import", path("new.db"), file},
                                                                {"standing", founding_case(), "--record", file}}) {
    const Ended run = parley(call);
    EXPECT_EQ(run.exit, 1);
    EXPECT_THAT(run.err, HasSubstr("changed.jsonl:3:"));
  }
  EXPECT_THAT(files(), testing::Not(testing::Contains("new.db")));
}

TEST_F(Record, IsSignedAndChecked) {
  create_from_case();
  const std::string key = path("team.key");
  const std::string out = path("out.jsonl");
  EXPECT_THAT(parley({"record", "keys", key}).out, HasSubstr("Fingerprint: "));
  EXPECT_EQ(record("export", {out, "--sign", key}).exit, 0);
  EXPECT_EQ(parley({"record", "verify", out, "--signed-by", key + ".pub"}).exit, 0);
  EXPECT_EQ(parley({"record", "import", path("new.db"), out, "--signed-by", key + ".pub"}).exit, 0);

  const std::string stranger = path("stranger.key");
  parley({"record", "keys", stranger});
  const Ended wrong = parley({"record", "verify", out, "--signed-by", stranger + ".pub"});
  EXPECT_EQ(wrong.exit, 1);
  const std::string whole = read_file(out);
  write("out.jsonl", whole.substr(0, whole.find('\n') + 1));
  EXPECT_EQ(parley({"record", "verify", out}).exit, 0) << "the chain alone cannot tell an end that was cut off";
  EXPECT_EQ(parley({"record", "verify", out, "--signed-by", key + ".pub"}).exit, 1);
  EXPECT_EQ(record("export", {path("no.jsonl"), "--sign", path("nokey")}).exit, 1);
  EXPECT_THAT(files(), testing::Not(testing::Contains("no.jsonl")));
}

TEST_F(Record, IsKnownByItsLastHash) {
  create_from_case();
  const std::string said = record("verify").out;
  const std::string head = said.substr(said.find("hash ") + 5, 64);
  add({"statement", "who=qatar", "from=report"});
  EXPECT_THAT(record("verify", {"--head", head}).out, HasSubstr("entry 15"));
  EXPECT_EQ(record("verify", {"--head", std::string(64, '0')}).exit, 1);
  EXPECT_EQ(record("verify", {"--head", "12"}).exit, 2);
}

TEST_F(Record, TakesEntriesOfSeveralWritersAtOnce) {
  create();
  std::vector<std::thread> writers;
  std::vector<int> exits(8, -1);
  for (std::size_t i = 0; i < exits.size(); ++i)
    writers.emplace_back(
        [&, i] { exits[i] = add({"statement", "who=qatar", "from=report", "what=writer " + std::to_string(i)}).exit; });
  for (std::thread& writer : writers) writer.join();
  EXPECT_THAT(exits, Each(0));
  EXPECT_EQ(listed().size(), exits.size());
  EXPECT_EQ(record("verify").exit, 0);
}

}  // namespace
}  // namespace parley::cli
