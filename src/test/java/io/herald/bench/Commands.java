package io.herald.bench;

import io.herald.members.Person;
import io.herald.records.Entry;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;

/** The submission of a draft, and the entries that it writes. */
final class Commands {
  private static final String WORDS = "Words about news, as many as there are in a draft.";

  private Commands() {}

  /** Submits drafts, each in a transaction of its own; says how many nanoseconds it took. */
  static long submit(House house, Person author, int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      house.run(
          tx -> {
            var post = house.posts.create(tx, author.member());
            house.reviews.open(
                tx, house.posts.revise(tx, post, author.member(), House.content("News")));
          });
    }
    return System.nanoTime() - began;
  }

  /** The entries of one submission. */
  static List<Entry> entries(Person author) {
    String post = "post/" + author.id();
    return List.of(
        Entry.of("revision_written", author.member(), post)
            .with("revision", 1)
            .with("link", "https://example.com/news")
            .with("headline", "News")
            .with("words", WORDS)
            .with("wordings", Map.of())
            .with("topics", List.of(1L))
            .with("freedom", "EDIT_FREELY"),
        Entry.of("post_submitted", author.member(), post)
            .with("state", "IN_REVIEW")
            .with("revision", 1),
        Entry.of("review_opened", author.member(), post)
            .with("review", 1)
            .with("revision", 1)
            .with("round", 1)
            .with("stages", List.of("Approval")));
  }

  /** Writes so many entries, as submissions do, a thousand in a transaction. */
  static void entries(House house, int number) {
    Person author = house.member("Writer");
    List<Entry> some = entries(author);
    for (int written = 0; written < number; written += 1_000) {
      house.run(
          tx -> {
            for (int entry = 0; entry < 1_000; entry++) {
              house.records.append(tx, some.get(entry % some.size()));
            }
          });
    }
  }
}
