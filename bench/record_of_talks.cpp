#include "record_of_talks.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <stdexcept>

#include "parley/format/case_file.h"
#include "parley/talks/keys.h"
#include "parley/talks/store.h"

namespace parley::bench {
namespace {

namespace fs = std::filesystem;

constexpr int issues = 8;
constexpr int options = 5;
constexpr int days = 1095;
constexpr int longest_delay = 60;  // days between what happens and its entry
constexpr std::size_t texts_in_thousand = 1;
constexpr std::size_t most_texts = 300;
constexpr std::size_t first_texts = 3;  // there are some from the start
constexpr std::array actors{"north", "north/delegation", "north/cabinet", "north/assembly", "hosts",
                            "south", "south/delegation", "south/council", "south/abroad",   "envoys"};
constexpr std::array sides{"north", "north/cabinet", "north/assembly", "south", "south/council", "south/abroad"};
constexpr std::array happenings{"meeting", "statement",      "demand",     "warning", "threat",
                                "meeting", "recommendation", "assessment", "incident"};
constexpr std::array answers{"accept", "accept with reservations", "reject", "counter", "silence"};
constexpr std::array states{"pending", "given", "refused"};
constexpr std::array sources{"minutes", "radio", "paper"};
constexpr std::array places{"Lakeside", "the old mill", "Harbour House", "the border post"};
constexpr std::array said{"They went through the text and left two points open",
                          "Ready to release more if the crossings stay open",
                          "The guns must fall silent before anything else is spoken of",
                          "No word on who would watch over the withdrawal", "Shots were heard near the bridge"};

std::chrono::sys_days first_day() { return std::chrono::year(2022) / 1 / 1; }

/// Each party the best of what the other likes least.
std::string preferences(bool upwards) {
  std::string weights;
  std::string values;
  for (int i = 0; i < issues; ++i) {
    weights += fmt::format("{}i{}: {}..{}", i > 0 ? ", " : "", i, 5 + 2 * i, 12 + 3 * i);
    values += fmt::format("{}i{}: {{", i > 0 ? ", " : "", i);
    for (int o = 0; o < options; ++o)
      values += fmt::format("{}o{}: {}", o > 0 ? ", " : "", o, 25 * (upwards ? o : options - 1 - o));
    values += "}";
  }
  return fmt::format("{{weights: {{{}}}, values: {{{}}}}}", weights, values);
}

std::string case_text() {
  std::string text = "parley: 1\ntitle: Invented talks\nas-of: 2024-12-31\nsources:\n";
  for (const char* source : sources) text += fmt::format("  {0}: {{title: The {0}, grade: C3}}\n", source);
  text += "issues:\n";
  for (int i = 0; i < issues; ++i) text += fmt::format("  i{}: {{scale: [o0, o1, o2, o3, o4]}}\n", i);
  text += fmt::format(
      "parties:\n"
      "  north: {{principals: {{delegation: {{}}, cabinet: {{}}, assembly: {{}}}}, preferences: {}, reservation: 40}}\n"
      "  south: {{principals: {{delegation: {{}}, council: {{}}, abroad: {{}}}}, preferences: {}, reservation: 40}}\n"
      "third-parties:\n  hosts: {{roles: [mediator]}}\n  envoys: {{roles: [mediator]}}\n",
      preferences(false), preferences(true));
  return text;
}

class Talks {
 public:
  explicit Talks(std::size_t expected) : expected_(expected) {}

  Draft draft() {
    ++made_;
    const int today = static_cast<int>(days * made_ / expected_);
    entered_ = first_day() + std::chrono::days(today + longest_delay);
    Draft draft;
    draft.event = line(std::max(0, today - static_cast<int>(below(longest_delay))));
    if (below(10) == 0) draft.audience = {"mediators"};
    draft.by = "team";
    draft.keys = keys_of(draft.event);
    return draft;
  }
  std::chrono::sys_seconds entered() const { return entered_; }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  template <std::size_t n>
  const char* one_of(const std::array<const char*, n>& words) {
    return words[below(n)];
  }

  static std::string date(int day) { return to_text(Date{.day = first_day() + std::chrono::days(day)}); }

  std::string line(int day) {
    const std::size_t part = below(1000);
    if (texts_.size() < first_texts || (part < texts_in_thousand && texts_.size() < most_texts)) return text(day);
    if (part < 120) return response(day);
    if (part < 200) return approval(day);
    if (part < 210 && last_happening_ > 0) return correction(day);
    last_happening_ = made_;
    return happening(day);
  }

