#include <fmt/core.h>

#include <chrono>

#include "../load_case.h"
#include "../output.h"
#include "parley/case/check.h"
#include "parley/format/record/case_events.h"
#include "parley/talks/keys.h"
#include "parley/talks/replay.h"
#include "record.h"

namespace parley::cli {
namespace {

struct Creation {
  std::string talks;
  CaseSource from;
  std::string by;
};

/// The talks of the case as events to be entered.
std::vector<Draft> talks_of(const Creation& asked) {
  // Checked as a whole first, so that nothing wrong is entered.
  load_case(asked.from);
  std::vector<Draft> drafts;
  for (std::string& line : events_of_case(read_file(asked.from.path, std::size_t{8} << 20U))) {
    EntryKeys keys = keys_of(line);
    drafts.push_back({std::move(line), {}, asked.by, std::move(keys)});
  }
  return drafts;
}

void create(const Creation& asked) {
  std::vector<Draft> drafts;
  if (!asked.from.path.empty()) drafts = talks_of(asked);
  const auto store = open_talks(asked.talks, OpenMode::create);
  if (drafts.empty())
    return complain(fmt::format("Made {0}. parley record add {0} CASE KIND ... adds to it.\n", asked.talks));
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  with_store([&] { return store->append(drafts, now); });
  complain(fmt::format("Made {}, with the talks of {}: {} entries.\n", asked.talks, asked.from.path, drafts.size()));
}

}  // namespace

void add_record_create(CLI::App& record) {
  auto asked = std::make_shared<Creation>();
  CLI::App& command = *record.add_subcommand("create", "An empty record, or one of the talks in a case file");
  add_talks(command, asked->talks);
  auto* from = command.add_option("--from", asked->from.path, "begin with the talks of this case file")
                   ->option_text("CASE")
                   ->check(CLI::ExistingFile);
  command.add_option("--entered-by", asked->by, "who enters them")->option_text("NAME")->needs(from);
  command.footer(R"(A record that is made from a case tells the talks from their start: the proposals, responses,
approvals and events of the case file itself are set aside when it is asked with this record.
Without --from the record goes on from the case file's talks.

Examples:
  parley record create talks.db
  parley record create talks.db --from cases/gaza-2024-03.yaml)");
  command.callback([asked] { create(*asked); });
}

}  // namespace parley::cli
