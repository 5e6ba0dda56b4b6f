#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "format/domain_text.h"
#include "parley/format/domain/kind.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/negmas/negmas.h"
#include "parley/format/negolog/negolog.h"

namespace parley {
namespace {

const std::filesystem::path wrong_folder = PARLEY_SOURCE_DIR "/tests/format";

/// Reads a file as what its folder and its keys say it is; profiles against the folder's own domain.
template <class Check>
void read_as_told(const std::string& format, const std::string& bytes, const Check& check) {
  const DomainFileKind kind = what_domain_file(bytes);
  if (format == "geniusweb" && kind == DomainFileKind::geniusweb_profile)
    return check(read_geniusweb_profile(bytes, read_geniusweb_domain(fixture("geniusweb/domain.json")).value.value()));
  if (format == "geniusweb") return check(read_geniusweb_domain(bytes));
  if (format == "negmas" && kind == DomainFileKind::negmas_domain) return check(read_negmas_domain(bytes));
  if (format == "negmas")
    return check(read_negmas_profile(bytes, read_negmas_domain(fixture("negmas/talks.yml")).value.value()));
  check(read_negolog_profile(bytes, read_negolog_domain(fixture("negolog/profileA.json")).value.value()));
}

std::vector<std::filesystem::path> wrong_domain_files() {
  std::vector<std::filesystem::path> files;
  for (const char* format : {"geniusweb", "negmas", "negolog"})
    for (const auto& entry : std::filesystem::directory_iterator(wrong_folder / format / "wrong"))
      if (entry.path().extension() != ".expected") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class WrongDomain : public testing::TestWithParam<std::filesystem::path> {};

/// Every wrong file next to what Parley says about it, as in wrong_test.cpp.
TEST_P(WrongDomain, IsToldAsExpected) {
  auto golden = GetParam();
  const std::string format = golden.parent_path().parent_path().filename().string();
  golden.replace_extension(".expected");
  read_as_told(format, read_text_file(GetParam().string()), [&](const auto& imported) {
    EXPECT_FALSE(imported.value);
    EXPECT_FALSE(imported.problems.empty());
    if (const char* mode = std::getenv("PARLEY_GOLDEN"); mode != nullptr && std::string(mode) == "write")
      std::ofstream(golden, std::ios::binary) << told(imported.problems);
    EXPECT_EQ(told(imported.problems), read_text_file(golden.string()));
  });
}

INSTANTIATE_TEST_SUITE_P(Files, WrongDomain, testing::ValuesIn(wrong_domain_files()), [](const auto& file) {
  std::string name = file.param.parent_path().parent_path().filename().string() + "_" + file.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(HostileDomain, EveryBeginningOfAFileIsReadOrTold) {
  for (const char* format : {"geniusweb", "negmas", "negolog"})
    for (const auto& entry : std::filesystem::directory_iterator(wrong_folder / format)) {
      if (!entry.is_regular_file()) continue;
      const std::string bytes = read_text_file(entry.path().string());
      for (std::size_t size = 0; size < bytes.size(); ++size)
        read_as_told(format, bytes.substr(0, size),
                     [](const auto& imported) { ASSERT_NE(imported.value.has_value(), !imported.problems.empty()); });
    }
}

/// A head, a piece many times over with a number in it, and a tail.
std::string repeated(const std::string& head, const std::string& piece, int times, const std::string& tail) {
  std::string text = head;
  for (int i = 0; i < times; ++i) {
    std::string next = piece;
    for (auto at = next.find('#'); at != std::string::npos; at = next.find('#')) next.replace(at, 1, std::to_string(i));
    text += next;
  }
  return text + tail;
}

void expect_refused(const std::string& format, const std::string& bytes) {
  read_as_told(format, bytes, [](const auto& imported) {
    EXPECT_FALSE(imported.value);
    EXPECT_FALSE(imported.problems.empty());
    EXPECT_LE(imported.problems.size(), 101U);
    EXPECT_LE(imported.notes.size(), 20U);
  });
}

TEST(HostileDomain, NextToNothing) {
  for (const char* format : {"geniusweb", "negmas", "negolog"})
    for (const char* text : {"", " ", "#", "---\n", "null", "3", "{}", "[]"}) expect_refused(format, text);
}

TEST(HostileDomain, TooManyIssues) {
  expect_refused("geniusweb", repeated("{\"issuesValues\": {", "\"i#\": {\"values\": [\"a\"]},", 50'000, "}}"));
  expect_refused("geniusweb", repeated("{\"issuesValues\": {", "\"i#\": {\"range\": [0, 1999, 1]},", 50'000, "}}"));
}

TEST(HostileDomain, TooManyValues) {
  expect_refused("geniusweb", repeated("{\"issuesValues\": {\"A\": {\"values\": [", "\"o#\",", 200'000, "]}}}"));
}

TEST(HostileDomain, TooLargeRanges) {
  expect_refused("negmas",
                 repeated("issues: [", "{name: n#, type: ContiguousIssue, values: 1000000000000},", 40'000, "]"));
}

TEST(HostileDomain, TooManyWeights) {
  expect_refused("geniusweb",
                 repeated("{\"LinearAdditiveUtilitySpace\": {\"issueWeights\": {", "\"Roo#\": 0.1,", 90'000, "}}}"));
}

TEST(HostileDomain, TooManyWorths) {
  expect_refused("negmas", repeated("type: LinearAdditiveUtilityFunction\nvalues: [{", "day#: 1,", 90'000, "}]"));
}

TEST(HostileDomain, TooManyRegions) {
  expect_refused("negmas", repeated("type: HyperRectangleUtilityFunction\nutilities: []\noutcome_ranges: [", "{0: no},",
                                    60'000, "]"));
}

TEST(HostileDomain, TooDeep) {
  expect_refused("geniusweb", repeated("{\"LinearAdditiveUtilitySpace\": ", "{\"a\": ", 100'000, ""));
  expect_refused("negmas", repeated("type: ExpDiscountedUFun\nufun: ", "{type: ExpDiscountedUFun, ufun: ", 60'000, ""));
}

TEST(HostileDomain, TooLong) {
  expect_refused("negolog",
                 "{\"reservationValue\": " + std::string(1'000'000, '9') + ", \"issueWeights\": {}, \"issues\": {}}");
  expect_refused("negolog", std::string(5'000'000, ' ') + "{}");
}

TEST(HostileDomain, CombinationsThatAddUpBeyondAllBounds) {
  std::string regions;
  std::string worths;
  for (int i = 0; i < 10'000; ++i) {
    regions += "{0: no},";
    worths += "1000000,";
  }
  expect_refused("negmas",
                 "type: HyperRectangleUtilityFunction\nutilities: [" + worths + "]\noutcome_ranges: [" + regions + "]");
}

}  // namespace
}  // namespace parley
