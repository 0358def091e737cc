package io.herald.records;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a kind of entry: why it is kept, and which of its fields are personal. Whatever
 * a person wrote is, and whatever tells what they chose or did for themselves.
 */
record Kind(KeptAs keptAs, Set<String> personal) {
  /**
   * An entry that says who a member was, for what of them is kept under a class when their account
   * is erased; the class follows.
   */
  static final String NAMED = "member_named_";

  /** All fields are personal. */
  private static final String ALL = "*";

  private static final Kind OTHER = new Kind(KeptAs.ADMINISTRATION, Set.of("reason", "why"));
  private static final Map<String, Kind> WHOLE = new HashMap<>();
  private static final Map<String, Kind> BEGINNINGS = new LinkedHashMap<>();

  static {
    whole(KeptAs.POSTS, "revision_written", "headline", "words", "wordings", "note", "whole");
    whole(KeptAs.POSTS, "review_opened");
    whole(KeptAs.POSTS, "image_refused");
    beginning(KeptAs.POSTS, "post_", "why");
    beginning(KeptAs.POSTS, "broadcast_", "why");
    beginning(KeptAs.POSTS, "campaign_", "why");
    beginning(KeptAs.DECISIONS, "decision", "reason");
    beginning(KeptAs.DECISIONS, "priority_", "reason");
    whole(KeptAs.DECISIONS, "check_overridden", "reason", "words");
    whole(KeptAs.ACKNOWLEDGEMENTS, "policy_acknowledged");
    whole(KeptAs.PARTICIPATION, "joined");
    whole(KeptAs.PARTICIPATION, "left");
    whole(KeptAs.PARTICIPATION, "followed", "topic");
    whole(KeptAs.PARTICIPATION, "unfollowed", "topic");
    whole(KeptAs.PARTICIPATION, "tracking_set", "on");
    whole(KeptAs.PARTICIPATION, "platform_chosen", "account");
    whole(KeptAs.PARTICIPATION, "attention_set", ALL);
    whole(KeptAs.PARTICIPATION, "paused", "until");
    whole(KeptAs.PARTICIPATION, "resumed");
    whole(KeptAs.PARTICIPATION, "shared", ALL);
    whole(KeptAs.PARTICIPATION, "words_edited", "words");
    whole(KeptAs.PARTICIPATION, "disclosure_left_out", "left_out");
    whole(KeptAs.PARTICIPATION, "accounts_stated", ALL);
    whole(KeptAs.PARTICIPATION, "bio_placed", ALL);
    whole(KeptAs.PARTICIPATION, "downloaded");
    whole(KeptAs.PARTICIPATION, "members_linked");
    whole(KeptAs.PARTICIPATION, "members_unlinked");
    whole(KeptAs.PARTICIPATION, "member_gone");
    whole(KeptAs.PARTICIPATION, "member_back");
    for (KeptAs keptAs : KeptAs.values()) {
      whole(keptAs, NAMED + keptAs.word(), "name", "address");
    }
  }

  boolean isPersonal(String field) {
    return personal.contains(field) || personal.contains(ALL);
  }

  static Kind of(String kind) {
    Kind whole = WHOLE.get(kind);
    if (whole != null) {
      return whole;
    }
    return BEGINNINGS.entrySet().stream()
        .filter(known -> kind.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHER);
  }

  private static void whole(KeptAs keptAs, String kind, String... personal) {
    WHOLE.put(kind, new Kind(keptAs, Set.of(personal)));
  }

  private static void beginning(KeptAs keptAs, String kind, String... personal) {
    BEGINNINGS.put(kind, new Kind(keptAs, Set.of(personal)));
  }
}
