package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.words.Cut;
import io.herald.words.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is drawn, at whatever length, Teams takes it. */
class TeamsLimitsProperties {
  private static final int ROUNDS = 40;
  private static final String[] BITS = {
    "word ",
    "&",
    "<at>Bob</at>",
    ">",
    "👩‍👩‍👧‍👦",
    "e\u0301",
    "\u200fمرحبا ",
    "\n",
    "🇩🇪",
    "*b*",
    " ",
    "\t",
    "語語語語",
    "\"quoted\\\"",
    "{{DATE(",
    "x".repeat(90)
  };

  private final long seed = Long.getLong("herald.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final TeamsCards cards = new TeamsCards(new Links(false));

  @Test
  void every_card_fits() {
    System.out.println("TeamsLimitsProperties.cards -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      Card card = card();
      mustTake(cards.card(card, "show_feed:0"));
      mustTake(cards.cover(card));
    }
  }

  @Test
  void every_form_fits_however_long_what_was_typed_and_however_much_is_wrong() {
    System.out.println("TeamsLimitsProperties.forms -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      var fields = new ArrayList<>(several(6, this::told));
      IntStream.range(0, 1 + random.nextInt(17)).forEach(i -> fields.add(typed("f" + i)));
      fields.add(picked("topics", 1 + random.nextInt(100)));
      fields.add(new Field.At("from", "From " + words(40), words(200), null));
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
          sent.put(typed.name(), words(3_000));
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

  private Card card() {
    var parts = new ArrayList<>(several(1 + random.nextInt(60), this::part));
    parts.add(new Part.Choices(several(25, this::choice)));
    return new Card(words(3_000), parts);
  }

  private Part part() {
    return switch (random.nextInt(11)) {
      case 0 -> new Part.Heading(words(300));
      case 1 -> new Part.Lead(text());
      case 2 -> new Part.Body(words(9_000));
      case 3 -> new Part.Copy(words(100), words(4_000));
      case 4 -> new Part.Facts(several(25, () -> new Part.Fact(words(100), text())));
      case 5 -> new Part.Findings(several(30, this::text));
      case 6 -> picture();
      case 7 -> new Part.Choices(several(5, this::choice));
      case 8 -> new Part.Footnote(text());
      case 9 -> new Part.Divider();
      default ->
          new Part.Entry(text(), random.nextBoolean() ? picture() : null, several(4, this::choice));
    };
  }

  private Part.Picture picture() {
    return new Part.Picture(
        "https://pictures.example.com/" + "a".repeat(random.nextInt(2_500)), words(2_500));
  }

  private Choice choice() {
    Choice.Tone tone = Choice.Tone.values()[random.nextInt(3)];
    String label = "Do " + words(100);
    String link =
        random.nextInt(3) > 0 ? null : "https://h.example/" + "s".repeat(random.nextInt(60));
    Intent intent =
        link == null ? new Intent.Approve(random.nextLong(), 3) : new Intent.FollowLink("l");
    return new Choice(label, tone, intent, link, random.nextBoolean() ? words(120) : null);
  }

  private Field told() {
    return switch (random.nextInt(3)) {
      case 0 -> new Field.Note(text());
      case 1 -> new Field.Copy(words(60), words(9_000));
      default -> new Field.Press(several(4, this::choice));
    };
  }

  private Field typed(String name) {
    int most = 1 + random.nextInt(3_000);
    return new Field.Typed(
        name, "Label " + words(60), words(150), words(most), random.nextBoolean(), true, most);
  }

  private Field picked(String name, int count) {
    List<Field.Option> options =
        IntStream.range(0, count)
            .mapToObj(i -> new Field.Option("" + i, "Option " + i + words(60)))
            .toList();
    return new Field.Picked(name, "Topics", null, options, List.of("0"), false, true);
  }

  private Text text() {
    Text text = Text.of(words(random.nextInt(10) == 0 ? 4_000 : 200));
    return switch (random.nextInt(4)) {
      case 0 -> text.then(Text.link(words(80), "https://example.com/?q=" + random.nextInt()));
      case 1 -> text.then(Text.moment(Instant.ofEpochSecond(random.nextInt())));
      case 2 -> Text.strong(words(90)).then(text);
      default -> text;
    };
  }

  private String words(int most) {
    int length = random.nextInt(4) == 0 ? most : random.nextInt(most + 1);
    var out = new StringBuilder();
    while (out.length() < length) {
      out.append(BITS[random.nextInt(BITS.length)]);
    }
    return out.substring(0, Cut.fitting(out.toString(), length));
  }

  private <T> List<T> several(int most, Supplier<T> one) {
    return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
  }
}
