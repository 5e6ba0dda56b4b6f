#include "output.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <streambuf>

#include "failure.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

namespace fs = std::filesystem;

/// The error number, 0 when all was written.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

[[noreturn]] void cannot_write(const std::string& file, int error) {
  throw Failure(Exit::wrong_call, fmt::format("cannot write {}: {}", file, std::strerror(error)));
}

/// Writes to a descriptor, and says with an error number how that went.
using WriteTo = std::function<int(int descriptor)>;

WriteTo writes(std::string_view text) {
  return [text](int descriptor) { return write_all(descriptor, text); };
}

/// What is written to the stream goes to a descriptor; after an error nothing more does.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(part_.data(), part_.data() + part_.size());
  }
  int error() const { return error_; }

 protected:
  int_type overflow(int_type next) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(next, traits_type::eof())) sputc(traits_type::to_char_type(next));
    return traits_type::not_eof(next);
  }
  int sync() override {
    if (error_ == 0) error_ = write_all(descriptor_, {pbase(), pptr()});
    setp(part_.data(), part_.data() + part_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  int descriptor_;
  int error_ = 0;
  std::array<char, 65536> part_{};
};

WriteTo writes(const std::function<void(std::ostream&)>& write) {
  return [&write](int descriptor) {
    DescriptorBuffer buffer(descriptor);
    std::ostream out(&buffer);
    write(out);
    out.flush();
    return buffer.error();
  };
}

/// Creates the file, writes it and makes sure that it is on the disk; removes it again when that fails.
int write_fresh(const std::string& file, const WriteTo& write, mode_t mode) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (descriptor < 0) return errno;
  int error = 0;
  try {
    error = write(descriptor);
  } catch (...) {
    close(descriptor);
    unlink(file.c_str());
    throw;
  }
  if (error == 0 && fsync(descriptor) != 0) error = errno;
  if (close(descriptor) != 0 && error == 0) error = errno;
  if (error != 0) unlink(file.c_str());
  return error;
}

/// Devices and pipes cannot be replaced, only written to.
void write_through(const std::string& file, const WriteTo& write) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) cannot_write(file, errno);
  const int error = write(descriptor);
  close(descriptor);
  if (error != 0) cannot_write(file, error);
}

void write_out(const WriteTo& write) {
  const int error = write(STDOUT_FILENO);
  if (error == EPIPE) throw Failure(Exit::answered, "");
  if (error != 0) cannot_write("the answer", error);
}

void replace_file(const std::string& file, const WriteTo& write) {
  if (is_standard(file)) return write_out(write);
  struct stat present{};
  const bool exists = stat(file.c_str(), &present) == 0;
  if (exists && S_ISDIR(present.st_mode)) cannot_write(file, EISDIR);
  if (exists && !S_ISREG(present.st_mode)) return write_through(file, write);

  // What a link points to is replaced, not the link; and who may read the old file may read the new one, nobody else.
  const std::string place = exists ? fs::canonical(file).string() : file;
  const mode_t mode = exists ? present.st_mode & 0777U : 0666U;
  const std::string beside = fmt::format("{}.{}.part", place, getpid());
  if (const int error = write_fresh(beside, write, mode); error != 0) cannot_write(file, error);
  if (rename(beside.c_str(), place.c_str()) != 0) {
    const int error = errno;
    unlink(beside.c_str());
    cannot_write(file, error);
  }
}

}  // namespace

bool is_standard(const std::string& file) { return file.empty() || file == "-"; }

std::string read_standard_input(std::size_t limit) {
  std::string text;
  std::array<char, 65536> part{};
  while (text.size() < limit) {
    const ssize_t got = read(STDIN_FILENO, part.data(), std::min(part.size(), limit - text.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Failure(Exit::wrong_call, fmt::format("cannot read standard input: {}", std::strerror(errno)));
    if (got == 0) break;
    text.append(part.data(), static_cast<std::size_t>(got));
  }
  return text;
}

std::string read_file(const std::string& file, std::size_t limit) {
  std::ifstream in(file, std::ios::binary);
  std::string text(limit, '\0');
  if (in) in.read(text.data(), static_cast<std::streamsize>(limit));
  if (in.bad() || !in.is_open() || fs::is_directory(file))
    throw Failure(Exit::wrong_call, fmt::format("cannot read {}: {}", file, std::strerror(errno)));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

void print(std::string_view text) { write_out(writes(text)); }

void complain(std::string_view text) { [[maybe_unused]] const int error = write_all(STDERR_FILENO, text); }

void write_file(const std::string& file, std::string_view text, const std::string& case_file) {
  std::error_code ignored;
  if (!is_standard(file) && fs::equivalent(file, case_file, ignored))
    throw Failure(Exit::wrong_call, fmt::format("{} is the case itself; name another file for the answer", file));
  replace_file(file, writes(text));
}

void write_file(const std::string& file, const std::function<void(std::ostream&)>& write) {
  replace_file(file, writes(write));
}

void expect_different_files(const std::vector<std::optional<std::string>>& files) {
  std::vector<std::string> places;
  for (const auto& file : files)
    if (file && !is_standard(*file)) places.push_back(fs::weakly_canonical(fs::absolute(*file)).string());
  std::ranges::sort(places);
  const auto same = std::ranges::adjacent_find(places);
  if (same != places.end())
    throw Failure(Exit::wrong_call, fmt::format("two answers cannot go to one file, {}", printable(*same)));
}

void write_new_file(const std::string& file, std::string_view text) {
  const int error = write_fresh(file, writes(text), 0666);
  if (error == EEXIST)
    throw Failure(Exit::wrong_call, fmt::format("{} is there already and stays as it is; name another file", file));
  if (error != 0) cannot_write(file, error);
}

}  // namespace parley::cli
