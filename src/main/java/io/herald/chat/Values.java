package io.herald.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person filled into a form, by field name. An empty field is absent. Text stands as it was
 * typed; a choice is the option's value; a moment is its second since 1970.
 */
public record Values(Map<String, List<String>> fields) {
  public static final Values NONE = new Values(Map.of());

  public Values {
    fields = Map.copyOf(fields);
  }

  /** What stands in a field of one value, or the empty string. */
  public String text(String name) {
    List<String> all = fields.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.get(0);
  }

  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return !text(name).isBlank();
  }

  public Optional<Instant> moment(String name) {
    String value = text(name);
    try {
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(Instant.ofEpochSecond(Long.parseLong(value)));
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
