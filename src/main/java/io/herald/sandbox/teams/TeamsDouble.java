package io.herald.sandbox.teams;

import io.herald.sandbox.Faults;
import io.herald.sandbox.Limits;
import io.herald.sandbox.Loopback;
import io.herald.sandbox.Shelves;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A strict pretend Teams on 127.0.0.1: a tenant with people, one team and its channels, the Bot
 * Connector, the keys that sign what is sent to the bot, and the token endpoint of Entra. Faults go
 * by operation: {@code createConversation}, {@code sendToConversation}, {@code replyToActivity},
 * {@code updateActivity}, {@code deleteActivity}, {@code getConversationMembers}, {@code
 * getConversationMember}, {@code getConversationPagedMembers}, {@code fetchTeamDetails}, {@code
 * fetchChannelList}, {@code token}, {@code openid}, {@code keys}.
 */
public final class TeamsDouble implements AutoCloseable {
  /** How long a question about the tenant waits for its answer. */
  private static final Duration AWHILE = Duration.ofSeconds(30);

  private final TeamsSetup setup;
  private final Tenant tenant;
  private final Entra entra;
  private final Documents documents;
  private final TeamsLedger ledger;
  private final Faults faults = new Faults();
  private final Limits limits;
  private final TeamsHttp http;
  private final TeamsSender sender;
  private final Loopback server;

  private TeamsDouble(TeamsSetup setup) {
    this.setup = setup;
    var directory = setup.directory();
    tenant = new Tenant(directory == null ? new Shelves() : new Shelves(directory), setup);
    entra = new Entra(setup);
    documents = new Documents(setup, this::origin);
    ledger = new TeamsLedger(setup.clock());
    Connector calls = new Connector(tenant, ledger);
    limits = new Limits(setup.clock());
    http = new TeamsHttp(calls, tenant, entra, documents, ledger, faults, limits);
    sender = new TeamsSender(this::signature, setup.patience());
    server = new Loopback("teams-double", setup.port(), http);
  }

  /** Starts a double; it serves when this returns. The app is in the team, and for nobody else. */
  public static TeamsDouble start(TeamsSetup setup) {
    TeamsDouble teams = new TeamsDouble(setup);
    if (teams.isNew()) {
      teams.tenant.put(new TeamsChannel(Tenant.team(), "General"));
      teams.tenant.inTeam(true);
    }
    Keys.ready();
    try {
      teams.server.start();
    } catch (IllegalStateException e) {
      teams.close();
      throw e;
    }
    return teams;
  }

  private String signature() {
    return setup.open() ? "" : token().value();
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public String origin() {
    return server.origin();
  }

  /** Where the bot is to send to, with a slash at the end, as it stands in every activity. */
  public String serviceUrl() {
    return documents.serviceUrl();
  }

  /** The document that says where the keys of channel tokens are. */
  public String openIdUrl() {
    return documents.openId();
  }

  /** The issuer of channel tokens. */
  public String issuer() {
    return Documents.ISSUER;
  }

  /** What stands in for {@code https://login.microsoftonline.com/<tenant>}. */
  public String authority() {
    return documents.authority();
  }

  /** Where the bot gets its token. */
  public String tokenEndpoint() {
    return documents.tokenEndpoint();
  }

  /** How it was set up: ids and the secret. */
  public TeamsSetup setup() {
    return setup;
  }

  /** A token as Teams sends it, to be spoiled by a test. */
  public ChannelToken token() {
    return ChannelToken.good(
        Documents.ISSUER, setup.appId(), serviceUrl(), setup.clock().instant());
  }

  /** The token that the bot was given last; empty if none yet. */
  public String outgoingToken() {
    return entra.last();
  }

  /** A genuine token that another bot of the tenant was given for this one. */
  public String tokenOfAnotherBot(String itsAppId) {
    return entra.issue(itsAppId, setup.appId(), setup.tenant());
  }

  /** Tokens given out so far are no good any more. */
  public void revokeTokens() {
    entra.revokeAll();
  }

  /** What the bot asked for. */
  public TeamsLedger ledger() {
    return ledger;
  }

  /** What goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** How fast it may be called, by operation. */
  public Limits limits() {
    return limits;
  }

  /** The way to the bot for requests that no {@link TeamsActor} makes. */
  public TeamsSender sender() {
    return sender;
  }

  /** Where the bot listens: its {@code /api/messages}. */
  public void deliverTo(URI messages) {
    sender.deliverTo(messages);
  }

  /** Whether nobody lives here yet. */
  public boolean isNew() {
    return tenant.people().isEmpty();
  }

  /** Adds a person with the address {@code firstname@acme.example} and ids made of the name. */
  public TeamsPerson addPerson(String name) {
    String handle = name.split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT);
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    TeamsPerson person =
        new TeamsPerson(
            Tenant.longId("29:1" + handle + id.toString().replace("-", ""), 111),
            id.toString(),
            name,
            handle + "@acme.example",
            "Europe/Berlin",
            setup.tenant(),
            false);
    put(person);
    return person;
  }

