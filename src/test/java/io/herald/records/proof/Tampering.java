package io.herald.records.proof;

import io.herald.records.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Changes exports, and asks the one check by which a changed file is found, as it is quick. */
public final class Tampering {
  private Tampering() {}

  public static byte[] flipped(byte[] whole, int bit) {
    byte[] changed = whole.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return changed;
  }

  /** Whether the manifest of an export takes a file of another one for its own. */
  public static boolean vouches(Archive export, String name, Archive changed) throws IOException {
    return Verifier.vouches(manifest(export), name, changed);
  }

  /** Changes each bit of a file; says how many there are when all were found. */
  public static long everyBitIsFound(Archive export, String name) throws IOException {
    Manifest manifest = manifest(export);
    byte[] whole = bytes(export, name);
    int parts = 16;
    IntStream.range(0, parts)
        .parallel()
        .forEach(part -> check(manifest, name, whole.clone(), part, parts));
    return 8L * whole.length;
  }

  private static void check(Manifest manifest, String name, byte[] changed, int part, int parts) {
    for (int bit = part; bit < 8 * changed.length; bit += parts) {
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        if (Verifier.vouches(manifest, name, new OneFile(name, changed))) {
          throw new AssertionError("bit " + bit + " of " + name + " was not found");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      changed[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  /** The manifest of a changed export, as somebody writes it who has the key. */
  public static String manifestAnew(Archive changed) throws IOException {
    Manifest was = manifest(changed);
    var files = new TreeMap<String, Manifest.Sum>();
    for (String name : was.files().keySet()) {
      byte[] content = bytes(changed, name);
      files.put(name, new Manifest.Sum(content.length, Sha256.of(content)));
    }
    return new Manifest(
            was.at(), was.key(), was.filter(), was.before(), was.last(), was.shown(), files)
        .write();
  }

  private static Manifest manifest(Archive export) throws IOException {
    return Manifest.read(new String(bytes(export, Manifest.NAME), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Archive export, String name) throws IOException {
    try (InputStream in = export.open(name)) {
      return in.readAllBytes();
    }
  }

  /** An archive of one file. */
  private static final class OneFile implements Archive {
    private final String name;
    private final byte[] content;

    OneFile(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public InputStream open(String opened) {
      return new ByteArrayInputStream(content);
    }
  }
}
