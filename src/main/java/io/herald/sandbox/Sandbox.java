package io.herald.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.Handler;

/**
 * The pretend workspace that a newcomer tries Herald in: a double of Slack with four people and
 * three channels, kept in a directory, and the page that shows it.
 */
public final class Sandbox implements AutoCloseable {
  /** Where the page is to be mounted. */
  public static final String PATH = "/sandbox/*";

  /** The channel that approvals belong in. */
  public static final String APPROVERS_CHANNEL = "#approvals";

  /** A cold JVM may need longer for its first answer than Slack would wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SlackDouble slack;
  private final SandboxPage page;
  private final boolean fresh;

  private Sandbox(SlackDouble slack, List<Shortcut> shortcuts, boolean fresh) {
    this.fresh = fresh;
    this.slack = slack;
    this.page = new SandboxPage(slack, shortcuts);
  }

  /**
   * Opens the workspace that is in the directory, or a new one.
   *
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
        SlackDouble.start(Setup.with(clock, random).keptIn(directory).withPatience(PATIENCE));
    boolean fresh = slack.isNew();
    if (fresh) {
      Cast.settle(slack, zone);
    }
    return new Sandbox(slack, shortcuts, fresh);
  }

  /** Where Herald listens for Slack: its own {@code /slack/events}. */
  public void deliverTo(URI events) {
    slack.deliverTo(events);
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

  /** What answers under {@link #PATH}. */
  public Handler handler() {
    return page;
  }

  @Override
  public void close() {
    page.end();
    slack.close();
  }
}
