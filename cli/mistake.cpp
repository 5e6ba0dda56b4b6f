#include "mistake.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "parley/format/nearest.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

/// The command that was being called, the innermost that CLI11 had found, and the words that call it: "record add ".
struct Called {
  const CLI::App* command;
  std::string words;
};
Called called(const CLI::App& app) {
  Called innermost{&app, {}};
  for (std::vector<CLI::App*> found = app.get_subcommands(); !found.empty();
       found = innermost.command->get_subcommands())
    innermost = {found.back(), innermost.words + found.back()->get_name() + " "};
  return innermost;
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::string no_command(const std::string& word, const std::vector<std::string>& commands) {
  const auto meant = nearest_word(word, commands);
  return fmt::format("there is no command \"{}\"{}", printable(word), meant ? "; did you mean " + *meant + "?" : "");
}

std::string unexpected(const CLI::App& command, const std::string& word) {
  if (!word.starts_with("-")) return fmt::format("nothing was expected at \"{}\"", printable(word));
  std::vector<std::string> options;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
  const auto meant = nearest_word(word, options);
  return fmt::format("there is no option {}{}", printable(word), meant ? "; did you mean " + *meant + "?" : "");
}

}  // namespace

std::string first_word_mistake(const CLI::App& app, const std::string& word) {
  const std::vector<std::string> commands = names_of_commands(app);
  if (word.starts_with("-") || std::ranges::find(commands, word) != commands.end()) return {};
  std::error_code ignored;
  if (std::filesystem::exists(word, ignored))
    return fmt::format("{0} is a file, and a command comes first: parley analyze {0}", printable(word));
  return no_command(word, commands) + "\nparley --help lists the commands";
}

std::string mistake(const CLI::App& app, const CLI::ParseError& error) {
  const auto [command, words] = called(app);
  const std::vector<std::string> left = app.remaining(true);
  const std::vector<std::string> commands = names_of_commands(*command);
  std::string said = error.what();
  if (command != &app && !commands.empty())
    said = left.empty() ? fmt::format("parley {}needs to know what to do: {}", words, fmt::join(commands, ", "))
                        : no_command(left.front(), commands);
  else if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !left.empty())
    said = unexpected(*command, left.front());
  return fmt::format("{}\nparley {}--help tells how to call it", said, words);
}

}  // namespace parley::cli
