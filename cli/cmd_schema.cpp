#include "commands.h"
#include "output.h"
#include "parley/format/schema.h"

namespace parley::cli {

void add_schema(CLI::App& app) {
  auto file = std::make_shared<std::string>();
  CLI::App& command =
      *app.add_subcommand("schema", "The rules of the case file, for an editor that checks it")->group("Beside them");
  command.add_option("-o,--output", *file, "write it there")->option_text("FILE");
  command.footer(R"(It is a JSON Schema (draft 7). Editors with a YAML language server complete and explain with it.

Examples:
  parley schema -o parley.schema.json
and as the first line of cases/gaza-2024-03.yaml or a case of your own:
  # yaml-language-server: $schema=../parley.schema.json)");
  command.callback([file] { write_file(*file, case_schema()); });
}

}  // namespace parley::cli
