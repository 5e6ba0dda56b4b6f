#include "process.h"

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace parley::cli {
namespace {

namespace fs = std::filesystem;

fs::path fresh_file() {
  std::string name = (fs::temp_directory_path() / "parley-test-XXXXXX").string();
  const int descriptor = mkstemp(name.data());
  if (descriptor >= 0) close(descriptor);
  return name;
}

std::string take(const fs::path& file) {
  const std::string text = read_file(file);
  fs::remove(file);
  return text;
}

/// In the child: becomes the program.
[[noreturn]] void become(const Call& call) {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGPIPE, SIG_DFL);
  std::map<std::string, std::string> environment = {{"TERM", "xterm"}, {"LC_ALL", "C.UTF-8"}};
  if (const char* path = std::getenv("PATH")) environment["PATH"] = path;
  for (const auto& [name, value] : call.environment) environment[name] = value;
  std::vector<std::string> settings;
  for (const auto& [name, value] : environment) settings.push_back(name + "=" + value);
  std::vector<std::string> words = {call.program.string()};
  words.insert(words.end(), call.arguments.begin(), call.arguments.end());

  std::vector<char*> argv;
  std::vector<char*> envp;
  for (std::string& word : words) argv.push_back(word.data());
  for (std::string& setting : settings) envp.push_back(setting.data());
  argv.push_back(nullptr);
  envp.push_back(nullptr);
  execvpe(argv.front(), argv.data(), envp.data());
  _exit(127);
}

Ended ended(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  Ended run;
  if (WIFEXITED(status)) run.exit = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
  return run;
}

}  // namespace

Running start(const Call& call) {
  Running running{.out = fresh_file(), .err = fresh_file()};
  const fs::path in = fresh_file();
  std::ofstream(in) << call.input;
  running.process = fork();
  if (running.process == 0) {
    dup2(open(in.c_str(), O_RDONLY), STDIN_FILENO);
    dup2(call.output >= 0 ? call.output : open(running.out.c_str(), O_WRONLY), STDOUT_FILENO);
    dup2(open(running.err.c_str(), O_WRONLY), STDERR_FILENO);
    fs::remove(in);
    become(call);
  }
  return running;
}

Ended finish(const Running& running) {
  Ended run = ended(running.process);
  run.out = take(running.out);
  run.err = take(running.err);
  return run;
}

Ended run(const Call& call) { return finish(start(call)); }

Ended parley(std::vector<std::string> arguments) { return run({.arguments = std::move(arguments)}); }

Ended parley_at_terminal(std::vector<std::string> arguments, std::map<std::string, std::string> environment,
                         int columns) {
  winsize size{};
  size.ws_col = static_cast<unsigned short>(columns);
  size.ws_row = 24;
  int terminal = -1;
  const pid_t process = forkpty(&terminal, nullptr, nullptr, &size);
  if (process == 0) become({.arguments = std::move(arguments), .environment = std::move(environment)});
  std::string out;
  std::array<char, 4096> part{};
  for (ssize_t got = 0; (got = read(terminal, part.data(), part.size())) > 0;)
    out.append(part.data(), static_cast<std::size_t>(got));
  close(terminal);
  Ended run = ended(process);
  run.out = out;
  return run;
}

std::string read_file(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

std::string founding_case() { return PARLEY_SOURCE_DIR "/cases/gaza-2024-03.yaml"; }

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "parley-test-XXXXXX").string();
  if (mkdtemp(name.data()) != nullptr) folder_ = name;
}

Folder::~Folder() { fs::remove_all(folder_); }

std::string Folder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path(name)) << text;
  return path(name);
}

std::vector<std::string> Folder::files() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace parley::cli
