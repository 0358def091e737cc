package io.herald.chat.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import io.herald.chat.Answer;
import io.herald.chat.Apologies;
import io.herald.chat.Ask;
import io.herald.web.Mount;
import io.herald.web.PlainErrors;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/**
 * All of Slack in one place, in the order in which it is made: the client and the courier first,
 * for the outbox, then what listens, for the web server, once there is a desk.
 */
public final class SlackRoom implements AutoCloseable {
  /** Where Slack's requests come in. */
  public static final String PATH = "/slack/events";

  private final SlackHosts hosts;
  private final Apologies apologies;
  private final SlackClient client;
  private final SlackConnection connection;
  private final SlackCourier courier;
  private final SlackEffects effects;
  private final List<App> apps = new ArrayList<>();

  /**
   * @param token the bot's
   * @param apiUrl where the Web API is, ending with {@code /api/}; none for Slack's own
   * @param incidents gives each fault a number of its own
   */
  public SlackRoom(String token, @Nullable String apiUrl, Supplier<String> incidents) {
    this.hosts = new SlackHosts(apiUrl);
    this.apologies = new Apologies(incidents);
    this.client = new SlackClient(token, apiUrl);
    this.connection = new SlackConnection(client);
    this.courier = new SlackCourier(client, connection, hosts);
    this.effects = new SlackEffects(client, courier, this.apologies);
  }

  /** Begins to ask Slack which workspace this is; Herald serves while Slack is away. */
  public void start() {
    connection.start();
  }

  public SlackCourier courier() {
    return courier;
  }

  /** Which workspace is served, and whether Slack is well. */
  public SlackConnection connection() {
    return connection;
  }

  /**
   * What answers Slack's requests.
   *
   * @param desk handles an ask
   * @param secrets the signing secret, or several while one is being replaced
   */
  public Mount mount(
      BiFunction<Ask, Answer.Writing, Answer> desk, List<String> secrets, InstantSource clock) {
    var unread = new Unread(apologies);
    var inbox = new SlackInbox(desk, connection, effects, apologies);
    var listeners = new SlackListeners(new SlackAsks(hosts), inbox, connection);
    var net = new SlackNet(listeners, unread, apologies);
    App app = SlackBolt.app(client.slack(), net, listeners::unknown);
    listeners.register(app);
    app.start();
    apps.add(app);

    var context = new ServletContextHandler();
    context.setContextPath("/");
    context.setErrorHandler(new PlainErrors());
    var gate = new SlackGate(new Signature(secrets, clock), unread);
    context.addFilter(new FilterHolder(gate), PATH, EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new SlackAppServlet(app)), PATH);
    return new Mount(PATH, context);
  }

  @Override
  public void close() {
    effects.close();
    connection.close();
    for (App app : apps) {
      app.stop();
      app.executorService().shutdownNow();
    }
    client.close();
  }
}
