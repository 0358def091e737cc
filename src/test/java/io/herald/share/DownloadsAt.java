package io.herald.share;

import io.herald.privacy.OwnData;
import io.herald.testkit.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;

/** The downloads of a house, fetched without a port. */
public final class DownloadsAt {
  public final Downloads downloads;

  public DownloadsAt(House house) {
    downloads =
        new Downloads(
            house.database,
            house.records,
            house.clock,
            new SecureRandom(),
            house.links,
            Map.of(OwnData.KIND, house.keeping.ownData()));
  }

  /** The lines of the file at an address. */
  public String fetch(String address) {
    var out = new ByteArrayOutputStream();
    try {
      downloads
          .take(address.substring(address.lastIndexOf('/') + 1))
          .orElseThrow()
          .body()
          .writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
