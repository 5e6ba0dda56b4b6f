#include <fmt/format.h>
#include <fmt/ranges.h>

#include "completion.h"

namespace parley::cli {
namespace {

std::string offer(const std::vector<std::string>& words) {
  return fmt::format(R"(COMPREPLY=($(compgen -W "{}" -- "$current")))", fmt::join(words, " "));
}

std::vector<std::string> names(const std::vector<Switch>& switches) {
  std::vector<std::string> all;
  for (const Switch& one : switches) all.insert(all.end(), one.names.begin(), one.names.end());
  return all;
}

/// What is offered after an option that takes a value. An empty COMPREPLY leaves files to the shell.
std::string after(const Switch& one) {
  const std::string pattern = fmt::format("        {})", fmt::join(one.names, " | "));
  switch (one.value.kind) {
    case Value::Kind::none:
      return {};
    case Value::Kind::file:
      return one.value_optional ? "" : pattern + " return ;;\n";
    case Value::Kind::word:
      return fmt::format("{} {}; return ;;\n", pattern, offer(one.value.words));
    case Value::Kind::other:
      return pattern + " compopt +o default 2>/dev/null; return ;;\n";
  }
  return {};
}

std::string branch(const Command& command) {
  std::string text = fmt::format("    {})\n      options=\"{}\"\n      case $previous in\n", command.name,
                                 fmt::join(names(command.switches), " "));
  for (const Switch& one : command.switches) text += after(one);
  text += "      esac\n";
  for (const Switch& argument : command.arguments)
    if (argument.value.kind == Value::Kind::word)
      text += fmt::format("      [[ $current != -* ]] && {}\n", offer(argument.value.words));
  return text + "      ;;\n";
}

}  // namespace

std::string bash_completion(const Program& program) {
  std::vector<std::string> first = names(program.itself.switches);
  for (const Command& command : program.commands) first.push_back(command.name);

  std::string text = R"(# Completes parley in bash. Made by: parley completion bash
_parley() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} options=
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    )";
  text += offer(first) + "\n    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : program.commands) text += branch(command);
  return text + R"(  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  fi
}
complete -o default -F _parley parley
)";
}

}  // namespace parley::cli
