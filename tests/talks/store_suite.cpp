#include "store_suite.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "naive_store.h"
#include "parley/talks/chain.h"
#include "random_talks.h"

namespace parley {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// What a StoreError says; empty when none was thrown.
std::string refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const StoreError& error) {
    return error.what();
  }
  return {};
}

std::vector<std::int64_t> numbers_of(const EntryPage& page) {
  std::vector<std::int64_t> numbers;
  for (const Entry& entry : page.entries) numbers.push_back(entry.number);
  return numbers;
}

/// A filter that narrows by one thing.
template <typename Part>
EntryFilter with(Part EntryFilter::* part, Part value) {
  EntryFilter filter;
  filter.*part = std::move(value);
  return filter;
}

std::vector<Draft> statements(const std::vector<std::string>& words) {
  std::vector<Draft> drafts;
  for (const std::string& one : words) drafts.push_back(statement(one));
  return drafts;
}

TEST_P(StoreSuite, BeginsEmpty) {
  const auto store = open(fresh_place(), OpenMode::create);
  EXPECT_EQ(store->head(), Head{});
  EXPECT_THAT(entries_of(*store), IsEmpty());
  EXPECT_THAT(store->list({}, 0, 10).entries, IsEmpty());
  EXPECT_FALSE(store->list({}, 0, 10).more);
  EXPECT_TRUE(store->about("format").has_value());
  EXPECT_EQ(store->about("nonsense"), std::nullopt);
}

TEST_P(StoreSuite, NumbersDatesAndLinksWhatIsAdded) {
  const auto store = open(fresh_place(), OpenMode::create);
  const auto first = store->append(statements({"one", "two"}), noon());
  const auto second = store->append(statements({"three"}), noon() - std::chrono::hours(1), store->head());
  const auto all = entries_of(*store);
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_THAT(first, ElementsAre(all[0], all[1]));
  EXPECT_THAT(second, ElementsAre(all[2]));
  EXPECT_THAT(breaks_of(*store), IsEmpty());
  EXPECT_EQ(store->head(), (Head{3, all[2].hash}));
  for (const Entry& entry : all) EXPECT_EQ(entry.entered, noon()) << "no entry before the one before it";
}

TEST_P(StoreSuite, AddsNothingWhenThereIsNothingToAdd) {
  const auto store = open(fresh_place(), OpenMode::create);
  store->append(statements({"one"}), noon());
  EXPECT_THAT(store->append({}, noon()), IsEmpty());
  EXPECT_EQ(store->head().number, 1);
}

TEST_P(StoreSuite, HasTheSameAfterwards) {
  const std::string where = fresh_place();
  RandomTalks talks(1);
  const auto drafts = talks.drafts(40);
  const auto added = open(where, OpenMode::create)->append(drafts, noon());
  for (const OpenMode mode : {OpenMode::read, OpenMode::write, OpenMode::read}) {
    EXPECT_EQ(entries_of(*open(where, mode)), added);
  }
  const auto more = open(where, OpenMode::write)->append(statements({"later"}), noon());
  EXPECT_EQ(entries_of(*open(where, OpenMode::read), more[0].number), more);
}

TEST_P(StoreSuite, KeepsAnyTextByteForByte) {
  const auto store = open(fresh_place(), OpenMode::create);
  Draft draft = statement("x");
  draft.event = R"({"what":"'; DROP TABLE entries; -- %s \\ \u0000 \" הפסקת אש وقف إطلاق النار 🕊"})";
  draft.by = "O'Neill \"the\" \\ %n";
  draft.audience = {"a,b", "", "[\"c\"]", "a,b", "‏ישראל"};
  draft.keys.words = "line\nline\ttab ' \" \\";
  const auto added = store->append(std::span(&draft, 1), noon());
  ASSERT_THAT(added, SizeIs(1));
  EXPECT_EQ(added[0].event, draft.event);
  EXPECT_EQ(added[0].by, draft.by);
  EXPECT_EQ(added[0].audience, draft.audience);
  EXPECT_EQ(entries_of(*store), added);
  EXPECT_EQ(store->list({}, 0, 1).entries, added);
}

