#include "parley/format/load.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "parley/case/check.h"
#include "parley/format/case_file.h"
#include "parley/format/case_writer.h"
#include "parley/format/domain/case_of.h"
#include "parley/format/domain/kind.h"
#include "parley/format/genius/genius.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/negmas/negmas.h"
#include "parley/format/negolog/negolog.h"

namespace parley {
namespace {

namespace fs = std::filesystem;

/// What a file of a folder is for its format.
enum class Role { other, domain, profile };

using NamedUtilities = std::vector<std::pair<std::string, Utilities>>;

struct DomainFormat {
  const char* name;
  Role (*role)(std::string_view bytes);
  Imported<Domain> (*domain)(std::string_view bytes);
  Imported<Utilities> (*profile)(std::string_view bytes, const Domain& domain);
  Exported (*write)(const std::string& name, const std::vector<Issue>& issues, const NamedUtilities& profiles);
  bool domain_in_profile = false;  ///< there is no domain file: the first profile names the issues
};

Role genius_role(std::string_view bytes) {
  const GeniusFile what = what_genius_file(bytes);
  return what == GeniusFile::domain ? Role::domain : what == GeniusFile::profile ? Role::profile : Role::other;
}

template <DomainFileKind Domains, DomainFileKind Profiles>
Role role_among(std::string_view bytes) {
  const DomainFileKind kind = what_domain_file(bytes);
  return kind == Domains ? Role::domain : kind == Profiles ? Role::profile : Role::other;
}

const std::array formats{
    DomainFormat{"Genius", genius_role, read_genius_domain, read_genius_profile, write_genius},
    DomainFormat{"GeniusWeb", role_among<DomainFileKind::geniusweb_domain, DomainFileKind::geniusweb_profile>,
                 read_geniusweb_domain, read_geniusweb_profile, write_geniusweb},
    DomainFormat{"NegMAS", role_among<DomainFileKind::negmas_domain, DomainFileKind::negmas_profile>,
                 read_negmas_domain, read_negmas_profile, write_negmas},
    // No file is NegoLog's domain: `none` would be every other file.
    DomainFormat{"NegoLog",
                 [](std::string_view bytes) {
                   return what_domain_file(bytes) == DomainFileKind::negolog_profile ? Role::profile : Role::other;
                 },
                 read_negolog_domain, read_negolog_profile, write_negolog, true},
};

struct File {
  fs::path path;
  std::string bytes;
};

/// The file's bytes, one more than allowed when there are more; nothing when it cannot be read.
std::optional<std::string> bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string bytes;
  std::array<char, 65536> chunk{};
  while (bytes.size() <= DomainLimits::bytes && (stream.read(chunk.data(), chunk.size()), stream.gcount() > 0))
    bytes.append(chunk.data(), static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) return std::nullopt;
  return bytes;
}

Loaded refused(const fs::path& path, std::string message, std::string mend) {
  Loaded loaded;
  loaded.wrong.push_back({path, {{{}, std::move(message), std::move(mend)}}});
  return loaded;
}

/// Numbers within names count as numbers: profile-2 stands before profile-10.
bool natural_less(const std::string& a, const std::string& b) {
  const auto digit = [](char ch) { return ch >= '0' && ch <= '9'; };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (!digit(a[i]) || !digit(b[j])) {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i;
      ++j;
      continue;
    }
    const auto number = [&](const std::string& text, std::size_t& from) {
      while (from < text.size() && text[from] == '0') ++from;
      const std::size_t start = from;
      while (from < text.size() && digit(text[from])) ++from;
      return text.substr(start, from - start);
    };
    const std::string x = number(a, i);
    const std::string y = number(b, j);
    if (x.size() != y.size()) return x.size() < y.size();
    if (x != y) return x < y;
  }
  return a.size() - i != b.size() - j ? a.size() - i < b.size() - j : a < b;
}

std::vector<File> files_in(const fs::path& folder) {
  constexpr std::size_t most = 1000;
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end && paths.size() < most;
       entry.increment(error))
    if (entry->is_regular_file(error)) paths.push_back(entry->path());
  std::ranges::sort(paths, [](const fs::path& a, const fs::path& b) {
    return natural_less(a.filename().string(), b.filename().string());
  });
  std::vector<File> files;
  for (const fs::path& path : paths)
    if (auto bytes = bytes_of(path)) files.push_back({path, std::move(*bytes)});
  return files;
}

/// The files of one domain.
struct Folder {
  const DomainFormat* format = nullptr;
  File domain;
  std::vector<File> profiles;
};

/// The folder's domain: of the file that was named, else the only one there is; otherwise what is wrong.
std::variant<Folder, Loaded> sorted_out(const fs::path& path, std::vector<File> files, const fs::path& named) {
  std::vector<std::pair<const DomainFormat*, const File*>> domains;
  for (const DomainFormat& format : formats)
    for (const File& file : files)
      if (format.role(file.bytes) == Role::domain && (named.empty() || file.path == named))
        domains.emplace_back(&format, &file);
  Folder folder;
  if (domains.size() > 1)
    return refused(
        path,
        fmt::format("{} holds several domains: {} and {}", path.string(), domains[0].second->path.filename().string(),
                    domains[1].second->path.filename().string()),
        "name the domain file that is meant, instead of the folder");
  if (domains.size() == 1) {
    folder.format = domains[0].first;
    folder.domain = *domains[0].second;
  } else {
    const auto* const in_profile = std::ranges::find(formats, true, &DomainFormat::domain_in_profile);
    folder.format = in_profile;
  }
  for (File& file : files)
    if (folder.format->role(file.bytes) == Role::profile) folder.profiles.push_back(std::move(file));
  const auto is_profile = [&](const File& file) {
    return file.path == named && std::ranges::any_of(formats, [&](const DomainFormat& format) {
             return format.role(file.bytes) == Role::profile;
           });
  };
  if (domains.empty() && folder.profiles.empty() && std::ranges::any_of(files, is_profile))
    return refused(path, fmt::format("{} is the profile of one party", path.string()),
                   "name its folder or its domain file, and --profile for each party that is meant");
  if (domains.empty() && folder.profiles.empty())
    return refused(path, fmt::format("{} holds no domain of Genius, GeniusWeb, NegMAS or NegoLog", path.string()),
                   "name a case file, or a folder with a domain file and its profiles");
  if (domains.empty()) folder.domain = folder.profiles.front();
  return folder;
}

