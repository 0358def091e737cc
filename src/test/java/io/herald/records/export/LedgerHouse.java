package io.herald.records.export;

import io.herald.records.Checkpoints;
import io.herald.records.Entry;
import io.herald.records.LedgerKey;
import io.herald.records.Sealer;
import io.herald.records.proof.Archive;
import io.herald.settings.EncryptionKeys;
import io.herald.settings.Settings;
import io.herald.store.Database;
import io.herald.testkit.House;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A house with a ledger that signs and is exported. */
public final class LedgerHouse implements AutoCloseable {
  public static final EncryptionKeys KEYS =
      Settings.read(
              Map.of(
                  "HERALD_ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                  "HERALD_PUBLIC_URL", "https://herald.example",
                  "SLACK_BOT_TOKEN", "xoxb-1",
                  "SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef"))
          .storage()
          .keys()
          .orElseThrow();

  public final House house;
  public final Sealer sealer;
  public final LedgerKey key;
  public final Checkpoints checkpoints;
  public final Exporter exporter;

  public LedgerHouse(Database database) {
    house = new House(database);
    sealer = new Sealer(house.database);
    key = LedgerKey.of(house.database, KEYS, new SecureRandom(), house.clock);
    checkpoints = new Checkpoints(house.database, sealer, key, house.clock);
    exporter =
        new Exporter(
            house.database,
            checkpoints,
            key,
            (tx, member) -> Optional.of(new Persons.Known("Person " + member, "U" + member)),
            house.keeping.personal(),
            house.clock);
  }

  public void append(Entry entry) {
    house.run(tx -> house.records.append(tx, entry));
  }

  /** The zip of what is wanted. */
  public byte[] export(Wanted wanted) {
    var out = new ByteArrayOutputStream();
    try {
      exporter.write(wanted, Files.createDirectories(Path.of("target")), out, (done, of) -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public Unpacked unpacked(Wanted wanted) {
    return Unpacked.of(export(wanted));
  }

  @Override
  public void close() {
    house.close();
  }

  /** An export in memory, to be read and to be tampered with. */
  public record Unpacked(Map<String, byte[]> files) implements Archive {
    public static Unpacked of(byte[] zip) {
      var files = new LinkedHashMap<String, byte[]>();
      try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          files.put(entry.getName(), in.readAllBytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Unpacked(files);
    }

    /** The same with another content of a file; none takes it away. */
    public Unpacked with(String name, byte[]... content) {
      var changed = new LinkedHashMap<>(files);
      if (content.length == 0) {
        changed.remove(name);
      } else {
        changed.put(name, content[0]);
      }
      return new Unpacked(changed);
    }

    public String text(String name) {
      return new String(files.get(name), StandardCharsets.UTF_8);
    }

    public byte[] zip() {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(file.getKey()));
          zip.write(file.getValue());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    @Override
    public List<String> names() {
      return List.copyOf(files.keySet());
    }

    @Override
    public InputStream open(String name) {
      return new ByteArrayInputStream(files.get(name));
    }
  }
}
