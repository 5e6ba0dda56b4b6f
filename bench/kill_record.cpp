// Kills writers of a record again and again and prints what came of it: parley_kill_record [ROUNDS [SEED]]. Fails when
// a promise was not kept.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "talks/sqlite/kill_rounds.h"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  const auto number = [&](int at, std::uint64_t otherwise) {
    return argc > at ? std::strtoull(argv[at], nullptr, 10) : otherwise;
  };
  std::string folder = (fs::temp_directory_path() / "parley-kill-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) {
    fmt::print(stderr, "kill_record: no temporary folder\n");
    return 1;
  }
  const auto counts = parley::kill_writers(folder, static_cast<std::int64_t>(number(1, 2000)), number(2, 1));
  fs::remove_all(folder);
  fmt::print("writers killed                          {:>9}\n", counts.rounds);
  fmt::print("  before they had acknowledged anything {:>9}\n", counts.while_opening);
  fmt::print("  leaving a journal to be taken up      {:>9}\n", counts.journals_left);
  fmt::print("batches acknowledged                    {:>9}\n", counts.acknowledged);
  fmt::print("entries acknowledged                    {:>9}\n", counts.entries);
  fmt::print("batches there, but not yet acknowledged {:>9}\n", counts.unacknowledged);
  fmt::print("promises not kept                       {:>9}\n", counts.failures.size());
  for (const std::string& failure : counts.failures) fmt::print("  {}\n", failure);
  return counts.failures.empty() ? 0 : 1;
}
