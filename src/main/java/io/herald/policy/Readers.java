package io.herald.policy;

import io.herald.members.Role;
import java.util.List;

/**
 * For whom a document is: whoever joined and follows one of some topics or holds one of some roles.
 * Without either it is for everybody who joined.
 */
public record Readers(List<Long> topics, List<Role> roles) {
  public static final Readers EVERYBODY = new Readers(List.of(), List.of());

  public Readers {
    topics = List.copyOf(topics);
    roles = List.copyOf(roles);
  }

  public boolean everybody() {
    return topics.isEmpty() && roles.isEmpty();
  }
}
