#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

namespace parley {

/// A line to the server that can be cut at the worst moment: when a transaction is to be committed.
class Cut {
 public:
  enum class When {
    never,
    before_commit,  ///< the server never gets to see the commit
    before_answer,  ///< the server commits, its answer is lost
  };

  explicit Cut(const std::filesystem::path& server_socket);
  ~Cut();
  Cut(const Cut&) = delete;
  Cut& operator=(const Cut&) = delete;

  std::string url(const std::string& database) const;

  /// What happens at the next commit; all later connections are refused, or taken and passed on.
  void at_next_commit(When when, bool refuse_later);
  bool was_cut() const { return cut_; }

 private:
  void serve();
  void pass_on(int client);

  std::filesystem::path server_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<When> when_ = When::never;
  std::atomic<bool> refuse_later_ = false;
  std::atomic<bool> cut_ = false;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace parley
