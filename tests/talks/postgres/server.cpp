#include "talks/postgres/server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <grp.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <pqxx/pqxx>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace parley {
namespace {

namespace fs = std::filesystem;

/// The folder that has initdb and postgres: on the path, or where Debian keeps its versions, the newest first.
fs::path find_programs() {
  std::vector<fs::path> folders;
  std::stringstream path(std::getenv("PATH") == nullptr ? "" : std::getenv("PATH"));
  for (std::string folder; std::getline(path, folder, ':');) folders.emplace_back(folder);
  std::set<std::pair<int, fs::path>> versions;
  std::error_code none;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none))
    versions.emplace(std::atoi(version.path().filename().c_str()), version.path() / "bin");
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) folders.push_back(version->second);
  // A path may have folders in it that are not ours to look into.
  for (const fs::path& folder : folders)
    if (fs::exists(folder / "initdb", none) && fs::exists(folder / "postgres", none)) return folder;
  return {};
}

int free_port() {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  bind(probe, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
  close(probe);
  return ntohs(address.sin_port);
}

/// Starts a program as another user, its words in a log; it dies with us.
pid_t spawn(const std::vector<std::string>& words, const fs::path& log, uid_t user, gid_t group) {
  const pid_t process = fork();
  if (process != 0) return process;
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(group) != 0 || setuid(user) != 0)) _exit(126);
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (chdir("/") != 0) _exit(126);
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  execv(argv.front(), argv.data());
  _exit(127);
}

std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& process : fs::directory_iterator("/proc")) {
    const pid_t id = std::atoi(process.path().filename().c_str());
    if (id <= 0) continue;
    std::ifstream file(process.path() / "stat");
    const std::string line{std::istreambuf_iterator<char>(file), {}};
    const auto name_end = line.rfind(')');
    if (name_end != std::string::npos && std::atoi(line.c_str() + name_end + 4) == parent) children.push_back(id);
  }
  return children;
}

std::string tail_of(const fs::path& log) {
  std::ifstream file(log);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return text.substr(text.size() - std::min<std::size_t>(text.size(), 2000));
}

}  // namespace

Server* Server::get(Disk disk) {
  static const std::unique_ptr<Server> server = [&] {
    for (const char* name : {"PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGPASSFILE",
                             "PGOPTIONS", "PGSERVICE", "PGSSLMODE", "PGCONNECT_TIMEOUT"})
      unsetenv(name);
    const fs::path programs = find_programs();
    return programs.empty() ? nullptr : std::unique_ptr<Server>(new Server(programs, disk));
  }();
  return server.get();
}

Server::Server(fs::path programs, Disk disk) : programs_(std::move(programs)), disk_(disk) {
  std::string folder = (fs::temp_directory_path() / "parley-postgres-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = folder;
  if (geteuid() == 0) {
    const passwd* who = getpwnam("postgres");
    if (who == nullptr) who = getpwnam("nobody");
    if (who == nullptr) throw std::runtime_error("there is no user 'postgres' or 'nobody' to run the server");
    user_ = who->pw_uid;
    group_ = who->pw_gid;
    if (chown(folder_.c_str(), user_, group_) != 0) throw std::runtime_error("cannot hand the folder over");
  }
  const pid_t initdb = spawn({programs_ / "initdb", "-D", folder_ / "data", "-U", "parley", "--locale=C.UTF-8",
                              "--encoding=UTF8", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync"},
                             folder_ / "initdb.log", user_, group_);
  int status = -1;
  waitpid(initdb, &status, 0);
  if (status != 0) throw std::runtime_error("initdb failed: " + tail_of(folder_ / "initdb.log"));
  start();
}

Server::~Server() {
  kill();
  std::error_code none;
  fs::remove_all(folder_, none);
}

void Server::start() {
  for (int tries = 0; tries < 3000; ++tries) {
    // Another program may take the port before the server does. Once it has served, its URLs are known.
    if (process_ == 0 && !served_) port_ = free_port();
    if (process_ == 0)
      process_ = spawn({programs_ / "postgres", "-D", folder_ / "data", "-k", folder_, "-p", std::to_string(port_),
                        "-c", "listen_addresses=127.0.0.1", "-c", disk_ == Disk::flushed ? "fsync=on" : "fsync=off",
                        "-c", "shared_buffers=32MB"},
                       folder_ / "server.log", user_, group_);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (PQping(by_socket("postgres").c_str()) == PQPING_OK) {
      served_ = true;
      return;
    }
    // After a kill it refuses to start as long as one of the old processes is still there.
    if (waitpid(process_, nullptr, WNOHANG) == process_) process_ = 0;
  }
  throw std::runtime_error("the server does not start: " + tail_of(folder_ / "server.log"));
}

void Server::kill() {
  if (process_ == 0) return;
  const auto children = children_of(process_);
  ::kill(process_, SIGKILL);
  for (const pid_t child : children) ::kill(child, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

std::string Server::fresh_database(const std::string& with) {
  const std::string name = fmt::format("talks{}", ++databases_);
  run_sql(by_socket("postgres"), fmt::format("CREATE DATABASE {} {}", name, with));
  return by_socket(name);
}

std::string Server::by_port(const std::string& database, const std::string& who) const {
  return fmt::format("postgresql://{}@127.0.0.1:{}/{}", who, port_, database);
}

std::string Server::by_socket(const std::string& database) const {
  return fmt::format("postgresql://parley@/{}?host={}&port={}", database, folder_.string(), port_);
}

fs::path Server::socket() const { return folder_ / fmt::format(".s.PGSQL.{}", port_); }

std::string database_of(const std::string& url) {
  const auto start = url.find('/', std::string_view("postgresql://").size()) + 1;
  return url.substr(start, url.find('?', start) - start);
}

std::string run_sql(const std::string& url, const std::string& sql) {
  pqxx::connection connection(url);
  pqxx::nontransaction transaction(connection);
  const auto result = transaction.exec(sql);
  return result.empty() || result[0].empty() ? std::string() : std::string(result[0][0].c_str());
}

}  // namespace parley
