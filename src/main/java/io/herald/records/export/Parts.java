package io.herald.records.export;

import io.herald.records.Canonical;
import io.herald.records.Personal;
import io.herald.records.proof.Checkpoint;
import io.herald.records.proof.Manifest;
import io.herald.store.Tx;
import io.herald.words.Csv;
import io.herald.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The files of an export, written side by side while the chain is read once. */
final class Parts implements AutoCloseable {
  private static final Pattern MEMBER = Pattern.compile("member/(\\d+)");

  private final Map<String, Spool> files = new LinkedHashMap<>();
  private final Map<Long, Optional<Persons.Known>> known = new TreeMap<>();
  private final Map<Long, Outcomes> outcomes = new TreeMap<>();
  private final Map<Long, Personal.Opened> opened = new TreeMap<>();
  private final Wanted wanted;
  private final Persons persons;
  private final Personal personal;
  private final Instant at;
  private long shown;

  Parts(Path directory, Wanted wanted, Instant at, Persons persons, Personal personal)
      throws IOException {
    this.wanted = wanted;
    this.persons = persons;
    this.personal = personal;
    this.at = at;
    for (String name :
        List.of(
            "report.html",
            "entries.csv",
            "people.csv",
            "entries.jsonl",
            "chain.txt",
            "outcomes.jsonl",
            "checkpoints.jsonl",
            "opened.jsonl")) {
      files.put(name, new Spool(directory, name));
    }
    write("report.html", Report.begin(Words.say("records.report.lead", at, asked())));
    write(
        "entries.csv",
        Csv.of(
                Words.say("records.csv.number"),
                Words.say("records.csv.at"),
                Words.say("records.csv.who"),
                Words.say("records.csv.what"),
                Words.say("records.csv.about"),
                Words.say("records.csv.says"))
            .line());
    write(
        "people.csv",
        Csv.of(Words.say("records.csv.member"), Words.say("csv.person"), Words.say("csv.account"))
            .line());
  }

  /** Looks up what a page needs of the database. */
  void look(Tx tx, List<Row> page) {
    outcomes.clear();
    opened.clear();
    for (Row row : page) {
      if (row.content() != null) {
        opened.put(row.number(), personal.open(tx, row.content()));
      }
      Outcomes.of(tx, row).ifPresent(rows -> outcomes.put(row.number(), rows));
      if (shows(row)) {
        if (row.actor() != null) {
          meet(tx, row.actor());
        }
        Matcher subject = MEMBER.matcher(row.subject());
        if (subject.matches()) {
          meet(tx, Long.parseLong(subject.group(1)));
        }
      }
    }
  }

  private boolean shows(Row row) {
    Outcomes rows = outcomes.get(row.number());
    Personal.Opened readable = opened.get(row.number());
    Row read = readable == null ? row : row.reading(readable.readable());
    return rows == null ? wanted.shows(read) : wanted.shows(read, rows);
  }

  private void meet(Tx tx, long member) {
    if (!known.containsKey(member)) {
      known.put(member, persons.known(tx, member));
    }
  }

  void write(List<Row> page) throws IOException {
    for (Row row : page) {
      String content = row.content();
      if (content != null && shows(row)) {
        shown++;
        write("chain.txt", row.number() + " + " + row.chainHash() + "\n");
        write("entries.jsonl", content + "\n");
        show(row, Objects.requireNonNull(opened.get(row.number())));
      } else {
        write("chain.txt", row.number() + " - " + row.contentHash() + " " + row.chainHash() + "\n");
      }
    }
  }

  private void show(Row row, Personal.Opened open) throws IOException {
    String content = open.readable();
    if (!open.opened().isEmpty()) {
      Map<String, Object> line = Map.of("number", row.number(), "fields", open.opened());
      write("opened.jsonl", Canonical.write(line) + "\n");
    }
    String name = name(row.actor());
    write("report.html", Report.row(row, name, about(row), content));
    Outcomes rows = outcomes.get(row.number());
    if (rows != null) {
      write("outcomes.jsonl", rows.shown(wanted, row.number()).line() + "\n");
    }
    write(
        "entries.csv",
        Csv.of(
                row.number(),
                row.at(),
                row.actor() == null ? name : numbered(name, row.actor()),
                row.kind().replace('_', ' '),
                row.subject(),
                Said.inOne(content))
            .line());
  }

  void write(Checkpoint checkpoint) throws IOException {
    write("checkpoints.jsonl", checkpoint.line() + "\n");
  }

  long shown() {
    return shown;
  }

  /** Ends all files, and says of each what the manifest says. */
  SortedMap<String, Manifest.Sum> end() throws IOException {
    for (Map.Entry<Long, Optional<Persons.Known>> one : known.entrySet()) {
      Persons.Known person = one.getValue().orElse(null);
      if (person != null) {
        write(
            "people.csv", Csv.of("member/" + one.getKey(), person.name(), person.account()).line());
      }
    }
    write("report.html", Report.end(Words.count("records.report.shown", shown)));
    var sums = new TreeMap<String, Manifest.Sum>();
    for (Map.Entry<String, Spool> file : files.entrySet()) {
      sums.put(file.getKey(), file.getValue().end());
    }
    return sums;
  }

  void zip(String manifest, byte[] signature, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    put(zip, Manifest.NAME);
    zip.write(manifest.getBytes(StandardCharsets.UTF_8));
    put(zip, Manifest.SIGNATURE);
    zip.write(signature);
    for (Map.Entry<String, Spool> file : files.entrySet()) {
      put(zip, file.getKey());
      file.getValue().copyTo(zip);
    }
    zip.finish();
  }

  private void put(ZipOutputStream zip, String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(at.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
    zip.putNextEntry(entry);
  }

  /** What somebody is called, Herald among them; nothing where nobody knows any more. */
  private String name(@Nullable Long member) {
    return member == null
        ? Words.say("records.report.herald")
        : known.getOrDefault(member, Optional.empty()).map(Persons.Known::name).orElse("");
  }

  private static String numbered(String name, long member) {
    return name.isEmpty() ? "member/" + member : name + " (member/" + member + ")";
  }

  /** What the member is called whom an entry is about; nothing where it is about none. */
  private String about(Row row) {
    Matcher member = MEMBER.matcher(row.subject());
    return member.matches() ? name(Long.valueOf(member.group(1))) : "";
  }

  private String asked() {
    return wanted.said().isEmpty() ? Words.say("records.report.all") : wanted.said().toString();
  }

  private void write(String name, String text) throws IOException {
    Objects.requireNonNull(files.get(name), name).write(text);
  }

  @Override
  public void close() throws IOException {
    for (Spool file : files.values()) {
      file.close();
    }
  }
}
