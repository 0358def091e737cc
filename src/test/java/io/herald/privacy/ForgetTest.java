package io.herald.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.store.Database;
import io.herald.store.Rows;
import io.herald.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever adds a table that names people decides what becomes of it when one is erased. */
class ForgetTest {
  /** Columns that lead to a person, by what they are called everywhere. */
  private static final Set<String> PERSONAL =
      Set.of("member", "identity", "author", "owner", "platform_id", "recipient", "person");

  /** Why a table that names people is left as it is. */
  private static final Set<String> STAYS =
      Set.of(
          // What was written and decided for the organisation stays, by number: see KeptAs.
          "post",
          "revision",
          "decision",
          "review_event",
          "post_priority",
          "campaign",
          "check_override",
          "recheck",
          "record_export",
          "policy_acknowledgement",
          "record",
          // A stage whose decider is gone must not fall to any approver.
          "topic_decider",
          // A workspace is no person.
          "workspace",
          // That they wished it, and what is held.
          "erasure",
          "legal_hold",
          // The keys of what stays; those of what goes are destroyed one by one.
          "person_key");

  /** What is forgotten and in nobody's file, for it says nothing of the person. */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          // On its way for minutes, or how often they were asked.
          "outbox",
          "waiting_intent",
          "channel_request",
          "link_code",
          "link_try",
          "download",
          "ask_week",
          "policy_ask",
          // How it comes to them: the posts themselves are in the file.
          "home_page",
          "card",
          "digest",
          "digest_delivery",
          "week_report",
          "record_batch",
          // What the platform says of them, beside the account, or says of itself.
          "group_member",
          "teams_conversation",
          "teams_person",
          // A count of everybody; which wordings somebody was given is in the file with the post.
          "words_given",
          // A mark that somebody has shared; each share is in the file.
          "sharer");

  @Test
  void whatever_is_forgotten_of_a_member_is_in_the_file_that_they_can_have() throws IOException {
    String forgotten = Files.readString(Path.of("src/main/java/io/herald/privacy/ForgetSql.java"));
    String shown = Files.readString(Path.of("src/main/java/io/herald/privacy/OwnDataSql.java"));
    var missing = new TreeSet<String>();
    Matcher table = Pattern.compile("(?:UPDATE|DELETE FROM) (\\w+)").matcher(forgotten);
    while (table.find()) {
      String name = table.group(1);
      boolean isShown = Pattern.compile("(?:FROM|JOIN) " + name + "\\b").matcher(shown).find();
      if (!isShown && !name.equals("identity") && !NOT_SHOWN.contains(name)) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_table_that_names_people_is_forgotten_or_stays_for_a_reason() throws IOException {
    String sql = Files.readString(Path.of("src/main/java/io/herald/privacy/ForgetSql.java"));
    var undecided = new TreeSet<String>();
    try (Database database = TestDatabase.inMemory()) {
      database.readWhole(
          new Rows() {
            @Override
            public void table(String name, List<String> columns) {
              boolean personal = columns.stream().anyMatch(PERSONAL::contains);
              boolean forgotten =
                  Pattern.compile("(UPDATE|FROM) " + name + "\\b").matcher(sql).find();
              if (personal && !forgotten && !STAYS.contains(name)) {
                undecided.add(name);
              }
            }

            @Override
            public void row(List<@Nullable Object> cells) {}

            @Override
            public void next(String column, long id) {}
          });
    }
    assertThat(undecided).isEmpty();
  }
}
