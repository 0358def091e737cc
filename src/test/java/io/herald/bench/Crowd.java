package io.herald.bench;

import io.herald.members.Platform;
import io.herald.testkit.House;

/** An organisation of many members, all of whom follow General. */
final class Crowd {
  private static final long FIRST = 10_000_000;

  private Crowd() {}

  static void fill(House house, int people) {
    long workspace = house.in(tx -> house.people.workspace(tx, Platform.SLACK, House.TEAM));
    house.run(
        tx -> {
          CrowdSql sql = tx.sql(CrowdSql.class);
          sql.members(people, house.clock.instant());
          sql.identities(workspace, FIRST, house.clock.instant());
          sql.followers();
        });
    house.run(tx -> tx.sql(CrowdSql.class).analyze());
  }
}
