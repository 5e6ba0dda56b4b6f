#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace parley {

/// A PostgreSQL server for the tests alone: in a temporary folder, with a socket there and a port on 127.0.0.1, run by
/// a user without rights when the tests are root's. It ends with the test program, however that ends.
class Server {
 public:
  /// Whether it waits for the disk: that guards against power cuts alone, and matters where times are measured.
  enum class Disk { unflushed, flushed };

  /// The one that all tests share, started at the first call. Null where PostgreSQL is not installed.
  static Server* get(Disk disk = Disk::unflushed);
  /// Why there is none, for GTEST_SKIP.
  static constexpr const char* missing = "PostgreSQL is not installed here: script/bootstrap test installs it";

  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// The URL of a new, empty database, by the socket. `with` ends CREATE DATABASE: "ENCODING 'LATIN1' ...".
  std::string fresh_database(const std::string& with = {});
  /// The URL of a database by the port, which asks for a password: `who` is "user" or "user:password".
  std::string by_port(const std::string& database, const std::string& who) const;
  std::string by_socket(const std::string& database) const;
  std::filesystem::path socket() const;

  /// Ends it and all its processes with SIGKILL, at once.
  void kill();
  void start();

 private:
  Server(std::filesystem::path programs, Disk disk);

  std::filesystem::path programs_;  ///< the folder with initdb and postgres
  Disk disk_;
  std::filesystem::path folder_;
  uid_t user_ = 0;
  gid_t group_ = 0;
  int port_ = 0;
  bool served_ = false;  ///< at this port
  pid_t process_ = 0;
  int databases_ = 0;
};

/// The database that a URL of ours names.
std::string database_of(const std::string& url);

/// Runs one command on a database, outside of any transaction; the first field of its first row, if it has one.
std::string run_sql(const std::string& url, const std::string& sql);

}  // namespace parley
