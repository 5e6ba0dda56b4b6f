#include "interrupt.h"

#include <unistd.h>

#include <csignal>
#include <string_view>
#include <thread>

namespace parley::cli {
namespace {

std::stop_source& source() {
  static std::stop_source stop;
  return stop;
}

/// A thread that waits for the signal may do what a signal handler may not.
void wait_for_interrupts(sigset_t signals) {
  int signal = 0;
  sigwait(&signals, &signal);
  source().request_stop();
  constexpr std::string_view note = "\nStopping with what is there. Ctrl-C again ends at once.\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, note.data(), note.size());
  sigwait(&signals, &signal);
  std::signal(SIGINT, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  std::raise(SIGINT);
}

}  // namespace

std::stop_token stop_on_interrupt() {
  struct sigaction present{};
  sigaction(SIGINT, nullptr, &present);
  if (present.sa_handler == SIG_IGN) return {};
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::stop_token token = source().get_token();
  std::thread(wait_for_interrupts, signals).detach();
  return token;
}

bool interrupted() { return source().stop_requested(); }

}  // namespace parley::cli
