package io.herald.chat;

import io.herald.records.proof.Checkpoint;
import java.time.Instant;
import java.util.List;

/** The cards and forms about the record, as both platforms draw them. */
public final class RecordSamples {
  private RecordSamples() {}

  public static Card checkpoint() {
    return RecordCards.checkpoint(
        new Checkpoint(
            12_345,
            "ab".repeat(32),
            Instant.parse("2027-03-01T09:00:00Z"),
            "cd".repeat(32),
            "ef".repeat(64)));
  }

  public static Form export() {
    return ExportForm.draw(List.of());
  }
}
