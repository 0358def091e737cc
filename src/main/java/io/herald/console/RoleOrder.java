package io.herald.console;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Gives a role or takes it: the way back in when no admin is left. */
public final class RoleOrder implements Order {
  private final boolean grant;
  private final Database database;
  private final People people;
  private final Roles roles;
  private final Around around;

  /** Makes a change of a role, and does what has to be done around it. */
  @FunctionalInterface
  public interface Around {
    /** Nothing around it. */
    Around NOTHING = (tx, member, role, change) -> change.run();

    void change(Tx tx, long member, Role role, Runnable change);
  }

  public RoleOrder(boolean grant, Database database, People people, Roles roles, Around around) {
    this.grant = grant;
    this.database = database;
    this.people = people;
    this.roles = roles;
    this.around = around;
  }

  @Override
  public int carryOut(List<String> arguments, Told told) {
    Role role =
        Role.of(arguments.get(0))
            .orElseThrow(
                () ->
                    new Refusal(
                        "refusal.no_such_role",
                        arguments.get(0),
                        Arrays.stream(Role.values())
                            .map(Role::word)
                            .collect(Collectors.joining(", "))));
    told.say(database.inTransaction(tx -> change(tx, role, whoever(tx, arguments.get(1)))));
    return 0;
  }

  private String change(Tx tx, Role role, Person whom) {
    boolean[] changed = new boolean[1];
    around.change(
        tx,
        whom.member(),
        role,
        () ->
            changed[0] =
                grant
                    ? roles.grantAtCommandLine(tx, whom.member(), role)
                    : roles.takeAtCommandLine(tx, whom.member(), role));
    String now = grant ? " is now " : " is no longer ";
    String before = grant ? " was %s before." : " was not %s before.";
    return whom.at() + (changed[0] ? now + role.word() + "." : before.formatted(role.word()));
  }

  private Person whoever(Tx tx, String who) {
    List<Person> found = people.called(tx, who.startsWith("@") ? who.substring(1) : who);
    long members = found.stream().map(Person::member).distinct().count();
    if (members == 0) {
      throw new Refusal("refusal.nobody_called", who);
    }
    if (members > 1) {
      throw new Refusal(
          "refusal.several_called",
          who,
          found.stream()
              .map(p -> p.platformId() + " (" + p.platform().name().toLowerCase(Locale.ROOT) + ")")
              .collect(Collectors.joining(", ")));
    }
    return found.get(0);
  }
}
