#include <fmt/format.h>

#include "../output.h"
#include "record.h"

namespace parley::cli {

void add_record_create(CLI::App& record) {
  auto where = std::make_shared<std::string>();
  CLI::App& command = *record.add_subcommand("create", "An empty record");
  add_talks(command, *where);
  command.callback([where] {
    open_talks(*where, OpenMode::create);
    complain(fmt::format("Made {0}. parley record add {0} CASE KIND ... adds to it.\n", *where));
  });
}

}  // namespace parley::cli
