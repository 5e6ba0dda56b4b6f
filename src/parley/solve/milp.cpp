#include "parley/solve/milp.h"

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <array>
#include <mutex>

#include "parley/solve/accepts.h"
#include "parley/solve/columns.h"
#include "parley/solve/joint/margins.h"
#include "parley/solve/merit.h"

namespace parley {
namespace {

constexpr auto infinity = std::numeric_limits<double>::max();  // which is CBC's

/// A row of a program: least <= sum of value * column <= most.
struct ProgramRow {
  std::vector<int> columns;
  std::vector<double> values;
  double least = -infinity;
  double most = infinity;

  void add(int column, double value) {
    if (value == 0) return;
    columns.push_back(column);
    values.push_back(value);
  }
};

class StopHandler final : public CbcEventHandler {
 public:
  explicit StopHandler(std::stop_token token) : token_(std::move(token)) {}
  CbcAction event(CbcEvent) override { return token_.stop_requested() ? stop : noAction; }
  CbcEventHandler* clone() const override { return new StopHandler(*this); }

 private:
  std::stop_token token_;
};

/// The tables as a mixed integer program: a 0/1 column for each option, one for each feature that is held to the
/// product of what it hangs on, one for the smallest share. Values are in units of a full hundred points.
class Program {
 public:
  Program(const Tables& tables, const ViewpointProblem& problem) : tables_(tables), problem_(problem) {
    for (const auto levels : tables.levels) {
      first_.push_back(columns_);
      ProgramRow one;
      one.least = one.most = 1;
      for (int level = 0; level < levels; ++level) one.add(columns_++, 1);
      rows_.push_back(std::move(one));
    }
    options_ = columns_;
    for (const auto& feature : tables.features) add_feature(feature);
    for (const auto& rule : tables.implications) add_implication(rule);
    for (const auto& rule : tables.linear_rules) add_linear_rule(rule);
    aim();
  }

  /// The package that CBC finds under one more set of demands; `finished` as in MilpAnswer.
  std::optional<std::vector<int>> solve(std::uint64_t mask, bool& finished) const {
    auto rows = rows_;
    if (problem_.acceptance != nullptr)
      for (std::size_t j = 0; j < problem_.acceptance->demands.size(); ++j) {
        if ((mask >> j & 1) == 0) continue;
        const auto& demand = problem_.acceptance->demands[j];
        auto row = value_of(demand.dimension);
        row.least = scaled(demand.least);
        rows.push_back(std::move(row));
      }
    OsiClpSolverInterface linear;
    linear.messageHandler()->setLogLevel(0);
    load(linear, rows);
    CbcSolverUsefulData data;
    data.noPrinting_ = true;
    data.useSignalHandler_ = false;
    CbcModel model(linear);
    CbcMain0(model, data);
    model.setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    StopHandler handler(problem_.stop);
    model.passInEventHandler(&handler);
    // CBC's own increment of 10^-5 would pass a package by that is better by less.
    std::array arguments{"parley", "-log",      "0", "-increment", "1e-9", "-allowableGap",
                         "0",      "-ratioGap", "0", "-solve",     "-quit"};
    CbcMain1(static_cast<int>(arguments.size()), arguments.data(), model, [](CbcModel*, int) { return 0; }, data);
    finished = !problem_.stop.stop_requested() && (model.isProvenOptimal() || model.isProvenInfeasible());
    const auto* solution = model.bestSolution();
    if (solution == nullptr) return std::nullopt;
    std::vector<int> package;
    for (std::size_t i = 0; i < first_.size(); ++i) {
      const auto* from = solution + first_[i];
      package.push_back(static_cast<int>(std::max_element(from, from + tables_.levels[i]) - from));
    }
    return package;
  }

 private:
  static double scaled(Utility value) { return static_cast<double>(value) / static_cast<double>(unit); }

  /// Adds, times `factor`, how many of the levels in a set are taken: one or none.
  void add_set(ProgramRow& row, const LevelSet& set, double factor) const {
    for (std::size_t level = 0; level < set.holds.size(); ++level)
      if (set.holds[level]) row.add(first_[static_cast<std::size_t>(set.issue)] + static_cast<int>(level), factor);
  }

