package io.herald.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packs that come with Herald, by id, in the order in which they are listed. */
final class ShippedPacks {
  /** In force until an admin switches it off. */
  static final String EVERYDAY = "everyday";

  private static final List<String> IDS =
      List.of(EVERYDAY, "public-sector", "finance", "health", "listed-company");

  private ShippedPacks() {}

  static Map<String, Pack> all() {
    return Held.PACKS;
  }

  /** Read when the first check is made, not when Herald starts. */
  private static final class Held {
    static final Map<String, Pack> PACKS = read();
  }

  private static Map<String, Pack> read() {
    Map<String, Pack> packs = new LinkedHashMap<>();
    for (String id : IDS) {
      packs.put(id, PackReader.stored(text("packs/" + id + ".yaml")));
    }
    return java.util.Collections.unmodifiableMap(packs);
  }

  private static String text(String name) {
    try (InputStream in = ShippedPacks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
