#include "filter.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/format/nearest.h"
#include "parley/format/record/event_reader.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

std::string wrong_kind(const std::string& kind) {
  const auto& kinds = recorded_kinds();
  if (std::ranges::find(kinds, kind) != kinds.end()) return {};
  const auto meant = nearest_word(kind, kinds);
  return fmt::format("{} is no kind of event{}", printable(kind), meant ? "; did you mean " + *meant + "?" : "");
}

void add_bound(CLI::App& command, const std::string& name, std::optional<Date>& date, const std::string& help) {
  command
      .add_option_function<std::string>(
          name,
          [&date, name](const std::string& text) {
            date = parse_date(text);
            if (!date) throw CLI::ValidationError(name, text + " is no date; write it as 2024-03-26 or 2024-03");
          },
          help)
      ->option_text("DATE");
}

}  // namespace

EntryFilter Wanted::entries() const {
  EntryFilter all = filter;
  if (!viewers.empty()) all.viewer = viewers;
  return all;
}

void add_wanted(CLI::App& command, Wanted& wanted) {
  EntryFilter& filter = wanted.filter;
  const auto some = [&](const std::string& name, std::vector<std::string>& words, const std::string& help,
                        const std::string& shown) {
    return command.add_option(name, words, help)->option_text(shown)->expected(1)->take_all();
  };
  some("--kind", filter.kinds, "events of this kind; may be repeated", "KIND")
      ->check(CLI::Validator([](const std::string& kind) { return wrong_kind(kind); }, ""));
  some("--who", filter.actors, "that name this party, principal or third party; repeated: all of them", "ACTOR");
  command.add_option("--text", filter.text, "about this proposal")->option_text("ID");
  command.add_option("--source", filter.source, "from this source")->option_text("ID");
  add_bound(command, "--since", filter.since, "that happened on or after");
  add_bound(command, "--until", filter.until, "that happened on or before");
  command.add_option("--search", filter.words, "with all of these words")->option_text("WORDS");
  some("--viewer", wanted.viewers, "only what is for everyone or for this viewer; may be repeated", "NAME");
}

}  // namespace parley::cli
