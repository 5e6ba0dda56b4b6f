#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

const std::filesystem::path wrong_cases = PARLEY_SOURCE_DIR "/tests/format/wrong";

std::vector<std::filesystem::path> wrong_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(wrong_cases))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class Wrong : public testing::TestWithParam<std::filesystem::path> {};

/// Every wrong file next to what Parley says about it. PARLEY_GOLDEN=write writes what it says now: read it then.
TEST_P(Wrong, IsToldAsExpected) {
  const CaseFile file = read_case_file(GetParam());
  EXPECT_FALSE(file.value);
  EXPECT_FALSE(file.problems.empty());
  auto golden = GetParam();
  golden.replace_extension(".expected");
  if (const char* mode = std::getenv("PARLEY_GOLDEN"); mode != nullptr && std::string(mode) == "write")
    std::ofstream(golden, std::ios::binary) << told(file.problems);
  EXPECT_EQ(told(file.problems), read_text_file(golden.string()));
}

INSTANTIATE_TEST_SUITE_P(Files, Wrong, testing::ValuesIn(wrong_files()), [](const auto& file) {
  std::string name = file.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(WrongFile, CannotBeRead) {
  EXPECT_EQ(told(read_case_file(wrong_cases).problems),
            "0:0: " + wrong_cases.string() + " is a folder; name a case file\n");
  EXPECT_EQ(told(read_case_file(wrong_cases / "none").problems),
            "0:0: " + (wrong_cases / "none").string() + " does not exist; check the name\n");
}

TEST(WrongFile, TellsAtMostAHundredProblemsInTheOrderOfTheFile) {
  std::string text = "parley: 1\n";
  for (int i = 0; i < 500; ++i) text += "k" + std::to_string(i) + ": 1\n";
  const Problems problems = read_case(text).problems;
  ASSERT_EQ(problems.size(), 101U);
  EXPECT_TRUE(std::is_sorted(problems.begin(), problems.end() - 1,
                             [](const Problem& a, const Problem& b) { return a.place < b.place; }));
  EXPECT_EQ(problems.back().message, "and 403 more problems");
}

}  // namespace
}  // namespace parley
