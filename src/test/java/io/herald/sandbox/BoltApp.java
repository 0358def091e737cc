package io.herald.sandbox;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Slack's own framework as the app on the other side, with its own check of signatures. */
final class BoltApp extends Handler.Abstract {
  final App app;
  private final AppConfig config;
  private final Server server = new Server();

  BoltApp(SlackDouble slack) throws Exception {
    SlackConfig sdk = new SlackConfig();
    sdk.setMethodsEndpointUrlPrefix(slack.apiUrl());
    sdk.setStatsEnabled(false);
    config =
        AppConfig.builder()
            .slack(Slack.getInstance(sdk))
            .singleTeamBotToken(slack.botToken())
            .signingSecret(slack.signingSecret())
            .authTestCacheEnabled(true)
            .build();
    app = new App(config);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(this);
    server.start();
    app.start();
    slack.deliverTo(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events"));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(field -> headers.put(field.getName(), List.of(field.getValueList().get(0))));
    SlackRequestParser.HttpRequest raw =
        SlackRequestParser.HttpRequest.builder()
            .requestUri("/slack/events")
            .queryString(Map.of())
            .headers(new RequestHeaders(headers))
            .requestBody(body)
            .remoteAddress("127.0.0.1")
            .build();
    var answer = app.run(new SlackRequestParser(config).parse(raw));
    response.setStatus(answer.getStatusCode());
    response.getHeaders().put("Content-Type", answer.getContentType());
    String text = answer.getBody() == null ? "" : answer.getBody();
    Content.Sink.write(response, true, text, callback);
    return true;
  }

  void close() throws Exception {
    server.stop();
    app.stop();
    config.getSlack().close();
  }
}
