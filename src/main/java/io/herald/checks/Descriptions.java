package io.herald.checks;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Image descriptions that tell a person who cannot see the image nothing. */
final class Descriptions {
  private static final int SHORTEST = 8;

  private static final Set<String> NOTHING =
      Set.of(
          "image",
          "picture",
          "photo",
          "an image",
          "a picture",
          "a photo",
          "screenshot",
          "graphic",
          "untitled",
          "photo of the team",
          "image description",
          "see text",
          "logo",
          "bild",
          "ein bild",
          "foto",
          "ein foto",
          "grafik",
          "siehe text",
          "une image",
          "une photo",
          "visuel",
          "voir texte",
          "imagen",
          "una imagen",
          "una foto",
          "ver texto",
          "captura");

  private Descriptions() {}

  static List<Span> in(Passage passage) {
    String words = passage.text().strip();
    boolean says =
        words.isEmpty()
            || (words.length() >= SHORTEST
                && !NOTHING.contains(words.toLowerCase(Locale.ROOT))
                && !isFileName(words));
    return says || passage.context().place() != Context.Place.IMAGE_DESCRIPTION
        ? List.of()
        : List.of(new Span(0, passage.text().length()));
  }

  private static boolean isFileName(String words) {
    int dot = words.lastIndexOf('.');
    String end = dot < 0 ? "" : words.substring(dot + 1).toLowerCase(Locale.ROOT);
    return !words.contains(" ") && Set.of("jpg", "jpeg", "png", "gif", "webp", "svg").contains(end);
  }
}
