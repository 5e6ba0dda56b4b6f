#include <fmt/format.h>

#include "../output.h"
#include "parley/talks/chain.h"
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
    ChainCheck check;
    std::int64_t breaks = 0;
    const auto tell = [&](const std::vector<Break>& found) {
      for (const Break& one : found) complain(fmt::format("entry {}: {}\n", one.number, one.words));
      breaks += static_cast<std::int64_t>(found.size());
    };
    with_store([&] {
      const Head head = store->head();
      store->each(1, [&](const Entry& entry) {
        tell(check.next(entry));
        return entry.number < head.number;
      });
      tell(check.end(head));
    });
    if (breaks > 0)
      throw Failure(Exit::wrong_case, fmt::format("{} is not as it was written: {} break{} in its chain", *where,
                                                  breaks, breaks == 1 ? "" : "s"));
    print(fmt::format("Whole and unchanged: {} entr{}, last hash {}\n", check.last().number,
                      check.last().number == 1 ? "y" : "ies", to_hex(check.last().hash)));
  });
}

}  // namespace parley::cli
