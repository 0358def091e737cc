package io.herald.chat;

import io.herald.campaign.Digests;
import io.herald.members.Attention;
import io.herald.members.AttentionChoices;
import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member chooses, and what the organisation's admins do. */
final class SettingsClerk implements Clerk<Intent.Choosing> {
  private final People people;
  private final Roles roles;
  private final OrganisationSettings organisation;
  private final Attention attention;
  private final Digests digests;
  private final Topics topics;
  private final Homes homes;

  SettingsClerk(
      People people,
      Roles roles,
      OrganisationSettings organisation,
      Attention attention,
      Digests digests,
      Topics topics,
      Homes homes) {
    this.people = people;
    this.roles = roles;
    this.organisation = organisation;
    this.attention = attention;
    this.digests = digests;
    this.topics = topics;
    this.homes = homes;
  }

  @Override
  public Reply handle(Turn turn, Intent.Choosing intent) {
    if (intent instanceof Intent.OpenSettings) {
      return open(turn, stored(turn));
    }
    if (intent instanceof Intent.Pause) {
      return pause(turn);
    }
    if (intent instanceof Intent.Resume) {
      return resume(turn);
    }
    if (intent instanceof Intent.SetAsks set) {
      return asks(turn, set.words());
    }
    return save(turn);
  }

  private Reply open(Turn turn, Values filled) {
    AttentionChoices choices = attention.choices(turn.tx(), turn.member());
    Form form =
        SettingsForm.draw(
            turn.person(),
            new SettingsForm.State(
                filled,
                topics.offered(turn.tx()),
                attention.pausedUntil(turn.tx(), turn.member()),
                organisation.tracking(turn.tx()),
                choices.usual(organisation.weeklyCap(turn.tx())),
                choices.fewer(),
                roles.holds(turn.tx(), turn.member(), Role.ADMIN)));
    List<Person> identities = people.identities(turn.tx(), turn.member());
    return new Reply.Open(PlatformChoice.in(form, identities, filled));
  }

  private Values stored(Turn turn) {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(
        SettingsForm.TOPICS,
        people.follows(turn.tx(), turn.member()).stream().map(String::valueOf).toList());
    AttentionReader.write(attention.choices(turn.tx(), turn.member()), fields);
    fields.put(SettingsForm.TRACKING, onOrOff(turn.person().tracking()));
    fields.put(
        SettingsForm.ORGANISATION_CAP, List.of(String.valueOf(organisation.weeklyCap(turn.tx()))));
    fields.put(SettingsForm.ORGANISATION_TRACKING, onOrOff(organisation.tracking(turn.tx())));
    fields.put(SettingsForm.THRESHOLD, List.of(String.valueOf(organisation.threshold(turn.tx()))));
    fields.put(SettingsForm.GUESTS, onOrOff(organisation.guests(turn.tx())));
    return new Values(fields);
  }

  private static List<String> onOrOff(boolean on) {
    return List.of(on ? SettingsForm.ON : SettingsForm.OFF);
  }

  private Reply pause(Turn turn) {
    people.mustBelong(turn.tx(), turn.person());
    var until = attention.pause(turn.tx(), turn.person());
    homes.refresh(turn.tx(), turn.member());
    return inForm(turn)
        ? open(turn, turn.values())
        : new Reply.Say(Words.text("attention.paused", until, typed(turn, "resume")));
  }

  private Reply resume(Turn turn) {
    boolean changed = attention.resume(turn.tx(), turn.person());
    homes.refresh(turn.tx(), turn.member());
    if (inForm(turn)) {
      return open(turn, turn.values());
    }
    return new Reply.Say(
        Words.text(
            changed ? "attention.resumed" : "attention.resumed.before", typed(turn, "pause")));
  }

  /**
   * Whether it was pressed in the form "Settings", which stays open and keeps what stands in it.
   */
  private static boolean inForm(Turn turn) {
    return turn.place().form() instanceof Intent.SaveSettings;
  }

