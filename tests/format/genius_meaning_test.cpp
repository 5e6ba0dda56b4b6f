#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "format/domain_text.h"
#include "format/genius_judge.h"
#include "parley/format/genius/genius.h"

namespace parley {
namespace {

GeniusJudge::Package values_of(const Domain& domain, const std::vector<int>& package) {
  GeniusJudge::Package values;
  for (std::size_t i = 0; i < package.size(); ++i)
    values[static_cast<int>(domain.numbers[i])] = domain.issues[i].options[static_cast<std::size_t>(package[i])];
  return values;
}

/// Files made at random: small, but with everything that the format knows.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {
    for (int i = 0, index = pick(0, 3); i < pick(1, 4); ++i, index += pick(1, 2)) indices_.push_back(index);
    for ([[maybe_unused]] const int index : indices_) kinds_.push_back(pick(0, 2));
  }

  std::string domain(bool integers, bool discrete) {
    if (integers) kinds_.assign(kinds_.size(), 1);
    if (discrete) kinds_.assign(kinds_.size(), 0);
    issues_.clear();
    std::string text = "<negotiation_template><utility_space><objective index='0' name='made'>";
    for (std::size_t i = 0; i < indices_.size(); ++i) {
      const std::string begins = "<issue index='" + std::to_string(indices_[i]) + "' name='i" + std::to_string(i) + "'";
      std::string issue;
      if (kinds_[i] == 0) {
        issue = begins + " type='discrete'>";
        const int values = pick(1, 4);
        for (int v = 0; v < values; ++v) issue += "<item index='1' value='" + std::to_string(v * 3 - 3) + "'/>";
        issue += "</issue>";
      } else if (kinds_[i] == 1) {
        issue = begins + " type='integer' lowerbound='" + std::to_string(pick(-3, 0)) + "' upperbound='" +
                std::to_string(pick(0, 3)) + "'></issue>";
      } else {
        issue =
            begins + " type='real'><range lowerbound='0.5' upperbound='" + std::to_string(pick(1, 3)) + "'/></issue>";
      }
      issues_.push_back(issue);
      text += issue;
    }
    return text + "</objective></utility_space></negotiation_template>";
  }

  std::string linear() {
    std::string text = begin("");
    std::string weights = "<weight index='77' value='1'/>";
    for (std::size_t i = 0; i < indices_.size(); ++i) {
      std::string issue = issues_[i];
      if (kinds_[i] == 0) {
        for (std::size_t at = issue.find("/>"); at != std::string::npos; at = issue.find("/>", at + 2)) {
          const std::string evaluation = " evaluation='" + std::to_string(pick(0, 8)) + "'";
          issue.insert(at, evaluation);
          at += evaluation.size();
        }
      }
      if (kinds_[i] == 0) put(issue, "<item value='elsewhere' evaluation='" + std::to_string(pick(0, 12)) + "'/>");
      if (kinds_[i] == 1)
        put(issue, "<evaluator ftype='linear' slope='" + decimal(-5, 5) + "' offset='" + decimal(-9, 9) + "'/>");
      if (kinds_[i] == 2) {
        const char* types[] = {"linear", "constant", "triangular"};
        put(issue, std::string("<evaluator ftype='") + types[pick(0, 2)] + "' parameter0='" + decimal(0, 9) +
                       "' parameter1='" + decimal(20, 30) + "' parameter2='" + decimal(10, 19) + "'/>");
      }
      text += issue;
      weights += "<weight index='" + std::to_string(indices_[i]) + "' value='" + decimal(0, 7) + "'/>";
    }
    return text + weights + "</objective></utility_space>";
  }

  std::string rectangles() {
    std::string text = begin("nonlinear");
    for (const auto& issue : issues_) text += issue;
    text += "<utility maxutility='" + decimal(30, 200) + "'><ufun type='PlainUfun' weight='1' aggregation='sum'>";
    for (int r = 0; r < pick(0, 6); ++r) text += rectangle();
    text += "<ufun aggregation='sum' weight='" + decimal(0, 20) + "'>" + rectangle() + "</ufun>";
    return text + "</ufun></utility></objective></utility_space>";
  }

  std::string rules(const Domain& domain) {
    std::string text = begin("constraint") + "<rules><ranks>";
    for (std::size_t i = 0; i < indices_.size(); ++i) {
      if (i > 0 && pick(0, 4) == 0) continue;
      text += "<issue index='" + std::to_string(indices_[i]) + "'>";
      for (const auto& option : domain.issues[i].options)
        text += "<item value='" + option + "' rank='" + std::to_string(pick(option == "-3" ? 1 : 0, 5)) + "'/>";
      text += "</issue>";
    }
    text += "</ranks><constraints>";
    for (int c = 0; c < pick(0, 5); ++c) text += constraint();
    return text + "</constraints></rules></objective></utility_space>";
  }

 private:
  int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  std::string decimal(int low, int high) { return std::to_string(pick(low, high) / 10.0); }
  std::string index() {
    return std::to_string(indices_[static_cast<std::size_t>(pick(0, static_cast<int>(indices_.size()) - 1))]);
  }
  std::string value() { return std::to_string(pick(-1, 2) * 3); }

  static void put(std::string& issue, const std::string& text) { issue.insert(issue.find("</issue>"), text); }

