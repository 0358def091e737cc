package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.HeraldAtTheMachine;
import org.junit.jupiter.api.Test;

/** What an administrator types at the machine, while Herald runs and while it does not. */
class AtTheMachineTest {
  @Test
  void a_role_is_given_by_the_running_herald_and_taken_when_none_runs() {
    HeraldAtTheMachine machine;
    try (var office = new Office()) {
      machine = new HeraldAtTheMachine(office.settings);
      office.join(office.ben());
      assertThat(machine.types("role", "grant", "lead", "ben@acme.example")).isZero();
      assertThat(machine.printed()).contains("@ben is now lead.");
      office.ben().command("/herald campaign");
      office.slack.awaitEphemeral("U0BEN", m -> m.shown().contains("campaign"));
    }
    assertThat(machine.types("role", "take", "lead", "ben@acme.example")).isZero();
    assertThat(machine.printed()).contains("@ben is no longer lead.");
    assertThat(machine.types("role", "take", "lead", "nobody@acme.example")).isEqualTo(1);
    assertThat(machine.complained()).contains("writes to Herald once");
  }
}
