package io.herald.chat;

import io.herald.members.Linking;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.members.Union;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Linking two accounts of one person, and taking them apart again. */
final class LinkClerk implements Clerk<Intent.Linking> {
  private final People people;
  private final Roles roles;
  private final Linking linking;
  private final Union union;
  private final ReviewWatch watch;
  private final Homes homes;
  private final CardBook cards;
  private final Deputies deputies;
  private final Set<Platform> platforms;

  /**
   * @param platforms on which the organisation has Herald
   */
  LinkClerk(
      People people,
      Roles roles,
      Topics topics,
      Linking linking,
      Union union,
      ReviewWatch watch,
      Homes homes,
      CardBook cards,
      Set<Platform> platforms) {
    this.people = people;
    this.roles = roles;
    this.linking = linking;
    this.union = union;
    this.watch = watch;
    this.homes = homes;
    this.cards = cards;
    this.deputies = new Deputies(people, topics);
    this.platforms = Set.copyOf(platforms);
  }

  @Override
  public Reply handle(Turn turn, Intent.Linking intent) {
    if (platforms.size() < 2) {
      throw new Refusal("refusal.link.one_platform", turn.person().platform().label());
    }
    if (intent instanceof Intent.Unlink unlink) {
      return unlink(turn, unlink.words().strip());
    }
    String words = ((Intent.Link) intent).words().strip();
    if (words.isEmpty()) {
      return show(turn);
    }
    return words.startsWith("@") ? vouch(turn, words) : take(turn, words);
  }

  private Reply show(Turn turn) {
    Tx tx = turn.tx();
    Person person = turn.person();
    List<Person> identities = people.identities(tx, person.member());
    if (identities.size() >= platforms.size()) {
      return say(
          "link.already", labels(identities), typed(turn, "settings"), typed(turn, "unlink"));
    }
    String code = linking.show(tx, person);
    Text others =
        platforms.stream()
            .filter(platform -> platform != person.platform())
            .map(
                platform ->
                    Text.of(platform.label() + ": ")
                        .then(Text.typed(Commands.typed(platform, "link " + code))))
            .reduce((one, next) -> one.then(", ").then(next))
            .orElseThrow();
    return say("link.code", Text.strong(code), others);
  }

  private Reply take(Turn turn, String code) {
    return settle(turn, turn.person(), () -> linking.take(turn.tx(), turn.person(), code));
  }

  private Reply vouch(Turn turn, String words) {
    roles.must(turn.tx(), turn.member(), Role.ADMIN);
    List<String> all = Arrays.asList(words.split("\\s+", 2));
    if (all.size() < 2) {
      return say("link.usage", typed(turn, Words.say("usage.link")));
    }
    Person whom = deputies.person(turn.tx(), turn.person(), all.get(0));
    return settle(turn, whom, () -> linking.vouch(turn.tx(), turn.person(), whom, all.get(1)));
  }

  /** Who may decide what is open may change with it, and what both see of themselves. */
  private Reply settle(Turn turn, Person whom, java.util.function.Supplier<Linking.Taken> take) {
    var taken = new Linking.Taken[1];
    watch.around(turn.tx(), () -> taken[0] = take.get());
    if (taken[0].why().isPresent()) {
      return new Reply.Say(Commands.typed(turn.person().platform(), taken[0].why().get()));
    }
    long member = taken[0].member();
    homes.refresh(turn.tx(), member);
    cards.refresh(turn.tx(), CardKind.WELCOME, member);
    List<Person> identities = people.identities(turn.tx(), member);
    boolean own = whom.id() == turn.person().id();
    return own
        ? say(
            "link.done",
            labels(identities),
            identities.get(0).platform().label(),
            typed(turn, "settings"))
        : say("link.done.other", Text.strong(whom.at()), labels(identities));
  }

  private Reply unlink(Turn turn, String words) {
    Tx tx = turn.tx();
    boolean own = words.isEmpty();
    if (!own) {
      roles.must(tx, turn.member(), Role.ADMIN);
    }
    Person account = own ? turn.person() : deputies.person(tx, turn.person(), words);
    long before = account.member();
    watch.around(tx, () -> union.leave(tx, turn.member(), account));
    homes.refresh(tx, before);
    homes.refresh(tx, people.identity(tx, account.id()).member());
    String left = labels(people.identities(tx, before));
    return own
        ? say("unlink.done", account.platform().label(), left, typed(turn, "join"))
        : say("unlink.done.other", Text.strong(account.at()), account.platform().label(), left);
  }

  private static String labels(List<Person> identities) {
    return identities.stream()
        .map(person -> person.platform().label())
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  private static String typed(Turn turn, String words) {
    return Commands.typed(turn.person().platform(), words);
  }

  private static Reply say(String key, Object... args) {
    return new Reply.Say(Words.text(key, args));
  }
}
