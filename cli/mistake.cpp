#include "mistake.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "parley/format/nearest.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

/// The command that was being called: the innermost that CLI11 had found.
const CLI::App& called(const CLI::App& app) {
  const std::vector<CLI::App*> found = app.get_subcommands();
  return found.empty() ? app : *found.back();
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
  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands({})) commands.push_back(command->get_name());
  if (word.starts_with("-") || std::ranges::find(commands, word) != commands.end()) return {};
  std::error_code ignored;
  if (std::filesystem::exists(word, ignored))
    return fmt::format("{0} is a file, and a command comes first: parley analyze {0}", printable(word));
  const auto meant = nearest_word(word, commands);
  return fmt::format("there is no command \"{}\"{}\nparley --help lists the commands", printable(word),
                     meant ? "; did you mean " + *meant + "?" : "");
}

std::string mistake(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = called(app);
  const bool itself = &command == &app;
  const std::vector<std::string> left = app.remaining(true);
  const bool extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !left.empty();
  return fmt::format("{}\nparley {}--help tells how to call it",
                     extra ? unexpected(command, left.front()) : error.what(), itself ? "" : command.get_name() + " ");
}

}  // namespace parley::cli