  /** {@code asks}, {@code asks 3}, {@code asks 5 for everybody}. */
  private Reply asks(Turn turn, String words) {
    String[] typed = words.strip().toLowerCase(Locale.ROOT).split("\\s+", 2);
    boolean everybody = typed.length > 1 && typed[1].equals("for everybody");
    if (typed[0].isEmpty()) {
      return new Reply.Say(asksNow(turn));
    }
    Optional<Integer> cap = AttentionReader.cap(typed[0]);
    if (cap.isEmpty() || (typed.length > 1 && !everybody)) {
      return new Reply.Say(
          AttentionReader.badCap()
              .then(" ")
              .then(Words.text("attention.asks.usage", typed(turn, "asks 3"))));
    }
    if (everybody) {
      roles.must(turn.tx(), turn.member(), Role.ADMIN);
      organisation.weeklyCap(turn.tx(), turn.member(), cap.get());
      return new Reply.Say(Text.of(Words.count("attention.asks.everybody", cap.get())));
    }
    people.mustBelong(turn.tx(), turn.person());
    attention.cap(turn.tx(), turn.person(), cap.get());
    return new Reply.Say(asksNow(turn));
  }

  private Text asksNow(Turn turn) {
    AttentionChoices choices = attention.choices(turn.tx(), turn.member());
    int most = choices.cap(organisation.weeklyCap(turn.tx()));
    int asked = attention.askedThisWeek(turn.tx(), turn.member());
    return Text.of(Words.count("attention.asks", most, asked))
        .then(" ")
        .then(Words.text("attention.asks.usage", typed(turn, "asks 3")));
  }

  private Reply save(Turn turn) {
    List<Topic> offered = topics.offered(turn.tx());
    var follow = new ArrayList<Long>();
    for (String id : turn.values().all(SettingsForm.TOPICS)) {
      Optional<Topic> topic =
          offered.stream().filter(t -> String.valueOf(t.id()).equals(id)).findFirst();
      if (topic.isEmpty()) {
        return new Reply.Correct(Map.of(SettingsForm.TOPICS, Words.text("mistake.unknown_topic")));
      }
      follow.add(topic.get().id());
    }
    Person person = turn.person();
    AttentionReader.Read read =
        AttentionReader.read(turn.values(), attention.choices(turn.tx(), turn.member()));
    if (!read.mistakes().isEmpty()) {
      return new Reply.Correct(read.mistakes());
    }
    people.mustBelong(turn.tx(), person);
    // A retired topic is not in the form; whoever followed it finds it again when it comes back.
    people.follows(turn.tx(), turn.member()).stream()
        .filter(id -> offered.stream().noneMatch(t -> t.id() == id))
        .forEach(follow::add);
    people.follow(turn.tx(), turn.member(), follow);
    if (attention.choose(turn.tx(), person, read.cap(), read.quiet(), read.digest())) {
      digests.retime(turn.tx(), person);
    }
    SettingsForm.onOrOff(turn.values(), SettingsForm.TRACKING)
        .ifPresent(on -> people.track(turn.tx(), person, on));
    PlatformChoice.save(turn, people);
    saveOrganisation(turn);
    homes.refresh(turn.tx(), turn.member());
    return new Reply.Done();
  }

  private void saveOrganisation(Turn turn) {
    Optional<Boolean> tracking =
        SettingsForm.onOrOff(turn.values(), SettingsForm.ORGANISATION_TRACKING);
    Optional<Boolean> guests = SettingsForm.onOrOff(turn.values(), SettingsForm.GUESTS);
    Optional<Integer> cap = AttentionReader.cap(turn.values().text(SettingsForm.ORGANISATION_CAP));
    Optional<Integer> threshold =
        Stream.of(3, 5, 10, 20)
            .filter(n -> turn.values().text(SettingsForm.THRESHOLD).equals(String.valueOf(n)))
            .findFirst();
    if (tracking.isPresent() || guests.isPresent() || cap.isPresent() || threshold.isPresent()) {
      roles.must(turn.tx(), turn.member(), Role.ADMIN);
    }
    tracking.ifPresent(on -> organisation.tracking(turn.tx(), turn.member(), on));
    guests.ifPresent(may -> organisation.guests(turn.tx(), turn.member(), may));
    threshold.ifPresent(people -> organisation.threshold(turn.tx(), turn.member(), people));
    cap.ifPresent(most -> organisation.weeklyCap(turn.tx(), turn.member(), most));
  }

  private static String typed(Turn turn, String words) {
    return Commands.typed(turn.person().platform(), words);
  }
}