  void add_feature(const Feature& feature) {
    const auto holds = columns_++;
    ProgramRow all;
    all.add(holds, -1);
    all.most = static_cast<double>(feature.when.size()) - 1;
    for (const auto& set : feature.when) {
      add_set(all, set, 1);
      ProgramRow one;
      one.least = 0;
      one.add(holds, -1);
      add_set(one, set, 1);
      rows_.push_back(std::move(one));
    }
    if (feature.when.empty()) all.least = -1;
    rows_.push_back(std::move(all));
  }

  void add_implication(const Implication& rule) {
    ProgramRow when;
    when.most = static_cast<double>(rule.when.size());
    for (const auto& set : rule.when) add_set(when, set, 1);
    if (rule.then.empty()) {
      when.most -= 1;
      rows_.push_back(when);
    }
    for (const auto& set : rule.then) {
      auto row = when;
      row.most -= 1;
      add_set(row, set, -1);
      rows_.push_back(merged(row));
    }
  }

  void add_linear_rule(const LinearRule& rule) {
    ProgramRow row;
    if (rule.least != std::numeric_limits<std::int64_t>::min()) row.least = static_cast<double>(rule.least);
    if (rule.most != std::numeric_limits<std::int64_t>::max()) row.most = static_cast<double>(rule.most);
    for (std::size_t j = 0; j < rule.issues.size(); ++j)
      for (std::size_t level = 0; level < rule.amounts[j].size(); ++level)
        row.add(first_[static_cast<std::size_t>(rule.issues[j])] + static_cast<int>(level),
                static_cast<double>(rule.amounts[j][level]));
    rows_.push_back(std::move(row));
  }

  /// The same row with each column once.
  static ProgramRow merged(const ProgramRow& row) {
    ProgramRow result;
    result.least = row.least;
    result.most = row.most;
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
      const auto same = std::ranges::find(result.columns, row.columns[i]);
      if (same == result.columns.end())
        result.add(row.columns[i], row.values[i]);
      else
        result.values[static_cast<std::size_t>(same - result.columns.begin())] += row.values[i];
    }
    return result;
  }

  ProgramRow value_of(int dimension) const {
    ProgramRow row;
    const auto d = static_cast<std::size_t>(dimension);
    const auto dimensions = static_cast<std::size_t>(tables_.dimensions);
    for (int column = 0, issue = 0; issue < tables_.issues(); ++issue)
      for (std::size_t level = 0; level < static_cast<std::size_t>(tables_.levels[static_cast<std::size_t>(issue)]);
           ++level)
        row.add(column++, scaled(tables_.gain[static_cast<std::size_t>(issue)][level * dimensions + d]));
    for (std::size_t f = 0; f < tables_.features.size(); ++f)
      row.add(options_ + static_cast<int>(f), scaled(tables_.features[f].gain[d]));
    return row;
  }

  void aim() {
    const bool sums = problem_.viewpoint == Viewpoint::utilitarian || problem_.viewpoint == Viewpoint::weighted;
    const auto parties = problem_.disagreement.size();
    const auto least = sums ? -1 : columns_++;
    objective_.assign(static_cast<std::size_t>(columns_), 0);
    if (!sums) objective_[static_cast<std::size_t>(least)] = 1;
    for (std::size_t p = 0; p < parties; ++p) {
      auto row = value_of(static_cast<int>(p));
      if (sums) {
        const auto weight = problem_.viewpoint == Viewpoint::weighted ? static_cast<double>(problem_.weights[p]) : 1;
        for (std::size_t i = 0; i < row.columns.size(); ++i)
          objective_[static_cast<std::size_t>(row.columns[i])] += weight * row.values[i];
      }
      row.least = scaled(problem_.disagreement[p]);
      rows_.push_back(row);
      const bool relative = problem_.viewpoint == Viewpoint::kalai_smorodinsky;
      const auto scale = relative ? scaled(problem_.ideal[p] - problem_.disagreement[p]) : 1;
      if (sums || scale <= 0) continue;
      row.add(least, -scale);
      rows_.push_back(std::move(row));
    }
  }

