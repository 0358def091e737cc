package io.herald.chat;

import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Topic;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form "New draft", also for the next revision of a post. */
final class DraftForm {
  /** The networks that can have wordings of their own, in the order of the form. */
  static final List<Network> WORDED = List.of(Network.LINKEDIN, Network.X, Network.FACEBOOK);

  /** The most wordings of a network. */
  static final int MOST_WORDINGS = 5;

  /** The most characters that a field of text takes. */
  static final int FIELD = 3_000;

  static final String LINK = "link";
  static final String HEADLINE = "headline";
  static final String TEXT = "text";
  static final String TOPICS = "topics";
  static final String IMAGE = "image";
  static final String IMAGE_DESCRIPTION = "image_description";
  static final String FREEDOM = "freedom";
  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String NOTE = "note";
  static final String BLOCKED = "blocked";

  /** To mend what a check blocks. */
  static final String MEND = "mend";

  /** To have an approver decide about what a check blocks. */
  static final String ASK = "ask";

  private DraftForm() {}

  /** The name of the field of a wording, counted from 1. */
  static String wording(Network network, int number) {
    return "wording_" + network.slug() + "_" + number;
  }

  /** How many wordings of a network a form asks for. */
  static int count(Intent.SubmitDraft draft, Network network) {
    return switch (network) {
      case LINKEDIN -> draft.linkedin();
      case X -> draft.x();
      case FACEBOOK -> draft.facebook();
      default -> 0;
    };
  }

  /** The same form, asking for one more wording of a network. */
  static Intent.SubmitDraft oneMore(Intent.SubmitDraft draft, Network network) {
    return new Intent.SubmitDraft(
        draft.post(),
        draft.revision(),
        draft.kept(),
        more(draft.linkedin(), network == Network.LINKEDIN),
        more(draft.x(), network == Network.X),
        more(draft.facebook(), network == Network.FACEBOOK));
  }

  private static int more(int count, boolean raise) {
    int within = Math.max(0, Math.min(count, MOST_WORDINGS));
    return raise ? Math.min(within + 1, MOST_WORDINGS) : within;
  }

  /** What stands in the form for what a revision says. */
  static Values values(Content content) {
    Map<String, List<String>> fields = new HashMap<>();
    put(fields, LINK, content.link());
    put(fields, HEADLINE, content.headline());
    put(fields, TEXT, content.words());
    content
        .wordings()
        .forEach(
            (network, wordings) -> {
              for (int i = 0; i < wordings.size(); i++) {
                put(fields, wording(network, i + 1), wordings.get(i));
              }
            });
    fields.put(TOPICS, content.topics().stream().map(String::valueOf).toList());
    put(fields, IMAGE, content.image());
    put(fields, IMAGE_DESCRIPTION, content.imageDescription());
    put(fields, FREEDOM, content.freedom().name());
    put(fields, FROM, content.from());
    put(fields, UNTIL, content.until());
    put(fields, NOTE, content.note());
    return new Values(fields);
  }

  private static void put(Map<String, List<String>> fields, String name, @Nullable Object value) {
    if (value instanceof Instant at) {
      fields.put(name, List.of(String.valueOf(at.getEpochSecond())));
    } else if (value != null && !value.toString().isEmpty()) {
      fields.put(name, List.of(value.toString()));
    }
  }

  /**
   * The form, filled in.
   *
   * @param length of the whole text where it is longer than the field, else 0
   */
  static Form draw(Intent.SubmitDraft draft, Values filled, List<Topic> topics, int length) {
    var fields = new ArrayList<Field>();
    if (length > FIELD) {
      fields.add(
          new Field.Note(
              Words.text(
                  "draft.too_long_for_form",
                  String.format(java.util.Locale.ENGLISH, "%,d", length))));
    }
    fields.add(typed(filled, LINK, true, false, 2_000));
    fields.add(typed(filled, HEADLINE, true, false, 150));
    fields.add(typed(filled, TEXT, true, true, FIELD));
    var adding = new ArrayList<Choice>();
    for (Network network : WORDED) {
      int count = count(draft, network);
      for (int i = 1; i <= count; i++) {
        String name = wording(network, i);
        String label = Words.say(i == 1 ? "draft.wording" : "draft.another", network.label(), i);
        fields.add(new Field.Typed(name, label, null, filled.text(name), false, true, FIELD));
      }
      if (count < MOST_WORDINGS) {
        adding.add(
            Choice.of(
                Words.say(count == 0 ? "draft.add_wording" : "draft.add_another", network.label()),
                new Intent.AddWording(network.slug())));
      }
    }
    if (!adding.isEmpty()) {
      fields.add(new Field.Press(adding));
    }
    fields.add(
        new Field.Picked(
            TOPICS,
            Words.say("draft.topics"),
            Words.say("draft.topics.hint"),
            topics.stream().map(t -> new Field.Option(String.valueOf(t.id()), t.name())).toList(),
            filled.all(TOPICS).stream()
                .filter(id -> topics.stream().anyMatch(t -> String.valueOf(t.id()).equals(id)))
                .toList(),
            false,
            true));
    fields.add(typed(filled, IMAGE, false, false, 2_000));
    fields.add(typed(filled, IMAGE_DESCRIPTION, false, false, 1_000));
    fields.add(
        new Field.Picked(
            FREEDOM,
            Words.say("draft.freedom"),
            null,
            List.of(
                freedom(Freedom.EDIT_FREELY),
                freedom(Freedom.AS_APPROVED),
                freedom(Freedom.TALKING_POINTS)),
            List.of(filled.has(FREEDOM) ? filled.text(FREEDOM) : Freedom.EDIT_FREELY.name()),
            true,
            false));
    fields.add(at(filled, FROM));
    fields.add(at(filled, UNTIL));
    fields.add(typed(filled, NOTE, false, true, FIELD));
    fields.add(
        new Field.Picked(
            BLOCKED,
            Words.say("draft.blocked"),
            Words.say("draft.blocked.hint"),
            List.of(
                new Field.Option(MEND, Words.say("draft.blocked.mend")),
                new Field.Option(ASK, Words.say("draft.blocked.ask"))),
            List.of(filled.text(BLOCKED).equals(ASK) ? ASK : MEND),
            true,
            false));
    return new Form(
        Words.say(draft.post() == 0 ? "draft.title" : "draft.title.again"),
        Words.say("draft.submit"),
        draft,
        fields);
  }

  private static Field.Option freedom(Freedom freedom) {
    return new Field.Option(freedom.name(), Words.say("freedom." + freedom.name()));
  }

  private static Field typed(
      Values filled, String name, boolean required, boolean several, int most) {
    String hint = "draft." + name + ".hint";
    return new Field.Typed(
        name,
        Words.say("draft." + name),
        Words.has(hint) ? Words.say(hint) : null,
        filled.text(name),
        required,
        several,
        most);
  }

  private static Field at(Values filled, String name) {
    return new Field.At(
        name,
        Words.say("draft." + name),
        Words.say("draft." + name + ".hint"),
        filled.moment(name).orElse(null));
  }
}
