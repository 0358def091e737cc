package io.herald.chat.slack;

import com.slack.api.model.view.ViewState;
import io.herald.chat.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what was filled into a form; a field's name is its block's id. */
final class SlackValues {
  private SlackValues() {}

  static Values of(@Nullable ViewState state) {
    if (state == null || state.getValues() == null) {
      return Values.NONE;
    }
    var fields = new HashMap<String, List<String>>();
    state
        .getValues()
        .forEach(
            (name, elements) -> {
              List<String> filled = elements.values().stream().flatMap(SlackValues::of).toList();
              if (!filled.isEmpty()) {
                fields.put(name, filled);
              }
            });
    return new Values(fields);
  }

  private static Stream<String> of(ViewState.@Nullable Value value) {
    if (value == null) {
      return Stream.empty();
    }
    Stream<String> one =
        Stream.of(
                value.getValue(),
                option(value.getSelectedOption()),
                value.getSelectedDateTime(),
                value.getSelectedUser(),
                value.getSelectedChannel(),
                value.getSelectedConversation())
            .filter(Objects::nonNull)
            .map(Object::toString);
    Stream<String> several =
        value.getSelectedOptions() == null
            ? Stream.empty()
            : value.getSelectedOptions().stream().map(SlackValues::option).filter(Objects::nonNull);
    return Stream.concat(one, several).filter(text -> !text.isEmpty());
  }

  private static @Nullable String option(ViewState.@Nullable SelectedOption option) {
    return option == null ? null : option.getValue();
  }
}