  /** Adds a person, or changes one. */
  public void put(TeamsPerson person) {
    tenant.put(person);
  }

  /** Adds a person for whom an administrator has installed the app, of which no bot was told. */
  public void putInstalled(TeamsPerson person) {
    put(person);
    tenant.install(person);
  }

  /** Adds a channel to the team, of which everybody is a member. */
  public TeamsChannel addChannel(String name) {
    TeamsChannel channel = new TeamsChannel(Tenant.channelId(name), name);
    tenant.put(channel);
    return channel;
  }

  /** The channel with this name ("#news") or id. */
  public TeamsChannel channel(String name) {
    return tenant.someChannel(name);
  }

  /** The team's id. */
  public String team() {
    return Tenant.team();
  }

  /** The person with this id, first or whole name. */
  public TeamsPerson person(String name) {
    return tenant.somebody(name);
  }

  /** Everybody. */
  public List<TeamsPerson> people() {
    return tenant.people();
  }

  /** Somebody at the keyboard: id, first or whole name. */
  public TeamsActor as(String name) {
    return new TeamsActor(this, tenant.somebody(name));
  }

  /** The id of the chat between the person and the bot. */
  public String chat(String person) {
    return Tenant.chat(tenant.somebody(person));
  }

  /** What stands in the channel (name or id), oldest first, replies included. */
  public List<TeamsMessage> messagesIn(String channel) {
    return tenant.messages(tenant.someChannel(channel).id());
  }

  /** The chat of the person and the bot, oldest first. */
  public List<TeamsMessage> chatOf(String person) {
    return tenant.messages(chat(person));
  }

  /** Waits until a message in the channel (name or id) is as wanted, and gives the newest such. */
  public TeamsMessage awaitIn(String channel, Predicate<TeamsMessage> wanted) {
    return await("such a message in " + channel, () -> last(messagesIn(channel), wanted));
  }

  /** Waits until a message in the person's chat is as wanted, and gives the newest such. */
  public TeamsMessage awaitChat(String person, Predicate<TeamsMessage> wanted) {
    return await("such a message to " + person, () -> last(chatOf(person), wanted));
  }

  private static Optional<TeamsMessage> last(
      List<TeamsMessage> messages, Predicate<TeamsMessage> wanted) {
    return messages.stream().filter(wanted).reduce((before, after) -> after);
  }

  /** Waits, half a minute at most, for an answer that comes with a change of the tenant. */
  public <T> T await(String what, Supplier<Optional<T>> question) {
    return tenant
        .shelves
        .await(AWHILE, question)
        .orElseThrow(
            () ->
                new AssertionError(
                    "waited in vain for " + what + "; refused calls: " + ledger.refusals()));
  }

  Tenant tenant() {
    return tenant;
  }

  Activities activities() {
    return new Activities(tenant, serviceUrl());
  }

  Deeds deeds() {
    return new Deeds(tenant, activities(), sender);
  }

  Dialogs dialogs() {
    return new Dialogs(tenant, activities(), sender);
  }

  /** Ends serving; a kept tenant can be opened again. */
  @Override
  public void close() {
    http.release();
    try {
      server.close();
    } finally {
      tenant.shelves.close();
    }
  }
}
