package io.herald.console;

import io.herald.campaign.Campaign;
import io.herald.campaign.Campaigns;
import io.herald.chat.ExportNotice;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.records.export.Asked;
import io.herald.records.export.Exporter;
import io.herald.records.export.Exports;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exports the record to a file. */
public final class ExportOrder implements Order {
  private static final int TOLD_EVERY = 10_000;
  private static final int CAMPAIGNS = 1_000;

  private final Database database;
  private final Exports exports;
  private final People people;
  private final Campaigns campaigns;
  private final ExportNotice notice;

  public ExportOrder(
      Database database, Exports exports, People people, Campaigns campaigns, ExportNotice notice) {
    this.database = database;
    this.exports = exports;
    this.people = people;
    this.campaigns = campaigns;
    this.notice = notice;
  }

  /**
   * Exports.
   *
   * @param arguments names and values in turn: {@code out} with an absolute path, and any of {@code
   *     from}, {@code to}, {@code person}, {@code campaign}, {@code text} and {@code reason}
   */
  @Override
  public int carryOut(List<String> arguments, Told told) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      given.put(arguments.get(i), arguments.get(i + 1));
    }
    Path out = Path.of(Optional.ofNullable(given.get("out")).orElseThrow());
    Path directory = out.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new Refusal("refusal.no_directory", out);
    }
    if (Files.exists(out)) {
      throw new Refusal("refusal.export_exists", out);
    }
    long id = database.inTransaction(tx -> ask(tx, given));
    Exporter.Written written = write(id, out, told);
    told.say(
        out + ": proves " + written.entries() + " entries, shows " + written.shown() + " of them.");
    return 0;
  }

  private long ask(Tx tx, Map<String, String> given) {
    Long person = given.containsKey("person") ? person(tx, given.get("person")) : null;
    String reason = given.get("reason");
    if (reason != null && person == null) {
      throw new Refusal("mistake.export_reason_alone");
    }
    Instant from = time(given.get("from"), 0);
    Instant to = time(given.get("to"), 1);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new Refusal("refusal.export_to");
    }
    Long campaign = given.containsKey("campaign") ? campaign(tx, given.get("campaign")) : null;
    long id =
        exports.ask(tx, null, new Asked(from, to, person, campaign, given.get("text"), reason));
    if (person != null && reason != null) {
      notice.tell(tx, id, person);
    }
    return id;
  }

  /** Written under another name first, so that what has the name is whole. */
  private Exporter.Written write(long id, Path out, Told told) {
    Path draft = out.resolveSibling(out.getFileName() + ".part");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Exporter.Written written;
      try (OutputStream to = Files.newOutputStream(draft)) {
        written =
            exports.write(
                id,
                to,
                (reached, of) -> {
                  if (reached % TOLD_EVERY == 0) {
                    told.complain(reached + " of " + of + " entries");
                  }
                });
      }
      // A hard link, unlike a move, never replaces what has come there meanwhile.
      Files.createLink(out, draft);
      return written;
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("refusal.export_exists", out);
    } catch (IOException e) {
      throw new UncheckedIOException(out + " cannot be written: " + e.getMessage(), e);
    } finally {
      discard(draft);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(draft + " cannot be deleted", e);
    }
  }

  private long person(Tx tx, String who) {
    List<Long> members = people.called(tx, who).stream().map(Person::member).distinct().toList();
    if (members.size() != 1) {
      throw new Refusal(members.isEmpty() ? "mistake.export_nobody" : "mistake.export_several");
    }
    return members.get(0);
  }

  /** A campaign by its number or its name. */
  private long campaign(Tx tx, String which) {
    List<Long> found =
        campaigns.list(tx, 0, CAMPAIGNS).stream()
            .filter(
                c ->
                    String.valueOf(c.id()).equals(which) || c.plan().name().equalsIgnoreCase(which))
            .map(Campaign::id)
            .toList();
    if (found.size() != 1) {
      throw new Refusal(
          found.isEmpty() ? "refusal.export_no_campaign" : "refusal.export_campaigns");
    }
    return found.get(0);
  }

  /**
   * A time, or a day in UTC.
   *
   * @param days added to a day: a day as the end is meant with that day
   */
  private static @Nullable Instant time(@Nullable String typed, int days) {
    if (typed == null) {
      return null;
    }
    try {
      return typed.contains("T")
          ? Instant.parse(typed)
          : LocalDate.parse(typed).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Refusal("refusal.export_time", typed);
    }
  }
}
