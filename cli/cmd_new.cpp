#include <fmt/core.h>

#include "commands.h"
#include "output.h"
#include "parley/format/starter.h"

namespace parley::cli {

void add_new(CLI::App& app) {
  auto file = std::make_shared<std::string>();
  CLI::App& command =
      *app.add_subcommand("new", "A starter case with comments, to change into yours")->group("Beside them");
  command.add_option("FILE", *file, "the file to make; one that is there is left alone")->option_text(" ");
  command.footer(R"(Examples:
  parley new talks.yaml
  parley new | less        only to look at it
A complete case to learn from is cases/gaza-2024-03.yaml.)");
  command.callback([file] {
    if (is_standard(*file)) return print(starter_case());
    write_new_file(*file, starter_case());
    complain(fmt::format("Wrote {0}. Change it into your case; parley check {0} finds mistakes.\n", *file));
  });
}

}  // namespace parley::cli
