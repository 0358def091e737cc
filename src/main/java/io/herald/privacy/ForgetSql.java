package io.herald.privacy;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * All that is forgotten of a member, in one place so that it can be read as a whole. Whoever adds a
 * table that names a member decides here, or in {@code ForgetTest}, what becomes of it.
 */
interface ForgetSql {
  /** An account, as the platform knows it. */
  record AccountRow(long id, long workspace, String platformId, String workspaceId) {}

  @SqlQuery(
      """
      SELECT i.id, i.workspace, i.platform_id, w.platform_id AS workspace_id
      FROM identity i JOIN workspace w ON w.id = i.workspace WHERE i.member = :member ORDER BY i.id
      """)
  List<AccountRow> accounts(long member);

  /** What others wrote for somebody stays, and with it a row that says: somebody who was here. */
  @SqlUpdate(
      """
      UPDATE identity SET platform_id = 'erased/' || CAST(id AS VARCHAR(20)), name = :name,
        email = NULL, kind = 'UNKNOWN', zone = NULL, looked_up_at = NULL, conversation = NULL,
        home_seen_at = NULL, last_used_at = NULL, preferred = FALSE
      WHERE member = :member
      """)
  void account(long member, String name);

  /** Their share links end by that, as those of whoever left the organisation do. */
  @SqlUpdate(
      """
      UPDATE member SET joined_at = NULL, welcomed_at = NULL, tracking = FALSE,
        left_organisation_at = COALESCE(left_organisation_at, CAST(:now AS TIMESTAMP(3) WITH TIME ZONE))
      WHERE id = :member
      """)
  void member(long member, java.time.Instant now);

  @SqlUpdate("DELETE FROM member_role WHERE member = :member")
  void roles(long member);

  @SqlUpdate("DELETE FROM follow WHERE member = :member")
  void topics(long member);

  @SqlUpdate("DELETE FROM attention WHERE member = :member")
  void attention(long member);

  @SqlUpdate("DELETE FROM ask_week WHERE member = :member")
  void asks(long member);

  @SqlUpdate("DELETE FROM policy_ask WHERE member = :member")
  void policyAsks(long member);

  @SqlUpdate("DELETE FROM week_report WHERE member = :member")
  void reports(long member);

  @SqlUpdate("DELETE FROM kept_text WHERE member = :member")
  void keptTexts(long member);

  @SqlUpdate("DELETE FROM own_words WHERE member = :member")
  void ownWords(long member);

  @SqlUpdate("DELETE FROM mastodon_server WHERE member = :member")
  void mastodon(long member);

  @SqlUpdate("DELETE FROM bio WHERE member = :member")
  void bio(long member);

  @SqlUpdate("DELETE FROM own_account WHERE member = :member")
  void ownAccounts(long member);

  @SqlUpdate("DELETE FROM undisclosed WHERE member = :member")
  void undisclosed(long member);

  @SqlUpdate("DELETE FROM download WHERE member = :member")
  void downloads(long member);

  @SqlUpdate(
      """
      DELETE FROM digest_delivery
      WHERE digest IN (SELECT id FROM digest WHERE member = :member)
      """)
  void digestPosts(long member);

  @SqlUpdate("DELETE FROM digest WHERE member = :member")
  void digests(long member);

  @SqlUpdate(
      """
      UPDATE words_given SET people = people - 1
      WHERE EXISTS (
          SELECT 1 FROM delivery d
          WHERE d.member = :member AND d.post = words_given.post AND d.linkedin = words_given.linkedin
            AND d.x = words_given.x AND d.facebook = words_given.facebook)
        AND shard = (
          SELECT MIN(w.shard) FROM words_given w
          WHERE w.post = words_given.post AND w.linkedin = words_given.linkedin
            AND w.x = words_given.x AND w.facebook = words_given.facebook)
      """)
  void uncountWordings(long member);

  /** That a post went to somebody stays counted; which words they were given does not. */
  @SqlUpdate(
      """
      UPDATE delivery SET linkedin = NULL, x = NULL, facebook = NULL, folded = FALSE
      WHERE member = :member
      """)
  void wordings(long member);

  /** What the public opens goes on leading; it is counted for nobody. */
  @SqlUpdate("UPDATE share_link SET member = NULL, counted_at = NULL WHERE member = :member")
  void shareLinks(long member);

  @SqlUpdate(
      """
      DELETE FROM share
      WHERE share_link IN (SELECT id FROM share_link WHERE member = :member)
      """)
  void shares(long member);

  @SqlUpdate(
      """
      DELETE FROM visit_count
      WHERE tracked_link IN (
        SELECT t.id FROM tracked_link t JOIN share_link l ON l.id = t.share_link
        WHERE l.member = :member)
      """)
  void visits(long member);

  @SqlUpdate("DELETE FROM sharer WHERE member = :member")
  void sharer(long member);

  /** Outcomes of a broadcast, line by line, each of somebody. */
  record BatchRow(long id, String batchRows) {}

  @SqlQuery("SELECT id, batch_rows FROM record_batch WHERE batch_rows LIKE :saying ORDER BY id")
  List<BatchRow> batches(String saying);

  @SqlUpdate("UPDATE record_batch SET batch_rows = :rows WHERE id = :id")
  void batch(long id, String rows);

  @SqlUpdate("DELETE FROM home_page WHERE identity = :identity")
  void homePages(long identity);

  @SqlUpdate("DELETE FROM waiting_intent WHERE identity = :identity")
  void waiting(long identity);

  @SqlUpdate("DELETE FROM channel_request WHERE identity = :identity")
  void channelRequests(long identity);

  @SqlUpdate("DELETE FROM link_code WHERE identity = :identity")
  void linkCodes(long identity);

  @SqlUpdate("DELETE FROM link_try WHERE identity = :identity")
  void linkTries(long identity);

  @SqlUpdate("DELETE FROM outbox WHERE kind IN ('lookup', 'home') AND subject = :identity")
  void lookUps(long identity);

  @SqlUpdate("DELETE FROM group_member WHERE workspace = :workspace AND platform_id = :platformId")
  void groups(long workspace, String platformId);

  @SqlUpdate(
      """
      DELETE FROM outbox WHERE kind IN ('card', 'card_later') AND subject IN (
        SELECT id FROM card WHERE workspace = :workspace AND recipient = :platformId)
      """)
  void cardsOnTheWay(long workspace, String platformId);

  @SqlUpdate("DELETE FROM card WHERE workspace = :workspace AND recipient = :platformId")
  void cards(long workspace, String platformId);

  @SqlUpdate("DELETE FROM teams_conversation WHERE tenant = :tenant AND person = :person")
  void teamsConversations(String tenant, String person);

  @SqlUpdate("DELETE FROM teams_person WHERE tenant = :tenant AND person = :person")
  void teamsPerson(String tenant, String person);
}
