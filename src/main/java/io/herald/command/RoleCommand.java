package io.herald.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives and takes roles: the way back in when no admin is left. */
@Command(
    name = "role",
    description = "Gives and takes roles, also when no admin is left who could.",
    synopsisSubcommandLabel = "(grant | take)")
final class RoleCommand implements Callable<Integer> {
  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /** Gives one. */
  @Command(name = "grant", description = "Gives a role to somebody who has met Herald.")
  static final class Grant extends Change {
    Grant(Ordering ordering) {
      super(ordering, "role grant");
    }
  }

  /** Takes one. */
  @Command(name = "take", description = "Takes a role away; the last admin's cannot be taken.")
  static final class Take extends Change {
    Take(Ordering ordering) {
      super(ordering, "role take");
    }
  }

  abstract static class Change implements Callable<Integer> {
    private final Ordering ordering;
    private final String order;

    @Mixin final Help help = new Help();

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(
        index = "0",
        paramLabel = "ROLE",
        description = "approver, lead, records, handler or admin")
    String role = "";

    @Parameters(
        index = "1",
        paramLabel = "WHO",
        description = "An e-mail address, or the platform's id, as U0123456789.")
    String who = "";

    Change(Ordering ordering, String order) {
      this.ordering = ordering;
      this.order = order;
    }

    @Override
    public Integer call() {
      return ordering.order(spec.commandLine(), order, role, who);
    }
  }
}
