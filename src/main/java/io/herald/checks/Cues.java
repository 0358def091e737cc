package io.herald.checks;

import java.util.Locale;
import java.util.Set;

/** What the words before a number say that it is. */
final class Cues {
  /** As far before a number as a word can still be about it. */
  private static final int REACH = 32;

  /** What a number seems to be. */
  enum Cue {
    /** Something that is called. */
    CALL,
    /** Something that counts or numbers things. */
    COUNT,
    NONE
  }

  private static final Set<String> CALLS =
      words(
          """
          call calls calling phone phoned telephone tel ring dial mobile cell text sms whatsapp
          signal fax hotline helpline voicemail reach ph
          appelez appeler appelle appel téléphone téléphoner téléphonez tél portable fixe
          joindre joignable joignez contactez texto standard répond répondent
          telefon telefonisch telefonnummer anrufen anruf ruf ruft rufen handy handynummer mobil
          mobilnummer durchwahl fon erreichbar erreicht erreichst erreichen rufnummer zentrale
          llama llamar llame llamad llamada llámame llámanos llamando teléfono teléfonos móvil
          fijo centralita tlf tfno wasap
          """);

  private static final Set<String> COUNTS =
      words(
          """
          order orders invoice ticket isbn issn ean upc gtin sku case ref reference tracking
          parcel version release build serial model part page pages chapter room booth article
          doi issue commit barcode code coordinates id vat account iso din postcode zip patent
          license licence lot batch
          commande facture dossier colis siret siren réf référence série modèle suivi brevet tva
          numéro rcs chapitre
          bestellung bestellnummer rechnung rechnungsnummer auftrag auftragsnummer aktenzeichen
          az paket sendung sendungsnummer seriennummer artikel artikelnummer hrb ust konto
          vorgang kapitel postfach plz charge kundennummer modell strichcode
          pedido factura expediente envío seguimiento referencia serie modelo lote artículo
          patente cif nif versión código registro capítulo
          """);

  private Cues() {}

  private static Set<String> words(String all) {
    return Set.of(all.strip().split("\\s+"));
  }

  /** What the nearest telling word before a place says. */
  static Cue before(String text, int at) {
    int from = Math.max(0, at - REACH);
    int end = at;
    while (end > from) {
      if (!Character.isLetter(text.charAt(end - 1))) {
        if (endsSentence(text.charAt(end - 1), text, end)) {
          return Cue.NONE;
        }
        end--;
        continue;
      }
      int begin = end;
      while (begin > 0 && begin > from - REACH && Character.isLetter(text.charAt(begin - 1))) {
        begin--;
      }
      String word = text.substring(begin, end).toLowerCase(Locale.ROOT);
      if (CALLS.contains(word)) {
        return Cue.CALL;
      }
      if (COUNTS.contains(word)) {
        return Cue.COUNT;
      }
      end = begin;
    }
    return Cue.NONE;
  }

  /** A full stop ends a sentence, but not behind an abbreviation such as "Tel." */
  private static boolean endsSentence(char c, String text, int end) {
    if (c == '!' || c == '?' || c == '\n') {
      return true;
    }
    return c == '.' && end >= 6 && wordLength(text, end - 1) > 4;
  }

  private static int wordLength(String text, int end) {
    int begin = end;
    while (begin > 0 && end - begin < 8 && Character.isLetter(text.charAt(begin - 1))) {
      begin--;
    }
    return end - begin;
  }
}
