package io.herald.chat;

import io.herald.members.Attention;
import io.herald.members.AttentionChoices;
import io.herald.members.Digest;
import io.herald.members.QuietHours;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a member chose of their attention from a form, and writes it into one. */
final class AttentionReader {
  private AttentionReader() {}

  /** What came of reading: choices, or mistakes by field. */
  record Read(
      @Nullable Integer cap,
      @Nullable QuietHours quiet,
      Digest digest,
      Map<String, Text> mistakes) {}

  /** Reads a form; what does not stand in it stays as it was. */
  static Read read(Values values, AttentionChoices before) {
    var mistakes = new LinkedHashMap<String, Text>();
    @Nullable Integer cap = before.cap();
    String typed = values.text(SettingsForm.CAP);
    if (!typed.isEmpty()) {
      cap = typed.equals(SettingsForm.NONE) ? null : cap(typed).orElse(null);
      if (cap == null && !typed.equals(SettingsForm.NONE)) {
        mistakes.put(SettingsForm.CAP, badCap());
      }
    }
    @Nullable QuietHours quiet = quiet(values, before.quiet(), mistakes);
    Digest digest = digest(values, before.digest());
    if (quiet != null && digest.chosen() && quiet.holds(digest.at())) {
      mistakes.putIfAbsent(
          SettingsForm.DIGEST_AT, Words.text("mistake.digest_is_quiet", time(quiet.to())));
    }
    return new Read(cap, quiet, digest, mistakes);
  }

  /** A cap that somebody typed, where it is one. */
  static Optional<Integer> cap(String typed) {
    if (!typed.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(typed))
        .filter(cap -> cap >= Attention.LEAST && cap <= Attention.MOST);
  }

  static Text badCap() {
    return Words.text("mistake.cap", Attention.LEAST, Attention.MOST);
  }

  private static @Nullable QuietHours quiet(
      Values values, @Nullable QuietHours before, Map<String, Text> mistakes) {
    if (!values.has(SettingsForm.QUIET_FROM) && !values.has(SettingsForm.QUIET_TO)) {
      return before;
    }
    Optional<LocalTime> from = time(values, SettingsForm.QUIET_FROM);
    Optional<LocalTime> to = time(values, SettingsForm.QUIET_TO);
    if (from.isEmpty() && to.isEmpty()) {
      return null;
    }
    if (from.isEmpty()) {
      mistakes.put(SettingsForm.QUIET_FROM, Words.text("mistake.quiet_half"));
      return null;
    }
    if (to.isEmpty()) {
      mistakes.put(SettingsForm.QUIET_TO, Words.text("mistake.quiet_half"));
      return null;
    }
    if (from.equals(to)) {
      mistakes.put(SettingsForm.QUIET_TO, Words.text("mistake.quiet_all_day"));
      return null;
    }
    return new QuietHours(from.get(), to.get());
  }

  private static Digest digest(Values values, Digest before) {
    Digest.Rhythm rhythm =
        of(values, SettingsForm.DIGEST, Digest.Rhythm.values()).orElse(before.rhythm());
    if (rhythm == Digest.Rhythm.NONE) {
      return Digest.NONE;
    }
    return new Digest(
        rhythm,
        of(values, SettingsForm.DIGEST_DAY, DayOfWeek.values()).orElse(before.day()),
        time(values, SettingsForm.DIGEST_AT).orElse(before.at()));
  }

  private static Optional<LocalTime> time(Values values, String name) {
    try {
      return Optional.of(LocalTime.parse(values.text(name)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> of(Values values, String name, E[] all) {
    return Arrays.stream(all).filter(e -> e.name().equals(values.text(name))).findFirst();
  }

  /** Puts choices where the form shows them. */
  static void write(AttentionChoices choices, Map<String, List<String>> fields) {
    Integer cap = choices.cap();
    QuietHours quiet = choices.quiet();
    Digest digest = choices.digest();
    fields.put(SettingsForm.CAP, List.of(cap == null ? SettingsForm.NONE : String.valueOf(cap)));
    fields.put(
        SettingsForm.QUIET_FROM, List.of(quiet == null ? SettingsForm.NONE : time(quiet.from())));
    fields.put(
        SettingsForm.QUIET_TO, List.of(quiet == null ? SettingsForm.NONE : time(quiet.to())));
    fields.put(SettingsForm.DIGEST, List.of(digest.rhythm().name()));
    fields.put(SettingsForm.DIGEST_DAY, List.of(digest.day().name()));
    fields.put(SettingsForm.DIGEST_AT, List.of(time(digest.at())));
  }

  /** A time of day as people write it: "09:30". */
  static String time(LocalTime time) {
    return time.toString();
  }
}
