package io.herald.chat.teams;

import io.herald.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations Herald is in and whom it has met there: nothing of it can be asked of Teams,
 * so what activities tell is noted. Rows are written when something changed, not for each activity.
 */
final class TeamsBook {
  /** A form that nobody has sent by then is not sent any more. */
  private static final Duration FORMS = Duration.ofDays(7);

  /** One that was sent is known for as long as a repeat may come, which is less than the desk's. */
  private static final Duration SENT = Duration.ofDays(1);

  private final Database database;
  private final InstantSource clock;
  private final @Nullable String fixed;
  private volatile @Nullable String heard;
  private final AtomicLong marks = new AtomicLong();

  /**
   * @param tenant the only one that is served; none to serve whichever was heard of last
   */
  TeamsBook(Database database, InstantSource clock, @Nullable String tenant) {
    this.database = database;
    this.clock = clock;
    this.fixed = tenant;
  }

  /** The tenant that is served; nothing as long as none is known. */
  Optional<String> tenant() {
    if (fixed != null) {
      return Optional.of(fixed);
    }
    if (heard == null) {
      heard = database.inTransaction(tx -> tx.sql(TeamsSql.class).latestTenant()).orElse(null);
    }
    return Optional.ofNullable(heard);
  }

  /** Notes a conversation; says whether its tenant, or this channel, was not heard of before. */
  boolean note(Reference now) {
    boolean isNew =
        database.inTransaction(
            tx -> {
              var sql = tx.sql(TeamsSql.class);
              boolean isFirst = sql.latest(now.tenant()).isEmpty();
              Optional<Reference> before = sql.find(now.tenant(), now.conversation());
              boolean channel = now.kind() == Reference.Kind.CHANNEL && before.isEmpty();
              Reference whole = before.map(old -> with(now, old)).orElse(now);
              if (before.isPresent()
                  && before.get().endedAt() == null
                  && whole.sameButForTime(before.get())) {
                return isFirst;
              }
              if (before.isPresent() || add(sql, whole) == 0) {
                change(sql, whole);
              }
              return isFirst || channel;
            });
    if (fixed == null) {
      heard = now.tenant();
    }
    return isNew;
  }

  /** What one activity leaves out another one told. */
  private static Reference with(Reference now, Reference old) {
    return new Reference(
        now.tenant(),
        now.conversation(),
        now.kind(),
        now.serviceUrl(),
        now.bot(),
        now.person() == null ? old.person() : now.person(),
        now.team() == null ? old.team() : now.team(),
        now.name() == null ? old.name() : now.name(),
        null);
  }

  private int add(TeamsSql sql, Reference r) {
    return sql.add(
        r.tenant(),
        r.conversation(),
        r.kind(),
        r.serviceUrl(),
        r.bot(),
        r.person(),
        r.team(),
        r.name(),
        now());
  }

  private void change(TeamsSql sql, Reference r) {
    sql.change(
        r.tenant(),
        r.conversation(),
        r.kind(),
        r.serviceUrl(),
        r.bot(),
        r.person(),
        r.team(),
        r.name(),
        now());
  }

  Optional<Reference> find(String conversation) {
    return in(sql -> tenant().flatMap(t -> sql.find(t, Reference.base(conversation))));
  }

  /** A person's chat with Herald, if there is one, whether or not it has ended. */
  Optional<Reference> personal(String person) {
    return in(sql -> tenant().flatMap(t -> sql.personal(t, person)));
  }

  /** The channels that Herald knows of. */
  List<Reference> channels() {
    return in(sql -> tenant().map(sql::channels).orElse(List.of()));
  }

  /** Where the tenant was last heard from. */
  Optional<Reference> latest() {
    return in(sql -> tenant().flatMap(sql::latest));
  }

  /** Nothing arrives there any more. */
  void end(String tenant, String conversation) {
    database.run(tx -> tx.sql(TeamsSql.class).end(tenant, conversation, now()));
  }

  /** Herald was taken out of a team, and so out of all its channels. */
  void endTeam(String tenant, String team) {
    database.run(tx -> tx.sql(TeamsSql.class).endTeam(tenant, team, now()));
  }

  /** Notes whom an activity came from; says whether they were not met before. */
  boolean meet(TeamsSql.Met now) {
    return database.inTransaction(
        tx -> {
          var sql = tx.sql(TeamsSql.class);
          Optional<TeamsSql.Met> before = sql.met(now.tenant(), now.person());
          if (before.isEmpty()
              && sql.meet(now.tenant(), now.person(), now.objectId(), now.zone(), now.metIn())
                  > 0) {
            return true;
          }
          TeamsSql.Met whole = before.map(old -> with(now, old)).orElse(now);
          if (before.isEmpty() || !whole.equals(before.get())) {
            sql.meetAgain(
                whole.tenant(), whole.person(), whole.objectId(), whole.zone(), whole.metIn());
          }
          return false;
        });
  }

  private static TeamsSql.Met with(TeamsSql.Met now, TeamsSql.Met old) {
    return new TeamsSql.Met(
        now.tenant(),
        now.person(),
        now.objectId() == null ? old.objectId() : now.objectId(),
        now.zone() == null ? old.zone() : now.zone(),
        old.metIn() != null && now.metIn() != null && now.metIn().startsWith("19:")
            ? old.metIn()
            : now.metIn() == null ? old.metIn() : now.metIn(),
        old.home());
  }

  Optional<TeamsSql.Met> met(String person) {
    return in(sql -> tenant().flatMap(t -> sql.met(t, person)));
  }

  /** Remembers the message that shows somebody's Home. */
  void home(String person, @Nullable String message) {
    database.run(tx -> tenant().ifPresent(t -> tx.sql(TeamsSql.class).home(t, person, message)));
  }

  Optional<String> form(String id) {
    return in(sql -> sql.form(id));
  }

  void keepForm(String id, String card) {
    database.run(
        tx -> {
          var sql = tx.sql(TeamsSql.class);
          if (sql.keep(id, card, now()) == 0) {
            sql.keepAgain(id, card, now());
          }
        });
  }

  /** A form was sent; it is not to be sent once more when the desk has forgotten it. */
  void sentForm(String id) {
    database.run(tx -> tx.sql(TeamsSql.class).age(id, now().minus(FORMS).plus(SENT)));
  }

  /** Something that is not the same twice. */
  String mark() {
    return now().toEpochMilli() + "-" + marks.incrementAndGet();
  }

  void forgetForms() {
    database.run(tx -> tx.sql(TeamsSql.class).forget(now().minus(FORMS)));
  }

  private <T> T in(java.util.function.Function<TeamsSql, T> question) {
    return database.inTransaction(tx -> question.apply(tx.sql(TeamsSql.class)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
