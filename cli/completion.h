#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace parley::cli {

/// What may follow an option or stand as an argument, as far as a shell can complete it.
struct Value {
  enum class Kind { none, file, word, other } kind = Kind::none;
  std::vector<std::string> words;  ///< Kind::word
};

struct Switch {
  std::vector<std::string> names;  ///< "-o", "--output"
  std::string description;
  Value value;
  bool value_optional = false;
};

struct Command {
  std::string name;  ///< empty: the program itself
  std::string description;
  std::vector<Switch> switches;
  std::vector<Switch> arguments;  ///< in order; names holds the one name
};

struct Program {
  Command itself;
  std::vector<Command> commands;
};

/// The command line as CLI11 knows it, so that completions never lag behind the program. What an option takes is read
/// from its option text: "FILE" and "[FILE]" are files, "a|b" are words.
Program program_of(const CLI::App& app);

/// Scripts that complete `parley`, one for each shell.
std::string bash_completion(const Program& program);
std::string zsh_completion(const Program& program);
std::string fish_completion(const Program& program);

}  // namespace parley::cli
