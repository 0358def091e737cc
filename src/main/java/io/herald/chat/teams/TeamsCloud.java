package io.herald.chat.teams;

import java.util.List;

/**
 * Where Microsoft's services are. Another cloud is another value of this.
 *
 * @param serviceHosts the hosts to which Herald sends, and from which it believes that an activity
 *     came; {@code https} alone, unless a loopback host stands here with its port
 * @param openId the document that says where the keys of the channel's tokens are
 * @param login where Entra gives out tokens, without a slash at the end
 * @param service where to send before an activity has said where
 */
public record TeamsCloud(List<String> serviceHosts, String openId, String login, String service) {

  /**
   * The cloud of everybody who is in no government's.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
   */
  public static final TeamsCloud COMMERCIAL =
      new TeamsCloud(
          List.of("smba.trafficmanager.net"),
          "https://login.botframework.com/v1/.well-known/openidconfiguration",
          "https://login.microsoftonline.com",
          "https://smba.trafficmanager.net/teams/");

  public TeamsCloud {
    serviceHosts = List.copyOf(serviceHosts);
  }

  /** Where a tenant's token for the connector is given out. */
  String tokenEndpoint(String tenant) {
    return login + "/" + tenant + "/oauth2/v2.0/token";
  }
}
