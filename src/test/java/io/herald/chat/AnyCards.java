package io.herald.chat;

import io.herald.words.Cut;
import io.herald.words.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Cards, and what is told in forms, of every kind and length, from words that are hard to draw.
 *
 * @param longestPicture how long the address of a picture may be, at the most
 * @param longestLink the same of a link button
 */
public record AnyCards(Random random, int longestPicture, int longestLink) {
  private static final String[] BITS = {
    "word ",
    "&",
    "<!channel>",
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

  public Card card(int parts, int choices) {
    var all = new ArrayList<>(several(1 + random.nextInt(parts), this::part));
    all.add(new Part.Choices(several(choices, this::choice)));
    return new Card(words(3_000), all);
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
        "https://pictures.example.com/" + "a".repeat(random.nextInt(longestPicture)), words(2_500));
  }

  public Choice choice() {
    Choice.Tone tone = Choice.Tone.values()[random.nextInt(3)];
    String label = "Do " + words(100);
    String link =
        random.nextInt(3) > 0
            ? null
            : "https://h.example/" + "s".repeat(random.nextInt(longestLink));
    Intent intent =
        link == null ? new Intent.Approve(random.nextLong(), 3) : new Intent.FollowLink("l");
    return new Choice(label, tone, intent, link, random.nextBoolean() ? words(120) : null);
  }

  /** A field that asks nothing. */
  public Field told() {
    return switch (random.nextInt(3)) {
      case 0 -> new Field.Note(text());
      case 1 -> new Field.Copy(words(60), words(9_000));
      default -> new Field.Press(several(4, this::choice));
    };
  }

  public Text text() {
    Text text = Text.of(words(random.nextInt(10) == 0 ? 4_000 : 200));
    return switch (random.nextInt(5)) {
      case 0 -> text.then(Text.link(words(80), "https://example.com/?q=" + random.nextInt()));
      case 1 -> text.then(Text.moment(Instant.ofEpochSecond(random.nextInt())));
      case 2 -> Text.strong(words(90)).then(text);
      case 3 -> text.then(Text.typed(words(60)));
      default -> text;
    };
  }

  /** Up to so many characters, and quite often just so many. */
  public String words(int most) {
    int length = random.nextInt(4) == 0 ? most : random.nextInt(most + 1);
    var out = new StringBuilder();
    while (out.length() < length) {
      out.append(BITS[random.nextInt(BITS.length)]);
    }
    return out.substring(0, Cut.fitting(out.toString(), length));
  }

  public <T> List<T> several(int most, Supplier<T> one) {
    return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
  }
}
