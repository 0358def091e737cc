package io.herald.chat;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joining, leaving, and what a member and the organisation's admins choose. */
final class JoinClerk implements Clerk<Intent.Joining> {
  private final People people;
  private final Roles roles;
  private final OrganisationSettings organisation;
  private final Topics topics;
  private final CardBook cards;
  private final Homes homes;

  JoinClerk(
      People people,
      Roles roles,
      OrganisationSettings organisation,
      Topics topics,
      CardBook cards,
      Homes homes) {
    this.people = people;
    this.roles = roles;
    this.organisation = organisation;
    this.topics = topics;
    this.cards = cards;
    this.homes = homes;
  }

  @Override
  public Reply handle(Turn turn, Intent.Joining intent) {
    if (intent instanceof Intent.Join) {
      return join(turn);
    }
    if (intent instanceof Intent.Leave) {
      return leave(turn);
    }
    if (intent instanceof Intent.OpenSettings) {
      return open(turn);
    }
    return save(turn);
  }

  private Reply join(Turn turn) {
    boolean changed = people.join(turn.tx(), turn.person());
    if (changed) {
      redraw(turn);
    }
    Text said = Words.text(changed ? "joined" : "joined.before");
    return new Reply.Say(said.then(" ").then(follows(turn)));
  }

  private Text follows(Turn turn) {
    List<Long> followed = people.follows(turn.tx(), turn.member());
    List<String> names =
        topics.offered(turn.tx()).stream()
            .filter(topic -> followed.contains(topic.id()))
            .map(Topic::name)
            .toList();
    String settings = typed(turn, "settings");
    return names.isEmpty()
        ? Words.text("joined.follows_none", settings)
        : Words.text(
            "joined.follows",
            Text.strong(String.join(", ", names)),
            settings,
            typed(turn, "leave"));
  }

  private Reply leave(Turn turn) {
    boolean changed = people.leave(turn.tx(), turn.person());
    if (changed) {
      redraw(turn);
    }
    return new Reply.Say(Words.text(changed ? "left" : "left.before", typed(turn, "join")));
  }

  private void redraw(Turn turn) {
    cards.refresh(turn.tx(), CardKind.WELCOME, turn.member());
    homes.refresh(turn.tx(), turn.member());
  }

  private Reply open(Turn turn) {
    Person person = turn.person();
    boolean admin = roles.holds(turn.tx(), turn.member(), Role.ADMIN);
    return new Reply.Open(
        SettingsForm.draw(
            person,
            topics.offered(turn.tx()),
            people.follows(turn.tx(), turn.member()),
            organisation.tracking(turn.tx()),
            admin ? Optional.of(organisation.guests(turn.tx())) : Optional.empty()));
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
    people.mustBelong(turn.tx(), turn.person());
    // A retired topic is not in the form; whoever followed it finds it again when it comes back.
    people.follows(turn.tx(), turn.member()).stream()
        .filter(id -> offered.stream().noneMatch(t -> t.id() == id))
        .forEach(follow::add);
    people.follow(turn.tx(), turn.member(), follow);
    SettingsForm.onOrOff(turn.values(), SettingsForm.TRACKING)
        .ifPresent(on -> people.track(turn.tx(), turn.person(), on));
    saveOrganisation(turn);
    homes.refresh(turn.tx(), turn.member());
    return new Reply.Done();
  }

  private void saveOrganisation(Turn turn) {
    Optional<Boolean> tracking =
        SettingsForm.onOrOff(turn.values(), SettingsForm.ORGANISATION_TRACKING);
    Optional<Boolean> guests = SettingsForm.onOrOff(turn.values(), SettingsForm.GUESTS);
    if (tracking.isPresent() || guests.isPresent()) {
      roles.must(turn.tx(), turn.member(), Role.ADMIN);
    }
    tracking.ifPresent(on -> organisation.tracking(turn.tx(), turn.member(), on));
    guests.ifPresent(may -> organisation.guests(turn.tx(), turn.member(), may));
  }

  private static String typed(Turn turn, String words) {
    return Commands.typed(turn.person().platform(), words);
  }
}
