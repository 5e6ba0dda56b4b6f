#include <gtest/gtest.h>

#include <sstream>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

/// The YAML examples of a page, one after the other, on the lines on which they stand.
std::string examples_of(const std::string& page) {
  std::istringstream lines(page);
  std::string text;
  std::string line;
  bool inside = false;
  while (std::getline(lines, line)) {
    if (line.starts_with("```"))
      inside = line == "```yaml";
    else if (inside)
      text += line;
    text += '\n';
  }
  return text;
}

TEST(Docs, ExamplesOfTheCaseFormatMakeOneCase) {
  const CaseFile file = read_case(examples_of(read_text_file(PARLEY_SOURCE_DIR "/docs/case-format.md")));
  ASSERT_TRUE(file.value) << told(file.problems);
  EXPECT_EQ(file.value->issues.size(), 6U);
  EXPECT_EQ(file.value->proposals.size(), 2U);
}

}  // namespace
}  // namespace parley
