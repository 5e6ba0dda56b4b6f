#include "parley/format/table/csv.h"

#include <gmock/gmock.h>

#include <random>

#include "format/case_text.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Rows = std::vector<std::vector<std::string>>;

struct Table {
  Rows rows;
  std::vector<std::vector<Place>> places;
  Problems problems;
};

Table table(std::string_view text, std::optional<char> separator = {}) {
  ProblemList problems;
  CsvReader reader(text, problems, separator);
  Table read;
  for (std::vector<CsvCell> row; reader.next(row);) {
    read.rows.emplace_back();
    read.places.emplace_back();
    for (const CsvCell& cell : row) {
      read.rows.back().push_back(cell.text);
      read.places.back().push_back(reader.place(cell));
    }
  }
  read.problems = problems.take();
  return read;
}

Rows rows(std::string_view text) {
  const Table read = table(text);
  EXPECT_EQ(told(read.problems), "") << text;
  return read.rows;
}

std::string csv_complaints(std::string_view text) { return told(table(text).problems); }

TEST(Csv, ReadsWhatTheRfcAllows) {
  EXPECT_EQ(rows("a,b\r\nc,d\r\n"), (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(rows("a,b\nc,d"), (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(rows("a,b\rc,d\r"), (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(rows("\"a,\"\"b\"\"\",\"two\r\nlines\"\n, \n"), (Rows{{"a,\"b\"", "two\r\nlines"}, {"", " "}}));
  EXPECT_EQ(rows("a\n\"\"\n"), (Rows{{"a"}, {""}}));
  EXPECT_EQ(rows(",\n,,\n"), (Rows{{"", ""}, {"", "", ""}}));
  EXPECT_EQ(rows("\n\n a ,b\n\r\n\nc,d\n\n"), (Rows{{" a ", "b"}, {"c", "d"}}));
  EXPECT_THAT(rows(""), IsEmpty());
  EXPECT_THAT(rows("\r\n\n"), IsEmpty());
}

TEST(Csv, TakesTheSeparatorOfTheFirstLine) {
  EXPECT_EQ(rows("a;b;c\nd,e;f;g\n"), (Rows{{"a", "b", "c"}, {"d,e", "f", "g"}}));
  EXPECT_EQ(rows("a\tb, with comma\tc\n1\t2\t3\n"), (Rows{{"a", "b, with comma", "c"}, {"1", "2", "3"}}));
  EXPECT_EQ(rows("\"a;b;c\",d\ne,f\n"), (Rows{{"a;b;c", "d"}, {"e", "f"}}));
  EXPECT_EQ(table("a,b;c\n", ';').rows, (Rows{{"a,b", "c"}}));
}

TEST(Csv, PassesOverAByteOrderMark) {
  const Table read = table("\xEF\xBB\xBF\"a\",b\n");
  EXPECT_EQ(read.rows, (Rows{{"a", "b"}}));
  EXPECT_EQ(told(read.problems), "");
}

TEST(Csv, KnowsWhereEveryCellStands) {
  const Table read = table("größe,b\r\n\"two\nlines\",c\n\n,d\r");
  const std::vector<Place> first{{1, 1}, {1, 7}};
  const std::vector<Place> second{{2, 1}, {3, 8}};
  const std::vector<Place> third{{5, 1}, {5, 2}};
  EXPECT_THAT(read.places, ElementsAre(first, second, third));
}

TEST(Csv, TellsWhatIsWrongWithQuotesAndReadsOn) {
  EXPECT_THAT(csv_complaints("a,b\nthe \"north\" line,c\n\"x\"y,d\n"),
              testing::AllOf(HasSubstr("2:5: a quote stands inside a cell"), HasSubstr("3:4: text stands behind")));
  EXPECT_THAT(csv_complaints("a,b\n\"never closed,c\nd,e\n"),
              HasSubstr("2:1: the quotes that begin here are never closed"));
  EXPECT_EQ(table("a,b\n\"x\"y,d\ne,f\n").rows, (Rows{{"a", "b"}, {"x", "d"}, {"e", "f"}}));
}

TEST(Csv, RefusesWhatIsNoText) {
  EXPECT_THAT(csv_complaints("a,b\n\xFF,c\n"), HasSubstr("2:1: byte FF is not UTF-8"));
  EXPECT_THAT(csv_complaints(std::string("a,b\nx\0y,c\n", 10)), HasSubstr("2:2: a control character"));
  EXPECT_THAT(csv_complaints("\xFF\xFE"), HasSubstr("UTF-16"));
  EXPECT_THAT(table("a,b\n\xFF,c\n").rows, IsEmpty());
}

TEST(Csv, EndsWhatIsTooLarge) {
  EXPECT_THAT(csv_complaints(std::string(5000, ',')), HasSubstr("1:1001: the table has more than 1000 columns"));
  EXPECT_THAT(csv_complaints("a\n" + std::string(CsvLimits::cell + 1, 'x') + "\nb\n"),
              HasSubstr("2:1: this cell has more than 262144 bytes"));
  EXPECT_THAT(csv_complaints(std::string(CsvLimits::bytes + 1, 'x')), HasSubstr("more than 67108864 bytes"));
  std::string many = "a\n";
  for (std::size_t i = 0; i <= CsvLimits::rows; ++i) many += "b\n";
  ProblemList problems;
  CsvReader reader(many, problems);
  std::size_t rows = 0;
  for (std::vector<CsvCell> row; reader.next(row);) ++rows;
  EXPECT_EQ(rows, CsvLimits::rows + 1);
  EXPECT_THAT(told(problems.take()), HasSubstr("1000002:1: the table has more than 1000000 rows"));
}

TEST(Csv, ReadsBackWhatItWrote) {
  std::mt19937_64 random(4);
  const std::vector<std::string> pieces{"a", "ß", ",", ";", "\"", "\n", "\r\n", "\r", " ", "\t", "\xEF\xBB\xBF", "=1"};
  for (int round = 0; round < 3000; ++round) {
    Rows written(1 + random() % 4);
    const std::size_t width = 1 + random() % 4;
    std::string text;
    for (auto& row : written) {
      row.resize(width);
      for (std::string& cell : row)
        for (std::size_t i = random() % 5; i > 0; --i) cell += pieces[random() % pieces.size()];
      write_csv_row(text, row);
    }
    const Table read = table(text, ',');
    ASSERT_EQ(told(read.problems), "") << text;
    ASSERT_EQ(read.rows, written) << text;
  }
}

TEST(Csv, SurvivesAnyBytes) {
  std::mt19937_64 random(5);
  const std::string bytes = "a,;\t\"\"\"\n\r \xC3\xA9\xEF\xBB\xBF";
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = bytes[random() % bytes.size()];
    const Table read = table(text);
    for (const auto& row : read.rows) EXPECT_THAT(row, testing::Not(IsEmpty()));
  }
}

}  // namespace
}  // namespace parley
