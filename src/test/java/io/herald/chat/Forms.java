package io.herald.chat;

import java.util.List;

/** What stands in a form. */
final class Forms {
  private Forms() {}

  /** The list of a name to choose from. */
  static Field.Picked picked(Form form, String name) {
    return form.fields().stream()
        .filter(f -> f instanceof Field.Picked p && p.name().equals(name))
        .map(Field.Picked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static List<String> names(Form form) {
    return form.fields().stream()
        .filter(Field.Picked.class::isInstance)
        .map(f -> ((Field.Picked) f).name())
        .toList();
  }

  static List<String> notes(Form form) {
    return form.fields().stream()
        .filter(Field.Note.class::isInstance)
        .map(f -> ChatHouse.plain(((Field.Note) f).text()))
        .toList();
  }

  /** What can be copied from a form. */
  static List<String> copied(Form form) {
    return form.fields().stream()
        .filter(Field.Copy.class::isInstance)
        .map(f -> ((Field.Copy) f).words())
        .toList();
  }

  static List<String> labels(Form form) {
    return form.fields().stream()
        .filter(Field.Press.class::isInstance)
        .flatMap(f -> ((Field.Press) f).choices().stream())
        .map(Choice::label)
        .toList();
  }
}
