#include "parley/render/html_views.h"

namespace parley::html {

ViewpointWords words_of(Viewpoint viewpoint) {
  switch (viewpoint) {
    case Viewpoint::nash:
      return {"N", "Nash", "the largest product of the parties’ gains over their floors", "Nash 1950, Econometrica 18"};
    case Viewpoint::kalai_smorodinsky:
      return {"K", "Kalai-Smorodinsky",
              "the largest smallest gain, each as a share of the most that the party could gain",
              "Kalai and Smorodinsky 1975, Econometrica 43"};
    case Viewpoint::egalitarian:
      return {"E", "egalitarian", "the largest smallest gain over the floors", "Kalai 1977, Econometrica 45"};
    case Viewpoint::weighted:
      return {"W", "weighted", "the largest sum of what it is worth to the parties, each with a weight",
              "Harsanyi 1955, Journal of Political Economy 63"};
    case Viewpoint::utilitarian:
      break;
  }
  return {"U", "utilitarian", "the largest sum of what it is worth to the parties",
          "Harsanyi 1955, Journal of Political Economy 63"};
}

}  // namespace parley::html
