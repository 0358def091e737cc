package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.blockkit.Images;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A strict pretend Slack on 127.0.0.1: it serves the Web API to the app, sends the app what people
 * do, and shows what they would see. It refuses what Slack refuses, with Slack's words.
 */
public final class SlackDouble implements AutoCloseable {
  /** How long a question about the workspace waits for its answer unless told otherwise. */
  private static final Duration AWHILE = Duration.ofSeconds(30);

  final Setup setup;
  final Workspace workspace;
  final Views views;
  final Triggers triggers;
  final Hooks hooks;
  final WebApi api;
  private final TeamMethods team;
  private final Ledger ledger;
  private final Faults faults = new Faults();
  private final Limits limits;
  private final SlackSender sender;
  private final SlackHttp http;
  private final Loopback server;
  private volatile Predicate<String> fetchable = Images::looksPublic;

  private SlackDouble(Setup setup) {
    this.setup = setup;
    Ids ids = new Ids(setup.random());
    var directory = setup.directory();
    Shelves shelves = directory == null ? new Shelves() : new Shelves(directory);
    workspace = new Workspace(shelves, setup.installation(), setup.clock(), ids);
    views = new Views(workspace);
    triggers = new Triggers(setup.clock(), setup.patience(), ids, setup.installation().team());
    hooks = new Hooks(workspace, this::fetches);
    ledger = new Ledger(shelves, setup.clock());
    api = new WebApi(shelves, ledger);
    team = new TeamMethods(workspace);
    sender = new SlackSender(setup.signingSecret(), setup.clock(), setup.patience());
    limits = new Limits(setup.clock());
    http = new SlackHttp(api, hooks, shelves, ledger, faults, limits);
    server = new Loopback("slack-double", setup.port(), http);
  }

  /** Starts a double; it serves when this returns. */
  public static SlackDouble start(Setup setup) {
    SlackDouble slack = new SlackDouble(setup);
    Rooms rooms = new Rooms(slack.workspace);
    var methods = slack.api.methods();
    slack.team.addTo(methods);
    new ChatMethods(slack.workspace, rooms, slack::fetches).addTo(methods);
    new ViewMethods(slack.workspace, slack.views, slack.triggers, slack::fetches).addTo(methods);
    new UserMethods(slack.workspace).addTo(methods);
    new ConversationMethods(slack.workspace, rooms).addTo(methods);
    new HistoryMethods(slack.workspace, rooms).addTo(methods);
    slack.accept(Token.of(setup.botToken(), setup.scopes()));
    slack.serve();
    return slack;
  }

