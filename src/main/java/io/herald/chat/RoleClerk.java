package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who holds which role, and giving and taking them: for admins alone. */
final class RoleClerk implements Clerk<Intent.ArrangeRole> {
  /** So many names of one role stand in the list; the rest is a number. */
  private static final int NAMED = 50;

  private final People people;
  private final Roles roles;
  private final ReviewWatch watch;
  private final Homes homes;
  private final Deputies deputies;

  RoleClerk(People people, Roles roles, Topics topics, ReviewWatch watch, Homes homes) {
    this.people = people;
    this.roles = roles;
    this.watch = watch;
    this.homes = homes;
    this.deputies = new Deputies(people, topics);
  }

  @Override
  public Reply handle(Turn turn, Intent.ArrangeRole intent) {
    roles.must(turn.tx(), turn.member(), Role.ADMIN);
    List<String> words = Arrays.asList(intent.words().strip().split("\\s+"));
    String command = words.get(0).toLowerCase(Locale.ROOT);
    if (words.size() == 1 && (command.isEmpty() || command.equals("list"))) {
      return new Reply.Show(list(turn));
    }
    boolean grant = command.equals("grant");
    List<String> rest =
        words.stream().skip(1).filter(w -> !w.equalsIgnoreCase(grant ? "to" : "from")).toList();
    if (!(grant || command.equals("take")) || rest.size() != 2) {
      return new Reply.Say(
          Words.text("usage")
              .then("\n")
              .then(Text.typed(typed(turn, Words.say("usage.role.grant"))))
              .then("\n")
              .then(Text.typed(typed(turn, Words.say("usage.role.take"))))
              .then("\n")
              .then(Words.text("usage.roles", all())));
    }
    Role role =
        Role.of(rest.get(0))
            .orElseThrow(
                () -> new Refusal("refusal.no_such_role", Shorten.with(rest.get(0), 60), all()));
    Person whom = deputies.person(turn.tx(), turn.person(), rest.get(1));
    boolean changed = change(turn, grant, role, whom);
    String key = (grant ? "role.granted" : "role.taken") + (changed ? "" : ".before");
    return new Reply.Say(Words.text(key, Text.strong(whom.at()), Words.say("role." + role.word())));
  }

  private boolean change(Turn turn, boolean grant, Role role, Person whom) {
    Tx tx = turn.tx();
    boolean[] changed = new boolean[1];
    Runnable change =
        () ->
            changed[0] =
                grant
                    ? roles.grant(tx, turn.member(), whom.member(), role)
                    : roles.take(tx, turn.member(), whom.member(), role);
    if (role == Role.APPROVER) {
      watch.around(tx, change);
    } else {
      change.run();
    }
    homes.refresh(tx, whom.member());
    return changed[0];
  }

  private Card list(Turn turn) {
    var facts = new ArrayList<Part.Fact>();
    for (Role role : Role.values()) {
      facts.add(new Part.Fact(role.word(), Text.of(holders(turn.tx(), role))));
    }
    return new Card(
        Words.say("role.summary", typed(turn, Words.say("usage.role.grant"))),
        List.of(
            new Part.Heading(Words.say("role")),
            new Part.Facts(facts),
            new Part.Footnote(
                Words.text(
                    "role.footnote",
                    typed(turn, Words.say("usage.role.grant")),
                    typed(turn, Words.say("usage.role.take"))))));
  }

  private String holders(Tx tx, Role role) {
    List<Long> holders = roles.holders(tx, role);
    if (holders.isEmpty()) {
      return Words.say("role.nobody");
    }
    String names =
        String.join(
            ", ", holders.stream().limit(NAMED).map(m -> people.member(tx, m).at()).toList());
    return holders.size() <= NAMED
        ? names
        : Words.say("role.and_more", names, holders.size() - NAMED);
  }

  private static String all() {
    return String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList());
  }

  private static String typed(Turn turn, String words) {
    return Commands.typed(turn.person().platform(), words);
  }
}
