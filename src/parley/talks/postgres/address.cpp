#include "parley/talks/postgres/address.h"

#include <fmt/core.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>

#include "parley/talks/store.h"

namespace parley::postgres {
namespace {

using Settings = std::map<std::string, std::string>;

std::optional<Settings> settings_of(const std::string& url) {
  const bool is_url = url.starts_with("postgresql://") || url.starts_with("postgres://");
  if (!is_url || url.find('\0') != std::string::npos) return std::nullopt;
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(PQconninfoParse(url.c_str(), nullptr),
                                                                               PQconninfoFree);
  if (options == nullptr) return std::nullopt;
  Settings settings;
  for (const auto* option = options.get(); option != nullptr && option->keyword != nullptr; ++option)
    if (option->val != nullptr) settings[option->keyword] = option->val;
  return settings;
}

/// A password with a sign of URLs in it, written as it is, ends up in pieces in the other parts.
bool has_stray_signs(const Settings& settings) {
  return std::ranges::any_of(std::array{"host", "hostaddr", "port", "dbname"}, [&](const char* part) {
    const auto found = settings.find(part);
    return found != settings.end() && found->second.find('@') != std::string::npos;
  });
}

std::string text_of(const Settings& settings) {
  std::string text;
  for (const auto& [key, value] : settings) {
    text += key + "='";
    for (const char c : value) {
      if (c == '\'' || c == '\\') text += '\\';
      text += c;
    }
    text += "' ";
  }
  return text;
}

/// The password between the first ':' of the user's part and the '@', as it stands in the URL, escapes and all.
std::string password_as_written(const std::string& url) {
  const auto start = url.find("://");
  const auto end = url.find('@', start + 3);
  if (start == std::string::npos || end == std::string::npos) return {};
  const auto colon = url.find(':', start + 3);
  return colon < end ? url.substr(colon + 1, end - colon - 1) : std::string();
}

std::string name_of(const Settings& settings) {
  const auto part = [&](const char* key) {
    const auto found = settings.find(key);
    return found == settings.end() ? std::string() : found->second;
  };
  const std::string database = part("dbname");
  const std::string host = part("host").empty() ? part("hostaddr") : part("host");
  std::string name = database.empty() ? "the PostgreSQL database" : fmt::format("the database '{}'", database);
  if (!host.empty() && host.front() != '/') name += fmt::format(" on '{}'", host);
  return name;
}

}  // namespace

bool Address::told_in(const std::string& text) const {
  return std::ranges::any_of(
      secrets, [&](const std::string& secret) { return !secret.empty() && text.find(secret) != std::string::npos; });
}

Address address_of(const std::string& url) {
  const auto found = settings_of(url);
  if (!found || has_stray_signs(*found))
    throw StoreError(
        "this is no URL of a PostgreSQL database; write postgresql://USER@HOST/DATABASE, and leave the password to "
        "the file that PGPASSFILE names (in a URL its signs @ : / ? # % are written %40 %3A %2F %3F %23 %25)");

  Settings settings = *found;
  Address address;
  address.name = name_of(settings);
  address.secrets = {settings["password"], settings["sslpassword"], password_as_written(url)};
  std::erase(address.secrets, "");
  std::erase_if(settings, [](const auto& setting) { return setting.second.empty(); });

  if (std::getenv("PGCONNECT_TIMEOUT") == nullptr) settings.try_emplace("connect_timeout", "10");
  settings.try_emplace("tcp_user_timeout", "30000");
  settings.try_emplace("keepalives_idle", "30");
  settings.try_emplace("fallback_application_name", "parley");
  settings["client_encoding"] = "UTF8";
  address.connect = text_of(settings);
  return address;
}

}  // namespace parley::postgres
