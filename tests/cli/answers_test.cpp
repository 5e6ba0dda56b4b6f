#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Question : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Every, Question,
                         testing::Values("analyze", "check", "standing", "explain", "texts", "zone", "amend",
                                         "contention", "acceptance", "consent", "window", "levers", "exchange"),
                         [](const auto& question) { return std::string(question.param); });

TEST_P(Question, IsAnsweredOnStandardOutputAlone) {
  const Ended run = parley({GetParam(), founding_case()});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, HasSubstr("Ceasefire"));
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_P(Question, IsAnsweredForPrograms) {
  const Ended run = parley({GetParam(), founding_case(), "--json"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(nlohmann::json::parse(run.out).at("question"), GetParam());
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_P(Question, TakesTheCaseFromStandardInput) {
  const Ended run = cli::run({.arguments = {GetParam(), "-"}, .input = read_file(founding_case())});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.out, parley({GetParam(), founding_case()}).out);
}

TEST_P(Question, TellsWhatIsWrongWithACase) {
  const Ended run = cli::run({.arguments = {GetParam(), "-"}, .input = "parley: 1\ntitle: Talks\nprties: {}\n"});
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, StartsWith("<stdin>:"));
  EXPECT_THAT(run.err, HasSubstr("<stdin>:3:1: "));
  EXPECT_THAT(run.err, HasSubstr("parties"));
}

TEST_P(Question, TakesADate) {
  const Ended run = parley({GetParam(), founding_case(), "--json", "--as-of", "2024-04-15"});
  EXPECT_EQ(nlohmann::json::parse(run.out).at("as_of"), "2024-04-15");
}

TEST_P(Question, CannotBeAskedOfAFileThatCannotBeRead) {
  for (const char* file : {"/nowhere/talks.yaml", "/"}) {
    const Ended run = parley({GetParam(), file});
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.out, IsEmpty());
    EXPECT_THAT(run.err, HasSubstr(file));
  }
}

TEST(Proposal, IsTheNewestUnlessNamed) {
  for (const char* question : {"explain", "texts", "amend"})
    EXPECT_EQ(parley({question, founding_case()}).out, parley({question, founding_case(), "doha"}).out);
}

TEST(Proposal, ThatIsUnknownBringsTheNearest) {
  const Ended run = parley({"explain", founding_case(), "dohaa"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("did you mean doha?"));
}

TEST(Proposal, MustHaveBeenTabledByThen) {
  const Ended run = parley({"explain", founding_case(), "--as-of", "2023-01"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("January 2023"));
}

std::string basin() { return (std::filesystem::path(founding_case()).parent_path() / "orvane-basin.yaml").string(); }

TEST(Standing, TellsWhatTextsGaveAndInFullTextByText) {
  const Ended brief = parley({"standing", basin()});
  EXPECT_THAT(brief.out, HasSubstr("WHO GAVE WHAT"));
  EXPECT_THAT(brief.out, testing::Not(HasSubstr("Text by text")));
  EXPECT_THAT(parley({"standing", basin(), "--all"}).out, HasSubstr("Text by text"));
}

TEST(Standing, TellsWhatAnApprovalHoldsUp) {
  const auto answer = nlohmann::json::parse(parley({"standing", founding_case(), "--json"}).out);
  const auto& approval = answer.at("pending").back();
  EXPECT_EQ(approval.at("who").at("principal"), "senior-leadership");
  EXPECT_EQ(approval.at("overdue"), false);
  EXPECT_EQ(answer.at("conflicts").size(), 1U) << "one source calls the talks stuck, the United States see progress";
}

TEST(Standing, TakesAPartOfAMonthAsItsLastDay) {
  const Ended run = parley({"standing", founding_case(), "--json", "--as-of", "mid 2024-04"});
  EXPECT_EQ(nlohmann::json::parse(run.out).at("as_of"), "2024-04-20");
}

TEST(Texts, AreComparedWithTheirParentOrWithAnother) {
  const std::string basin = PARLEY_SOURCE_DIR "/cases/orvane-basin.yaml";
  const auto answer = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"texts", basin, "--json"});
    return nlohmann::json::parse(parley(std::move(more)).out);
  };
  EXPECT_EQ(answer({}).at("change").at("against"), "single-text-1");
  EXPECT_EQ(answer({"single-text-1"}).at("change"), nullptr);
  EXPECT_EQ(answer({"single-text-1", "--against", "single-text-2"}).at("change").at("against"), "single-text-2");
  const Ended unknown = parley({"texts", basin, "--against", "single-text-3"});
  EXPECT_EQ(unknown.exit, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean single-text-"));
}

