package io.herald.chat;

import io.herald.members.Person;
import io.herald.post.Topic;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form "Settings": a member's own, and for an admin those of the organisation. */
final class SettingsForm {
  static final String TOPICS = "topics";
  static final String TRACKING = "tracking";
  static final String ORGANISATION_TRACKING = "organisation_tracking";
  static final String GUESTS = "guests";

  private static final String ON = "on";
  private static final String OFF = "off";

  private SettingsForm() {}

  /**
   * The form as things stand.
   *
   * @param tracking whether the organisation counts visits
   * @param guests whether guests may take part, for an admin; none for anybody else
   */
  static Form draw(
      Person person,
      List<Topic> offered,
      List<Long> follows,
      boolean tracking,
      Optional<Boolean> guests) {
    var fields = new ArrayList<Field>();
    if (!person.joined()) {
      fields.add(
          new Field.Note(
              Words.text("settings.not_joined", Commands.typed(person.platform(), "join"))));
    }
    fields.add(
        new Field.Picked(
            TOPICS,
            Words.say("settings.topics"),
            Words.say("settings.topics.hint"),
            offered.stream().map(t -> new Field.Option(String.valueOf(t.id()), t.name())).toList(),
            follows.stream().map(String::valueOf).toList(),
            false,
            true));
    fields.add(onOrOff(TRACKING, person.tracking()));
    if (!tracking && guests.isEmpty()) {
      fields.add(new Field.Note(Words.text("settings.tracking_is_off")));
    }
    guests.ifPresent(
        may -> {
          fields.add(new Field.Note(Words.text("settings.organisation")));
          fields.add(onOrOff(ORGANISATION_TRACKING, tracking));
          fields.add(onOrOff(GUESTS, may));
        });
    return new Form(
        Words.say("settings.title"), Words.say("settings.save"), new Intent.SaveSettings(), fields);
  }

  /** What was chosen in a field of two options; nothing where neither was. */
  static Optional<Boolean> onOrOff(Values values, String name) {
    return switch (values.text(name)) {
      case ON -> Optional.of(true);
      case OFF -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Field onOrOff(String name, boolean on) {
    return new Field.Picked(
        name,
        Words.say("settings." + name),
        Words.say("settings." + name + ".hint"),
        List.of(
            new Field.Option(ON, Words.say("settings." + name + ".on")),
            new Field.Option(OFF, Words.say("settings." + name + ".off"))),
        List.of(on ? ON : OFF),
        true,
        false);
  }
}
