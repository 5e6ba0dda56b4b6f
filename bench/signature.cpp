// Prints one hash over the exact answers to every question on every shipped case, so that a change that means to alter
// no answer can show that it alters none.   parley_signature [CASES-FOLDER [THREADS]]
#include <algorithm>
#include <boost/crc.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include "parley/ask/analyze.h"
#include "parley/ask/texts.h"
#include "parley/format/case_file.h"
#include "parley/render/json.h"

namespace {

using Crc64 = boost::crc_optimal<64, 0x42F0E1EBA9EA3693, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, true, true>;

/// Every answer on one case as text; empty when the file is no case.
std::string answers(const std::filesystem::path& file) {
  const parley::CaseFile read = parley::read_case_file(file);
  if (!read.value) return {};
  const parley::Case& c = *read.value;
  const parley::Date date = parley::default_date(c);
  std::string all = parley::to_json(c, parley::analyze(c, date));
  for (std::size_t i = 0; i < c.proposals.size(); ++i)
    all += parley::to_json(c, parley::texts(c, parley::compile(c, date), static_cast<int>(i)));
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder = argc > 1 ? argv[1] : "cases";
  const bool side_by_side = argc > 2 && std::atoi(argv[2]) > 1;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());

  std::vector<std::future<std::string>> texts;
  for (const auto& file : files)
    texts.push_back(std::async(side_by_side ? std::launch::async : std::launch::deferred, answers, file));
  Crc64 crc;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string text = texts[i].get();
    if (text.empty()) {
      std::fprintf(stderr, "parley_signature: %s is not a sound case\n", files[i].c_str());
      return 1;
    }
    crc.process_bytes(text.data(), text.size());
  }
  std::printf("%016llx\n", static_cast<unsigned long long>(crc.checksum()));
  return files.empty() ? 1 : 0;
}
