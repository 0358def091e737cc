package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In the form "Settings" of a member with several identities: where they hear from Herald. */
final class PlatformChoice {
  static final String PLATFORM = "platform";

  /** Wherever they were last. */
  static final String LAST = "last";

  private PlatformChoice() {}

  /** The form with the choice on top, where there is one. */
  static Form in(Form form, List<Person> identities, Values filled) {
    if (identities.size() < 2) {
      return form;
    }
    var options = new ArrayList<Field.Option>();
    options.add(new Field.Option(LAST, Words.say("settings.platform.last")));
    identities.stream()
        .sorted(java.util.Comparator.comparing(Person::platform))
        .forEach(one -> options.add(new Field.Option(value(one), one.platform().label())));
    String chosen =
        filled.has(PLATFORM)
            ? filled.text(PLATFORM)
            : identities.stream()
                .filter(Person::preferred)
                .map(PlatformChoice::value)
                .findFirst()
                .orElse(LAST);
    var fields = new ArrayList<Field>();
    fields.add(
        new Field.Picked(
            PLATFORM,
            Words.say("settings.platform"),
            Words.say("settings.platform.hint"),
            options,
            List.of(chosen),
            true,
            false));
    fields.addAll(form.fields());
    return new Form(form.title(), form.submit(), form.intent(), fields);
  }

  /** Keeps what was chosen, where something was. */
  static void save(Turn turn, People people) {
    String chosen = turn.values().text(PLATFORM);
    if (chosen.equals(LAST)) {
      people.prefer(turn.tx(), turn.member(), null);
      return;
    }
    Optional<Person> identity =
        people.identities(turn.tx(), turn.member()).stream()
            .filter(one -> value(one).equals(chosen))
            .findFirst();
    identity.ifPresent(one -> people.prefer(turn.tx(), turn.member(), one.id()));
  }

  private static String value(Person identity) {
    return String.valueOf(identity.id());
  }
}
