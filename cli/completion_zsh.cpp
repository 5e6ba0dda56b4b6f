#include <fmt/format.h>
#include <fmt/ranges.h>

#include "completion.h"

namespace parley::cli {
namespace {

/// Text inside single quotes, with what _arguments and _describe read as signs of their own set apart.
std::string plain(const std::string& text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\'') {
      out += R"('\'')";
      continue;
    }
    if (letter == ':' || letter == '[' || letter == ']' || letter == '\\') out += '\\';
    out += letter;
  }
  return out;
}

std::string action(const Value& value) {
  switch (value.kind) {
    case Value::Kind::file:
      return "_files";
    case Value::Kind::word:
      return fmt::format("({})", fmt::join(value.words, " "));
    case Value::Kind::none:
    case Value::Kind::other:
      break;
  }
  return " ";
}

std::string option_spec(const Switch& one, const std::string& indent) {
  std::string value;
  if (one.value.kind != Value::Kind::none)
    value = fmt::format("{}value:{}", one.value_optional ? "::" : ":", action(one.value));
  std::string text;
  for (const std::string& name : one.names)
    text +=
        fmt::format("{}'({}){}[{}]{}' \\\n", indent, fmt::join(one.names, " "), name, plain(one.description), value);
  return text;
}

std::string branch_of(const Command& command) {
  const std::string indent(12, ' ');
  std::string text = fmt::format("        {})\n          _arguments \\\n", command.name);
  for (const Switch& one : command.switches) text += option_spec(one, indent);
  for (const Switch& argument : command.arguments)
    text += fmt::format("{}':{}:{}' \\\n", indent, argument.names.front(), action(argument.value));
  return text + indent + "&& return 0\n          ;;\n";
}

}  // namespace

std::string zsh_completion(const Program& program) {
  std::string text = R"(#compdef parley
# Completes parley in zsh. Made by: parley completion zsh
_parley() {
  local context state line
  typeset -A opt_args
  local -a commands
  commands=(
)";
  for (const Command& command : program.commands)
    text += fmt::format("    '{}:{}'\n", command.name, plain(command.description));
  text += "  )\n  _arguments -C \\\n";
  for (const Switch& one : program.itself.switches) text += option_spec(one, "    ");
  text += R"(    '1: :->command' \
    '*:: :->rest' && return 0
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case ${words[1]} in
)";
  for (const Command& command : program.commands) text += branch_of(command);
  return text + R"(      esac
      ;;
  esac
}
if [[ ${funcstack[1]} == _parley ]]; then
  _parley "$@"
else
  compdef _parley parley
fi
)";
}

}  // namespace parley::cli
