package io.herald.chat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an intent as what a platform carries for us, and reads it back: a verb, and its ids in one
 * line. What does not read as an intent is none: it may be old, or forged.
 */
public final class IntentCodec {
  private static final Map<String, Class<? extends Intent>> BY_VERB = new LinkedHashMap<>();

  static {
    register(Intent.class);
  }

  private IntentCodec() {}

  @SuppressWarnings("unchecked")
  private static void register(Class<?> type) {
    if (type.isRecord()) {
      BY_VERB.put(verb((Class<? extends Intent>) type), (Class<? extends Intent>) type);
    } else {
      Arrays.stream(type.getPermittedSubclasses()).forEach(IntentCodec::register);
    }
  }

  /** Every intent there is. */
  public static List<Class<? extends Intent>> all() {
    return List.copyOf(BY_VERB.values());
  }

  /** The verb of an intent, as {@code withdraw_draft}. */
  public static String verb(Intent intent) {
    return verb(intent.getClass());
  }

  private static String verb(Class<? extends Intent> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** Verb and ids in one line, at most 2,000 characters for every intent that stands on a card. */
  public static String write(Intent intent) {
    var out = new StringBuilder(verb(intent));
    try {
      for (RecordComponent part : intent.getClass().getRecordComponents()) {
        Object value = part.getAccessor().invoke(intent);
        out.append(':').append(URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot write " + verb(intent), e);
    }
    return out.toString();
  }

  /** Reads a line that {@link #write} wrote, or nothing. */
  public static Optional<Intent> read(String line) {
    String[] words = line.split(":", -1);
    Class<? extends Intent> type = BY_VERB.get(words[0]);
    if (type == null) {
      return Optional.empty();
    }
    RecordComponent[] parts = type.getRecordComponents();
    if (parts.length != words.length - 1) {
      return Optional.empty();
    }
    var types = new Class<?>[parts.length];
    var values = new ArrayList<Object>();
    try {
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        values.add(value(types[i], URLDecoder.decode(words[i + 1], StandardCharsets.UTF_8)));
      }
      return Optional.of(type.getDeclaredConstructor(types).newInstance(values.toArray()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + words[0], e);
    }
  }

  private static Object value(Class<?> type, String word) {
    if (type == long.class) {
      return Long.parseLong(word);
    }
    if (type == int.class) {
      return Integer.parseInt(word);
    }
    return word;
  }
}
