package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.AnyCards;
import io.herald.chat.Card;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.sandbox.blockkit.BlockKit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is drawn, at whatever length, Slack takes it. */
class SlackLimitsProperties {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final int ROUNDS = 60;

  private final long seed = Long.getLong("herald.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final AnyCards any = new AnyCards(random, 3_200, 3_200);

  @Test
  void every_card_fits_into_a_message() {
    System.out.println("SlackLimitsProperties.cards -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      Card card = any.card(70, 40);
      SlackCard drawn = SlackCard.of(card);
      JsonNode blocks = json(drawn.blocks());

      assertThat(BlockKit.message(blocks, url -> true)).isEmpty();
      assertThat(BlockKit.characters(blocks)).isLessThanOrEqualTo(12_000);
      assertThat(drawn.text().length()).isLessThanOrEqualTo(4_000);
      assertThat(SlackBlocksTest.buttons(drawn.blocks()))
          .extracting(b -> Json.text(b, "action_id"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void every_card_fits_into_a_home_and_a_modal() {
    System.out.println("SlackLimitsProperties.views -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      Card card = any.card(70, 40);
      mustTake(SlackViews.home(card));
      mustTake(SlackViews.card(card));
      mustTake(SlackViews.words(any.text()));
    }
  }

  @Test
  void every_form_fits_into_a_modal() {
    System.out.println("SlackLimitsProperties.forms -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<Field> fields = any.several(40, any::told);
      List<Field> all = new ArrayList<>(fields);
      IntStream.range(0, random.nextInt(30)).forEach(i -> all.add(asked("f" + i)));
      var form =
          new Form(
              any.words(60),
              random.nextBoolean() ? any.words(60) : null,
              new Intent.Withdraw(1),
              all);
      JsonObject view = SlackViews.form(form, random.nextInt(5));

      mustTake(view);
      assertThat(view.toString().split("\"input\"", -1).length - 1)
          .isEqualTo(all.stream().filter(f -> !(isTold(f))).count());
    }
  }

  private static boolean isTold(Field field) {
    return field instanceof Field.Note
        || field instanceof Field.Copy
        || field instanceof Field.Press;
  }

  private void mustTake(JsonObject view) {
    assertThat(BlockKit.view(json(view), url -> true)).isEmpty();
    assertThat(view.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(250_000);
  }

  private Field asked(String name) {
    boolean required = random.nextBoolean();
    String hint = random.nextBoolean() ? any.words(2_500) : null;
    return switch (random.nextInt(3)) {
      case 0 -> {
        int most = 1 + random.nextInt(3_000);
        boolean several = random.nextBoolean();
        yield new Field.Typed(
            name, "Label " + any.words(90), hint, any.words(most), required, several, most);
      }
      case 1 -> {
        List<Field.Option> options =
            IntStream.range(0, 1 + random.nextInt(100))
                .mapToObj(i -> new Field.Option("v" + i, "Option " + i + any.words(90)))
                .toList();
        List<String> initial =
            options.stream().map(Field.Option::value).filter(v -> random.nextBoolean()).toList();
        yield new Field.Picked(
            name, "Label", hint, options, initial, required, random.nextBoolean());
      }
      default ->
          new Field.At(
              name,
              "When",
              hint,
              random.nextBoolean() ? null : Instant.ofEpochSecond(1_800_000_000));
    };
  }

  private static JsonNode json(JsonElement drawn) {
    try {
      return JACKSON.readTree(drawn.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
