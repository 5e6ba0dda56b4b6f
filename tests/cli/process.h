#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace parley::cli {

/// How the program is called: its arguments, what stands on its standard input, and what is in its environment beside
/// TERM and PATH.
struct Call {
  std::vector<std::string> arguments;
  std::string input = {};
  std::map<std::string, std::string> environment = {};
  std::filesystem::path program = PARLEY_PROGRAM;
  int output = -1;  ///< a descriptor to write answers to instead of Ended::out
};

/// How it ended, and what it wrote.
struct Ended {
  int exit = -1;  ///< -1 when a signal ended it
  int signal = 0;
  std::string out;
  std::string err;
};

Ended run(const Call& call);

/// Runs `parley` with these arguments and nothing special.
Ended parley(std::vector<std::string> arguments);

/// The same at a terminal of so many columns; what it wrote is in `out`, answers and notes together.
Ended parley_at_terminal(std::vector<std::string> arguments, std::map<std::string, std::string> environment,
                         int columns);

/// A program that is still running.
struct Running {
  pid_t process = 0;
  std::filesystem::path out;
  std::filesystem::path err;
};
Running start(const Call& call);
Ended finish(const Running& running);

std::string read_file(const std::filesystem::path& file);
std::string founding_case();

/// A test with an empty folder of its own.
class Folder : public testing::Test {
 protected:
  Folder();
  ~Folder() override;
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const;
  std::vector<std::string> files() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace parley::cli
