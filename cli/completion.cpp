#include "completion.h"

#include <algorithm>

namespace parley::cli {
namespace {

Value value_of(const std::string& text) {
  if (text.find("FILE") != std::string::npos || text == "CASE" || text == "TALKS") return {Value::Kind::file, {}};
  if (text.find('|') != std::string::npos) return {Value::Kind::word, CLI::detail::split(text, '|')};
  return {Value::Kind::other, {}};
}

Switch argument_of(const CLI::Option& option) {
  Switch made;
  made.names = {option.get_name(true)};
  made.description = option.get_description();
  made.value = value_of(made.names.front());
  if (made.value.kind == Value::Kind::other) made.value = value_of(option.get_option_text());
  return made;
}

Switch switch_of(const CLI::Option& option) {
  Switch made;
  made.description = option.get_description();
  for (const std::string& name : option.get_snames()) made.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) made.names.push_back("--" + name);
  const std::string& text = option.get_option_text();
  if (!text.empty()) made.value = value_of(text);
  made.value_optional = text.starts_with("[");
  return made;
}

Command command_of(const CLI::App& app);

/// A command that has commands of its own: they are the words of its first argument, and it has the options of all of
/// them.
void take_in(Command& made, const std::vector<const CLI::App*>& commands) {
  Switch which{{"COMMAND"}, "what to do", {Value::Kind::word, {}}, false};
  for (const CLI::App* app : commands) {
    const Command command = command_of(*app);
    which.value.words.push_back(command.name);
    for (const Switch& one : command.switches)
      if (std::ranges::find(made.switches, one.names, &Switch::names) == made.switches.end())
        made.switches.push_back(one);
  }
  made.arguments = {which, {{"FILE"}, "a record, a case or a file", {Value::Kind::file, {}}, false}};
}

Command command_of(const CLI::App& app) {
  Command made;
  made.name = app.get_name();
  made.description = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional())
      made.arguments.push_back(argument_of(*option));
    else
      made.switches.push_back(switch_of(*option));
  }
  if (const auto commands = app.get_subcommands({}); !commands.empty()) take_in(made, commands);
  return made;
}

}  // namespace

Program program_of(const CLI::App& app) {
  Program program;
  for (const CLI::Option* option : app.get_options()) program.itself.switches.push_back(switch_of(*option));
  for (const CLI::App* command : app.get_subcommands({})) program.commands.push_back(command_of(*command));
  return program;
}

}  // namespace parley::cli
