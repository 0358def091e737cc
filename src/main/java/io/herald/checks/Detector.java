package io.herald.checks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be found by its form rather than by its words. A pack's rule names one. */
enum Detector {
  /** An e-mail address of a person. */
  EMAIL {
    @Override
    List<Span> in(Passage passage) {
      return MailAddresses.in(passage.text()).stream()
          .filter(a -> !a.shared())
          .map(a -> a.span())
          .toList();
    }
  },
  /** An e-mail address of a desk rather than a person, as {@code press@}. */
  MAILBOX {
    @Override
    List<Span> in(Passage passage) {
      return MailAddresses.in(passage.text()).stream()
          .filter(a -> a.shared())
          .map(a -> a.span())
          .toList();
    }
  },
  /** A payment card's number. */
  CARD {
    @Override
    List<Span> in(Passage passage) {
      return Cards.in(passage);
    }
  },
  /** An international bank account number. */
  IBAN {
    @Override
    List<Span> in(Passage passage) {
      return Ibans.in(passage.text());
    }
  },
  /** United States: Social Security number. */
  US_SSN {
    @Override
    List<Span> in(Passage passage) {
      return NationalIds.usSsn(passage);
    }
  },
  /** United Kingdom: National Insurance number. */
  GB_NINO {
    @Override
    List<Span> in(Passage passage) {
      return NationalIds.gbNino(passage.text());
    }
  },
  /** France: numéro de sécurité sociale. */
  FR_NIR {
    @Override
    List<Span> in(Passage passage) {
      return NationalIds.frNir(passage);
    }
  },
  /** Germany: Steuer-Identifikationsnummer. */
  DE_TAX_ID {
    @Override
    List<Span> in(Passage passage) {
      return NationalIds.deTaxId(passage);
    }
  },
  /** Spain: DNI and NIE. */
  ES_DNI {
    @Override
    List<Span> in(Passage passage) {
      return NationalIds.esDni(passage.text());
    }
  },
  /** A telephone number on which a person may answer. */
  PHONE {
    @Override
    List<Span> in(Passage passage) {
      return passage.phones().stream().filter(p -> !p.hotline()).map(p -> p.span()).toList();
    }
  },
  /** A telephone number that is meant for the public, as a freephone number. */
  HOTLINE {
    @Override
    List<Span> in(Passage passage) {
      return passage.phones().stream().filter(p -> p.hotline()).map(p -> p.span()).toList();
    }
  },
  /** Several words in capitals. */
  SHOUTING {
    @Override
    List<Span> in(Passage passage) {
      return Loudness.in(passage.text());
    }
  },
  /** A hashtag of several words that are not told apart by capitals. */
  HASHTAG_CASE {
    @Override
    List<Span> in(Passage passage) {
      return Hashtags.in(passage.text());
    }
  },
  /** A shortened link, which hides where it leads. */
  SHORT_LINK {
    @Override
    List<Span> in(Passage passage) {
      return ShortLinks.in(passage.text());
    }
  },
  /** An image description that describes nothing. */
  EMPTY_DESCRIPTION {
    @Override
    List<Span> in(Passage passage) {
      return Descriptions.in(passage);
    }
  };

  abstract List<Span> in(Passage passage);

  /**
   * Whether it finds numbers, of which each is one thing alone: the kinds that say more of a number
   * stand before those that say less.
   */
  boolean isOfNumbers() {
    return EnumSet.range(IBAN, HOTLINE).contains(this);
  }

  /** How a pack writes it, as {@code de-tax-id}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Detector> of(String word) {
    return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst();
  }
}
