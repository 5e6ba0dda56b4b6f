#pragma once

#include <memory>
#include <optional>

#include "parley/solve/dense/kernels.h"
#include "parley/solve/dense/steps.h"
#include "parley/solve/labels.h"

namespace parley {

/// Where things stand in the tables of a layer. With three columns a place is a row (the first column) and a cell (the
/// second), and the third column is its height; with two there is one row. Behind each row and in front of the first
/// stand as many empty cells as the next layer can move cells, so that moved rows need no bounds.
struct Grid {
  std::size_t start = 0;  ///< of this layer in Heights::heights
  std::size_t nodes = 0;
  std::size_t rows = 1;
  std::size_t cells = 1;
  std::size_t margin = 0;

  std::size_t stride() const { return cells + margin; }
  std::size_t at(std::size_t node, std::size_t row) const { return start + margin + (node * rows + row) * stride(); }
  std::size_t end() const { return at(nodes, 0); }
};

/// An arc in steps.
struct HeightMove {
  std::uint32_t node = 0;  ///< that it comes from
  std::uint32_t arc = 0;
  std::uint32_t rows = 0;
  std::uint32_t cells = 0;
  Height height = 0;
};

/// From some layer to the end, the highest last column for each value of the columns before it: max-plus convolution,
/// layer by layer. The tables of all layers stay, for packages to be read off them backwards.
struct Heights {
  static constexpr Height none = -32768;
  static constexpr Utility most = 32767;
  /// A table is not worth its memory above this many places in all layers.
  static constexpr std::size_t most_places = std::size_t{1} << 26;

  std::size_t first = 0;                       ///< the layer that the labels stand before
  std::vector<Grid> grids;                     ///< grids[j]: before layer first + j; one more at the end
  std::vector<Utility> origin;                 ///< for each grid and column: the value of row 0, cell 0, height 0
  std::vector<std::vector<HeightMove>> moves;  ///< moves[j]: the arcs of layer first + j, by the nodes they lead to
  std::vector<std::vector<std::uint32_t>> to;  ///< to[j]: for each node after it, its first move; one more at the end
  std::unique_ptr<Height[]> heights;

  const Height* row(std::size_t grid, std::size_t node, std::size_t row) const {
    return heights.get() + grids[grid].at(node, row);
  }
};

/// The tables from a layer on, with nothing in them; nothing when they would not fit.
std::optional<Heights> lay_out(const Diagram& diagram, const Steps& steps, const Labels& labels, std::size_t layer);

/// Fills the tables, with two threads when there is enough to do; false when stopped.
bool fill(Heights& heights, const Diagram& diagram, const Steps& steps, const Labels& labels, int threads,
          const std::stop_token& stop);

/// The row and the cell where a label stands in the first grid.
struct Spot {
  std::uint32_t node = 0;
  std::uint16_t row = 0;
  std::uint16_t cell = 0;
};
Spot spot_of(const Heights& heights, const Steps& steps, std::size_t node, const Utility* value);

}  // namespace parley
