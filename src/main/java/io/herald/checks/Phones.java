package io.herald.checks;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Telephone numbers: what libphonenumber takes for one in the countries of the four languages, and
 * is written like one or introduced as one. Most numbers in a post are none.
 */
final class Phones {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  /** Countries in which a number without a country code is looked for, and how it is grouped. */
  private static final List<String> REGIONS = List.of("US", "GB", "FR", "DE", "ES", "AT", "CH");

  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_DIGITS = 15;

  private static final Set<PhoneNumberType> HOTLINES =
      Set.of(
          PhoneNumberType.TOLL_FREE,
          PhoneNumberType.SHARED_COST,
          PhoneNumberType.PREMIUM_RATE,
          PhoneNumberType.UAN);

  private Phones() {}

  /**
   * One number.
   *
   * @param hotline whether it is meant for the public, so that no person owns it
   */
  record Phone(Span span, boolean hotline) {}

  static List<Phone> in(Passage passage) {
    var found = new ArrayList<Phone>();
    for (NumberRun run : passage.numbers()) {
      for (NumberRun one : apart(run, passage.text())) {
        phone(one, passage).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A run that is too long for one number, cut where a zero begins another. */
  private static List<NumberRun> apart(NumberRun run, String text) {
    if (run.length() <= MOST_DIGITS) {
      return List.of(run);
    }
    if (Shapes.isCardLike(run)) {
      return List.of();
    }
    var parts = new ArrayList<NumberRun>();
    int first = 0;
    for (int group = 1; group <= run.groups().size(); group++) {
      boolean end = group == run.groups().size();
      if (end || (text.charAt(run.groups().get(group).from()) == '0' && run.size(group) > 1)) {
        parts.add(run.part(first, group - 1, text));
        first = group;
      }
    }
    return parts;
  }

  private static Optional<Phone> phone(NumberRun run, Passage passage) {
    if (run.length() < FEWEST_DIGITS
        || run.length() > MOST_DIGITS
        || passage.wordAt(run.to())
        || Shapes.isOther(run, passage.text())) {
      return Optional.empty();
    }
    Cues.Cue cue = Cues.before(passage.text(), run.from());
    boolean abroad = run.plus() || run.digits().startsWith("00");
    if (abroad) {
      return read(run, "DE", false);
    }
    if (cue == Cues.Cue.COUNT) {
      return Optional.empty();
    }
    for (String region : REGIONS) {
      if (cue == Cues.Cue.CALL || Shapes.isWrittenAsPhone(run, region, passage)) {
        Optional<Phone> phone = read(run, region, true);
        if (phone.isPresent()) {
          return phone;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Phone> read(NumberRun run, String region, boolean inRegion) {
    try {
      PhoneNumber number = LIBRARY.parse((run.plus() ? "+" : "") + run.digits(), region);
      boolean valid =
          inRegion ? LIBRARY.isValidNumberForRegion(number, region) : LIBRARY.isValidNumber(number);
      return valid
          ? Optional.of(new Phone(run.span(), HOTLINES.contains(LIBRARY.getNumberType(number))))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
