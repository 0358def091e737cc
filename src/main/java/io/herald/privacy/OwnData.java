package io.herald.privacy;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.records.Retention;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import io.herald.words.Csv;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is kept about a member, for that member: how much, and all of it as a file. */
public final class OwnData implements Downloads.Content {
  /** As {@link Downloads} knows it. */
  public static final String KIND = "own-data";

  private final People people;
  private final Retention retention;

  public OwnData(People people, Retention retention) {
    this.people = people;
    this.retention = retention;
  }

  /**
   * How much there is.
   *
   * @param visits of the links that they shared
   * @param cards posts that were delivered to them or that they looked at
   */
  public record Amounts(
      long drafts,
      long decisions,
      long shares,
      long visits,
      long cards,
      List<Retention.Kept> entries) {}

  public Amounts amounts(Tx tx, long member) {
    List<Long> numbers = numbers(tx, member);
    OwnDataSql.Counts counts = tx.sql(OwnDataSql.class).counts(numbers);
    return new Amounts(
        counts.drafts(),
        counts.decisions(),
        counts.shares(),
        counts.visits(),
        counts.cards(),
        retention.kept(tx, numbers));
  }

  @Override
  public void write(Tx tx, long member, Consumer<Csv> lines) {
    lines.accept(
        Csv.of(
            Words.say("privacy.csv.what"),
            Words.say("privacy.csv.at"),
            Words.say("privacy.csv.about"),
            Words.say("privacy.csv.says")));
    for (Person account : people.identities(tx, member)) {
      lines.accept(
          Csv.of(called("account"), account.lastUsedAt(), account.platformId(), account.name()));
      lines.accept(Csv.of(called("address"), null, account.platformId(), account.email()));
      lines.accept(Csv.of(called("zone"), null, account.platformId(), account.zone()));
      lines.accept(Csv.of(called("joined"), account.joinedAt(), "", null));
    }
    var sql = tx.sql(OwnDataSql.class);
    List<Long> numbers = numbers(tx, member);
    for (List<OwnDataSql.Row> rows :
        List.of(
            sql.roles(numbers),
            sql.topics(numbers),
            sql.choices(numbers),
            sql.drafts(numbers),
            sql.decisions(numbers),
            sql.acknowledgements(numbers),
            sql.cards(numbers),
            sql.ownWords(numbers),
            sql.undisclosed(numbers),
            sql.keptTexts(numbers),
            sql.shares(numbers),
            sql.visits(numbers))) {
      rows.forEach(
          row -> lines.accept(Csv.of(called(row.what()), row.at(), row.about(), row.says())));
    }
    for (Retention.Legible entry : retention.entries(tx, numbers)) {
      lines.accept(
          Csv.of(
              called("record", entry.kind().replace('_', ' ')),
              entry.at(),
              entry.subject(),
              entry.content()));
    }
  }

  private static String called(String what, Object... arguments) {
    return Words.say("privacy.own." + what, arguments);
  }

  /** Entries stay under the number that somebody had when they were written. */
  private List<Long> numbers(Tx tx, long member) {
    var numbers = new ArrayList<>(people.earlier(tx, member));
    numbers.add(member);
    return numbers;
  }
}
