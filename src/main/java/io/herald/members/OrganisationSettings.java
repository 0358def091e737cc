package io.herald.members;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Changes;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What the organisation's admins chose in chat. */
public final class OrganisationSettings {
  private final Records records;
  private final InstantSource clock;

  public OrganisationSettings(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Whether guests may join, draft and decide. */
  public boolean guests(Tx tx) {
    return read(tx, "guests").map(Boolean::parseBoolean).orElse(false);
  }

  /** Whether share links lead through tracked links that are counted. */
  public boolean tracking(Tx tx) {
    return read(tx, "tracking").map(Boolean::parseBoolean).orElse(true);
  }

  /** What the organisation is called where members say that they work for it. */
  public Optional<String> name(Tx tx) {
    return read(tx, "name");
  }

  public void name(Tx tx, @Nullable Long actor, String name) {
    write(tx, actor, "name", name);
  }

  /** How strictly the policy is taken, in a word; none until an admin says so. */
  public Optional<String> strictness(Tx tx) {
    return tx.alike(SettingSql.class, "strictness", () -> read(tx, "strictness"));
  }

  public void strictness(Tx tx, @Nullable Long actor, String word) {
    write(tx, actor, "strictness", word);
  }

  /** The approvers' channel of a workspace, by the platform's id. */
  public Optional<String> approversChannel(Tx tx, long workspace) {
    return read(tx, "approvers_channel/" + workspace);
  }

  /** Where the record's checkpoints of a workspace are posted, by the platform's id. */
  public Optional<String> checkpointsChannel(Tx tx, long workspace) {
    return read(tx, "checkpoints_channel/" + workspace).filter(channel -> !channel.isEmpty());
  }

  public void checkpointsChannel(Tx tx, @Nullable Long actor, long workspace, String channel) {
    write(tx, actor, "checkpoints_channel/" + workspace, channel);
  }

  /** Checkpoints are posted there no more. */
  public void noCheckpointsChannel(Tx tx, @Nullable Long actor, long workspace) {
    if (checkpointsChannel(tx, workspace).isPresent()) {
      write(tx, actor, "checkpoints_channel/" + workspace, "");
    }
  }

  /** How often a member without a cap of their own may be asked in a week. */
  public int weeklyCap(Tx tx) {
    return tx.alike(SettingSql.class, "weekly_cap", () -> read(tx, "weekly_cap"))
        .map(Integer::parseInt)
        .orElse(5);
  }

  public void weeklyCap(Tx tx, @Nullable Long actor, int cap) {
    write(tx, actor, "weekly_cap", String.valueOf(cap));
  }

  /** Numbers about fewer people than this are not shown. */
  public int threshold(Tx tx) {
    return read(tx, "threshold").map(Integer::parseInt).orElse(5);
  }

  public void threshold(Tx tx, @Nullable Long actor, int people) {
    write(tx, actor, "threshold", String.valueOf(people));
  }

  public void guests(Tx tx, @Nullable Long actor, boolean may) {
    write(tx, actor, "guests", String.valueOf(may));
  }

  public void tracking(Tx tx, @Nullable Long actor, boolean on) {
    write(tx, actor, "tracking", String.valueOf(on));
  }

  public void approversChannel(Tx tx, @Nullable Long actor, long workspace, String channel) {
    write(tx, actor, "approvers_channel/" + workspace, channel);
  }

  /** The channel that the installation's settings named when they were last applied. */
  public Optional<String> channelFromSettings(Tx tx, long workspace) {
    return read(tx, "approvers_channel_set/" + workspace);
  }

  public void channelFromSettings(Tx tx, long workspace, String named) {
    write(tx, null, "approvers_channel_set/" + workspace, named);
  }

  private static Optional<String> read(Tx tx, String name) {
    return tx.sql(SettingSql.class).read(name);
  }

  private void write(Tx tx, @Nullable Long actor, String name, String content) {
    if (read(tx, name).filter(content::equals).isPresent()) {
      return;
    }
    var sql = tx.sql(SettingSql.class);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (sql.change(name, content, now) == 0) {
      sql.add(name, content, now);
    }
    Changes.happened(tx);
    records.append(tx, Entry.of("setting_changed", actor, "setting/" + name).with("to", content));
  }

  interface SettingSql {
    @SqlQuery("SELECT content FROM setting WHERE organisation = 1 AND name = :name")
    Optional<String> read(String name);

    @SqlUpdate(
        """
        UPDATE setting SET content = :content, changed_at = :now
        WHERE organisation = 1 AND name = :name
        """)
    int change(String name, String content, Instant now);

    @SqlUpdate("INSERT INTO setting (name, content, changed_at) VALUES (:name, :content, :now)")
    void add(String name, String content, Instant now);
  }
}
