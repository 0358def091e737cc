package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.command.Running;
import io.herald.sandbox.Actor;
import io.herald.sandbox.teams.TeamsActor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an organisation has Herald. */
enum Face {
  SLACK {
    @Override
    Organisation open() {
      var office = new Office(GRACE);
      return new Organisation(
          in(office, office.amira()),
          in(office, office.ben()),
          in(office, office.clara()),
          in(office, office.otto()),
          in(office, office.dan()),
          List.of(in(office, office.dan())),
          office.address(),
          () -> assertThat(office.slack.ledger().refusals()).isEmpty(),
          office::close);
    }
  },

  TEAMS {
    @Override
    Organisation open() {
      var tenant = new Tenant();
      Running herald = tenant.start(alone(tenant));
      return new Organisation(
          in(tenant, tenant.amira()),
          in(tenant, tenant.ben()),
          in(tenant, tenant.clara()),
          in(tenant, tenant.otto()),
          in(tenant, tenant.dan()),
          List.of(in(tenant, tenant.dan())),
          herald.address(),
          () -> assertThat(tenant.teams.ledger().refusals()).isEmpty(),
          () -> {
            herald.close();
            tenant.close();
          });
    }
  },

  /** Amira and those who have linked their accounts are in Teams, the others in Slack. */
  BOTH {
    @Override
    Organisation open() {
      var tenant = new Tenant();
      Map<String, String> settings = new HashMap<>(tenant.settings());
      settings.putAll(GRACE);
      var office = new Office(settings, tenant::start);
      link(office.ben(), tenant.ben());
      link(office.clara(), tenant.clara());
      return new Organisation(
          in(tenant, tenant.amira()),
          in(tenant, tenant.ben()),
          in(tenant, tenant.clara()),
          in(office, office.otto()),
          in(office, office.dan()),
          List.of(in(office, office.dan()), in(tenant, tenant.dan())),
          office.address(),
          () -> {
            assertThat(tenant.teams.ledger().refusals()).isEmpty();
            assertThat(office.slack.ledger().refusals()).isEmpty();
          },
          () -> {
            office.close();
            tenant.close();
          });
    }
  };

  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{3}-[2-9A-Z]{5}");

  /** Long enough to press Undo on a machine that has much else to do. */
  private static final Map<String, String> GRACE = Map.of("HERALD_GRACE", "4s");

  /** Starts a Herald for such an organisation, with everybody in it. */
  abstract Organisation open();

  private static Colleague in(Office office, Actor actor) {
    return new SlackColleague(office.slack, actor);
  }

  private static Colleague in(Tenant tenant, TeamsActor actor) {
    return new TeamsColleague(tenant.teams, actor);
  }

  /** The settings of a Herald that is in Teams alone. */
  static Map<String, String> alone(Tenant tenant) {
    Map<String, String> settings = new HashMap<>(tenant.settings());
    settings.putAll(GRACE);
    settings.put("HERALD_DATA", folder());
    settings.put("HERALD_PORT", "0");
    settings.put("HERALD_OPERATIONS_PORT", "0");
    settings.put("HERALD_PUBLIC_URL", "http://127.0.0.1");
    settings.put("HERALD_ADMINS", "dan@acme.example");
    settings.put("HERALD_APPROVERS", "clara@acme.example, otto@acme.example");
    return settings;
  }

  private static String folder() {
    try {
      return Files.createTempDirectory("herald-tenant").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One person shows in Teams who they are in Slack. */
  static void link(Actor inSlack, TeamsActor inTeams) {
    inSlack.command("/herald link");
    Matcher code = CODE.matcher(inSlack.sees("Your code is").shown());
    assertThat(code.find()).isTrue();
    inTeams.type("link " + code.group());
    inTeams.hears("Your accounts are linked: Slack and Teams.");
  }
}
