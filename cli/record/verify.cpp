#include "parley/talks/verify.h"

#include <fmt/format.h>

#include "../output.h"
#include "record.h"

namespace parley::cli {

void add_record_verify(CLI::App& record) {
  auto where = std::make_shared<std::string>();
  CLI::App& command = *record.add_subcommand("verify", "Whether the record is whole and unchanged");
  add_talks(command, *where);
  command.footer(
      R"(Each entry carries the hash of the one before it. Whoever knows the last hash can tell any other record from
this one: write it down, or have it signed, and compare.)");
  command.callback([where] {
    const auto store = open_talks(*where, OpenMode::read);
    std::int64_t breaks = 0;
    Head last;
    with_store([&] {
      last = verify(*store, [&](const Break& one) {
        complain(fmt::format("entry {}: {}\n", one.number, one.words));
        ++breaks;
      });
    });
    if (breaks > 0)
      throw Failure(Exit::wrong_case, fmt::format("{} is not as it was written: {} break{} in its chain", *where,
                                                  breaks, breaks == 1 ? "" : "s"));
    print(fmt::format("Whole and unchanged: {} entr{}, last hash {}\n", last.number, last.number == 1 ? "y" : "ies",
                      to_hex(last.hash)));
  });
}

}  // namespace parley::cli
