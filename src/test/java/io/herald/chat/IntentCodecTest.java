package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntentCodecTest {

  @Test
  void every_intent_comes_back_as_it_was_written() throws Exception {
    long seed = System.nanoTime();
    System.out.println("IntentCodecTest seed " + seed);
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      for (Class<? extends Intent> type : IntentCodec.all()) {
        Intent intent = make(type, random);
        assertThat(IntentCodec.read(IntentCodec.write(intent))).contains(intent);
      }
    }
  }

  @Test
  void an_intent_on_a_card_fits_into_what_a_button_carries() {
    var longest =
        new Intent.SubmitDraft(
            Long.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, 5, Integer.MIN_VALUE, 5);
    assertThat(IntentCodec.write(longest)).hasSizeLessThan(2_000);
  }

  @Test
  void what_is_no_intent_is_none() {
    for (String line :
        new String[] {
          "",
          "approve",
          "approve:1",
          "approve:1:x",
          "approve:1:2:3",
          "approve:99999999999999999999:0",
          "drop_tables:1",
          "approve:%:1",
          ":::",
          "Approve:1:1"
        }) {
      assertThat(IntentCodec.read(line)).as(line).isEmpty();
    }
  }

  private static Intent make(Class<? extends Intent> type, Random random) throws Exception {
    RecordComponent[] parts = type.getRecordComponents();
    var types = new Class<?>[parts.length];
    var values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      if (types[i] == long.class) {
        values[i] = random.nextLong();
      } else if (types[i] == int.class) {
        values[i] = random.nextInt();
      } else {
        values[i] = text(random);
      }
    }
    return (Intent) type.getDeclaredConstructor(types).newInstance(values);
  }

  private static String text(Random random) {
    var out = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      out.appendCodePoint(
          new int[] {':', '%', '+', ' ', 'a', 'é', 0x1F600, '&', '\n'}[random.nextInt(9)]);
    }
    return out.toString();
  }
}
