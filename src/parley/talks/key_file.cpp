#include "parley/talks/key_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace parley {
namespace {

/// A descriptor that is closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Problem cannot(const char* what, const std::filesystem::path& path, std::string mend) {
  return {{}, fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(errno)), std::move(mend)};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Problems read_secret_key(const std::filesystem::path& path, SecretKey& key) {
  start_sodium();
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return {cannot("read", path, "see that the key's file is there and is yours")};
  struct stat status{};
  if (fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
    return {{{}, fmt::format("{} is no file", path.string()), "name the file of your secret key"}};
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return {{{},
             fmt::format("others than its owner may read or write {}", path.string()),
             fmt::format("chmod 600 {}, or make new keys if somebody has read it", path.string())}};
  std::array<char, 256> bytes{};
  const ssize_t got = read(file.number(), bytes.data(), bytes.size());
  std::string_view text(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
  bool good = text.starts_with(secret_key_begins) && text.ends_with('\n');
  if (good) {
    text.remove_prefix(secret_key_begins.size());
    text.remove_suffix(1);
    good = bytes_from_hex(text, seed.data(), seed.size());
  }
  std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> shown{};
  if (good) crypto_sign_seed_keypair(shown.data(), key.bytes.data(), seed.data());
  sodium_memzero(seed.data(), seed.size());
  sodium_memzero(bytes.data(), bytes.size());
  if (good) return {};
  return {{{1, 1},
           fmt::format("{} holds no secret key of Parley's", path.string()),
           "name the file that was made with the keys, the one without .pub"}};
}

std::optional<Problem> write_new_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
  if (file.number() < 0)
    return cannot(
        "make", path,
        errno == EEXIST ? "choose another name; a key is never written over" : "choose a folder that is yours");
  if (fchmod(file.number(), mode) == 0 && write_all(file.number(), bytes) && fsync(file.number()) == 0)
    return std::nullopt;
  Problem problem = cannot("write", path, "make room or choose another folder");
  unlink(path.c_str());
  return problem;
}

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw std::runtime_error("libsodium does not start on this machine");
}

bool bytes_from_hex(std::string_view text, std::uint8_t* bytes, std::size_t count) {
  if (text.size() != 2 * count || text.find_first_not_of("0123456789abcdef") != std::string_view::npos) return false;
  std::size_t made = 0;
  return sodium_hex2bin(bytes, count, text.data(), text.size(), nullptr, &made, nullptr) == 0 && made == count;
}

std::string hex_of(const std::uint8_t* bytes, std::size_t count) {
  std::string text(2 * count + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, count);
  text.pop_back();
  return text;
}

}  // namespace parley
