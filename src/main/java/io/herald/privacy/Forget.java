package io.herald.privacy;

import io.herald.records.Sha256;
import io.herald.store.Changes;
import io.herald.store.Tx;
import io.herald.words.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Takes away what is kept about a member outside the ledger. */
final class Forget {
  private Forget() {}

  /**
   * Forgets a member.
   *
   * @param numbers theirs, and those of members who became one with them
   */
  static void all(Tx tx, long member, List<Long> numbers, Instant now) {
    var sql = tx.sql(ForgetSql.class);
    accounts(sql, member);
    for (long number : numbers) {
      choices(sql, number);
      doings(sql, number);
      outcomes(sql, number);
      sql.member(number, now);
    }
    // Other nodes remember whose share links are good.
    Changes.happened(tx);
  }

  private static void accounts(ForgetSql sql, long member) {
    List<ForgetSql.AccountRow> accounts = sql.accounts(member);
    // Whoever a card arrives at is locked before the card; so it is here.
    sql.account(member, Words.say("privacy.former_member"));
    for (ForgetSql.AccountRow account : accounts) {
      sql.homePages(account.id());
      sql.waiting(account.id());
      sql.channelRequests(account.id());
      sql.linkCodes(account.id());
      sql.linkTries(account.id());
      sql.lookUps(account.id());
      sql.groups(account.workspace(), account.platformId());
      sql.cardsOnTheWay(account.workspace(), account.platformId());
      sql.cards(account.workspace(), account.platformId());
      sql.teamsConversations(account.workspaceId(), account.platformId());
      sql.teamsPerson(account.workspaceId(), account.platformId());
    }
  }

  private static void choices(ForgetSql sql, long member) {
    sql.roles(member);
    sql.topics(member);
    sql.attention(member);
    sql.asks(member);
    sql.policyAsks(member);
    sql.reports(member);
    sql.keptTexts(member);
    sql.mastodon(member);
    sql.bio(member);
    sql.ownAccounts(member);
    sql.undisclosed(member);
    sql.downloads(member);
  }

  private static void doings(ForgetSql sql, long member) {
    sql.ownWords(member);
    sql.digestPosts(member);
    sql.digests(member);
    sql.uncountWordings(member);
    sql.wordings(member);
    sql.visits(member);
    sql.shares(member);
    sql.shareLinks(member);
    sql.sharer(member);
  }

  /** Which words they were given stands in outcomes too; there its hash takes a row's place. */
  private static void outcomes(ForgetSql sql, long member) {
    String theirs = "\"member\":" + member + ",";
    for (ForgetSql.BatchRow batch : sql.batches("%" + theirs + "%")) {
      sql.batch(
          batch.id(),
          Arrays.stream(batch.batchRows().split("\n"))
              .map(row -> row.contains(theirs) ? Sha256.of(row) : row)
              .collect(Collectors.joining("\n")));
    }
  }
}
