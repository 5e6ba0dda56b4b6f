#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "parley/format/table/table_events.h"

namespace parley::cli {

/// A table of events and what its columns are, as the command line names them.
struct TableCall {
  std::string file;                ///< empty: none; `-`: standard input
  std::string columns = "parley";  ///< a map that ships with Parley, or a file
};

/// Adds the options that say so, and returns that of the table.
CLI::Option* add_table(CLI::App& command, TableCall& call);

/// The two as they were read, so that the rows can be checked more than once.
struct EventTable {
  TableCall call;
  std::string text;
  ColumnMap map;
};

/// Reads them. Throws Failure when a file cannot be read, and with all its mistakes when the map is wrong.
EventTable load_table(const TableCall& call, const Case& c);

/// The rows of the table as events; throws Failure with every mistake when it is wrong.
TableEvents read_rows(const EventTable& table, EventReader& reader);

/// Says on standard error which rows and names were left out.
void tell_left_out(const TableEvents& read);

}  // namespace parley::cli