TEST_P(StoreSuite, KeepsAMegabyte) {
  const auto store = open(fresh_place(), OpenMode::create);
  Draft draft = statement("long");
  draft.event = std::string(1U << 20, 'x');
  store->append(std::vector<Draft>(3, draft), noon());
  const auto entries = entries_of(*store);
  ASSERT_THAT(entries, SizeIs(3));
  for (const Entry& entry : entries) EXPECT_EQ(entry.event, draft.event);
}

TEST_P(StoreSuite, RefusesWhatCannotBeKeptAndAddsNoneOfTheBatch) {
  const auto store = open(fresh_place(), OpenMode::create);
  store->append(statements({"one"}), noon());
  const Head before = store->head();
  const auto refuse = [&](const std::function<void(Draft&)>& spoil, const char* why) {
    auto drafts = statements({"two", "three", "four"});
    spoil(drafts[1]);
    EXPECT_THAT(refusal([&] { store->append(drafts, noon()); }), HasSubstr(why));
    EXPECT_EQ(store->head(), before);
  };
  refuse([](Draft& d) { d.event = ""; }, "empty");
  refuse([](Draft& d) { d.event = "{\n}"; }, "one line");
  refuse([](Draft& d) { d.event = std::string("{\0}", 3); }, "one line");
  refuse([](Draft& d) { d.event = "{\xff}"; }, "UTF-8");
  refuse([](Draft& d) { d.event = "{\xc0\xaf\xed\xa0\x80}"; }, "UTF-8");
  refuse([](Draft& d) { d.event = std::string((1U << 20) + 1, 'x'); }, "megabyte");
  refuse([](Draft& d) { d.by = "a\nb"; }, "who enters it");
  refuse([](Draft& d) { d.audience = {"team", "\xff"}; }, "who may see it");
  refuse([](Draft& d) { d.keys.actors = {std::string(1001, 'x')}; }, "1001 bytes");
  refuse([](Draft& d) { d.keys.texts = std::vector<std::string>(1001, "x"); }, "1001");
  refuse([](Draft& d) { d.keys.words = "\xff"; }, "words");
  EXPECT_THAT(entries_of(*store), SizeIs(1));
}

TEST_P(StoreSuite, TellsAWriterThatOthersHaveAdded) {
  const std::string where = fresh_place();
  const auto one = open(where, OpenMode::create);
  const auto two = open(where, OpenMode::write);
  one->append(statements({"first"}), noon());
  const Head known = two->head();
  one->append(statements({"second"}), noon());
  EXPECT_THROW(two->append(statements({"third"}), noon(), known), HeadMoved);
  EXPECT_EQ(two->head().number, 2);
  two->append(statements({"third"}), noon(), two->head());
  one->append(statements({"fourth"}), noon());
  EXPECT_THAT(entries_of(*one), SizeIs(4));
  EXPECT_THAT(breaks_of(*two), IsEmpty());
}

TEST_P(StoreSuite, ShowsAReaderWhatOthersAdd) {
  const std::string where = fresh_place();
  const auto writer = open(where, OpenMode::create);
  const auto reader = open(where, OpenMode::read);
  EXPECT_EQ(reader->head().number, 0);
  for (std::int64_t n = 1; n <= 20; ++n) {
    writer->append(statements({"word"}), noon());
    EXPECT_EQ(reader->head(), writer->head());
    EXPECT_EQ(reader->list(with(&EntryFilter::words, std::string("word")), n - 1, 5).entries, entries_of(*writer, n));
  }
}

TEST_P(StoreSuite, ReadsOnlyWhenOpenedForReading) {
  const std::string where = fresh_place();
  open(where, OpenMode::create)->append(statements({"one"}), noon());
  const auto reader = open(where, OpenMode::read);
  EXPECT_NE(refusal([&] { reader->append(statements({"two"}), noon()); }), "");
  const Entry entry = entries_of(*reader).at(0);
  EXPECT_NE(refusal([&] { reader->restore(std::span(&entry, 1), std::vector<EntryKeys>(1)); }), "");
  EXPECT_EQ(reader->head().number, 1);
}

