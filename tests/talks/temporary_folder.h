#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace parley {

/// An empty folder, removed with this.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// The names in it, sorted.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path folder_;
};

std::string read_bytes(const std::string& file);
void write_bytes(const std::string& file, const std::string& bytes);

}  // namespace parley
