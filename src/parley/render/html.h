#pragma once

#include <string>

#include "parley/ask/acceptance.h"
#include "parley/ask/analyze.h"
#include "parley/ask/consent.h"
#include "parley/ask/exchange.h"
#include "parley/ask/levers.h"
#include "parley/ask/texts.h"
#include "parley/ask/window.h"
#include "parley/model/model.h"

namespace parley {

/// The whole analysis as one self-contained HTML page: styles and pictures are inside, there are no scripts, and
/// nothing is fetched. It reads on a telephone and on a wide screen, in light and in dark, and prints on A4 in black
/// and white, where shapes and hatching say what colour says elsewhere. `model` is the case compiled for the date of
/// the analysis. The same case gives the same bytes.
std::string to_html(const Case& c, const Model& model, const Analysis& analysis);

/// When the zone is open, as such a page.
std::string to_html(const Case& c, const Windows& answer);

/// A text of the talks as such a page.
std::string to_html(const Case& c, const Texts& answer);

/// Who consents in which share of the readings as such a page.
std::string to_html(const Case& c, const Acceptability& answer);
/// Who must approve a text, and how long that takes, as such a page.
std::string to_html(const Case& c, const Approvals& answer);

/// What each lever changes, as such a page.
std::string to_html(const Case& c, const Leverage& answer);
std::string to_html(const Case& c, const ExchangeAnswer& answer);

}  // namespace parley
