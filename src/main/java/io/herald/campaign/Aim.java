package io.herald.campaign;

import java.util.List;
import java.util.Locale;

/** Whom a campaign means, and whom it leaves out. */
public record Aim(List<Group> meant, List<Group> leftOut) {
  public static final Aim NOBODY = new Aim(List.of(), List.of());

  public Aim {
    meant = List.copyOf(meant);
    leftOut = List.copyOf(leftOut);
  }

  /** What makes a group of people. */
  public enum Kind {
    /** All who joined. */
    EVERYONE,
    /** Who follows a topic. */
    TOPIC,
    /** Who holds a role. */
    ROLE,
    /** The members of a platform's user group. */
    GROUP,
    /** A channel gets one card, which everybody in it sees. */
    CHANNEL
  }

  /**
   * Some people, or a channel.
   *
   * @param number the topic, or Herald's id of the workspace; 0 where there is neither
   * @param word the role, or the platform's id of the group or channel; else empty
   */
  public record Group(Kind kind, long number, String word) {
    /** As entries name it: "topic/3", "role/LEAD". */
    String said() {
      return kind.name().toLowerCase(Locale.ROOT)
          + (number == 0 ? "" : "/" + number)
          + (word.isEmpty() ? "" : "/" + word);
    }

    public static Group everyone() {
      return new Group(Kind.EVERYONE, 0, "");
    }
  }
}
