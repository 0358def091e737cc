package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.sandbox.blockkit.BlockKit;
import io.herald.words.Cut;
import io.herald.words.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is drawn, at whatever length, Slack takes it. */
class SlackLimitsProperties {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final int ROUNDS = 60;
  private static final String[] BITS = {
    "word ",
    "&",
    "<!channel>",
    ">",
    "👩‍👩‍👧‍👦",
    "e\u0301",
    "\u200fمرحبا ",
    "\n",
    "🇩🇪",
    "*b*",
    " ",
    "\t",
    "x".repeat(90)
  };

  private final long seed = Long.getLong("herald.seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @Test
  void every_card_fits_into_a_message() {
    System.out.println("SlackLimitsProperties.cards -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      Card card = card();
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
      Card card = card();
      mustTake(SlackViews.home(card));
      mustTake(SlackViews.card(card));
      mustTake(SlackViews.words(text()));
    }
  }

  @Test
  void every_form_fits_into_a_modal() {
    System.out.println("SlackLimitsProperties.forms -Dherald.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<Field> fields = several(40, this::told);
      List<Field> all = new ArrayList<>(fields);
      IntStream.range(0, random.nextInt(30)).forEach(i -> all.add(asked("f" + i)));
      var form =
          new Form(words(60), random.nextBoolean() ? words(60) : null, new Intent.Withdraw(1), all);
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

  private Card card() {
    var parts = new ArrayList<>(several(1 + random.nextInt(70), this::part));
    parts.add(new Part.Choices(several(40, this::choice)));
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
        "https://pictures.example.com/" + "a".repeat(random.nextInt(3_200)), words(2_500));
  }

  private Choice choice() {
    Choice.Tone tone = Choice.Tone.values()[random.nextInt(3)];
    String label = "Do " + words(100);
    String link =
        random.nextInt(3) > 0 ? null : "https://h.example/" + "s".repeat(random.nextInt(3_200));
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

  private Field asked(String name) {
    boolean required = random.nextBoolean();
    String hint = random.nextBoolean() ? words(2_500) : null;
    return switch (random.nextInt(3)) {
      case 0 -> {
        int most = 1 + random.nextInt(3_000);
        boolean several = random.nextBoolean();
        yield new Field.Typed(
            name, "Label " + words(90), hint, words(most), required, several, most);
      }
      case 1 -> {
        List<Field.Option> options =
            IntStream.range(0, 1 + random.nextInt(100))
                .mapToObj(i -> new Field.Option("v" + i, "Option " + i + words(90)))
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

  private static JsonNode json(JsonElement drawn) {
    try {
      return JACKSON.readTree(drawn.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
