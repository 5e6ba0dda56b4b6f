#include "talks/postgres/cut.h"

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <string_view>

namespace parley {
namespace {

using namespace std::string_view_literals;

/// The message that asks for a commit, as libpq sends it: 'Q', its length, the text, a NUL.
constexpr std::string_view commit =
    "Q\0\0\0\x0b"
    "COMMIT\0"sv;

int connect_to(const std::filesystem::path& path) {
  const int line = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
  if (connect(line, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
    close(line);
    return -1;
  }
  return line;
}

std::string receive(int line) {
  std::array<char, 65536> bytes{};
  const ssize_t got = recv(line, bytes.data(), bytes.size(), 0);
  return {bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
}

void send_all(int line, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

Cut::Cut(const std::filesystem::path& server_socket) : server_(server_socket) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
  listen(listener_, 8);
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

Cut::~Cut() {
  ending_ = true;
  thread_.join();
  close(listener_);
}

std::string Cut::url(const std::string& database) const {
  return fmt::format("postgresql://parley@127.0.0.1:{}/{}?sslmode=disable&gssencmode=disable", port_, database);
}

void Cut::at_next_commit(When when, bool refuse_later) {
  refuse_later_ = refuse_later;
  when_ = when;
}

void Cut::serve() {
  while (!ending_) {
    pollfd waiting{listener_, POLLIN, 0};
    if (poll(&waiting, 1, 20) <= 0) continue;
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    if (!(cut_ && refuse_later_)) pass_on(client);
    close(client);
  }
}

void Cut::pass_on(int client) {
  const int server = connect_to(server_);
  std::array<pollfd, 2> lines{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
  while (!ending_ && server >= 0) {
    if (poll(lines.data(), lines.size(), 20) <= 0) continue;
    if (lines[1].revents != 0) {
      const std::string answer = receive(server);
      if (answer.empty()) break;
      send_all(client, answer);
    }
    if (lines[0].revents == 0) continue;
    const std::string request = receive(client);
    if (request.empty()) break;
    if (request == commit && when_ != When::never) {
      if (when_ == When::before_answer) {
        send_all(server, request);
        receive(server);
      }
      when_ = When::never;
      cut_ = true;
      break;
    }
    send_all(server, request);
  }
  if (server >= 0) close(server);
}

}  // namespace parley
