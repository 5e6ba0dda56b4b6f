#include "parley/solve/read_points.h"

#include "parley/solve/side_by_side.h"

namespace parley {
namespace {

/// A layer as one follows steps backwards through it.
struct Backwards {
  const Step* steps = nullptr;
  std::size_t issue = 0;
  const Utility* gains = nullptr;
  const std::uint32_t* origin = nullptr;
  std::vector<int> levels;  ///< for each arc of the projection
};

std::vector<Backwards> backwards(const Diagram& diagram, const Projection& projection, const Swept& swept) {
  std::vector<Backwards> layers;
  for (auto i = diagram.layers.size(); i-- > 0;) {
    const auto& layer = diagram.layers[i];
    auto& back = layers.emplace_back();
    back.steps = swept.trail[i].data();
    back.issue = static_cast<std::size_t>(layer.issue);
    back.gains = layer.gains.data();
    back.origin = projection.origin[i].data();
    for (const auto arc : projection.origin[i]) back.levels.push_back(static_cast<int>(layer.arcs[arc].level));
  }
  return layers;
}

class Reader {
 public:
  Reader(const std::vector<Backwards>& layers, const Labels& end, std::size_t dimensions, std::size_t objectives)
      : layers_(layers), end_(end), dimensions_(dimensions), objectives_(objectives) {}

  /// Several points at a time: each waits for memory at every step.
  void read(std::size_t begin, std::size_t end, std::vector<Point>& points) const {
    constexpr std::size_t together = 8;
    for (; begin + together <= end; begin += together) read_some<together>(begin, points);
    for (; begin < end; ++begin) read_some<1>(begin, points);
  }

 private:
  template <std::size_t Count>
  void read_some(std::size_t begin, std::vector<Point>& points) const {
    std::size_t label[Count];
    int* package[Count];
    for (std::size_t k = 0; k < Count; ++k) {
      label[k] = begin + k;
      auto& point = points[begin + k];
      point.value.assign(dimensions_, 0);
      std::copy_n(end_.value(label[k]), objectives_, point.value.begin());
      point.package.resize(layers_.size());
      package[k] = point.package.data();
    }
    for (const auto& layer : layers_)
      for (std::size_t k = 0; k < Count; ++k) {
        const auto step = layer.steps[label[k]];
        label[k] = step.previous;
        package[k][layer.issue] = layer.levels[step.arc];
        for (auto d = objectives_; d < dimensions_; ++d)
          points[begin + k].value[d] += layer.gains[layer.origin[step.arc] * dimensions_ + d];
      }
  }

  const std::vector<Backwards>& layers_;
  const Labels& end_;
  std::size_t dimensions_;
  std::size_t objectives_;
};

}  // namespace

std::vector<Point> read_points(const Diagram& diagram, const Projection& projection, const Swept& swept,
                               std::size_t objectives, int threads) {
  // Below so many points a second thread costs more than it saves.
  constexpr std::size_t worth_sharing = 4096;
  const auto layers = backwards(diagram, projection, swept);
  const Reader reader(layers, swept.end, static_cast<std::size_t>(diagram.dimensions), objectives);
  std::vector<Point> points(swept.end.size());
  const std::size_t parts = threads > 1 && points.size() >= worth_sharing ? 2 : 1;
  side_by_side(parts, [&](std::size_t part) {
    reader.read(points.size() * part / parts, points.size() * (part + 1) / parts, points);
  });
  return points;
}

}  // namespace parley
