package io.herald.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an administrator decided before the start.
 *
 * @param sandbox whether Herald is a sandbox with a pretend workspace, because nothing was set
 * @param publicUrl where the world reaches Herald, without a slash at the end; empty in the sandbox
 * @param slack empty in the sandbox, and where Herald is in Teams alone
 * @param teams empty in the sandbox, and where Herald is in Slack alone
 * @param approversChannel Slack's, by name (without #) or id
 * @param teamsApproversChannel likewise
 * @param admins e-mail addresses or ids, for while the organisation has no admin
 * @param approvers the same for approvers
 * @param grace time for Undo before something is pushed; zero for no Undo
 * @param reminders when approvers are reminded of what waits
 */
public record Settings(
    boolean sandbox,
    Listening listening,
    Optional<URI> publicUrl,
    Optional<SlackSettings> slack,
    Optional<TeamsSettings> teams,
    StorageSettings storage,
    Optional<String> approversChannel,
    Optional<String> teamsApproversChannel,
    List<String> admins,
    List<String> approvers,
    Duration grace,
    ReminderTimes reminders,
    LinkedIn linkedIn) {

  /**
   * Reads the settings from environment variables and the file that {@code HERALD_CONFIG} names.
   *
   * @throws WrongSettings with every mistake there is
   */
  public static Settings read(Map<String, String> environment) {
    return new SettingsReader(Given.from(environment)).read();
  }

  /**
   * Reads {@code HERALD_PUBLIC_URL} alone, for what is needed before anything else can be known,
   * like the manifest from which the credentials come.
   *
   * @throws WrongSettings when it is missing or wrong
   */
  public static URI publicUrl(Map<String, String> environment) {
    Given given = Given.from(environment);
    var reading = new Reading(new Given(given.values(), List.of()));
    Optional<URI> url = PublicUrl.read(given, reading, true);
    reading.endWithMistakes();
    return url.orElseThrow();
  }
}
