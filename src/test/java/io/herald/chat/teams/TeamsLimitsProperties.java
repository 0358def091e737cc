package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.AnyCards;
import io.herald.chat.Card;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.words.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is drawn, at whatever length, Teams takes it. */
class TeamsLimitsProperties {
  private static final int ROUNDS = 40;

  private final long seed = Long.getLong("herald.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final AnyCards any = new AnyCards(random, 2_500, 60);
  private final TeamsCards cards = new TeamsCards(new Links(false));

  @Test
  void every_card_fits() {
    System.out.println("TeamsLimitsProperties.cards -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      Card card = any.card(60, 25);
      mustTake(cards.card(card, "show_feed:0"));
      mustTake(cards.cover(card));
    }
  }

  @Test
  void every_form_fits_however_long_what_was_typed_and_however_much_is_wrong() {
    System.out.println("TeamsLimitsProperties.forms -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      var fields = new ArrayList<>(any.several(6, any::told));
      IntStream.range(0, 1 + random.nextInt(17)).forEach(i -> fields.add(typed("f" + i)));
      fields.add(picked("topics", 1 + random.nextInt(100)));
      fields.add(new Field.At("from", "From " + any.words(40), any.words(200), null));
      Form form = new Form("Form", "Send", new Intent.SaveSettings(), fields);
      boolean dialog = random.nextBoolean();
      Sheet sheet =
          TeamsForms.draw(
              cards.pieces(),
              form,
              "0123456789012345678901234567890123456789",
              dialog,
              null,
              ZoneOffset.UTC);
      mustTake(sheet.shown());
      assertThat(sheet.names()).contains("topics", "from", "f0");

      ObjectNode sent = Json.object();
      Map<String, Text> mistakes = new HashMap<>();
      for (Field field : fields) {
        if (field instanceof Field.Typed typed) {
          sent.put(typed.name(), any.words(3_000));
          mistakes.put(typed.name(), Text.of("Too long for Facebook: 2,300 of 280, with link."));
        }
      }
      mustTake(sheet.corrected(sent, mistakes, cards.pieces()).shown());
    }
  }

  private void mustTake(JsonNode card) {
    assertThat(Json.bytes(card)).as("seed " + seed).isLessThan(28 * 1024);
    var ids = new ArrayList<String>();
    for (JsonNode node : TeamsCardsTest.all(card)) {
      String type = Json.text(node, "type");
      assertThat(type).isNotEqualTo(TeamsParts.DIVIDER);
      if (type.equals("ActionSet")) {
        long seen =
            Stream.iterate(0, i -> i + 1)
                .limit(node.path("actions").size())
                .filter(i -> !node.path("actions").get(i).has("mode"))
                .count();
        assertThat(seen).isBetween(1L, (long) TeamsLimits.VISIBLE_ACTIONS);
      } else if (type.startsWith("Input.")) {
        assertThat(Json.text(node, "label")).isNotBlank();
        ids.add(Json.text(node, "id"));
      } else if (type.equals("TextBlock") || type.equals("TextRun")) {
        assertThat(node.has("text")).isTrue();
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  private Field typed(String name) {
    int most = 1 + random.nextInt(3_000);
    return new Field.Typed(
        name,
        "Label " + any.words(60),
        any.words(150),
        any.words(most),
        random.nextBoolean(),
        true,
        most);
  }

  private Field picked(String name, int count) {
    List<Field.Option> options =
        IntStream.range(0, count)
            .mapToObj(i -> new Field.Option("" + i, "Option " + i + any.words(60)))
            .toList();
    return new Field.Picked(name, "Topics", null, options, List.of("0"), false, true);
  }
}
