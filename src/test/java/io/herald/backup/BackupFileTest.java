package io.herald.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.settings.EncryptionKeys;
import io.herald.store.Rows;
import io.herald.testkit.TestKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
  private static final EncryptionKeys KEYS = TestKeys.of(1);
  private static final BackupFile.Head HEAD =
      new BackupFile.Head("085", Instant.parse("2026-11-27T02:00:00Z"));

  @TempDir Path folder;

  @Test
  void what_was_written_is_read_over_many_pieces() throws IOException {
    byte[] bytes = written(5_000);
    assertThat(bytes.length).isGreaterThan(2 * Envelope.PIECE);

    var heard = new Hearing();
    BackupFile.Contents contents = read(bytes, heard);

    assertThat(contents.head()).isEqualTo(HEAD);
    assertThat(contents.rows()).containsEntry("post", 5_000L).containsEntry("empty", 0L);
    assertThat(heard.lines).contains("empty[id]", "next id 7", "post[id, words, on, share]");
    assertThat(heard.lines).contains("[17, " + words(17) + ", true, 0.5]").contains("[18, null]");
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("post")
        .doesNotContain("words");
  }

  /** Every single bit of a small file; a large one at its seams. */
  @Test
  void a_file_of_which_a_bit_is_other_is_not_whole() throws IOException {
    byte[] bytes = written(0);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] other = bytes.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> read(other, new Hearing()))
          .as("bit %d", bit)
          .isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void a_file_that_was_cut_off_or_whose_pieces_were_swapped_is_not_whole() throws IOException {
    byte[] bytes = written(5_000);
    int head = 36;
    int piece = Envelope.PIECE + Envelope.TAG;
    for (int length :
        List.of(0, 10, head, head + 5, head + piece, head + 2 * piece, bytes.length - 1)) {
      unreadable(Arrays.copyOf(bytes, length));
    }
    byte[] swapped = bytes.clone();
    System.arraycopy(bytes, head, swapped, head + piece, piece);
    System.arraycopy(bytes, head + piece, swapped, head, piece);
    unreadable(swapped);
    unreadable(Arrays.copyOf(bytes, bytes.length + 1));
  }

  private void unreadable(byte[] bytes) {
    assertThatThrownBy(() -> read(bytes, new Hearing())).isInstanceOf(IOException.class);
  }

  private BackupFile.Contents read(byte[] bytes, Rows rows) throws IOException {
    return BackupFile.read(Files.write(folder.resolve("backup"), bytes), KEYS, rows);
  }

  private static byte[] written(int posts) throws IOException {
    var file = new ByteArrayOutputStream();
    BackupFile.write(
        file,
        KEYS,
        new SecureRandom(),
        HEAD,
        rows -> {
          rows.table("empty", List.of("id"));
          rows.next("id", 7);
          if (posts > 0) {
            rows.table("post", List.of("id", "words", "on", "share"));
          }
          for (long id = 0; id < posts; id++) {
            rows.row(
                id % 2 == 1
                    ? List.of(id, words(id), true, 0.5)
                    : Arrays.<@Nullable Object>asList(id, null));
          }
        });
    return file.toByteArray();
  }

  /** Words that no packing makes small. */
  private static String words(long id) {
    byte[] noise = new byte[60];
    new Random(id).nextBytes(noise);
    return java.util.Base64.getEncoder().encodeToString(noise);
  }

  private static final class Hearing implements Rows {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void table(String name, List<String> columns) {
      lines.add(name + columns);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
      lines.add(cells.toString());
    }

    @Override
    public void next(String column, long id) {
      lines.add("next " + column + " " + id);
    }
  }
}
