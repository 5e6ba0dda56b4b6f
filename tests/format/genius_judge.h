#pragma once

#include <cmath>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>

namespace parley {

/// What Genius makes of a package, read from the elements of a profile package by package, in floating point and with
/// no line in common with the reader: slow, but plain.
class GeniusJudge {
 public:
  using Package = std::map<int, std::string>;  ///< the value of every issue by index, as the domain writes it

  explicit GeniusJudge(const std::string& text) { document_.load_string(text.c_str()); }

  double utility(const Package& package) const {
    const auto root = document_.child("utility_space");
    const std::string type = root.attribute("type").value();
    if (type == "nonlinear") {
      const auto utility = root.child("objective").child("utility");
      return std::min(1.0, function(utility.child("ufun"), package) / utility.attribute("maxutility").as_double());
    }
    return type == "constraint" ? constraints(root.child("objective").child("rules"), package)
                                : std::min(1.0, linear(root.child("objective"), package));
  }

 private:
  static double linear(pugi::xml_node objective, const Package& package) {
    double sum = 0;
    for (const auto& issue : objective.children("issue")) {
      const auto at = package.find(issue.attribute("index").as_int());
      if (at == package.end()) continue;
      for (const auto& weight : objective.children("weight"))
        if (weight.attribute("index").as_int() == at->first)
          sum += weight.attribute("value").as_double() * evaluation(issue, at->second);
    }
    for (const auto& inner : objective.children("objective")) sum += linear(inner, package);
    return sum;
  }

  static double cut(double value) { return std::max(0.0, std::min(1.0, value)); }

  static double evaluation(pugi::xml_node issue, const std::string& value) {
    const auto f = issue.child("evaluator");
    const std::string type = issue.attribute("type").value();
    if (type == "integer")
      return cut(f.attribute("slope").as_double() * (std::stod(value) - issue.attribute("lowerbound").as_double()) +
                 f.attribute("offset").as_double());
    const double p0 = f.attribute("parameter0").as_double();
    const double p1 = f.attribute("parameter1").as_double();
    const double p2 = f.attribute("parameter2").as_double();
    if (type == "real") {
      const double x = std::stod(value);
      const std::string kind = f.attribute("ftype").value();
      if (kind == "constant") return p0;
      if (kind == "linear") return cut(p1 * x + p0);
      return x < p0 || x >= p1 ? 0 : x < p2 ? (x - p0) / (p2 - p0) : (p1 - x) / (p1 - p2);
    }
    double most = 0;
    double own = 0;
    for (const auto& item : issue.children("item")) {
      most = std::max(most, item.attribute("evaluation").as_double());
      if (value == item.attribute("value").value()) own = item.attribute("evaluation").as_double();
    }
    return most < 0.00001 ? 0 : own / most;
  }

  static double function(pugi::xml_node ufun, const Package& package) {
    double sum = 0;
    for (const auto& rectangle : ufun.children("hyperRectangle")) {
      const bool excludes = static_cast<bool>(rectangle.child("EXCLUDES"));
      bool inside = true;
      for (const auto& bound : rectangle.children(excludes ? "EXCLUDES" : "INCLUDES")) {
        const double value = std::stod(package.at(bound.attribute("index").as_int()));
        inside = inside && value >= bound.attribute("min").as_double() && value <= bound.attribute("max").as_double();
      }
      if (inside != excludes)
        sum += rectangle.attribute("utility").as_double() * rectangle.attribute("weight").as_double(1);
    }
    for (const auto& inner : ufun.children("ufun"))
      sum += inner.attribute("weight").as_double(1) * function(inner, package);
    return sum;
  }

  static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

  static bool ends_all(pugi::xml_node constraint, const Package& package) {
    std::map<int, std::string> checks;
    for (const auto& check : constraint.children("checkassignment"))
      checks[check.attribute("index").as_int()] = check.attribute("condition").value();
    const std::string type = constraint.attribute("type").value();
    if (type == "conditionalZeroOutcomeConstraint") {
      const auto& [first, text] = *checks.begin();
      const auto& [other, part] = *checks.rbegin();
      return ((text == "numeric=positive" && std::stoi(package.at(first)) > 0) ||
              (text == "numeric=negative" && std::stoi(package.at(first)) < 0)) &&
             !has(package.at(other), part);
    }
    if (type != "inclusiveZeroOutcomeConstraint") return false;
    for (const auto& [index, text] : checks) {
      const std::string& value = package.at(index);
      if (!has(text, "numeric")) {
        if (!has(value, text)) return false;
      } else if ((has(text, "positive") && std::stoi(value) < 0) || (has(text, "negative") && std::stoi(value) > 0)) {
        return false;
      }
    }
    return true;
  }

  static bool ends_issue(pugi::xml_node constraint, const Package& package) {
    const std::string type = constraint.attribute("type").value();
    const std::string part = constraint.attribute("value").value();
    const std::string& own = package.at(constraint.attribute("index").as_int());
    if (type == "zeroConstraint" || type == "conditionalZeroConstraint") {
      for (const auto& assigned : constraint.children("valueassignment"))
        if (package.at(assigned.attribute("index").as_int()) != assigned.attribute("value").value()) return false;
      return type == "zeroConstraint" || !has(own, part);
    }
    int sum = 0;
    for (const auto& item : constraint.children("item")) sum += std::stoi(package.at(item.attribute("index").as_int()));
    if (sum < constraint.attribute("min").as_int() || sum > constraint.attribute("max").as_int()) return false;
    if (type == "sumZeroConstraint") return has(own, part);
    if (type == "sumZeroNotConstraint") return !has(own, part);
    bool any = false;
    for (const auto& condition : constraint.children("condition"))
      any = any || has(own, condition.attribute("value").value());
    return any;
  }

  static double constraints(pugi::xml_node rules, const Package& package) {
    const auto all = rules.child("constraints").children("constraint");
    double sum = 0;
    int issues = 0;
    for (const auto& constraint : all)
      if (ends_all(constraint, package)) return 0;
    for (const auto& issue : rules.child("ranks").children("issue")) {
      ++issues;
      const int index = issue.attribute("index").as_int();
      bool ended = false;
      for (const auto& constraint : all)
        ended = ended || (constraint.attribute("index").as_int(-1) == index && ends_issue(constraint, package));
      double most = 0;
      double own = 0;
      for (const auto& item : issue.children("item")) {
        most = std::max(most, item.attribute("rank").as_double());
        if (package.at(index) == item.attribute("value").value()) own = item.attribute("rank").as_double();
      }
      if (!ended) sum += own / most;
    }
    return sum / issues;
  }

  pugi::xml_document document_;
};

}  // namespace parley
