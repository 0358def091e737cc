package io.herald.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.teams.TeamsCloud;
import io.herald.chat.teams.TeamsProbe;
import io.herald.sandbox.Fault;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.settings.Secret;
import io.herald.settings.Settings;
import io.herald.settings.TeamsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsChecksTest {
  @TempDir Path directory;

  private final TeamsDouble teams =
      TeamsDouble.start(TeamsSetup.with(Clock.systemUTC(), new Random(3)));

  @BeforeEach
  void people() {
    teams.addPerson("Ann Author");
    teams.addChannel("approvals");
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void when_all_is_well_only_the_service_is_not_known_yet() {
    Map<String, Outcome> found =
        look(
            teams.setup().secret(),
            Map.of(
                "HERALD_TEAMS_APPROVERS_CHANNEL",
                teams.channel("approvals").id(),
                "HERALD_ADMINS",
                "ann@acme.example"));

    assertThat(found.keySet())
        .containsExactly(
            "Teams token",
            "Teams keys",
            "Teams service",
            "Teams approvers' channel",
            "HERALD_ADMINS");
    assertThat(found.get("Teams service").unknown().orElseThrow()).contains(teams.serviceUrl());
    found.remove("Teams service");
    assertThat(found.values()).containsOnly(Outcome.fine());
    assertThat(teams.ledger().calls()).allMatch(call -> call.operation().startsWith("get"));
  }

  @Test
  void a_secret_that_entra_refuses_is_named_and_not_shown() {
    Map<String, Outcome> found =
        look("wrong", Map.of("HERALD_TEAMS_APPROVERS_CHANNEL", teams.channel("approvals").id()));

    Finding finding = found.get("Teams token").findings().get(0);
    assertThat(finding.wrong()).contains("AADSTS7000215").doesNotContain("wrong");
    assertThat(finding.remedy()).contains("Certificates & secrets");
    assertThat(found.get("Teams approvers' channel").findings()).isEmpty();
    assertThat(found.get("Teams approvers' channel").unknown()).isPresent();
  }

  @Test
  void keys_that_cannot_be_read_are_to_be_mended() {
    teams.faults().always("openid", Fault.status(503));

    assertThat(look(teams.setup().secret(), Map.of()).get("Teams keys").findings()).hasSize(1);
  }

  @Test
  void a_channel_that_herald_does_not_see_and_people_who_are_not_there_are_named() {
    Map<String, Outcome> found =
        look(
            teams.setup().secret(),
            Map.of(
                "HERALD_TEAMS_APPROVERS_CHANNEL", "19:none@thread.tacv2",
                "HERALD_APPROVERS", "nobody@acme.example"));
    assertThat(found.get("Teams approvers' channel").findings()).hasSize(1);

    found =
        look(
            teams.setup().secret(),
            Map.of(
                "HERALD_TEAMS_APPROVERS_CHANNEL",
                teams.channel("approvals").id(),
                "HERALD_APPROVERS",
                "ann@acme.example,nobody@acme.example"));
    assertThat(found.get("HERALD_APPROVERS").findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.wrong()).startsWith("nobody@acme.example"));
  }

  private Map<String, Outcome> look(String secret, Map<String, String> more) {
    var given = new HashMap<>(more);
    given.put("MicrosoftAppId", teams.setup().appId());
    given.put("MicrosoftAppPassword", secret);
    given.put("MicrosoftAppTenantId", teams.setup().tenant());
    given.put("HERALD_PUBLIC_URL", "https://herald.example.com");
    given.put("HERALD_DATA", directory.toString());
    var cloud =
        new TeamsCloud(
            List.of(URI.create(teams.origin()).getAuthority()),
            teams.openIdUrl(),
            teams.origin(),
            teams.serviceUrl());
    var registration =
        new TeamsSettings.Registration(
            teams.setup().appId(), new Secret(secret), teams.setup().tenant());
    var found = new LinkedHashMap<String, Outcome>();
    try (var probe = new TeamsProbe(registration, cloud, Clock.systemUTC())) {
      for (Check check : new TeamsChecks(Settings.read(given), probe).all()) {
        found.put(check.name(), check.look().get());
      }
    }
    return found;
  }
}
