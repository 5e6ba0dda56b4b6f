#include "parley/format/genius/genius.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "format/domain_text.h"

namespace parley {
namespace {

const std::filesystem::path folder = PARLEY_SOURCE_DIR "/tests/format/genius";

std::vector<std::filesystem::path> folders() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_directory()) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string kind_of(const Issue& issue) {
  return issue.kind == IssueKind::choice ? "choice" : issue.kind == IssueKind::count ? "count" : "scale";
}

template <class T>
std::string remarks(const Imported<T>& read) {
  std::string text = told(read.problems);
  for (const auto& note : read.notes) text += "note: " + note + "\n";
  return text;
}

std::string domain_told(const Domain& domain) {
  std::string text = "name '" + domain.name + "'\n";
  for (std::size_t i = 0; i < domain.issues.size(); ++i) {
    const Issue& issue = domain.issues[i];
    text +=
        "issue " + std::to_string(domain.numbers[i]) + " " + issue.id + " '" + issue.name + "' " + kind_of(issue) + ":";
    for (const auto& option : issue.options) text += " '" + option + "'";
    text += "\n";
  }
  return text;
}

std::string profile_told(const Utilities& u) {
  std::string text = "base " + billionths_text(u.base) + "\n";
  for (std::size_t i = 0; i < u.options.size(); ++i) {
    text += "options of " + std::to_string(i) + ":";
    for (const std::int64_t gain : u.options[i]) text += " " + billionths_text(gain);
    text += "\n";
  }
  for (const auto& combination : u.combinations) {
    text += combination.name + " " + billionths_text(combination.adds) + " when";
    for (const Condition& condition : combination.when) {
      text += " " + std::to_string(condition.issue) + "=";
      for (const bool holds : condition.holds) text += holds ? '1' : '0';
    }
    text += "\n";
  }
  if (u.reservation) text += "reservation " + billionths_text(*u.reservation) + "\n";
  if (u.discount) text += "discount " + billionths_text(*u.discount) + "\n";
  return text;
}

/// What is made of a folder: of its domain, and of each other file as a profile of it.
std::string folder_told(const std::filesystem::path& path) {
  const auto domain = read_genius_domain(read_text_file((path / "domain.xml").string()));
  std::string text = "domain.xml\n" + remarks(domain);
  if (domain.value) text += domain_told(*domain.value);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path))
    if (entry.path().extension() == ".xml" && entry.path().filename() != "domain.xml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto profile = read_genius_profile(read_text_file(file.string()), domain.value.value_or(Domain{}));
    text += "\n" + file.filename().string() + "\n" + remarks(profile);
    if (profile.value) text += profile_told(*profile.value);
  }
  return text;
}

class GeniusFolder : public testing::TestWithParam<std::filesystem::path> {};

/// Every folder next to what Parley makes of it. PARLEY_GOLDEN=write writes what it makes now: read it then.
TEST_P(GeniusFolder, IsReadAsExpected) {
  const std::string now = folder_told(GetParam());
  const auto golden = GetParam() / "expected.txt";
  if (const char* mode = std::getenv("PARLEY_GOLDEN"); mode != nullptr && std::string(mode) == "write")
    std::ofstream(golden, std::ios::binary) << now;
  EXPECT_EQ(now, read_text_file(golden.string()));
}

INSTANTIATE_TEST_SUITE_P(Folders, GeniusFolder, testing::ValuesIn(folders()), [](const auto& path) {
  std::string name = path.param.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(GeniusLook, AtTheFirstElement) {
  EXPECT_EQ(what_genius_file("\n <?xml version='1.0'?>\n<!-- <a> -->\n<negotiation_template number='1'>"),
            GeniusFile::domain);
  EXPECT_EQ(what_genius_file("<utility_space>"), GeniusFile::profile);
  EXPECT_EQ(what_genius_file("<utility_space/>"), GeniusFile::profile);
  EXPECT_EQ(what_genius_file("<!DOCTYPE utility_space><utility_space"), GeniusFile::profile);
  EXPECT_EQ(what_genius_file("<utility_spaces>"), GeniusFile::neither);
  EXPECT_EQ(what_genius_file("<repository><utility_space>"), GeniusFile::neither);
  EXPECT_EQ(what_genius_file("0.5, 1.0\n1.0, 0.5\n"), GeniusFile::neither);
  EXPECT_EQ(what_genius_file(""), GeniusFile::neither);
  EXPECT_EQ(what_genius_file("<"), GeniusFile::neither);
  EXPECT_EQ(what_genius_file("<!-- <utility_space>"), GeniusFile::neither);
}

TEST(GeniusProfile, OfADomainWithoutNumbersCountsFromOne) {
  auto domain = *read_genius_domain(
                     "<negotiation_template><objective><issue index='8' name='a'><item value='x'/></issue>"
                     "</objective></negotiation_template>")
                     .value;
  domain.numbers.clear();
  const auto read = read_genius_profile(
      "<utility_space><objective><issue index='1'><item value='x' evaluation='2'/></issue><weight index='1' "
      "value='0.5'/>"
      "</objective></utility_space>",
      domain);
  ASSERT_TRUE(read.value) << told(read.problems);
  EXPECT_EQ(read.value->options[0][0], one_utility / 2);
}

/// 12 issues of 2 options with 2^12 kinds of packages, of which almost all exceed 1.
TEST(GeniusProfile, IsLeftUncutWhenTooManyPackagesExceedOne) {
  std::string issues;
  std::string profile;
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    issues += "<issue index='" + n + "' name='i" + n + "'><item value='x'/><item value='y'/></issue>";
    profile += "<issue index='" + n + "'><item value='x' evaluation='1'/><item value='y' evaluation='" +
               std::to_string(2 + i) + "'/></issue><weight index='" + n + "' value='0.9'/>";
  }
  const auto domain =
      read_genius_domain("<negotiation_template><objective>" + issues + "</objective></negotiation_template>");
  const auto read =
      read_genius_profile("<utility_space><objective>" + profile + "</objective></utility_space>", *domain.value);
  ASSERT_TRUE(read.value) << told(read.problems);
  EXPECT_TRUE(read.value->combinations.empty());
  ASSERT_EQ(read.notes.size(), 1U);
  EXPECT_EQ(read.notes[0],
            "Genius cuts utilities at 1, and too many packages may exceed that, so that they are left uncut");
}

}  // namespace
}  // namespace parley
