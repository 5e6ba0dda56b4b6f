#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "load_case.h"
#include "output.h"
#include "parley/case/case.h"
#include "parley/render/json.h"
#include "parley/render/terminal.h"
#include "screen.h"

namespace parley::cli {

/// What every question on the command line has: a case, a date, and where and how the answer is to appear.
struct Question {
  CaseSource from;
  std::optional<Date> date;
  bool json = false;
  std::string output;
  std::string colour = "auto";
  bool all = false;  ///< TextStyle::all

  /// The date that was asked for, else the case's own.
  Date as_of(const Case& c) const;
};

/// Adds a command with the arguments that all questions share; the others are shared by most.
CLI::App& add_question(CLI::App& app, const std::string& name, const std::string& description, Question& question);
void add_json(CLI::App& command, Question& question);
void add_all(CLI::App& command, Question& question);

template <class Answer>
std::string page(const Question& question, const Case& c, const Answer& answer) {
  TextStyle style = style_for(question.output, question.colour);
  style.all = question.all;
  return to_terminal(c, answer, style);
}

template <class Answer>
void give(const Question& question, const Case& c, const Answer& answer) {
  write_file(question.output, question.json ? to_json(c, answer) : page(question, c, answer), question.from.path);
}

}  // namespace parley::cli
