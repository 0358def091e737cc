package io.herald.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param title at most 24 characters
 * @param submit what stands on the button that sends it; none for a form that only shows
 * @param intent what sending it means; it comes back with the values
 * @param fields from top to bottom
 */
public record Form(String title, @Nullable String submit, Intent intent, List<Field> fields) {
  public Form {
    fields = List.copyOf(fields);
  }
}
