#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "../failure.h"
#include "parley/talks/store.h"

namespace parley::cli {

/// Each adds one command to `parley record`.
void add_record_create(CLI::App& record);
void add_record_add(CLI::App& record);
void add_record_list(CLI::App& record);
void add_record_verify(CLI::App& record);
void add_record_export(CLI::App& record);
void add_record_import(CLI::App& record);
void add_record_keys(CLI::App& record);
void add_record_table(CLI::App& record);

/// Adds the argument that says where a record is kept.
void add_talks(CLI::App& command, std::string& where);

/// The kinds of events, for the help of a command.
std::string kinds_in_words();

/// Opens it; throws Failure, with what to do, when that cannot be done.
std::unique_ptr<Store> open_talks(const std::string& where, OpenMode mode);

/// All entries of a record.
std::vector<Entry> entries_of(Store& store);

/// Runs something that uses a store; what the store refuses ends the program with its words.
template <class Use>
auto with_store(Use use) {
  try {
    return use();
  } catch (const StoreError& error) {
    throw Failure(Exit::wrong_call, error.what());
  }
}

}  // namespace parley::cli