TEST_P(StoreSuite, OpensOnlyWhatIsThereAndCreatesOnlyWhatIsNot) {
  const std::string where = fresh_place();
  EXPECT_NE(refusal([&] { open(where, OpenMode::read); }), "");
  EXPECT_NE(refusal([&] { open(where, OpenMode::write); }), "");
  open(where, OpenMode::create)->append(statements({"one"}), noon());
  EXPECT_NE(refusal([&] { open(where, OpenMode::create); }), "");
  EXPECT_EQ(open(where, OpenMode::read)->head().number, 1);
}

TEST_P(StoreSuite, RestoresTheSameChainInParts) {
  RandomTalks talks(2);
  NaiveStore original;
  for (int i = 0; i < 30; ++i) original.append(talks.drafts(8), talks.time());
  const std::span entries(original.entries());
  const std::span keys(original.keys());
  const auto store = open(fresh_place(), OpenMode::create);
  for (std::size_t done = 0; done < entries.size();) {
    const std::size_t part = std::min(talks.below(50), entries.size() - done);
    store->restore(entries.subspan(done, part), keys.subspan(done, part));
    done += part;
  }
  EXPECT_EQ(entries_of(*store), original.entries());
  EXPECT_EQ(store->head(), original.head());
  for (int i = 0; i < 50; ++i) {
    const EntryFilter filter = talks.filter();
    EXPECT_EQ(numbers_of(store->list(filter, 0, 1000)), numbers_of(original.list(filter, 0, 1000)));
  }
}

TEST_P(StoreSuite, RestoresNothingThatDoesNotGoOnSoundlyFromTheHead) {
  RandomTalks talks(3);
  NaiveStore original;
  for (int i = 0; i < 12; ++i) original.append(talks.drafts(1), noon());
  const std::span keys(original.keys());
  const auto store = open(fresh_place(), OpenMode::create);
  store->restore(std::span(original.entries()).first(4), keys.first(4));
  const auto refuse = [&](std::vector<Entry> entries, const char* why) {
    EXPECT_THAT(refusal([&] { store->restore(entries, keys.first(entries.size())); }), HasSubstr(why));
    EXPECT_EQ(store->head().number, 4);
  };
  const std::vector<Entry> rest(original.entries().begin() + 4, original.entries().end());
  auto changed = rest;
  changed[3].event += " ";
  refuse(changed, "Entry 8 was changed");
  auto gap = rest;
  gap.erase(gap.begin() + 2);
  refuse(gap, "Entry 7 is missing");
  auto swapped = rest;
  std::swap(swapped[0], swapped[1]);
  refuse(swapped, "Entry 5 is missing");
  refuse({rest.begin() + 1, rest.end()}, "Entry 5 is missing");
  refuse(original.entries(), "Entry 1");
  auto exchanged = rest;
  exchanged[0].by = "somebody else";
  exchanged[0].hash = hash_of(exchanged[0]);
  refuse(exchanged, "Entry 6");
  auto early = std::vector<Entry>{rest[0]};
  early[0].entered -= std::chrono::hours(1);
  early[0].hash = hash_of(early[0]);
  refuse(early, "entered before");
  EXPECT_NE(refusal([&] { store->restore(rest, keys.first(1)); }), "");
  store->restore(rest, keys.subspan(4));
  EXPECT_EQ(entries_of(*store), original.entries());
}

TEST_P(StoreSuite, ListsLikeTheNaiveStore) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    RandomTalks talks(seed);
    NaiveStore naive;
    const std::string where = fresh_place();
    const auto store = open(where, OpenMode::create);
    for (int batch = 0; batch < 25; ++batch) {
      const auto drafts = talks.drafts(12);
      const auto now = talks.time();
      ASSERT_EQ(store->append(drafts, now), naive.append(drafts, now));
    }
    const auto reader = open(where, OpenMode::read);
    for (int i = 0; i < 150; ++i) {
      const EntryFilter filter = talks.filter();
      const std::size_t most = talks.below(12);
      const auto after = static_cast<std::int64_t>(talks.below(naive.entries().size() + 10)) - 5;
      const EntryPage page = reader->list(filter, after, most);
      const EntryPage expected = naive.list(filter, after, most);
      ASSERT_EQ(page.entries, expected.entries) << "seed " << seed << ", filter " << i;
      ASSERT_EQ(page.more, expected.more) << "seed " << seed << ", filter " << i;
    }
  }
}

