package io.herald.members;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do beyond what every member may. */
public enum Role {
  APPROVER,
  LEAD,
  RECORDS,
  HANDLER,
  ADMIN;

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(r -> r.word().equalsIgnoreCase(word)).findFirst();
  }
}