TEST_F(Folder, ATextGoesToAPage) {
  const std::string basin = PARLEY_SOURCE_DIR "/cases/orvane-basin.yaml";
  const Ended run = parley({"texts", basin, "--html", path("text.html")});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.out, parley({"texts", basin}).out);
  EXPECT_THAT(read_file(path("text.html")), StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(read_file(path("text.html")), HasSubstr("How it grew"));
  const Ended one = parley({"texts", basin, "--html", path("text.html"), "-o", path("text.html")});
  EXPECT_EQ(one.exit, 2);
  EXPECT_THAT(one.err, HasSubstr("two answers cannot go to one file"));
}

TEST_F(Folder, ConsentTellsTheChanceByADayAndGoesToAPage) {
  const std::string basin = PARLEY_SOURCE_DIR "/cases/orvane-basin.yaml";
  const Ended run = parley({"consent", basin, "--by", "2031-12", "--html", path("consent.html")});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, HasSubstr("by 31 December 2031"));
  EXPECT_THAT(read_file(path("consent.html")), StartsWith("<!DOCTYPE html>"));
  const auto answer = nlohmann::json::parse(parley({"consent", founding_case(), "--json"}).out);
  EXPECT_EQ(answer.at("parties").size(), 2U);
  EXPECT_EQ(answer.at("ratification").at("refused"), nlohmann::json::array({"hamas"}));
  const Ended wrong = parley({"consent", founding_case(), "--by", "soon"});
  EXPECT_EQ(wrong.exit, 2);
  EXPECT_THAT(wrong.err, HasSubstr("soon is no date"));
}

TEST(Amend, KeepsWhatItMust) {
  const Ended free = parley({"amend", founding_case(), "--json", "--ways", "1"});
  const auto first = nlohmann::json::parse(free.out).at("amendments").at(0);
  EXPECT_EQ(nlohmann::json::parse(free.out).at("amendments").size(), 1U);
  const Ended unknown = parley({"amend", founding_case(), "--keep", "prisners"});
  EXPECT_EQ(unknown.exit, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean prisoners?"));
  const Ended kept = parley({"amend", founding_case(), "--keep", "prisoners", "--keep", "hostages"});
  EXPECT_EQ(kept.exit, 0);
}

TEST(Amend, ChangesOnlyWhatItMay) {
  const Ended moved = parley({"amend", founding_case(), "--json", "--least-movement", "--unharmed", "hamas"});
  EXPECT_EQ(nlohmann::json::parse(moved.out).at("least"), "movement");
  EXPECT_EQ(nlohmann::json::parse(moved.out).at("unharmed"), nlohmann::json::array({"hamas"}));
  const Ended only = parley({"amend", founding_case(), "--json", "--only", "aid"});
  const auto answer = nlohmann::json::parse(only.out);
  for (const auto& amendment : answer.at("amendments"))
    for (const auto& change : amendment.at("changes")) EXPECT_EQ(change.at("issue"), "aid");
  EXPECT_THAT(parley({"amend", founding_case(), "--unharmed", "hammas"}).err, HasSubstr("did you mean hamas?"));
}

TEST(Check, ListsEveryStatementWithItsSource) {
  const Ended short_list = parley({"check", founding_case()});
  const Ended long_list = parley({"check", founding_case(), "--sources"});
  EXPECT_GT(long_list.out.size(), 2 * short_list.out.size());
}

TEST(New, StartsACaseThatIsSound) {
  const Ended started = parley({"new"});
  EXPECT_EQ(started.exit, 0);
  EXPECT_EQ(run({.arguments = {"check", "-"}, .input = started.out}).exit, 0);
}

TEST(Schema, IsJson) {
  const auto schema = nlohmann::json::parse(parley({"schema"}).out);
  EXPECT_THAT(schema.at("$schema").get<std::string>(), HasSubstr("draft-07"));
}

}  // namespace
}  // namespace parley::cli
