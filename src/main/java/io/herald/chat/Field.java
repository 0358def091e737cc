package io.herald.chat;

import io.herald.words.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a form: something to fill in, to read, to copy or to press. */
public sealed interface Field {
  <R> R in(Face<R> face);

  /**
   * Words to type.
   *
   * @param name its key among the {@link Values}; the same name keeps what was typed when the form
   *     changes under the person's hands
   * @param most the most characters that it takes, up to 3,000
   */
  record Typed(
      String name,
      String label,
      @Nullable String hint,
      String initial,
      boolean required,
      boolean several,
      int most)
      implements Field {
    @Override
    public <R> R in(Face<R> face) {
      return face.typed(this);
    }
  }

  /** One or several of a list of at most 100; an empty list is never shown. */
  record Picked(
      String name,
      String label,
      @Nullable String hint,
      List<Option> options,
      List<String> initial,
      boolean required,
      boolean several)
      implements Field {
    public Picked {
      options = List.copyOf(options);
      initial = List.copyOf(initial);
    }

    @Override
    public <R> R in(Face<R> face) {
      return face.picked(this);
    }
  }

  /** One of a {@link Picked}: at most 75 characters of label, 150 of value. */
  record Option(String value, String label) {}

  /** A date and a time, in the person's own zone. */
  record At(String name, String label, @Nullable String hint, @Nullable Instant initial)
      implements Field {
    @Override
    public <R> R in(Face<R> face) {
      return face.at(this);
    }
  }

  /** Something to read. */
  record Note(Text text) implements Field {
    @Override
    public <R> R in(Face<R> face) {
      return face.note(this);
    }
  }

  /** Words to copy, under a label. */
  record Copy(String label, String words) implements Field {
    @Override
    public <R> R in(Face<R> face) {
      return face.copy(this);
    }
  }

  /** Something to press within the form: a link, or an intent that changes the form itself. */
  record Press(List<Choice> choices) implements Field {
    public Press {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R in(Face<R> face) {
      return face.press(this);
    }
  }

  /** How a platform draws each field. */
  interface Face<R> {
    R typed(Typed field);

    R picked(Picked field);

    R at(At field);

    R note(Note field);

    R copy(Copy field);

    R press(Press field);
  }
}
