package io.herald.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsSettingsTest {
  private static final String TOKEN = "xoxb-1234-not-to-be-shown";
  private static final String SIGNING = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String APP = "11111111-2222-3333-4444-555555555555";
  private static final String TENANT = "66666666-7777-8888-9999-aaaaaaaaaaaa";
  private static final String PASSWORD = "Q~not-to-be-shown-either";

  @TempDir Path directory;

  @Test
  void a_herald_may_be_in_slack_alone_in_teams_alone_or_in_both() {
    assertThat(read(real()).teams()).isEmpty();

    Map<String, String> alone = teams();
    alone.put("HERALD_TEAMS_APPROVERS_CHANNEL", "#approvals");
    Settings settings = read(alone);
    assertThat(settings.sandbox()).isFalse();
    assertThat(settings.slack()).isEmpty();
    TeamsSettings teams = settings.teams().orElseThrow();
    assertThat(teams.development()).isFalse();
    assertThat(teams.registration().orElseThrow().appId()).isEqualTo(APP);
    assertThat(teams.registration().orElseThrow().password().reveal()).isEqualTo(PASSWORD);
    assertThat(teams.registration().orElseThrow().tenant()).isEqualTo(TENANT);
    assertThat(settings.teamsApproversChannel()).contains("approvals");
    assertThat(settings.toString()).doesNotContain(PASSWORD);

    Map<String, String> both = real();
    both.putAll(teams());
    both.put("HERALD_APPROVERS_CHANNEL", "approvals");
    assertThat(read(both).slack()).isPresent();
    assertThat(read(both).teams()).isPresent();
  }

  @Test
  void half_a_set_of_microsofts_settings_is_a_mistake_beside_slack_and_alone() {
    for (String missing :
        List.of("MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId")) {
      Map<String, String> alone = teams();
      alone.remove(missing);
      assertThat(mistakes(alone)).containsOnlyKeys(missing);

      Map<String, String> both = real();
      both.putAll(alone);
      both.remove(missing);
      assertThat(mistakes(both)).containsOnlyKeys(missing);
    }
  }

  @Test
  void what_microsoft_calls_ids_are_ids_and_mistakes_show_no_secret() {
    Map<String, String> given = teams();
    given.put("MicrosoftAppId", "herald");
    given.put("MicrosoftAppTenantId", "acme.onmicrosoft.com");
    given.put("MicrosoftAppPassword", PASSWORD + " " + PASSWORD);

    assertThat(mistakes(given))
        .containsOnlyKeys("MicrosoftAppId", "MicrosoftAppTenantId", "MicrosoftAppPassword");
    assertThat(mistakes(given).toString()).doesNotContain(PASSWORD);
  }

  @Test
  void each_platforms_settings_need_that_platform() {
    Map<String, String> slackOnly = real();
    slackOnly.put("HERALD_TEAMS_APPROVERS_CHANNEL", "approvals");
    assertThat(mistakes(slackOnly)).containsOnlyKeys("HERALD_TEAMS_APPROVERS_CHANNEL");

    Map<String, String> teamsOnly = teams();
    teamsOnly.put("HERALD_APPROVERS_CHANNEL", "approvals");
    teamsOnly.put("HERALD_SLACK_API_URL", "https://slack.com/api/");
    assertThat(mistakes(teamsOnly))
        .containsOnlyKeys("HERALD_APPROVERS_CHANNEL", "HERALD_SLACK_API_URL");
  }

  @Test
  void development_without_a_token_is_for_this_machine_alone() {
    Settings settings = read(development());
    assertThat(settings.sandbox()).isFalse();
    assertThat(settings.slack()).isEmpty();
    assertThat(settings.teams().orElseThrow().development()).isTrue();

    Map<String, String> withSlack = development();
    withSlack.put("SLACK_BOT_TOKEN", TOKEN);
    withSlack.put("SLACK_SIGNING_SECRET", SIGNING);
    withSlack.put("HERALD_SLACK_API_URL", "http://127.0.0.1:9999/api/");
    withSlack.put("HERALD_BIND", "::1");
    assertThat(mistakes(withSlack)).isEmpty();
  }

  @Test
  void development_is_refused_beside_a_registration() {
    Map<String, String> given = development();
    given.putAll(teams());
    given.put("HERALD_PUBLIC_URL", "http://127.0.0.1:8080");

    assertThat(mistakes(given)).containsOnlyKeys("HERALD_TEAMS_DEVELOPMENT");
  }

  @ParameterizedTest
  @CsvSource({
    "HERALD_BIND,0.0.0.0",
    "HERALD_BIND,10.0.0.7",
    "HERALD_PUBLIC_URL,https://herald.example.com",
    "HERALD_SLACK_API_URL,https://slack.com/api/",
    "HERALD_TEAMS_DEVELOPMENT,yes"
  })
  void development_is_refused_where_others_could_reach_it(String name, String value) {
    Map<String, String> given = development();
    given.put("SLACK_BOT_TOKEN", TOKEN);
    given.put("SLACK_SIGNING_SECRET", SIGNING);
    given.put("HERALD_SLACK_API_URL", "http://localhost:9999/api/");
    given.put(name, value);

    assertThat(mistakes(given)).containsOnlyKeys(name);
  }

  @Test
  void development_beside_slacks_own_address_is_refused() {
    Map<String, String> given = development();
    given.put("SLACK_BOT_TOKEN", TOKEN);
    given.put("SLACK_SIGNING_SECRET", SIGNING);

    assertThat(mistakes(given)).containsOnlyKeys("HERALD_SLACK_API_URL");
  }

  private static Map<String, String> real() {
    return new HashMap<>(
        Map.of(
            "SLACK_BOT_TOKEN", TOKEN,
            "SLACK_SIGNING_SECRET", SIGNING,
            "HERALD_PUBLIC_URL", "https://herald.example.com"));
  }

  private static Map<String, String> teams() {
    return new HashMap<>(
        Map.of(
            "MicrosoftAppId", APP,
            "MicrosoftAppPassword", PASSWORD,
            "MicrosoftAppTenantId", TENANT,
            "HERALD_PUBLIC_URL", "https://herald.example.com"));
  }

  private static Map<String, String> development() {
    return new HashMap<>(
        Map.of("HERALD_TEAMS_DEVELOPMENT", "true", "HERALD_PUBLIC_URL", "http://127.0.0.1:8080"));
  }

  private Settings read(Map<String, String> given) {
    var all = new HashMap<>(given);
    all.put("HERALD_DATA", directory.toString());
    return Settings.read(all);
  }

  private Map<String, String> mistakes(Map<String, String> given) {
    var found = new HashMap<String, String>();
    WrongSettings wrong = catchThrowableOfType(WrongSettings.class, () -> read(given));
    if (wrong != null) {
      wrong.mistakes().forEach(mistake -> found.put(mistake.name(), mistake.shouldBe()));
    }
    return found;
  }
}
