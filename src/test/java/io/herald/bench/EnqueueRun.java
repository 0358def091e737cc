package io.herald.bench;

import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.store.Database;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import java.util.Arrays;

/**
 * Pushes a post to everybody, and inserts as many rows by a bare statement, in turns; prints the
 * median of both in milliseconds. A process of its own, so that its memory is bounded.
 */
final class EnqueueRun {
  private EnqueueRun() {}

  public static void main(String[] arguments) {
    int people = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    try (var house = new House(Database.open(arguments[0]))) {
      var author = house.member("Author");
      var approver = house.member("Approver", Role.APPROVER);
      Crowd.fill(house, House.TEAM, people);
      house.run(tx -> tx.sql(BenchSql.class).bareTable());
      house.run(tx -> tx.sql(BenchSql.class).bareIndex());
      var bare = new long[rounds];
      var ours = new long[rounds];
      for (int round = 0; round < rounds; round++) {
        bare[round] = bare(house, people, round);
        Post post = house.approved(house.submitted(author, "News " + round), approver);
        house.clock.advance(House.GRACE);
        long began = System.nanoTime();
        house.live(post);
        ours[round] = (System.nanoTime() - began) / 1_000_000;
        long stored = house.in(tx -> tx.sql(BenchSql.class).deliveries(post.id()));
        if (stored != people) {
          throw new IllegalStateException(stored + " deliveries, not " + people);
        }
        System.out.println(
            "round " + round + ": bare " + bare[round] + " ms, Herald " + ours[round]);
      }
      Arrays.sort(bare);
      Arrays.sort(ours);
      System.out.println("bare " + bare[rounds / 2]);
      System.out.println("ours " + ours[rounds / 2]);
    }
  }

  private static long bare(House house, int people, int round) {
    long began = System.nanoTime();
    int rows = house.in(tx -> tx.sql(BenchSql.class).bare(round));
    if (rows != people) {
      throw new IllegalStateException(rows + " bare rows, not " + people);
    }
    return (System.nanoTime() - began) / 1_000_000;
  }
}
