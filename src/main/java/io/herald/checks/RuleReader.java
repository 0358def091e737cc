package io.herald.checks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one rule of a pack. */
final class RuleReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "severity",
          "source",
          "why",
          "better",
          "detect",
          "phrases",
          "names",
          "near",
          "unless",
          "within",
          "places",
          "from",
          "until",
          "firm",
          "finds",
          "spares");

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int LINE = 1_000;
  private static final int SENTENCE = 400;
  private static final int WITHIN = 8;

  private final String pack;
  private final YamlSheet sheet;
  private final BiConsumer<Integer, String> wrong;

  RuleReader(String pack, Node node, BiConsumer<Integer, String> wrong) {
    this.pack = pack;
    this.sheet = new YamlSheet(node, KEYS, wrong);
    this.wrong = wrong;
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  Rule read() {
    String id = sheet.text("id", 40);
    if (!id.isEmpty() && !isId(id)) {
      sheet.wrong("id", "\"id\" takes small letters, digits and hyphens");
    }
    Detector detector = detector();
    List<Phrase> phrases = phrases("phrases");
    phrases.addAll(names());
    if ((detector == null) == phrases.isEmpty()) {
      wrong.accept(
          sheet.line(), "a rule has either \"detect\", or \"phrases\" or \"names\" or both");
    }
    List<Phrase> near = near();
    if (detector != null && !(near.isEmpty() && !sheet.has("unless"))) {
      sheet.wrong("detect", "\"near\" and \"unless\" go with \"phrases\" and \"names\" alone");
    }
    Instant from = moment("from");
    Instant until = moment("until");
    if (from != null && until != null && !from.isBefore(until)) {
      sheet.wrong("until", "\"until\" must be later than \"from\"");
    }
    return new Rule(
        pack + "." + id,
        sheet.text("name", 60),
        severity(),
        sheet.text("source", SENTENCE),
        sheet.text("why", SENTENCE),
        sheet.text("better", SENTENCE),
        detector,
        phrases,
        near,
        phrases("unless"),
        within(),
        places(),
        from,
        until,
        firm(),
        examples("finds"),
        examples("spares"));
  }

  private @Nullable Detector detector() {
    String word = sheet.optional("detect", LINE);
    if (word == null) {
      return null;
    }
    Detector detector = Detector.of(word).orElse(null);
    if (detector == null) {
      sheet.wrong("detect", "\"detect\" does not know \"" + word + "\"");
    }
    return detector;
  }

  private Severity severity() {
    String word = sheet.text("severity", LINE);
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(word)) {
        return severity;
      }
    }
    sheet.wrong("severity", "\"severity\" is advice, warning or blocking");
    return Severity.ADVICE;
  }

  private List<Phrase> phrases(String key) {
    var phrases = new ArrayList<Phrase>();
    sheet
        .lists(key, LINE)
        .forEach(
            (word, lines) -> {
              Language language = Language.of(word).orElse(null);
              if (language == null) {
                sheet.wrong(key, "\"" + word + "\" is none of the languages en, fr, de and es");
              } else {
                lines.forEach(line -> read(key, line, language, phrases));
              }
            });
    return phrases;
  }

  private List<Phrase> names() {
    var phrases = new ArrayList<Phrase>();
    sheet.texts("names", LINE).forEach(line -> read("names", line, null, phrases));
    return phrases;
  }

  private void read(String key, String line, @Nullable Language language, List<Phrase> phrases) {
    try {
      phrases.addAll(Phrase.read(line, language));
    } catch (Phrase.Wrong e) {
      sheet.wrong(key, "a line of \"" + key + "\" " + e.getMessage());
    }
  }

  private List<Phrase> near() {
    if (!sheet.isText("near")) {
      return phrases("near");
    }
    if (!sheet.text("near", LINE).equals("negative")) {
      sheet.wrong("near", "\"near\" takes lists by language, or the word \"negative\"");
    }
    return NegativeWords.phrases();
  }

  private int within() {
    String typed = sheet.optional("within", LINE);
    if (typed == null) {
      return WITHIN;
    }
    try {
      int words = Integer.parseInt(typed);
      if (words >= 1 && words <= 50) {
        return words;
      }
    } catch (NumberFormatException e) {
      // The same mistake as a number that is out of bounds.
    }
    sheet.wrong("within", "\"within\" is a number of words from 1 to 50");
    return WITHIN;
  }

  private Set<Context.Place> places() {
    Set<Context.Place> places = EnumSet.noneOf(Context.Place.class);
    for (String word : sheet.texts("places", LINE)) {
      String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
      for (Context.Place place : Context.Place.values()) {
        if (place.name().equals(name)) {
          places.add(place);
        }
      }
      if (places.stream().noneMatch(place -> place.name().equals(name))) {
        sheet.wrong(
            "places", "\"" + word + "\" is none of words, headline, image-description and link");
      }
    }
    return places.isEmpty()
        ? EnumSet.of(Context.Place.WORDS, Context.Place.HEADLINE, Context.Place.IMAGE_DESCRIPTION)
        : places;
  }

  private @Nullable Instant moment(String key) {
    String typed = sheet.optional(key, LINE);
    if (typed == null) {
      return null;
    }
    try {
      return typed.length() == 10
          ? LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(typed).toInstant();
    } catch (DateTimeParseException e) {
      sheet.wrong(
          key, "\"" + key + "\" is a date or a time with its zone, as 2027-03-01T08:00:00+01:00");
      return null;
    }
  }

  private boolean firm() {
    String typed = sheet.optional("firm", LINE);
    if (typed != null && !typed.equals("true") && !typed.equals("false")) {
      sheet.wrong("firm", "\"firm\" is true or false");
    }
    return "true".equals(typed);
  }

  private List<String> examples(String key) {
    List<String> texts = sheet.texts(key, 1_000);
    if (texts.isEmpty()) {
      sheet.wrong(key, "\"" + key + "\" is missing: a text that the rule " + key);
    }
    return texts;
  }
}
