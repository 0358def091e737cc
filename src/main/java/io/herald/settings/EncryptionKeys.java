package io.herald.settings;

import java.util.List;

/**
 * The keys that Herald encrypts and derives with.
 *
 * @param all newest first; at least one. The first makes what is new, the others still open what is
 *     old.
 */
public record EncryptionKeys(List<EncryptionKey> all) {
  public EncryptionKeys {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("At least one key");
    }
    all = List.copyOf(all);
  }

  public EncryptionKey newest() {
    return all.get(0);
  }
}
