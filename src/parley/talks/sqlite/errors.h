#pragma once

#include <SQLiteCpp/Exception.h>

#include <stdexcept>
#include <string>

#include "parley/talks/store.h"

namespace parley::sqlite {

/// The file holds something that no Parley has written: which, in a few words ("entry 7 is missing").
class Damaged : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What SQLite found, for people: what is the matter with the file, and what to do.
StoreError in_words(const SQLite::Exception& error, const std::string& path);
StoreError in_words(const Damaged& error, const std::string& path);

}  // namespace parley::sqlite
