#include "progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <string_view>

namespace parley::cli {
namespace {

void say(std::string_view text) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
}

void show(const std::stop_token& done, const std::string& doing) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any tick;
  for (int seconds = 1;; ++seconds) {
    tick.wait_for(lock, done, std::chrono::seconds(1), [] { return false; });
    if (done.stop_requested()) {
      if (seconds > 1) say("\r\x1b[K");
      return;
    }
    say(fmt::format("\r{} ... {} s", doing, seconds));
  }
}

}  // namespace

Progress::Progress(const std::string& doing) {
  const char* terminal = std::getenv("TERM");
  if (isatty(STDERR_FILENO) == 0 || terminal == nullptr || std::string_view(terminal) == "dumb") return;
  line_ = std::jthread(show, doing);
}

}  // namespace parley::cli
