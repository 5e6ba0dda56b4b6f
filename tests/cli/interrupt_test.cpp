#include <fmt/core.h>
#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Interrupt = Folder;

constexpr int parties = 5;
constexpr int issues = 40;
constexpr int options = 10;

/// Values and weights without a pattern, so that hardly a package beats another.
int value(int party, int issue, int option) {
  if (option == (party + issue) % options) return 100;
  if (option == (party + issue + 3) % options) return 0;
  return (party * 37 + issue * 17 + option * 29) % 101;
}

std::string preferences(int party) {
  std::string weights;
  std::string values;
  int left = 1'000'000;
  for (int issue = 0; issue < issues; ++issue) {
    const int weight = issue + 1 == issues ? left : 15'000 + (party * 7919 + issue * 104729) % 9973;
    left -= weight;
    weights += fmt::format("i{}: {}.{:04}, ", issue, weight / 10'000, weight % 10'000);
    values += fmt::format("        i{}: {{", issue);
    for (int option = 0; option < options; ++option)
      values += fmt::format("o{}: {}, ", option, value(party, issue, option));
    values += "}\n";
  }
  return fmt::format("      weights: {{{}}}\n      values:\n{}", weights, values);
}

/// Talks whose frontier takes long.
std::string endless_case() {
  std::string text = "parley: 1\ntitle: Endless talks\nas-of: 2024-03-26\nparties:\n";
  for (int party = 0; party < parties; ++party)
    text += fmt::format("  p{}:\n    reservation: 30\n    preferences:\n{}", party, preferences(party));
  text += "issues:\n";
  for (int issue = 0; issue < issues; ++issue)
    text += fmt::format("  i{}: {{options: [o0, o1, o2, o3, o4, o5, o6, o7, o8, o9]}}\n", issue);
  return text;
}

Running start_endless(const std::string& file) {
  const Running running = start({.arguments = {"zone", file}});
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  return running;
}

TEST_F(Interrupt, PrintsWhatWasFound) {
  const Running running = start_endless(write("endless.yaml", endless_case()));
  kill(running.process, SIGINT);
  const Ended run = finish(running);
  EXPECT_EQ(run.exit, 3) << run.err;
  EXPECT_THAT(run.out, HasSubstr("Endless talks"));
  EXPECT_THAT(run.err, HasSubstr("Stopping"));
}

TEST_F(Interrupt, EndsAtOnceWhenRepeated) {
  const Running running = start_endless(write("endless.yaml", endless_case()));
  kill(running.process, SIGINT);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  kill(running.process, SIGINT);
  const Ended run = finish(running);
  EXPECT_TRUE(run.signal == SIGINT || run.exit == 3);
}

}  // namespace
}  // namespace parley::cli
