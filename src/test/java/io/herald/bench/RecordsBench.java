package io.herald.bench;

import io.herald.members.Person;
import io.herald.records.Sealer;
import io.herald.store.Database;
import io.herald.testkit.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the record costs: its share of a command, and sealing. */
final class RecordsBench implements Benchmark {
  @Override
  public String name() {
    return "records";
  }

  @Override
  public String about() {
    return "what its entries take of a command, and entries sealed a second";
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      figures.add(shareOfACommand(store, brief ? 100 : 2_000));
      figures.add(sealed(store, brief ? 5_000 : 100_000));
    }
    return figures;
  }

  /**
   * A small transaction with and without the entries of a command, in turns with the command: what
   * more it takes, they cost, with all that they ask of the database.
   */
  private static Figure shareOfACommand(Store store, int times) {
    try (var house = new House(Database.open(store.url()))) {
      Person author = house.member("Author");
      Commands.submit(house, author, times / 2);
      var without = new long[times];
      var with = new long[times];
      var command = new long[times];
      for (int i = 0; i < times; i++) {
        command[i] = Commands.submit(house, author, 1);
        without[i] = write(house, author, false);
        with[i] = write(house, author, true);
      }
      double whole = new Quantiles(command).millis(0.5);
      double entries =
          Math.max(0, new Quantiles(with).millis(0.5) - new Quantiles(without).millis(0.5));
      return Figure.atMost(
          "entries of a command, " + store.label,
          millis(entries),
          millis(whole),
          entries / whole,
          0.1,
          "at most 0.1 of the command");
    }
  }

  private static long write(House house, Person author, boolean entries) {
    long began = System.nanoTime();
    house.run(
        tx -> {
          house.posts.create(tx, author.member());
          if (entries) {
            Commands.entries(author).forEach(entry -> house.records.append(tx, entry));
          }
        });
    return System.nanoTime() - began;
  }

  private static Figure sealed(Store store, int entries) {
    try (var house = new House(Database.open(store.url()))) {
      Commands.entries(house, entries);
      var sealer = new Sealer(house.database);
      long began = System.nanoTime();
      sealer.sealAll();
      double seconds = (System.nanoTime() - began) / 1e9;
      return Figure.told(
          "entries sealed, " + store.label,
          String.format(Locale.ROOT, "%,.0f a second", entries / seconds));
    }
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.3f ms", millis);
  }
}
