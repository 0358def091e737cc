package io.herald.chat;

import java.util.List;

/** What the words after {@code topic} ask for, as {@link TopicReader} understood them. */
sealed interface TopicWords {
  /** The topics, from one of them on. */
  record Show(int skip) implements TopicWords {}

  record Add(String name) implements TopicWords {}

  record Rename(String name, String to) implements TopicWords {}

  record Retire(String name) implements TopicWords {}

  /** At a channel, by its id or name. */
  record Point(String name, String channel) implements TopicWords {}

  record Unpoint(String name, String channel) implements TopicWords {}

  /** No stages mean that any approver decides. */
  record Stages(String name, List<Stage> stages) implements TopicWords {}

  /** A stage with the words that name who decides it, each beginning with {@code @}. */
  record Stage(String name, List<String> deciders) {}

  /** It cannot be read; {@code about} is the command whose use is to be shown, or all of them. */
  record Unclear(String about) implements TopicWords {}
}
