package io.herald.sandbox;

import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.sandbox.teams.TeamsStage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.Handler;

/**
 * The pretend organisation that a newcomer tries Herald in: doubles of Slack and of Teams with the
 * same four people, kept in a directory, and the page that shows them.
 */
public final class Sandbox implements AutoCloseable {
  /** Where the page is to be mounted. */
  public static final String PATH = "/sandbox/*";

  /** The channel that approvals belong in. */
  public static final String APPROVERS_CHANNEL = "#approvals";

  /** A cold JVM may need longer for its first answer than Slack would wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The ids of the pretend tenant and bot, the same at each start. */
  private static final String TENANT = "ac3e0000-0000-4000-8000-000000000001";

  private static final String BOT = "ac3e0000-0000-4000-8000-000000000002";

  private final SlackDouble slack;
  private final TeamsDouble teams;
  private final SandboxPage page;
  private final boolean fresh;

  private Sandbox(SlackDouble slack, TeamsDouble teams, List<Shortcut> shortcuts, boolean fresh) {
    this.fresh = fresh;
    this.slack = slack;
    this.teams = teams;
    this.page =
        new SandboxPage(
            slack, shortcuts, new TeamsStage(teams, Cast::partOf, "submitDraft", "Submit a draft"));
  }

  /**
   * Opens the workspace and the tenant that are in the directory, or new ones.
   *
   * @param directory with a place for each of the two in it
   * @param zone of the people, best that of the machine whose browser shows the page
   * @param shortcuts those of the app's manifest
   */
  public static Sandbox open(
      Path directory,
      InstantSource clock,
      RandomGenerator random,
      ZoneId zone,
      List<Shortcut> shortcuts) {
    SlackDouble slack =
        SlackDouble.start(
            Setup.with(clock, random).keptIn(directory.resolve("slack")).withPatience(PATIENCE));
    boolean fresh = slack.isNew();
    if (fresh) {
      Cast.settle(slack, zone);
    }
    TeamsDouble teams =
        TeamsDouble.start(
            TeamsSetup.with(clock, random)
                .withIds(TENANT, BOT)
                .keptIn(directory.resolve("teams"))
                .withPatience(PATIENCE));
    if (teams.isNew()) {
      Cast.settle(teams, slack);
    }
    return new Sandbox(slack, teams, shortcuts, fresh);
  }

  /** Where Herald listens. */
  public void deliverTo(URI herald) {
    slack.deliverTo(herald.resolve("/slack/events"));
    teams.deliverTo(herald.resolve("/api/messages"));
  }

  /** What Herald needs as HERALD_SLACK_API_URL. */
  public String apiUrl() {
    return slack.apiUrl();
  }

  /** What Herald needs as SLACK_BOT_TOKEN; another at each start. */
  public String botToken() {
    return slack.botToken();
  }

  /** What Herald needs as SLACK_SIGNING_SECRET; another at each start. */
  public String signingSecret() {
    return slack.signingSecret();
  }

  /** The address of the admin and comms lead. */
  public String adminEmail() {
    return email(Cast.DAN);
  }

  /** The address of the approver. */
  public String approverEmail() {
    return email(Cast.CLARA);
  }

  /** The ids of the people: author, employee, approver, comms lead. */
  public List<String> people() {
    return Cast.people();
  }

  private String email(String person) {
    String email = slack.person(person).email();
    return email == null ? "" : email;
  }

  /** Whether the workspace was made at this start, so that nothing happened in it yet. */
  public boolean isFresh() {
    return fresh;
  }

  /** The double itself. */
  public SlackDouble slack() {
    return slack;
  }

  /** The same people in Teams. */
  public TeamsDouble teams() {
    return teams;
  }

  /** What answers under {@link #PATH}. */
  public Handler handler() {
    return page;
  }

  @Override
  public void close() {
    page.end();
    teams.close();
    slack.close();
  }
}
