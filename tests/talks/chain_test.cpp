#include "parley/talks/chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "naive_store.h"
#include "random_talks.h"

namespace parley {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using Kind = Break::Kind;

struct Chain {
  std::vector<Entry> entries;
  Head head;
};

Chain random_chain(RandomTalks& talks) {
  NaiveStore store;
  const std::size_t entries = 2 + talks.below(30);
  while (store.entries().size() < entries) store.append(std::vector<Draft>{talks.draft()}, talks.time());
  return {store.entries(), store.head()};
}

using Found = std::vector<std::pair<Kind, std::int64_t>>;

Found found_in(const Chain& chain) {
  Found found;
  ChainCheck check;
  const auto note = [&](const std::vector<Break>& breaks) {
    for (const Break& b : breaks) {
      found.emplace_back(b.kind, b.number);
      EXPECT_THAT(b.words, testing::EndsWith("."));
    }
  };
  for (const Entry& entry : chain.entries) note(check.next(entry));
  note(check.end(chain.head));
  return found;
}

/// Changes one thing about an entry that the chain covers.
void change(Entry& entry, RandomTalks& talks) {
  switch (talks.below(6)) {
    case 0:
      entry.event[talks.below(entry.event.size())] ^= 1;
      break;
    case 1:
      entry.audience.emplace_back("team");
      break;
    case 2:
      entry.by += "x";
      break;
    case 3:
      entry.entered += std::chrono::seconds(1);
      break;
    case 4:
      entry.previous[talks.below(32)] ^= 1;
      break;
    default:
      entry.hash[talks.below(32)] ^= 1;
      break;
  }
}

constexpr std::uint64_t rounds = 2000;

TEST(Chain, IsSoundAsItWasWritten) {
  for (std::uint64_t seed = 1; seed <= rounds / 10; ++seed) {
    RandomTalks talks(seed);
    EXPECT_THAT(found_in(random_chain(talks)), IsEmpty());
  }
  EXPECT_THAT(found_in({}), IsEmpty());
}

TEST(Chain, TellsWhichEntryWasChanged) {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    Entry& entry = chain.entries[talks.below(chain.entries.size())];
    change(entry, talks);
    EXPECT_THAT(found_in(chain), Contains(std::pair(Kind::changed, entry.number))) << seed;
  }
}

TEST(Chain, TellsWhereAnEntryWasExchangedForOneWithAHashOfItsOwn) {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    const std::size_t at = talks.below(chain.entries.size());
    chain.entries[at].by += "x";
    chain.entries[at].hash = hash_of(chain.entries[at]);
    const std::size_t seen_at = std::min(at + 1, chain.entries.size() - 1);
    EXPECT_THAT(found_in(chain), ElementsAre(std::pair(Kind::unlinked, chain.entries[seen_at].number))) << seed;
  }
}

TEST(Chain, TellsWhereEntriesAreMissing) {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    const std::size_t from = talks.below(chain.entries.size() - 1);
    const std::size_t count = 1 + talks.below(chain.entries.size() - 1 - from);
    const std::int64_t after = chain.entries[from + count].number;
    const auto first = chain.entries.begin() + static_cast<std::ptrdiff_t>(from);
    chain.entries.erase(first, first + static_cast<std::ptrdiff_t>(count));
    EXPECT_THAT(found_in(chain), ElementsAre(std::pair(Kind::missing, after))) << seed;
  }
}

TEST(Chain, TellsWhatWasPutInAnotherOrder) {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    const std::size_t one = talks.below(chain.entries.size() - 1);
    const std::size_t two = one + 1 + talks.below(chain.entries.size() - 1 - one);
    std::swap(chain.entries[one], chain.entries[two]);
    const Found found = found_in(chain);
    EXPECT_THAT(found, Contains(std::pair(Kind::missing, chain.entries[one].number))) << seed;
    EXPECT_THAT(found, Contains(std::pair(Kind::reordered, chain.entries[two].number))) << seed;
  }
}

TEST(Chain, TellsWhatWasPutInAnotherOrderAndNumberedAnew) {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    const std::size_t one = talks.below(chain.entries.size() - 1);
    std::swap(chain.entries[one], chain.entries[one + 1]);
    std::swap(chain.entries[one].number, chain.entries[one + 1].number);
    const Found found = found_in(chain);
    EXPECT_THAT(found, Contains(std::pair(Kind::changed, chain.entries[one].number))) << seed;
    EXPECT_THAT(found, Contains(std::pair(Kind::changed, chain.entries[one + 1].number))) << seed;
  }
}