  void load(OsiClpSolverInterface& linear, const std::vector<ProgramRow>& rows) const {
    CoinPackedMatrix matrix(false, 0, 0);
    matrix.setDimensions(0, columns_);
    std::vector<double> least;
    std::vector<double> most;
    for (const auto& row : rows) {
      matrix.appendRow(static_cast<int>(row.columns.size()), row.columns.data(), row.values.data());
      least.push_back(row.least);
      most.push_back(row.most);
    }
    const std::vector<double> low(static_cast<std::size_t>(columns_), 0);
    std::vector<double> high(static_cast<std::size_t>(columns_), 1);
    // Where no party can gain, nothing holds the smallest share down.
    if (columns_ > options_ + static_cast<int>(tables_.features.size())) high.back() = 1e6;
    linear.loadProblem(matrix, low.data(), high.data(), objective_.data(), least.data(), most.data());
    linear.setObjSense(-1);
    for (int column = 0; column < options_; ++column) linear.setInteger(column);
  }

  const Tables& tables_;
  const ViewpointProblem& problem_;
  int columns_ = 0;
  int options_ = 0;  ///< the columns before this one are options
  std::vector<int> first_;
  std::vector<ProgramRow> rows_;
  std::vector<double> objective_;
};

bool obeys(const Tables& tables, const std::vector<int>& package) {
  const auto kept = [&](const Implication& rule) {
    return !all_hold(rule.when, package) || (!rule.then.empty() && all_hold(rule.then, package));
  };
  const auto within = [&](const LinearRule& rule) {
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < rule.issues.size(); ++j)
      sum += rule.amounts[j][static_cast<std::size_t>(package[static_cast<std::size_t>(rule.issues[j])])];
    return rule.least <= sum && sum <= rule.most;
  };
  return std::ranges::all_of(tables.implications, kept) && std::ranges::all_of(tables.linear_rules, within);
}

std::vector<Utility> value_of(const Tables& tables, const std::vector<int>& package) {
  const auto dimensions = static_cast<std::size_t>(tables.dimensions);
  std::vector<Utility> value(dimensions, 0);
  for (std::size_t i = 0; i < package.size(); ++i) {
    const auto* gain = tables.gain[i].data() + static_cast<std::size_t>(package[i]) * dimensions;
    for (std::size_t d = 0; d < dimensions; ++d) value[d] += gain[d];
  }
  for (const auto& feature : tables.features)
    if (all_hold(feature.when, package)) std::ranges::transform(value, feature.gain, value.begin(), std::plus{});
  return value;
}

bool accepted(const ViewpointProblem& problem, const std::vector<Utility>& value) {
  for (std::size_t p = 0; p < problem.disagreement.size(); ++p)
    if (value[p] < problem.disagreement[p]) return false;
  if (problem.acceptance == nullptr) return true;
  return accepts(*problem.acceptance, value);
}

}  // namespace

MilpAnswer milp_viewpoint(const Tables& tables, const ViewpointProblem& problem) {
  MilpAnswer answer;
  if (problem.viewpoint == Viewpoint::nash) return answer;
  const Program program(tables, problem);
  // CBC 2.10 reads its arguments through variables of the whole process: two searches at once mix them up.
  static std::mutex one_at_a_time;
  const std::lock_guard guard(one_at_a_time);
  answer.finished = true;
  for (const auto mask : masks_of(problem.acceptance)) {
    bool finished = false;
    auto package = program.solve(mask, finished);
    answer.finished = answer.finished && finished;
    if (!package || !obeys(tables, *package)) continue;
    auto value = value_of(tables, *package);
    if (!accepted(problem, value)) continue;
    if (answer.pick && merit(problem, value) <= merit(problem, answer.pick->value)) continue;
    answer.pick = Point{std::move(value), std::move(*package)};
  }
  return answer;
}

}  // namespace parley