  static std::string begin(const std::string& type) {
    return "<utility_space type='" + type + "'><objective index='0' name='made'>";
  }

  std::string rectangle() {
    std::string text = "<hyperRectangle utility='" + decimal(-40, 90) + "'";
    if (pick(0, 2) == 0) text += " weight='" + decimal(0, 20) + "'";
    text += ">";
    const std::string kind = pick(0, 2) == 0 ? "EXCLUDES" : "INCLUDES";
    for (int b = 0; b < pick(0, 3); ++b)
      text += "<" + kind + " index='" + index() + "' min='" + std::to_string(pick(-4, 1)) + "' max='" +
              std::to_string(pick(-1, 4)) + "'/>";
    return text + "</hyperRectangle>";
  }

  std::string constraint() {
    const std::string head = "' index='" + index() + "' value='" + std::to_string(pick(0, 3)) + "' min='" +
                             std::to_string(pick(-6, 2)) + "' max='" + std::to_string(pick(-1, 9)) + "'>";
    const std::string assigned = "<valueassignment index='" + index() + "' value='" + value() + "'/>";
    std::string items;
    for (int i = 0; i < pick(0, 3); ++i) items += "<item index='" + index() + "'/>";
    const std::string end = "</constraint>";
    switch (pick(0, 6)) {
      case 0:
        return "<constraint type='zeroConstraint" + head + assigned + end;
      case 1:
        return "<constraint type='conditionalZeroConstraint" + head + assigned + end;
      case 2:
        return "<constraint type='sumZeroConstraint" + head + items + end;
      case 3:
        return "<constraint type='sumZeroNotConstraint" + head + items + end;
      case 4:
        return "<constraint type='sumZeroConstraintList" + head + items +
               "<condition value='3'/><condition value='6'/>" + end;
      case 5:
        if (indices_.size() < 2) return {};
        return "<constraint type='conditionalZeroOutcomeConstraint'><checkassignment index='" +
               std::to_string(indices_[0]) + "' condition='numeric=" + (pick(0, 1) ? "positive" : "negative") +
               "'/><checkassignment index='" + std::to_string(indices_[1]) + "' condition='3'/>" + end;
      default:
        return "<constraint type='inclusiveZeroOutcomeConstraint'><checkassignment index='" + index() +
               "' condition='numeric=" + (pick(0, 1) ? "positive" : "negative") + "'/><checkassignment index='" +
               index() + "' condition='" + std::to_string(pick(0, 3)) + "'/>" + end;
    }
  }

  std::mt19937 random_;
  std::vector<int> indices_;
  std::vector<int> kinds_;
  std::vector<std::string> issues_;
};

/// Reading agrees with the judge on every package; and what is written of it reads back as the same.
void expect_same(const Domain& domain, const std::string& text) {
  const auto read = read_genius_profile(text, domain);
  ASSERT_TRUE(read.value) << told(read.problems) << text;
  const GeniusJudge judge(text);
  for_each_package(domain.issues, [&](const std::vector<int>& package) {
    const double utility = judge.utility(values_of(domain, package));
    EXPECT_NEAR(static_cast<double>(worth(*read.value, package)) / 1e9, utility, 3e-8) << text;
  });
}

Domain parsed_domain(const std::string& text) {
  auto read = read_genius_domain(text);
  EXPECT_TRUE(read.value) << told(read.problems) << text;
  return read.value.value_or(Domain{});
}

TEST(GeniusMeaning, OfLinearProfiles) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Maker maker(seed);
    const Domain domain = parsed_domain(maker.domain(false, false));
    std::size_t packages = 1;
    for (const Issue& issue : domain.issues) packages *= issue.options.size();
    if (packages < 20'000) expect_same(domain, maker.linear());
  }
}

TEST(GeniusMeaning, OfHyperRectangles) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Maker maker(seed);
    const Domain domain = parsed_domain(maker.domain(true, false));
    expect_same(domain, maker.rectangles());
  }
}

TEST(GeniusMeaning, OfConstraints) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Maker maker(seed);
    const Domain domain = parsed_domain(maker.domain(false, true));
    expect_same(domain, maker.rules(domain));
  }
}

TEST(GeniusMeaning, OfTheRailwayProfiles) {
  const std::filesystem::path folder = PARLEY_SOURCE_DIR "/../shared/domains/genius/hard/constraint-rules";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "needs ../shared/domains/genius";
  const Domain domain = parsed_domain(read_text_file((folder / "Railway.xml").string()));
  std::mt19937 random(7);
  for (const char* name : {"Minister.xml", "NS.xml", "ProRail.xml"}) {
    const std::string text = read_text_file((folder / name).string());
    const auto read = read_genius_profile(text, domain);
    ASSERT_TRUE(read.value) << told(read.problems);
    const GeniusJudge judge(text);
    for (int i = 0; i < 3000; ++i) {
      std::vector<int> package;
      for (const Issue& issue : domain.issues)
        package.push_back(static_cast<int>(random() % static_cast<unsigned>(issue.levels())));
      EXPECT_NEAR(static_cast<double>(worth(*read.value, package)) / 1e9, judge.utility(values_of(domain, package)),
                  1e-8);
    }
  }
}

}  // namespace
}  // namespace parley
