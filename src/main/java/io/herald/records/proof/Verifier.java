package io.herald.records.proof;

import io.herald.records.Sha256;
import io.herald.records.proof.Verdict.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Verifies an export against a key that did not come with it; see the page ledger-format. */
public final class Verifier {
  private static final int MOST_BYTES = 64 << 20;
  private static final String CHAIN = "chain.txt";
  private static final String ENTRIES = "entries.jsonl";
  private static final String OUTCOMES = "outcomes.jsonl";
  private static final String OPENED = "opened.jsonl";
  private static final String CHECKPOINTS = "checkpoints.jsonl";

  private final VerifyingKey key;
  private final Map<Long, String> posted = new HashMap<>();

  /**
   * @param posted places of checkpoints as they were posted, to be compared
   */
  public Verifier(VerifyingKey key, List<Manifest.Place> posted) {
    this.key = key;
    posted.forEach(place -> this.posted.put(place.number(), place.chain()));
  }

  /**
   * Verifies an export.
   *
   * @throws UnreadableExport when it is none, or does not reach a posted checkpoint
   * @throws IOException when its files cannot be read
   */
  public Verdict verify(Archive archive) throws UnreadableExport, IOException {
    var faults = new ArrayList<Fault>();
    Set<String> names = Set.copyOf(archive.names());
    if (!names.contains(Manifest.NAME)) {
      throw new UnreadableExport("It holds no " + Manifest.NAME + ", so it is no export.");
    }
    byte[] signed = bytes(archive, Manifest.NAME);
    byte[] signature =
        names.contains(Manifest.SIGNATURE) ? bytes(archive, Manifest.SIGNATURE) : new byte[0];
    boolean ours = key.signed(signed, signature);
    if (!ours) {
      faults.add(new Fault(0, Manifest.NAME + " is not signed with this key"));
    }
    Manifest manifest;
    try {
      manifest = Manifest.read(new String(signed, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      if (ours) {
        throw new UnreadableExport(Manifest.NAME + ": " + e.getMessage());
      }
      return new Verdict(0, 0, faults);
    }
    if (!manifest.key().equals(key.fingerprint())) {
      faults.add(new Fault(0, Manifest.NAME + " names another key, " + manifest.key()));
    }
    checkReach(manifest, ours);
    checkFiles(archive, manifest, faults);
    if (names.containsAll(List.of(CHAIN, ENTRIES, OUTCOMES, OPENED, CHECKPOINTS))) {
      walk(archive, manifest, faults);
    }
    return new Verdict(
        manifest.last().number() - manifest.before().number(), manifest.shown(), faults);
  }

  private void checkReach(Manifest manifest, boolean ours) throws UnreadableExport {
    for (long number : posted.keySet()) {
      if (ours && (number < manifest.before().number() || number > manifest.last().number())) {
        throw new UnreadableExport(
            "The checkpoint of entry "
                + number
                + " lies outside this export, which goes from entry "
                + (manifest.before().number() + 1)
                + " to "
                + manifest.last().number()
                + ".");
      }
    }
  }

  private static void checkFiles(Archive archive, Manifest manifest, List<Fault> faults)
      throws IOException {
    var seen = new HashSet<String>();
    for (String name : archive.names()) {
      if (!seen.add(name)) {
        faults.add(new Fault(0, name + " is there twice"));
      } else if (manifest.files().containsKey(name)) {
        if (!vouches(manifest, name, archive)) {
          faults.add(new Fault(0, name + " is not the file that was signed"));
        }
      } else if (!name.equals(Manifest.NAME) && !name.equals(Manifest.SIGNATURE)) {
        faults.add(new Fault(0, name + " does not belong here"));
      }
    }
    for (String name : manifest.files().keySet()) {
      if (!seen.contains(name)) {
        // Without the chain and what it shows, its first entry is the first of which nothing is
        // left.
        long number =
            name.equals(CHAIN) || name.equals(ENTRIES) ? manifest.before().number() + 1 : 0;
        faults.add(new Fault(number, name + " is missing"));
      }
    }
  }

  /** Whether a file is the one that a manifest names. */
  static boolean vouches(Manifest manifest, String name, Archive archive) throws IOException {
    Manifest.Sum sum = manifest.files().get(name);
    MessageDigest digest = Sha256.begun();
    long bytes = 0;
    try (InputStream in = archive.open(name)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return sum != null
        && sum.bytes() == bytes
        && sum.sha256().equals(HexFormat.of().formatHex(digest.digest()));
  }

  private void walk(Archive archive, Manifest manifest, List<Fault> faults) throws IOException {
    try (var chain = new Lines(archive.open(CHAIN));
        var entries = new Lines(archive.open(ENTRIES));
        var outcomes = new Lines(archive.open(OUTCOMES));
        var opened = new Lines(archive.open(OPENED));
        var checkpoints = new Lines(archive.open(CHECKPOINTS))) {
      var walk = new ChainWalk(manifest.before(), chain, entries);
      var batches = new Beside<>(OUTCOMES, outcomes, Batch::read, Batch::number);
      var openings = new Beside<>(OPENED, opened, Openings::read, Openings::number);
      var signed =
          new Beside<>(
              CHECKPOINTS,
              checkpoints,
              line -> Checkpoint.read(new String(line, StandardCharsets.UTF_8)),
              Checkpoint::number);
      checkPlace(walk, signed, faults);
      for (ChainWalk.Step step = walk.next(); step != null; step = walk.next()) {
        Batch batch = batches.at(step.number);
        if (batch != null && (step.content == null || !batch.isOf(step.content))) {
          faults.add(new Fault(step.number, OUTCOMES + " has other rows than its entry"));
        }
        Openings open = openings.at(step.number);
        if (open != null && (step.content == null || !open.areOf(step.content))) {
          faults.add(new Fault(step.number, OPENED + " says other words than its entry"));
        }
        checkPlace(walk, signed, faults);
      }
      checkEnd(manifest, walk, faults);
      batches.end();
      openings.end();
      signed.end();
    } catch (ChainWalk.Broken broken) {
      faults.add(new Fault(broken.number, broken.what));
    } catch (IllegalArgumentException malformed) {
      faults.add(new Fault(0, String.valueOf(malformed.getMessage())));
    }
  }

  private void checkPlace(ChainWalk walk, Beside<Checkpoint> signed, List<Fault> faults)
      throws IOException {
    long number = walk.number();
    Checkpoint checkpoint = signed.at(number);
    if (checkpoint != null && !(checkpoint.chain().equals(walk.hash()) && checkpoint.isBy(key))) {
      faults.add(new Fault(number, "the checkpoint in " + CHECKPOINTS + " is another"));
    }
    String told = posted.get(number);
    if (told != null && !told.equals(walk.hash())) {
      faults.add(
          new Fault(
              number,
              "the checkpoint that was posted is another: up to this entry the ledger was written"
                  + " anew"));
    }
  }

  private static void checkEnd(Manifest manifest, ChainWalk walk, List<Fault> faults) {
    if (walk.number() != manifest.last().number()) {
      faults.add(
          new Fault(
              Math.min(walk.number(), manifest.last().number()) + 1,
              "the chain ends with entry "
                  + walk.number()
                  + " and not with "
                  + manifest.last().number()));
    } else if (!walk.hash().equals(manifest.last().chain())) {
      faults.add(new Fault(walk.number(), "the chain ends with another hash"));
    } else if (walk.shown() != manifest.shown()) {
      faults.add(new Fault(0, "another number of entries is shown"));
    }
  }

  private static byte[] bytes(Archive archive, String name) throws IOException {
    try (InputStream in = archive.open(name)) {
      return in.readNBytes(MOST_BYTES);
    }
  }
}
