package io.herald.testkit;

import io.herald.members.Platform;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Very many members, all of whom have joined and follow General. */
public final class Crowd {
  /** Ids far above those that the database gives. */
  private static final long FIRST = 10_000_000;

  private Crowd() {}

  /** Lets so many people join, whose accounts are in a Slack team. */
  public static void fill(House house, String team, int people) {
    long workspace = house.in(tx -> house.people.workspace(tx, Platform.SLACK, team));
    house.run(
        tx -> {
          var sql = tx.sql(CrowdSql.class);
          var now = house.clock.instant();
          sql.members(FIRST, people, now);
          sql.identities(workspace, FIRST, people, now);
          sql.followers(FIRST, people);
        });
    house.run(tx -> tx.sql(CrowdSql.class).analyze());
  }

  /** Their accounts, by Slack's id. */
  public static Stream<String> accounts(int people) {
    return LongStream.rangeClosed(1, people).mapToObj(number -> "U" + (FIRST + number));
  }
}
