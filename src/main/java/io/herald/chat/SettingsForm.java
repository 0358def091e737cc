package io.herald.chat;

import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.post.Topic;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form "Settings": a member's own, and for an admin those of the organisation. */
final class SettingsForm {
  static final String TOPICS = "topics";
  static final String CAP = "cap";
  static final String QUIET_FROM = "quiet_from";
  static final String QUIET_TO = "quiet_to";
  static final String DIGEST = "digest";
  static final String DIGEST_DAY = "digest_day";
  static final String DIGEST_AT = "digest_at";
  static final String TRACKING = "tracking";
  static final String ORGANISATION_TRACKING = "organisation_tracking";
  static final String ORGANISATION_CAP = "organisation_cap";
  static final String THRESHOLD = "threshold";
  static final String GUESTS = "guests";

  /** Stands for what the organisation says, and for no time at all. */
  static final String NONE = "none";

  static final String ON = "on";
  static final String OFF = "off";

  private static final List<Integer> CAPS =
      Stream.concat(IntStream.rangeClosed(1, 10).boxed(), Stream.of(15, 20, 30, 50)).toList();

  private SettingsForm() {}

  /**
   * What the form is drawn from.
   *
   * @param filled what stands in its fields
   * @param offered the topics to choose from
   * @param pausedUntil when a pause of the member is over, none where there is none
   * @param tracking whether the organisation counts visits
   * @param cap how often in a week the member is asked where they choose no number
   * @param fewer whether that is less than the organisation says, for what their accounts are for
   * @param admin whether the settings of the organisation are shown, too
   */
  record State(
      Values filled,
      List<Topic> offered,
      @Nullable Instant pausedUntil,
      boolean tracking,
      int cap,
      boolean fewer,
      boolean admin) {}

  static Form draw(Person person, State state) {
    var fields = new ArrayList<Field>();
    Values filled = state.filled();
    if (!person.joined()) {
      fields.add(
          new Field.Note(
              Words.text("settings.not_joined", Commands.typed(person.platform(), "join"))));
    }
    pause(state.pausedUntil(), fields);
    fields.add(
        new Field.Picked(
            TOPICS,
            Words.say("settings.topics"),
            Words.say("settings.topics.hint"),
            state.offered().stream()
                .map(t -> new Field.Option(String.valueOf(t.id()), t.name()))
                .toList(),
            filled.all(TOPICS),
            false,
            true));
    fields.add(
        picked(
            CAP,
            filled,
            Stream.concat(
                    Stream.of(
                        new Field.Option(
                            NONE,
                            Words.count(
                                state.fewer() ? "settings.cap.fewer" : "settings.cap.none",
                                state.cap()))),
                    caps(filled.text(CAP)))
                .toList(),
            ""));
    fields.add(picked(QUIET_FROM, filled, timesOrNone(), person.zoneId().getId()));
    fields.add(picked(QUIET_TO, filled, timesOrNone(), ""));
    fields.add(picked(DIGEST, filled, of(DIGEST, Digest.Rhythm.values()), ""));
    fields.add(picked(DIGEST_DAY, filled, of(DIGEST_DAY, java.time.DayOfWeek.values()), ""));
    fields.add(picked(DIGEST_AT, filled, times().toList(), ""));
    fields.add(onOrOff(TRACKING, filled));
    if (!state.tracking() && !state.admin()) {
      fields.add(new Field.Note(Words.text("settings.tracking_is_off")));
    }
    if (state.admin()) {
      fields.add(new Field.Note(Words.text("settings.organisation")));
      fields.add(
          picked(ORGANISATION_CAP, filled, caps(filled.text(ORGANISATION_CAP)).toList(), ""));
      fields.add(onOrOff(ORGANISATION_TRACKING, filled));
      fields.add(picked(THRESHOLD, filled, thresholds(), ""));
      fields.add(onOrOff(GUESTS, filled));
    }
    return new Form(
        Words.say("settings.title"), Words.say("settings.save"), new Intent.SaveSettings(), fields);
  }

  private static void pause(@Nullable Instant until, List<Field> fields) {
    if (until == null) {
      fields.add(
          new Field.Press(List.of(Choice.of(Words.say("attention.pause"), new Intent.Pause()))));
      return;
    }
    fields.add(new Field.Note(Words.text("attention.paused_until", until)));
    fields.add(
        new Field.Press(List.of(Choice.main(Words.say("attention.resume"), new Intent.Resume()))));
  }

  /** What was chosen in a field of two options; nothing where neither was. */
  static Optional<Boolean> onOrOff(Values values, String name) {
    return switch (values.text(name)) {
      case ON -> Optional.of(true);
      case OFF -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Field onOrOff(String name, Values filled) {
    return picked(
        name,
        filled,
        List.of(
            new Field.Option(ON, Words.say("settings." + name + ".on")),
            new Field.Option(OFF, Words.say("settings." + name + ".off"))),
        "");
  }

  private static Field picked(
      String name, Values filled, List<Field.Option> options, String inHint) {
    String key = "settings." + name + ".hint";
    return new Field.Picked(
        name,
        Words.say("settings." + name),
        Words.has(key) ? Words.say(key, inHint) : null,
        options,
        filled.all(name),
        true,
        false);
  }

  /** Usual numbers, and the one that somebody chose by typing. */
  private static Stream<Field.Option> caps(String chosen) {
    return Stream.concat(CAPS.stream(), AttentionReader.cap(chosen).stream())
        .distinct()
        .sorted()
        .map(n -> new Field.Option(String.valueOf(n), Words.count("settings.cap", n)));
  }

  private static List<Field.Option> thresholds() {
    return Stream.of(3, 5, 10, 20)
        .map(n -> new Field.Option(String.valueOf(n), Words.say("settings.threshold.people", n)))
        .toList();
  }

  private static List<Field.Option> timesOrNone() {
    return Stream.concat(
            Stream.of(new Field.Option(NONE, Words.say("settings.quiet.none"))), times())
        .toList();
  }

  /** Every half hour of a day. */
  private static Stream<Field.Option> times() {
    return IntStream.range(0, 48)
        .mapToObj(i -> AttentionReader.time(java.time.LocalTime.of(i / 2, 30 * (i % 2))))
        .map(time -> new Field.Option(time, time));
  }

  private static List<Field.Option> of(String name, Enum<?>... values) {
    return Stream.of(values)
        .map(v -> new Field.Option(v.name(), Words.say("settings." + name + "." + v.name())))
        .toList();
  }
}