TEST(Chain, TellsThatAnEntryStandsTwice) {
  for (std::uint64_t seed = 1; seed <= rounds / 10; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    const auto at = chain.entries.begin() + static_cast<std::ptrdiff_t>(talks.below(chain.entries.size()));
    const Entry twin = *at;
    chain.entries.insert(at + 1, twin);
    EXPECT_THAT(found_in(chain), ElementsAre(std::pair(Kind::reordered, twin.number))) << seed;
  }
}

TEST(Chain, TellsThatTheEndWasCutOff) {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    const std::size_t left = talks.below(chain.entries.size());
    chain.entries.resize(left);
    EXPECT_THAT(found_in(chain), ElementsAre(std::pair(Kind::cut_off, static_cast<std::int64_t>(left)))) << seed;
  }
}

TEST(Chain, TellsThatEntriesWereAddedBehindTheHead) {
  RandomTalks talks(1);
  Chain chain = random_chain(talks);
  const std::int64_t last = chain.head.number;
  chain.head = {last - 1, chain.entries[static_cast<std::size_t>(last) - 2].hash};
  EXPECT_THAT(found_in(chain), ElementsAre(std::pair(Kind::unlinked, last)));
}

TEST(Chain, TellsThatAnEntryWasDatedBack) {
  for (std::uint64_t seed = 1; seed <= rounds / 10; ++seed) {
    RandomTalks talks(seed);
    Chain chain = random_chain(talks);
    const std::size_t at = 1 + talks.below(chain.entries.size() - 1);
    chain.entries[at].entered = chain.entries[at - 1].entered - std::chrono::seconds(1);
    for (std::size_t i = at; i < chain.entries.size(); ++i) {
      chain.entries[i].previous = chain.entries[i - 1].hash;
      chain.entries[i].hash = hash_of(chain.entries[i]);
    }
    chain.head.hash = chain.entries.back().hash;
    EXPECT_THAT(found_in(chain), ElementsAre(std::pair(Kind::earlier, chain.entries[at].number))) << seed;
  }
}

TEST(Chain, GoesOnBehindAnEntryThatIsKnown) {
  RandomTalks talks(7);
  const Chain chain = random_chain(talks);
  ChainCheck check(chain.entries.front());
  for (std::size_t i = 1; i < chain.entries.size(); ++i) EXPECT_THAT(check.next(chain.entries[i]), IsEmpty());
  EXPECT_EQ(check.last(), chain.head);
}

/// Computed with another implementation, from the description in chain.h:
///   python3 -c "from hashlib import blake2b; from struct import pack; t = lambda s: pack('<q', len(s)) + s
///   print(blake2b(pack('<qqq', 1, 1711281600, 2) + t(b'israel') + t(b'') + t(b'ada') + t(b'{}') + bytes(32),
///   digest_size=32).hexdigest())"
TEST(Chain, HashesAsItsHeaderSays) {
  const Entry entry{.number = 1,
                    .entered = noon(),
                    .event = "{}",
                    .audience = {"israel", ""},
                    .by = "ada",
                    .previous = {},
                    .hash = {}};
  EXPECT_EQ(to_hex(hash_of(entry)), "9bb9f0fea2e5cc9dc2b4b05bfcc3f680bd2443dd4fdf67aed279b0ad2c9408a2");
}

TEST(Chain, DoesNotTakeOneDivisionOfTheSameBytesForAnother) {
  const auto hash = [](std::vector<std::string> audience, const char* by, const char* event) {
    return hash_of({.number = 1, .entered = {}, .event = event, .audience = std::move(audience), .by = by});
  };
  EXPECT_NE(hash({"ab"}, "c", "d"), hash({"a", "b"}, "c", "d"));
  EXPECT_NE(hash({"a"}, "bc", "d"), hash({"a"}, "b", "cd"));
  EXPECT_NE(hash({}, "a", "b"), hash({"a"}, "", "b"));
}

TEST(Chain, WritesHashesSoThatTheyReadBack) {
  RandomTalks talks(1);
  for (const Entry& entry : random_chain(talks).entries) EXPECT_EQ(hash_from_hex(to_hex(entry.hash)), entry.hash);
  const std::string sound(64, 'a');
  EXPECT_TRUE(hash_from_hex(sound));
  for (const std::string& text :
       {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'), " " + std::string(63, 'a')}) {
    EXPECT_EQ(hash_from_hex(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace parley
