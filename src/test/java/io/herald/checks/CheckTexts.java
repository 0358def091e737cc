package io.herald.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Packs for the tests of several packages. */
public final class CheckTexts {
  private CheckTexts() {}

  /** A pack of one rule, which warns of the name Falcon. */
  public static String falcon() {
    try (InputStream in =
        Objects.requireNonNull(CheckTexts.class.getResourceAsStream("falcon.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