TEST_P(StoreSuite, TurnsPagesWithoutLosingAnEntry) {
  RandomTalks talks(5);
  const auto store = open(fresh_place(), OpenMode::create);
  store->append(std::vector<Draft>(1, talks.draft()), noon());
  for (int i = 0; i < 10; ++i) store->append(talks.drafts(100), noon());
  const auto filter = with(&EntryFilter::kinds, {"meeting", "response"});
  std::vector<Entry> turned;
  bool more = true;
  while (more) {
    const EntryPage page = store->list(filter, turned.empty() ? 0 : turned.back().number, 7);
    turned.insert(turned.end(), page.entries.begin(), page.entries.end());
    more = page.more;
  }
  EXPECT_EQ(turned, store->list(filter, 0, 100'000).entries);
}

TEST_P(StoreSuite, TakesAnyWordsToSearch) {
  const auto store = open(fresh_place(), OpenMode::create);
  auto drafts = statements({"gradual return", "AND OR NOT NEAR", "700 prisoners: women (and children)", "x"});
  store->append(drafts, noon());
  const auto found = [&](const std::string& words) {
    return numbers_of(store->list(with(&EntryFilter::words, words), 0, 10));
  };
  EXPECT_THAT(found("return GRADUAL"), ElementsAre(1));
  EXPECT_THAT(found("AND"), ElementsAre(2, 3));
  EXPECT_THAT(found("not near"), ElementsAre(2));
  EXPECT_THAT(found("\"women\" (700)"), ElementsAre(3));
  EXPECT_THAT(found("'women'; 700"), ElementsAre(3));
  EXPECT_THAT(found("gradua"), IsEmpty()) << "whole words only";
  EXPECT_THAT(found(" ,.;:!? \" ' () * "), ElementsAre(1, 2, 3, 4)) << "no word at all narrows nothing";
  EXPECT_THAT(found("– “ ” ¿ ۔"), ElementsAre(1, 2, 3, 4)) << "nor does what is no letter in any script";
  EXPECT_THAT(found("gradual – “return”"), ElementsAre(1));
  for (const char* words : {"NEAR(gradual, 2)", "words:gradual", "gradual*", "-gradual", "^gradual", "gradual & !x",
                            "gradual <-> x", "%", "\\", "{a b}", "“gradual”", "–", "هدنة", "🕊"}) {
    EXPECT_EQ(refusal([&] { found(words); }), "") << words;
  }
}

TEST_P(StoreSuite, TellsIdsApartThatLookAlike) {
  const auto store = open(fresh_place(), OpenMode::create);
  std::vector<Draft> drafts;
  for (const char* actor : {"hamas", "hamas/senior", "hamas-abroad", "Hamas", "h%", "h_mas", "hamas/", "/hamas", ""}) {
    drafts.push_back(statement("x"));
    drafts.back().keys.actors = {actor};
  }
  store->append(drafts, noon());
  const auto found = [&](std::vector<std::string> actors) {
    return numbers_of(store->list(with(&EntryFilter::actors, std::move(actors)), 0, 20));
  };
  EXPECT_THAT(found({"hamas"}), ElementsAre(1, 2, 7));
  EXPECT_THAT(found({"hamas/senior"}), ElementsAre(2));
  EXPECT_THAT(found({"hamas/"}), ElementsAre(7));
  EXPECT_THAT(found({"h%"}), ElementsAre(5));
  EXPECT_THAT(found({"h_mas"}), ElementsAre(6));
  EXPECT_THAT(found({""}), ElementsAre(8, 9));
  EXPECT_THAT(found({"hamas", "hamas/senior"}), ElementsAre(2));
  EXPECT_THAT(found({"ham"}), IsEmpty());
}

TEST_P(StoreSuite, ShowsAViewerNothingThatIsForOthers) {
  const auto store = open(fresh_place(), OpenMode::create);
  auto drafts = statements({"all", "israel", "both"});
  drafts[1].audience = {"israel"};
  drafts[2].audience = {"israel", "hamas"};
  store->append(drafts, noon());
  const auto seen = [&](std::optional<std::vector<std::string>> viewer) {
    return numbers_of(store->list(with(&EntryFilter::viewer, std::move(viewer)), 0, 10));
  };
  EXPECT_THAT(seen(std::nullopt), ElementsAre(1, 2, 3));
  EXPECT_THAT(seen(std::vector<std::string>{}), ElementsAre(1));
  EXPECT_THAT(seen(std::vector<std::string>{"hamas"}), ElementsAre(1, 3));
  EXPECT_THAT(seen(std::vector<std::string>{"israel", "hamas"}), ElementsAre(1, 2, 3));
  EXPECT_THAT(seen(std::vector<std::string>{"isr"}), ElementsAre(1));
}

TEST_P(StoreSuite, GivesEachEntryFromAnyNumberOnUntilToldToStop) {
  RandomTalks talks(6);
  NaiveStore naive;
  const auto store = open(fresh_place(), OpenMode::create);
  for (int i = 0; i < 40; ++i) {
    const auto drafts = talks.drafts(150);
    store->append(drafts, noon());
    naive.append(drafts, noon());
  }
  for (const std::int64_t first : {-3, 0, 1, 2, 700, 1500}) {
    EXPECT_EQ(entries_of(*store, first), entries_of(naive, first));
  }
  EXPECT_THAT(entries_of(*store, store->head().number + 1), IsEmpty());
  std::size_t taken = 0;
  store->each(1, [&](const Entry&) { return ++taken < 5; });
  EXPECT_EQ(taken, 5U);
}

TEST_P(StoreSuite, GivesNothingThatIsAddedMeanwhile) {
  const std::string where = fresh_place();
  const auto store = open(where, OpenMode::create);
  const auto other = open(where, OpenMode::write);
  store->append(statements(std::vector<std::string>(2000, "before")), noon());
  std::size_t taken = 0;
  store->each(1, [&](const Entry&) {
    if (++taken % 500 == 1) other->append(statements({"meanwhile"}), noon());
    if (taken % 500 == 2) store->append(statements({"meanwhile"}), noon());
    return true;
  });
  EXPECT_EQ(taken, 2000U);
  EXPECT_EQ(store->head().number, 2008);
}

TEST_P(StoreSuite, LetsSeveralProcessesWriteAtOnce) {
  const std::string where = fresh_place();
  open(where, OpenMode::create);
  constexpr int writers = 3;
  constexpr int batches = 30;
  const auto write = [&](int writer) {
    const auto store = open(where, OpenMode::write);
    for (int done = 0; done < batches;) {
      const bool careful = (writer + done) % 2 == 0;
      Draft draft = statement("batch " + std::to_string(done));
      draft.by = "writer " + std::to_string(writer);
      try {
        store->append(std::vector<Draft>(3, draft), noon(), careful ? std::optional(store->head()) : std::nullopt);
        ++done;
      } catch (const HeadMoved&) {
        continue;
      }
    }
  };
  std::vector<pid_t> children;
  for (int writer = 0; writer < writers; ++writer) {
    children.push_back(fork());
    if (children.back() != 0) continue;
    try {
      write(writer);
    } catch (const std::exception& error) {
      fputs(error.what(), stderr);
      _exit(1);
    }
    _exit(0);
  }
  for (const pid_t child : children) {
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  const auto store = open(where, OpenMode::read);
  EXPECT_EQ(store->head().number, writers * batches * 3);
  EXPECT_THAT(breaks_of(*store), IsEmpty());
  const auto entries = entries_of(*store);
  for (std::size_t i = 0; i + 2 < entries.size(); i += 3) {
    EXPECT_EQ(entries[i].by, entries[i + 2].by) << "a batch was torn apart";
    EXPECT_EQ(entries[i].event, entries[i + 2].event);
  }
}

}  // namespace
}  // namespace parley
