package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.chat.Courier.ChannelFacts;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is where. Teams has no directory for a bot: people are found in the rosters of conversations
 * that Herald is in, channels in the teams that it was added to.
 */
final class TeamsRosters {
  private final TeamsBook book;
  private final TeamsConnector connector;
  private final TeamsReach reach;

  TeamsRosters(TeamsBook book, TeamsConnector connector, TeamsReach reach) {
    this.book = book;
    this.connector = connector;
    this.reach = reach;
  }

  /** What a roster says of somebody whom Herald has met, or was told of. */
  JsonNode person(String id) {
    var places = new LinkedHashMap<String, Reference>();
    book.met(id)
        .map(TeamsSql.Met::metIn)
        .flatMap(book::find)
        .ifPresent(r -> places.put(r.conversation(), r));
    book.personal(id)
        .filter(r -> r.endedAt() == null)
        .ifPresent(r -> places.put(r.conversation(), r));
    book.channels().forEach(r -> places.putIfAbsent(r.conversation(), r));
    @Nullable PlatformFailure last = null;
    for (Reference place : places.values()) {
      try {
        return connector.member(place.serviceUrl(), place.conversation(), id);
      } catch (PlatformFailure failure) {
        if (failure.kind() != Kind.GONE && failure.kind() != Kind.FORBIDDEN) {
          throw failure;
        }
        last = failure;
      }
    }
    if (last != null) {
      throw new PlatformFailure(Kind.GONE, "in no roster that Herald can see");
    }
    Reference chat = reach.to(id);
    return connector.member(chat.serviceUrl(), chat.conversation(), id);
  }

  /** Somebody in a channel that Herald is in, by address or by id in the directory. */
  Optional<JsonNode> find(String addressOrId) {
    for (Reference channel : teams()) {
      for (JsonNode member : connector.members(channel.serviceUrl(), channel.conversation())) {
        if (TeamsPeople.isMeant(member, addressOrId)) {
          return Optional.of(member);
        }
      }
    }
    return Optional.empty();
  }

  /** One channel of each team: the roster of a standard channel is its team's. */
  private List<Reference> teams() {
    Map<String, Reference> one = new LinkedHashMap<>();
    for (Reference channel : book.channels()) {
      @Nullable String team = channel.team();
      one.putIfAbsent(team == null ? channel.conversation() : team, channel);
    }
    return List.copyOf(one.values());
  }

  /** A channel by id, or by name where it is in a team that Herald was added to. */
  Optional<ChannelFacts> channel(String idOrName) {
    String asked = Reference.base(idOrName.strip().replaceFirst("^#(?!\\d+:)", ""));
    return asked.matches("\\w+:\\S+") ? byId(asked) : byName(asked);
  }

  private Optional<ChannelFacts> byId(String id) {
    Reference there = reach.to(id);
    if (there.kind() == Reference.Kind.PERSONAL) {
      // It has no name, which says that it is no channel.
      return Optional.of(new ChannelFacts(id, "", false, false, true));
    }
    List<JsonNode> members;
    try {
      members = connector.members(there.serviceUrl(), id);
    } catch (PlatformFailure failure) {
      if (failure.kind() == Kind.GONE) {
        return Optional.empty();
      }
      if (failure.kind() == Kind.FORBIDDEN) {
        return Optional.of(new ChannelFacts(id, name(there), false, false, false));
      }
      throw failure;
    }
    Reference named = there.name() == null ? listed(id::equals, null).orElse(there) : there;
    book.note(named);
    boolean shared =
        members.stream()
            .map(member -> Json.text(member, "tenantId"))
            .anyMatch(theirs -> !theirs.isEmpty() && !theirs.equals(there.tenant()));
    return Optional.of(new ChannelFacts(id, name(named), false, shared, true));
  }

  /** All channels of the teams that Herald was added to; of several teams each says its own. */
  List<ChannelFacts> channels() {
    var all = new ArrayList<ChannelFacts>();
    List<Reference> teams = teams().stream().filter(known -> known.team() != null).toList();
    for (Reference known : teams) {
      String team = String.valueOf(known.team());
      String before = teams.size() == 1 ? "" : connector.teamName(known.serviceUrl(), team) + " / ";
      for (JsonNode channel : connector.channels(known.serviceUrl(), team)) {
        all.add(new ChannelFacts(id(channel), before + named(channel), false, false, true));
      }
    }
    return all;
  }

  private static String id(JsonNode channel) {
    return Json.text(channel, "id");
  }

  /** The first one has no name: clients show it as "General", each in its language. */
  private static String named(JsonNode channel) {
    String name = Json.text(channel, "name");
    return name.isEmpty() ? "General" : name;
  }

  private static String name(Reference channel) {
    if (channel.name() != null) {
      return channel.name();
    }
    return channel.kind() == Reference.Kind.GROUP ? "" : channel.conversation();
  }

  private Optional<ChannelFacts> byName(String name) {
    Optional<Reference> listed = listed(null, name);
    listed.ifPresent(book::note);
    return listed.flatMap(channel -> byId(channel.conversation()));
  }

  /** A channel as its team lists it, by id or by name. */
  private Optional<Reference> listed(@Nullable Predicate<String> ofId, @Nullable String ofName) {
    for (Reference known : teams()) {
      @Nullable String team = known.team();
      if (team == null) {
        continue;
      }
      for (JsonNode channel : connector.channels(known.serviceUrl(), team)) {
        String name = named(channel);
        String id = id(channel);
        if ((ofId != null && ofId.test(id)) || name.equalsIgnoreCase(ofName)) {
          return Optional.of(
              new Reference(
                  known.tenant(),
                  id,
                  Reference.Kind.CHANNEL,
                  known.serviceUrl(),
                  known.bot(),
                  null,
                  team,
                  name,
                  null));
        }
      }
    }
    return Optional.empty();
  }
}
