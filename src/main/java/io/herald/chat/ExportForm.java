package io.herald.chat;

import io.herald.campaign.Campaign;
import io.herald.members.Person;
import io.herald.records.export.Asked;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form "Export the record". Nothing of it is required: an empty one exports all. */
final class ExportForm {
  static final String FROM = "from";
  static final String TO = "to";
  static final String PERSON = "person";
  static final String CAMPAIGN = "campaign";
  static final String TEXT = "text";
  static final String REASON = "reason";

  private static final int LABEL = 75;

  private ExportForm() {}

  /**
   * What was filled in.
   *
   * @param asked none where there are mistakes
   */
  record Read(@Nullable Asked asked, Map<String, Text> mistakes) {}

  static Form draw(List<Campaign> campaigns) {
    var fields = new ArrayList<Field>();
    fields.add(new Field.At(FROM, say(FROM), null, null));
    fields.add(new Field.At(TO, say(TO), null, null));
    fields.add(typed(PERSON, false, 320));
    if (!campaigns.isEmpty()) {
      fields.add(
          new Field.Picked(
              CAMPAIGN,
              say(CAMPAIGN),
              null,
              campaigns.stream()
                  .map(
                      c ->
                          new Field.Option(
                              String.valueOf(c.id()), Shorten.to(c.plan().name(), LABEL)))
                  .toList(),
              List.of(),
              false,
              false));
    }
    fields.add(typed(TEXT, false, 200));
    fields.add(typed(REASON, true, 1_000));
    return new Form(
        Words.say("records.export.title"),
        Words.say("records.export.submit"),
        new Intent.ExportRecord(),
        fields);
  }

  /**
   * Reads the form.
   *
   * @param campaigns the numbers that can be chosen
   * @param called whoever has an address, or an id of the platform's
   */
  static Read read(Values values, List<Long> campaigns, Function<String, List<Person>> called) {
    var mistakes = new LinkedHashMap<String, Text>();
    Instant from = values.moment(FROM).orElse(null);
    Instant to = values.moment(TO).orElse(null);
    if (from != null && to != null && !from.isBefore(to)) {
      mistakes.put(TO, Words.text("mistake.export_to"));
    }
    Long person = null;
    if (values.has(PERSON)) {
      List<Long> members =
          called.apply(values.text(PERSON).strip()).stream()
              .map(Person::member)
              .distinct()
              .toList();
      if (members.size() == 1) {
        person = members.get(0);
      } else {
        mistakes.put(
            PERSON,
            Words.text(members.isEmpty() ? "mistake.export_nobody" : "mistake.export_several"));
      }
    } else if (values.has(REASON)) {
      mistakes.put(PERSON, Words.text("mistake.export_reason_alone"));
    }
    Long campaign =
        campaigns.stream()
            .filter(id -> String.valueOf(id).equals(values.text(CAMPAIGN)))
            .findFirst()
            .orElse(null);
    return mistakes.isEmpty()
        ? new Read(
            new Asked(from, to, person, campaign, given(values, TEXT), given(values, REASON)),
            mistakes)
        : new Read(null, mistakes);
  }

  private static @Nullable String given(Values values, String name) {
    return values.has(name) ? values.text(name).strip() : null;
  }

  private static Field typed(String name, boolean several, int most) {
    return new Field.Typed(
        name, say(name), Words.say("records.export." + name + ".hint"), "", false, several, most);
  }

  private static String say(String name) {
    return Words.say("records.export." + name);
  }
}
