package io.herald.chat;

import io.herald.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a card, named for what it says rather than how it looks. Each face draws every part;
 * the fold makes the compiler refuse one that forgot a part.
 */
public sealed interface Part {
  <R> R in(Face<R> face);

  /** The headline of the card: a few words, at most 150 characters. */
  record Heading(String words) implements Part {
    @Override
    public <R> R in(Face<R> face) {
      return face.heading(this);
    }
  }

  /** Who is asking what, or what happened: a sentence or two. */
  record Lead(Text text) implements Part {
    @Override
    public <R> R in(Face<R> face) {
      return face.lead(this);
    }
  }

  /** Somebody's words, shown as they wrote them. Data: no character of it is markup. */
  record Body(String words) implements Part {
    @Override
    public <R> R in(Face<R> face) {
      return face.body(this);
    }
  }

  /** Words to copy, in a block of their own under a label. */
  record Copy(String label, String words) implements Part {
    @Override
    public <R> R in(Face<R> face) {
      return face.copy(this);
    }
  }

  /** Pairs of a label and what it says. */
  record Facts(List<Fact> facts) implements Part {
    public Facts {
      facts = List.copyOf(facts);
    }

    @Override
    public <R> R in(Face<R> face) {
      return face.facts(this);
    }
  }

  /** One pair of {@link Facts}. */
  record Fact(String label, Text text) {}

  /** How far something is: so many of so many, with words for those who do not see the bar. */
  record Progress(String words, long done, long of) implements Part {
    /** As many pieces as fit on one line of a telephone. */
    private static final int PIECES = 20;

    @Override
    public <R> R in(Face<R> face) {
      return face.progress(this);
    }

    /** A bar of characters. */
    public String bar() {
      int full = of <= 0 ? 0 : (int) Math.min(PIECES, done * PIECES / of);
      return "▰".repeat(full) + "▱".repeat(PIECES - full);
    }
  }

  /** What deserves attention before deciding: warnings, each a sentence. */
  record Findings(List<Text> findings) implements Part {
    public Findings {
      findings = List.copyOf(findings);
    }

    @Override
    public <R> R in(Face<R> face) {
      return face.findings(this);
    }
  }

  /** An image with its description; the platform fetches it, Herald never does. */
  record Picture(String address, String description) implements Part {
    @Override
    public <R> R in(Face<R> face) {
      return face.picture(this);
    }
  }

  /** One thing of a list: what it is, a small picture, and what can be done with it. */
  record Entry(Text text, @Nullable Picture thumbnail, List<Choice> choices) implements Part {
    public Entry {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R in(Face<R> face) {
      return face.entry(this);
    }
  }

  /** What the person can do, in order of weight. */
  record Choices(List<Choice> choices) implements Part {
    public Choices {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R in(Face<R> face) {
      return face.choices(this);
    }
  }

  /** A quiet line below the rest. */
  record Footnote(Text text) implements Part {
    @Override
    public <R> R in(Face<R> face) {
      return face.footnote(this);
    }
  }

  /** A line between what does not belong together. */
  record Divider() implements Part {
    @Override
    public <R> R in(Face<R> face) {
      return face.divider(this);
    }
  }

  /** How a platform draws each part. */
  interface Face<R> {
    R heading(Heading part);

    R lead(Lead part);

    R body(Body part);

    R copy(Copy part);

    R facts(Facts part);

    R progress(Progress part);

    R findings(Findings part);

    R picture(Picture part);

    R entry(Entry part);

    R choices(Choices part);

    R footnote(Footnote part);

    R divider(Divider part);
  }
}