  std::string text(int day) {
    std::string terms;
    for (int i = 0; i < issues; ++i)
      terms += fmt::format(R"({}"i{}":"o{}")", i > 0 ? "," : "", i, below(static_cast<std::size_t>(options)));
    // Whatever its parent's date, a text is not older.
    if (!texts_.empty()) day = std::max(day, texts_.back());
    const std::string parent = texts_.empty() ? "" : fmt::format(R"("parent":"t{}",)", texts_.size() - 1);
    texts_.push_back(day);
    return fmt::format(R"({{"kind":"proposal","id":"t{}","date":"{}","by":"{}",{}"terms":{{{}}},"from":"minutes"}})",
                       texts_.size() - 1, date(day), below(2) == 0 ? "hosts" : "north", parent, terms);
  }

  /// Most is about the latest texts.
  std::size_t some_text() { return texts_.size() - 1 - std::min(below(first_texts), texts_.size() - 1); }

  std::string response(int day) {
    const std::size_t to = some_text();
    return fmt::format(R"({{"kind":"response","to":"t{}","by":"{}","answer":"{}","date":"{}","from":"{}"}})", to,
                       one_of(sides), one_of(answers), date(std::max(day, texts_[to])), one_of(sources));
  }

  std::string approval(int day) {
    const std::size_t to = some_text();
    const std::string state = one_of(states);
    const std::string asked = date(std::max(day, texts_[to]));
    const std::string answered = state == "pending" ? "" : fmt::format(R"("answered":"{}",)", asked);
    return fmt::format(R"({{"kind":"approval","to":"t{}","of":"{}","answer":"{}","asked":"{}",{}"from":"{}"}})", to,
                       one_of(sides), state, asked, answered, one_of(sources));
  }

  std::string happening(int day) {
    const std::string kind = one_of(happenings);
    const std::string finding =
        kind == "assessment" ? fmt::format(R"("finding":"{}",)", below(4) == 0 ? "progress" : "stuck") : "";
    return fmt::format(
        R"({{"kind":"{}",{}"date":"{}","who":["{}","{}"],"through":["{}"],"where":"{}","what":"{}","from":"{}"}})",
        kind, finding, date(day), one_of(actors), one_of(actors), below(2) == 0 ? "hosts" : "envoys", one_of(places),
        one_of(said), one_of(sources));
  }

  std::string correction(int day) {
    return fmt::format(R"({{"kind":"correction","of":{},"why":"the minutes say otherwise","event":{}}})",
                       last_happening_, happening(day));
  }

  std::mt19937_64 random_{1};
  std::size_t expected_;
  std::size_t made_ = 0;
  std::size_t last_happening_ = 0;
  std::vector<int> texts_;  ///< the day of each
  std::chrono::sys_seconds entered_;
};

class Records {
 public:
  ~Records() { fs::remove_all(folder_); }

  const std::string& of(std::size_t entries) {
    constexpr std::size_t batch = 1000;
    std::string& path = paths_[entries];
    if (!path.empty()) return path;
    fs::create_directories(folder_);
    path = (folder_ / fmt::format("{}.db", entries)).string();
    const auto store = open_store(path, OpenMode::create);
    Talks talks(entries);
    for (std::size_t done = 0; done < entries; done += batch) {
      std::vector<Draft> drafts(std::min(batch, entries - done));
      for (Draft& draft : drafts) draft = talks.draft();
      store->append(drafts, talks.entered());
    }
    return path;
  }

 private:
  fs::path folder_ = fs::temp_directory_path() / fmt::format("parley-bench-{}", std::random_device()());
  std::map<std::size_t, std::string> paths_;
};

}  // namespace

Case case_of_talks() {
  CaseFile file = read_case(case_text());
  if (!file.value) throw std::logic_error(file.problems.front().message);
  return std::move(*file.value);
}

const std::string& record_of(std::size_t entries) {
  static Records all;
  return all.of(entries);
}

std::vector<Entry> read_record(const std::string& path) {
  const auto store = open_store(path, OpenMode::read);
  std::vector<Entry> entries;
  entries.reserve(static_cast<std::size_t>(store->head().number));
  store->each(1, [&](const Entry& entry) {
    entries.push_back(entry);
    return true;
  });
  return entries;
}

std::chrono::sys_seconds half_way() { return first_day() + std::chrono::days(days / 2 + longest_delay); }

}  // namespace parley::bench
