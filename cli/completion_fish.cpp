#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "completion.h"

namespace parley::cli {
namespace {

std::string in_single_quotes(const std::string& text) {
  std::string out = "'";
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') out += '\\';
    out += letter;
  }
  return out + "'";
}

std::string line(const std::string& condition, const Switch& one) {
  std::string text = fmt::format("complete -c parley -n '{}'", condition);
  for (const std::string& name : one.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (one.value.kind == Value::Kind::file && !one.value_optional) text += " -r -F";
  if (one.value.kind == Value::Kind::other) text += " -x";
  if (one.value.kind == Value::Kind::word) text += fmt::format(" -x -a '{}'", fmt::join(one.value.words, " "));
  return text + " -d " + in_single_quotes(one.description) + "\n";
}

}  // namespace

std::string fish_completion(const Program& program) {
  std::string text = "# Completes parley in fish. Made by: parley completion fish\n";
  for (const Switch& one : program.itself.switches) text += line("__fish_use_subcommand", one);
  for (const Command& command : program.commands) {
    text += fmt::format("complete -c parley -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                        in_single_quotes(command.description));
    const std::string condition = "__fish_seen_subcommand_from " + command.name;
    const bool takes_files = std::ranges::any_of(
        command.arguments, [](const Switch& argument) { return argument.value.kind == Value::Kind::file; });
    if (!takes_files) text += fmt::format("complete -c parley -n '{}' -f\n", condition);
    for (const Switch& argument : command.arguments)
      if (argument.value.kind == Value::Kind::word)
        text += fmt::format("complete -c parley -n '{}' -a '{}'\n", condition, fmt::join(argument.value.words, " "));
    for (const Switch& one : command.switches) text += line(condition, one);
  }
  return text;
}

}  // namespace parley::cli
