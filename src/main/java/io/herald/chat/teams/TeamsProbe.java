package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.chat.PlatformFailure;
import io.herald.chat.wire.OwnClient;
import io.herald.settings.TeamsSettings;
import java.time.InstantSource;
import java.util.List;

/** Asks Microsoft whether what the settings say is so. Changes nothing there. */
public final class TeamsProbe implements AutoCloseable {
  private final OwnClient http = TeamsConnector.http();
  private final TeamsCloud cloud;
  private final EntraToken token;
  private final SigningKeys keys;
  private final TeamsConnector connector;

  public TeamsProbe(
      TeamsSettings.Registration registration, TeamsCloud cloud, InstantSource clock) {
    this.cloud = cloud;
    var app =
        new TeamsApp(registration.appId(), registration.password().reveal(), registration.tenant());
    this.token = new EntraToken(http.client(), app, cloud, clock);
    this.keys = new SigningKeys(http.client(), cloud.openId(), clock);
    this.connector = new TeamsConnector(http, ServiceHosts.of(cloud.serviceHosts()), token);
  }

  /**
   * Whether Entra gives a token for the credentials.
   *
   * @throws PlatformFailure when it does not
   */
  public void token() {
    token.ready();
  }

  /** Whether the keys can be read with which Teams signs what it sends. */
  public boolean readsKeys() {
    return keys.readable();
  }

  /** Where Herald sends before an activity has said where. */
  public String usualService() {
    return cloud.service();
  }

  /**
   * Who is in a channel, by its id.
   *
   * @throws PlatformFailure of kind GONE or FORBIDDEN where Herald does not see it
   */
  public Roster roster(String channel) {
    return new Roster(connector.members(cloud.service(), channel));
  }

  /** The people of a channel. */
  public static final class Roster {
    private final List<JsonNode> members;

    Roster(List<JsonNode> members) {
      this.members = members;
    }

    /** Whether an address or id is somebody's in it. */
    public boolean knows(String person) {
      return members.stream().anyMatch(member -> TeamsPeople.isMeant(member, person));
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
