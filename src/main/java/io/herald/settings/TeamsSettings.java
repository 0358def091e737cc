package io.herald.settings;

import java.util.Optional;

/**
 * How Herald speaks to its Teams tenant.
 *
 * @param registration empty in development, where Herald has none and asks for no token
 */
public record TeamsSettings(Optional<Registration> registration) {

  /**
   * The bot's registration in Entra.
   *
   * @param appId the application's id, a GUID
   * @param tenant the directory's id, a GUID
   */
  public record Registration(String appId, Secret password, String tenant) {}

  public boolean development() {
    return registration.isEmpty();
  }
}
