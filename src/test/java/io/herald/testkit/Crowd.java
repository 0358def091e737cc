package io.herald.testkit;

import io.herald.members.Platform;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Very many members, all of whom have joined and follow General. */
public final class Crowd {
  /** Ids far above those that the database gives. */
  private static final long FIRST = 10_000_000;

  /**
   * As many go in together: H2 commits with each few numbers that it gives to new rows, and then
   * looks through all versions of the tables that an open transaction may still want to see.
   */
  private static final int AT_ONCE = 20_000;

  private Crowd() {}

  /** Lets so many people join, whose accounts are in a Slack team. */
  public static void fill(House house, String team, int people) {
    long workspace = house.in(tx -> house.people.workspace(tx, Platform.SLACK, team));
    for (int there = 0; there < people; there += AT_ONCE) {
      long first = FIRST + there;
      int some = Math.min(AT_ONCE, people - there);
      house.run(
          tx -> {
            var sql = tx.sql(CrowdSql.class);
            var now = house.clock.instant();
            sql.members(first, some, now);
            sql.identities(workspace, first, some, now);
            sql.followers(first, some);
          });
    }
    house.run(tx -> tx.sql(CrowdSql.class).analyze());
  }

  /** As {@link #fill}, but that every so-manieth has an account in a tenant of Teams instead. */
  public static void fill(House house, String team, int people, String tenant, int every) {
    fill(house, team, people);
    long workspace = house.in(tx -> house.people.workspace(tx, Platform.TEAMS, tenant));
    house.run(tx -> tx.sql(CrowdSql.class).moveToTeams(workspace, FIRST, every));
  }

  /** Their accounts, by Slack's id. */
  public static Stream<String> accounts(int people) {
    return numbers(people).mapToObj(number -> "U" + number);
  }

  /** As {@link #accounts(int)}, without those who are in Teams instead. */
  public static Stream<String> accounts(int people, int every) {
    return numbers(people)
        .filter(number -> (number - FIRST) % every != 0)
        .mapToObj(number -> "U" + number);
  }

  /**
   * The accounts of those who are in Teams, by its id, which has as many characters as real ones.
   */
  public static Stream<String> accountsInTeams(int people, int every) {
    return numbers(people)
        .filter(number -> (number - FIRST) % every == 0)
        .mapToObj(number -> "29:1" + number)
        .map(id -> id + "x".repeat(111 - id.length()));
  }

  private static LongStream numbers(int people) {
    return LongStream.rangeClosed(FIRST + 1, FIRST + people);
  }
}
