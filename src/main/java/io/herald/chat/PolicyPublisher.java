package io.herald.chat;

import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.policy.Language;
import io.herald.policy.Policies;
import io.herald.policy.PolicyDocument;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
import io.herald.policy.Strictness;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishing the policy, for admins; how many have read it, for leads as well. */
final class PolicyPublisher implements Clerk<Intent.Governing> {
  private final Roles roles;
  private final Policies policies;
  private final Topics topics;
  private final PolicyStatus status;
  private final Clerk<Intent.Disclosing> disclosing;
  private final Homes homes;

  PolicyPublisher(
      Roles roles,
      Policies policies,
      Topics topics,
      PolicyStatus status,
      Clerk<Intent.Disclosing> disclosing,
      Homes homes) {
    this.roles = roles;
    this.policies = policies;
    this.topics = topics;
    this.status = status;
    this.disclosing = disclosing;
    this.homes = homes;
  }

  @Override
  public Reply handle(Turn turn, Intent.Governing intent) {
    Tx tx = turn.tx();
    if (intent instanceof Intent.ShowPolicyStatus) {
      roles.must(tx, turn.member(), Role.LEAD, Role.ADMIN);
      return PolicyClerk.show(turn, status.draw(tx, turn.person().platform()));
    }
    roles.must(tx, turn.member(), Role.ADMIN);
    if (intent instanceof Intent.Disclosing i) {
      return disclosing.handle(turn, i);
    }
    if (intent instanceof Intent.PublishPolicy publish) {
      return publish(tx, publish.document());
    }
    if (intent instanceof Intent.TranslatePolicy translate) {
      return translate(tx, policies.get(tx, translate.document()));
    }
    // What is in force stands on everybody's Home, with the share buttons that wait for it.
    homes.refreshMembers(tx);
    if (intent instanceof Intent.SavePolicy save) {
      return save(turn, save);
    }
    if (intent instanceof Intent.SaveTranslation save) {
      return save(turn, save);
    }
    if (intent instanceof Intent.RetirePolicy retire) {
      return retire(turn, policies.get(tx, retire.document()));
    }
    return strictness(turn, ((Intent.SetStrictness) intent).words());
  }

  private Reply publish(Tx tx, long id) {
    if (id == 0) {
      return form("policy.publish.title", new Intent.SavePolicy(0, 0), null, Language.ALL, tx);
    }
    PolicyDocument before = policies.get(tx, id);
    return form(
        "policy.new_version",
        new Intent.SavePolicy(id, before.version()),
        before,
        Language.ALL,
        tx);
  }

  private Reply translate(Tx tx, PolicyDocument document) {
    List<Language> left =
        Language.ALL.stream().filter(l -> document.exactlyIn(l).isEmpty()).toList();
    return new Reply.Open(
        PolicyForm.draw(
            Words.say("policy.translate"),
            new Intent.SaveTranslation(document.id(), document.version()),
            document.first(),
            left,
            null,
            topics.offered(tx)));
  }

  private Reply form(
      String title, Intent save, @Nullable PolicyDocument before, List<Language> languages, Tx tx) {
    return new Reply.Open(
        PolicyForm.draw(
            Words.say(title),
            save,
            before == null ? null : before.first(),
            languages,
            before == null ? Readers.EVERYBODY : before.readers(),
            topics.offered(tx)));
  }

  private Reply save(Turn turn, Intent.SavePolicy save) {
    PolicyForm.Read read = PolicyForm.read(turn.values(), topics.offered(turn.tx()));
    @Nullable PolicyText text = read.text();
    if (text == null) {
      return new Reply.Correct(read.mistakes());
    }
    if (save.document() == 0) {
      policies.publish(turn.tx(), turn.member(), text, read.readers());
      return published(text, 1);
    }
    return corrected(
        PolicyForm.TITLE,
        published(text, save.version() + 1),
        () ->
            policies.publishNext(
                turn.tx(), turn.member(), save.document(), save.version(), text, read.readers()));
  }

  private Reply save(Turn turn, Intent.SaveTranslation save) {
    PolicyForm.Read read = PolicyForm.read(turn.values(), topics.offered(turn.tx()));
    @Nullable PolicyText text = read.text();
    if (text == null) {
      return new Reply.Correct(read.mistakes());
    }
    return corrected(
        PolicyForm.LANGUAGE,
        new Reply.Say(
            Words.text("policy.translated", Text.strong(text.title()), text.language().name())),
        () -> policies.translate(turn.tx(), turn.member(), save.document(), save.version(), text));
  }

  private static Reply published(PolicyText text, int version) {
    return new Reply.Say(Words.text("policy.published", Text.strong(text.title()), version));
  }

  /** What is refused is said at a field, for what was typed stays before the person's eyes. */
  private static Reply corrected(String field, Reply done, Runnable deed) {
    try {
      deed.run();
      return done;
    } catch (Refusal refusal) {
      return new Reply.Correct(Map.of(field, refusal.text()));
    }
  }

  private Reply retire(Turn turn, PolicyDocument document) {
    policies.retire(turn.tx(), turn.member(), document.id());
    Text said = Words.text("policy.retired", Text.strong(document.first().title()));
    return PolicyClerk.show(
        turn, new Card(said.plain(ZoneOffset.UTC), List.of(new Part.Lead(said))));
  }

  private Reply strictness(Turn turn, String word) {
    Optional<Strictness> chosen = Strictness.of(word);
    chosen.ifPresent(strictness -> policies.strictness(turn.tx(), turn.member(), strictness));
    Text now = Words.text("strictness." + policies.strictness(turn.tx()).word());
    Text usage =
        Words.text(
            "strictness.usage",
            Commands.typed(turn.person().platform(), "policy strictness strict"),
            Commands.typed(turn.person().platform(), "policy strictness balanced"),
            Commands.typed(turn.person().platform(), "policy strictness open"));
    return new Reply.Say(chosen.isPresent() ? now : now.then("\n").then(usage));
  }
}