/// Replaces the folder's profiles by those that were asked for; what cannot be read is a problem.
std::optional<Loaded> pick_profiles(const fs::path& directory, const std::vector<fs::path>& wanted, Folder& folder) {
  if (wanted.empty()) return std::nullopt;
  folder.profiles.clear();
  for (const fs::path& name : wanted) {
    std::error_code error;
    const fs::path inside = directory / name;
    const fs::path path = fs::is_regular_file(inside, error) ? inside : name;
    auto bytes = fs::is_regular_file(path, error) ? bytes_of(path) : std::nullopt;
    if (!bytes)
      return refused(name, fmt::format("there is no profile {}", name.string()),
                     fmt::format("name a file within {}", directory.string()));
    folder.profiles.push_back({path, std::move(*bytes)});
  }
  return std::nullopt;
}

void add_notes(Loaded& loaded, const fs::path& path, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) loaded.notes.push_back(fmt::format("{}: {}", path.filename().string(), note));
}

/// Two files may have one name but for its ending.
std::string name_of_party(const fs::path& path) { return path.stem().string(); }

Loaded load_domain(const fs::path& path, const Folder& folder) {
  Loaded loaded;
  loaded.format = folder.format->name;
  Imported<Domain> domain = folder.format->domain(folder.domain.bytes);
  add_notes(loaded, folder.domain.path, domain.notes);
  if (!domain.value) {
    loaded.wrong.push_back({folder.domain.path, std::move(domain.problems)});
    return loaded;
  }
  // "root" is what Genius calls the objective that holds the issues, where nobody gave it a name.
  if (domain.value->name.empty() || domain.value->name == "root")
    domain.value->name = fs::absolute(path).lexically_normal().stem().string();
  std::vector<PartyProfile> profiles;
  for (const File& file : folder.profiles) {
    Imported<Utilities> profile = folder.format->profile(file.bytes, *domain.value);
    if (!profile.value) {
      loaded.wrong.push_back({file.path, std::move(profile.problems)});
      continue;
    }
    add_notes(loaded, file.path, profile.notes);
    profiles.push_back({name_of_party(file.path), file.path.filename().string(), std::move(*profile.value)});
  }
  constexpr std::size_t most_parties = 64;
  if (profiles.size() < 2 || profiles.size() > most_parties) {
    loaded.wrong.push_back(
        {path,
         {{{},
           fmt::format("{} has {} that can be read; a case has 2 to {} parties", path.string(),
                       profiles.size() == 1 ? "1 profile" : fmt::format("{} profiles", profiles.size()), most_parties),
           profiles.size() < 2 ? "mend or add profiles" : "pick some with --profile"}}});
    return loaded;
  }
  Case c = case_of(*domain.value, profiles);
  Problems problems = check(c);
  if (problems.empty())
    loaded.value = std::move(c);
  else
    loaded.wrong.push_back({path, std::move(problems)});
  return loaded;
}

Loaded from_case_file(CaseFile read, const fs::path& path) {
  Loaded loaded;
  loaded.format = "Parley";
  loaded.value = std::move(read.value);
  if (!loaded.value) loaded.wrong.push_back({path, std::move(read.problems)});
  return loaded;
}

bool is_domain_file(std::string_view bytes) {
  return std::ranges::any_of(formats, [&](const DomainFormat& format) { return format.role(bytes) != Role::other; });
}

}  // namespace

Loaded load(const fs::path& path, const std::vector<fs::path>& profiles) {
  std::error_code error;
  const bool is_folder = fs::is_directory(path, error);
  if (!is_folder) {
    const auto bytes = fs::is_regular_file(path, error) ? bytes_of(path) : std::nullopt;
    if (!bytes || !is_domain_file(*bytes)) {
      Loaded loaded = from_case_file(read_case_file(path), path);
      if (loaded.value && !profiles.empty())
        return refused(path, fmt::format("{} is a case file and has no profiles", path.string()),
                       "leave out --profile");
      return loaded;
    }
  }
  const fs::path directory = is_folder ? path : path.parent_path().empty() ? fs::path(".") : path.parent_path();
  const fs::path named = is_folder ? fs::path() : directory / path.filename();
  auto found = sorted_out(path, files_in(directory), named);
  if (auto* wrong = std::get_if<Loaded>(&found)) return std::move(*wrong);
  auto& folder = std::get<Folder>(found);
  if (auto wrong = pick_profiles(directory, profiles, folder)) return std::move(*wrong);
  return load_domain(path, folder);
}

std::vector<std::string> written_formats() {
  std::vector<std::string> names{"Parley"};
  for (const DomainFormat& format : formats) names.emplace_back(format.name);
  return names;
}

Exported write_domain(const std::string& format, const Case& c) {
  if (format == "Parley") return write_case(c);
  const auto* const known = std::ranges::find(formats, format, &DomainFormat::name);
  NamedUtilities profiles;
  for (const Party& party : c.parties) profiles.emplace_back(party.name, party.utilities.value_or(Utilities{}));
  return known->write(c.title, c.issues, profiles);
}

}  // namespace parley
