package io.herald.sandbox;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A channel, or the conversation of the bot with one person.
 *
 * @param with whom a direct conversation is with; null for a channel
 * @param secret a private channel: unseen by who is not in it
 * @param shared with another organisation (Slack Connect)
 */
public record Channel(
    String id,
    String name,
    @Nullable String with,
    boolean secret,
    boolean shared,
    boolean archived,
    List<String> members) {

  static Channel open(String id, String name, List<String> members) {
    return new Channel(id, name, null, false, false, false, List.copyOf(members));
  }

  static Channel direct(String id, String person, String bot) {
    return new Channel(id, "", person, false, false, false, List.of(person, bot));
  }

  boolean direct() {
    return with != null;
  }

  /** The same channel, private. */
  public Channel asPrivate() {
    return new Channel(id, name, with, true, shared, archived, members);
  }

  /** The same channel, shared with another organisation. */
  public Channel asShared() {
    return new Channel(id, name, with, secret, true, archived, members);
  }

  /** The same channel, archived. */
  public Channel asArchived() {
    return new Channel(id, name, with, secret, shared, true, members);
  }

  /** The same channel with one member more. */
  public Channel joinedBy(String member) {
    return members.contains(member)
        ? this
        : members(Stream.concat(members.stream(), Stream.of(member)).toList());
  }

  /** The same channel with one member less. */
  public Channel leftBy(String member) {
    return members(members.stream().filter(each -> !each.equals(member)).toList());
  }

  private Channel members(List<String> others) {
    return new Channel(id, name, with, secret, shared, archived, others);
  }
}