  private void serve() {
    Installation here = setup.installation();
    if (workspace.person(here.botUser()).isEmpty()) {
      put(Person.of(here.botUser(), here.appName(), here.team()).asBot());
    }
    try {
      server.start();
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  boolean fetches(String url) {
    return fetchable.test(url);
  }

  /** Which image addresses the double "can fetch", from now on. */
  public void fetches(Predicate<String> which) {
    fetchable = which;
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public String origin() {
    return server.origin();
  }

  /** The base of the Web API, with the slash at the end. */
  public String apiUrl() {
    return origin() + "/api/";
  }

  /** Gives the double's own token some scopes more, {@code im:history} for one, and these only. */
  public void grant(String... scopes) {
    Token token = Token.of(setup.botToken(), setup.scopes());
    for (String scope : scopes) {
      token = token.with(scope);
    }
    accept(token);
  }

  /** The token that the double began with. */
  public String botToken() {
    return setup.botToken();
  }

  /** The secret that signs what is sent to the app. */
  public String signingSecret() {
    return setup.signingSecret();
  }

  /** Which team this is, and the app in it. */
  public Installation installation() {
    return setup.installation();
  }

  /** Takes a token, or changes what one may do. */
  public void accept(Token token) {
    api.accept(token);
  }

  /** What the app asked for. */
  public Ledger ledger() {
    return ledger;
  }

  /** What goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** How fast it may be called. */
  public Limits limits() {
    return limits;
  }

  /** The way to the app for requests that no {@link Actor} makes. */
  public SlackSender sender() {
    return sender;
  }

  /** Somebody at the keyboard: id, handle, first or whole name. */
  public Actor as(String name) {
    return new Actor(this, workspace.somebody(name));
  }

  /** Sends the app an event, in the envelope that Slack puts around it. */
  public Delivery event(ObjectNode event) {
    return sender.event(new Payloads(workspace).event(event));
  }

  /** Adds somebody to a channel, the bot for one; the app is told as Slack tells it. */
  public Delivery join(String channel, String person) {
    Channel joined = channel(channel).joinedBy(person(person).id());
    put(joined);
    return event(
        Json.object()
            .put("type", "member_joined_channel")
            .put("user", person(person).id())
            .put("channel", joined.id())
            .put("channel_type", joined.secret() ? "G" : "C")
            .put("team", setup.installation().team())
            .put("event_ts", workspace.nextTs()));
  }

  /** Where the app listens: its {@code /slack/events}. */
  public void deliverTo(URI events) {
    sender.deliverTo(events);
  }

  /** Whether nobody but the bot lives here yet. */
  public boolean isNew() {
    return workspace.channels().isEmpty();
  }

  /** Adds a person with the address {@code firstname@acme.example}. */
  public Person addPerson(String id, String name) {
    Person person = Person.of(id, name, setup.installation().team());
    put(person);
    return person;
  }

  /** Adds a person, or changes one. */
  public void put(Person person) {
    workspace.put(person);
  }

  /** Adds a public channel with these members, by id. */
  public Channel addChannel(String id, String name, String... members) {
    Channel channel = Channel.open(id, name, List.of(members));
    put(channel);
    return channel;
  }

  /** Adds a channel, or changes one. */
  public void put(Channel channel) {
    workspace.put(channel);
  }

  /** Adds a user group of these people, by id, or changes one. */
  public void putGroup(String id, String handle, String name, String... people) {
    team.putGroup(id, handle, name, List.of(people));
  }

  /** The channel with this name ("#news") or id. */
  public Channel channel(String name) {
    return workspace.someChannel(name);
  }

  /** The person with this id, handle, first or whole name. */
  public Person person(String name) {
    return workspace.somebody(name);
  }

  /** Everybody, bots included. */
  public List<Person> people() {
    return workspace.people();
  }

  /** What stands in the channel (name or id), oldest first, replies included. */
  public List<Message> messagesIn(String channel) {
    return workspace.messages(workspace.someChannel(channel).id());
  }

  /** What the bot and the person said to each other, oldest first. */
  public List<Message> dm(String person) {
    return workspace.messages("D" + workspace.somebody(person).id().substring(1));
  }

  /** The message as it stands now. */
  public Optional<Message> message(String channel, String ts) {
    return workspace.message(channel, ts);
  }

  /** What the person alone sees, oldest first. */
  public List<Message> ephemerals(String person) {
    return workspace.ephemerals(workspace.somebody(person).id());
  }

  /** The Home that was published for the person. */
  public Optional<View> home(String person) {
    return views.home(workspace.somebody(person).id());
  }

  /** Waits until a message in the channel (name or id) is as wanted, and gives the newest such. */
  public Message awaitIn(String channel, Predicate<Message> wanted) {
    return await("such a message in " + channel, () -> last(messagesIn(channel), wanted));
  }

  /** Waits until the bot's words to the person are as wanted, and gives the newest such. */
  public Message awaitDm(String person, Predicate<Message> wanted) {
    return await("such a message to " + person, () -> last(dm(person), wanted));
  }

  /** Waits until the person alone sees something as wanted, and gives the newest such. */
  public Message awaitEphemeral(String person, Predicate<Message> wanted) {
    return await("such an answer to " + person, () -> last(ephemerals(person), wanted));
  }

  /** Waits until the person's Home is as wanted. */
  public View awaitHome(String person, Predicate<View> wanted) {
    return await("such a Home for " + person, () -> home(person).filter(wanted));
  }

  /** Waits, half a minute at most, for an answer that comes with a change of the workspace. */
  public <T> T await(String what, Supplier<Optional<T>> question) {
    return workspace
        .shelves
        .await(AWHILE, question)
        .orElseThrow(() -> new AssertionError("waited in vain for " + what + refusals()));
  }

  private String refusals() {
    List<Ledger.Refused> refused = ledger.refusals();
    return refused.isEmpty() ? "" : "; refused calls: " + refused;
  }

  private static Optional<Message> last(List<Message> messages, Predicate<Message> wanted) {
    return messages.stream().filter(wanted).reduce((before, after) -> after);
  }

  /** Ends serving; a kept workspace can be opened again. */
  @Override
  public void close() {
    http.release();
    try {
      server.close();
    } finally {
      workspace.shelves.close();
    }
  }
}
