package io.herald.chat;

import io.herald.network.Network;
import io.herald.policy.AccountKind;
import io.herald.policy.Bio;
import io.herald.policy.Bios;
import io.herald.policy.OwnAccount;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The form in which a member says what their own accounts are for. */
final class BioForm {
  static final String DOING = "doing";
  static final String EMPLOYER = "employer";

  /** Stands for no account on a network. */
  static final String NONE = "none";

  private BioForm() {}

  static Form draw(Bio bio, List<OwnAccount> accounts) {
    var fields = new ArrayList<Field>();
    fields.add(new Field.Note(Words.text("bio.note")));
    fields.add(typed(DOING, bio.doing(), false));
    fields.add(typed(EMPLOYER, bio.employer(), true));
    for (Network network : Bios.NETWORKS) {
      fields.add(
          new Field.Picked(
              network.slug(),
              Words.say("bio.account", network.label()),
              null,
              Stream.concat(
                      Stream.of(new Field.Option(NONE, Words.say("bio.kind.none"))),
                      Arrays.stream(AccountKind.values())
                          .map(
                              kind ->
                                  new Field.Option(
                                      kind.name(), Words.say("bio.kind." + kind.name()))))
                  .toList(),
              List.of(
                  accounts.stream()
                      .filter(account -> account.network() == network)
                      .map(account -> account.kind().name())
                      .findFirst()
                      .orElse(NONE)),
              true,
              false));
    }
    return new Form(Words.say("bio.form"), Words.say("bio.submit"), new Intent.SaveBio(), fields);
  }

  static Optional<AccountKind> kind(Values values, Network network) {
    return Arrays.stream(AccountKind.values())
        .filter(kind -> kind.name().equals(values.text(network.slug())))
        .findFirst();
  }

  private static Field typed(String name, String initial, boolean required) {
    return new Field.Typed(
        name,
        Words.say("bio." + name),
        Words.say("bio." + name + ".hint"),
        initial,
        required,
        false,
        Bio.MOST);
  }
}
