package io.herald.chat.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.UnmatchedRequestHandler;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.service.builtin.oauth.view.default_impl.OAuthDefaultInstallPageRenderer;
import com.slack.api.bolt.service.builtin.oauth.view.default_impl.OAuthDefaultRedirectUriPageRenderer;
import com.slack.api.token_rotation.TokenRotator;
import com.slack.api.util.thread.DaemonThreadExecutorServiceProvider;
import java.util.List;

/** Bolt, set up so that nothing comes from the environment and nothing is asked before the ack. */
final class SlackBolt {
  private SlackBolt() {}

  static App app(Slack slack, Middleware net, UnmatchedRequestHandler unmatched) {
    return new App(config(slack, unmatched), slack, List.of(net));
  }

  /**
   * Every field is named: the ones left out Bolt reads from SLACK_BOT_TOKEN, SLACK_CLIENT_ID and
   * their like, and a client id alone makes it another kind of app.
   */
  @SuppressWarnings("deprecation")
  static AppConfig config(Slack slack, UnmatchedRequestHandler unmatched) {
    return AppConfig.builder()
        .slack(slack)
        .executorServiceProvider(DaemonThreadExecutorServiceProvider.getInstance())
        .threadPoolSize(1)
        .unmatchedRequestHandler(unmatched)
        // The token is used by Herald's own client; with one here Bolt would call auth.test first.
        .singleTeamBotToken(null)
        .authTestCacheEnabled(true)
        .authTestCacheExpirationMillis(-1)
        // Verified by the gate, on the bytes themselves.
        .signingSecret(null)
        .verificationToken(null)
        .requestVerificationEnabled(false)
        .sslCheckEnabled(false)
        .allEventsApiAutoAckEnabled(true)
        .subtypedMessageEventsAutoAckEnabled(true)
        .ignoringSelfEventsEnabled(true)
        .ignoringSelfAssistantMessageEventsEnabled(true)
        .attachingFunctionTokenEnabled(false)
        .appInitializersEnabled(false)
        .appPath(null)
        // No installing over the web.
        .clientId(null)
        .clientSecret(null)
        .redirectUri(null)
        .scope(null)
        .userScope(null)
        .oAuthInstallPathEnabled(false)
        .oAuthStartEnabled(false)
        .oAuthRedirectUriPathEnabled(false)
        .oAuthCallbackEnabled(false)
        .oAuthInstallPageRenderingEnabled(false)
        .oAuthInstallPageRenderer(new OAuthDefaultInstallPageRenderer())
        .oAuthRedirectUriPageRenderer(new OAuthDefaultRedirectUriPageRenderer())
        .openIDConnectEnabled(false)
        .classicAppPermissionsEnabled(false)
        .stateValidationEnabled(true)
        .alwaysRequestUserTokenNeeded(false)
        .tokenRotationExpirationMillis(TokenRotator.DEFAULT_MILLISECONDS_BEFORE_EXPIRATION)
        .oauthInstallPath("start")
        .oauthStartPath("start")
        .oauthRedirectUriPath("callback")
        .oauthCallbackPath("callback")
        .oauthCancellationUrl(null)
        .oauthCompletionUrl(null)
        .build();
  }
}
