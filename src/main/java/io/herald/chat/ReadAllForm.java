package io.herald.chat;

import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Revision;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** All that a revision says, in full and to copy. */
final class ReadAllForm {
  /** A block of words in a form holds so many characters; a longer text goes over several. */
  private static final int BLOCK = 2_900;

  private ReadAllForm() {}

  static Form draw(Revision revision, Topics topics, Tx tx) {
    Content content = revision.content();
    var fields = new ArrayList<Field>();
    fields.add(new Field.Note(Text.strong(content.headline())));
    fields.add(new Field.Note(Text.link(content.link(), content.link())));
    String names =
        String.join(
            ", ",
            content.topics().stream()
                .map(id -> topics.find(tx, id).map(Topic::name).orElse("?"))
                .toList());
    fields.add(new Field.Note(Words.text("read_all.topics", names)));
    add(fields, Words.say("draft.text"), content.words());
    if (content.whole() != null) {
      add(fields, Words.say("read_all.whole"), content.whole());
    }
    for (Network network : DraftForm.WORDED) {
      List<String> own = content.wordings().getOrDefault(network, List.of());
      for (int i = 0; i < own.size(); i++) {
        add(
            fields,
            Words.say(i == 0 ? "draft.wording" : "draft.another", network.label(), i + 1),
            own.get(i));
      }
    }
    if (content.image() != null) {
      fields.add(
          new Field.Note(
              Words.text(
                  "read_all.image",
                  Text.link(content.image(), content.image()),
                  String.valueOf(content.imageDescription()))));
    }
    if (content.note() != null) {
      add(fields, Words.say("draft.note"), content.note());
    }
    return new Form(
        Words.say("read_all.title"),
        null,
        new Intent.ReadAll(revision.post(), revision.number()),
        fields);
  }

  private static void add(List<Field> fields, String label, String words) {
    String rest = words;
    boolean first = true;
    while (!rest.isEmpty()) {
      String part = Shorten.to(rest, BLOCK);
      fields.add(new Field.Copy(first ? label : Words.say("read_all.continued", label), part));
      rest = rest.substring(part.length());
      first = false;
    }
  }
}
