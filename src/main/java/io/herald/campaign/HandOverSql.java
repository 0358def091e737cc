package io.herald.campaign;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Deliveries of two members who become one. */
interface HandOverSql {
  @SqlQuery(
      """
      SELECT k.id AS kept, k.state AS kept_state, o.id AS other, o.state AS other_state,
             k.folded OR o.folded AS folded
      FROM delivery k JOIN delivery o ON o.post = k.post
      WHERE k.member = :to AND o.member = :from
      ORDER BY k.post
      """)
  List<Pair> both(long from, long to);

  /** Of two who have wordings the one's are given to nobody any more. */
  @SqlUpdate(
      """
      UPDATE words_given SET people = people - 1
      WHERE EXISTS (
          SELECT 1 FROM delivery d
          JOIN delivery t ON t.id = :taker AND t.linkedin IS NOT NULL
          WHERE d.id = :giver AND d.post = words_given.post AND d.linkedin = words_given.linkedin
            AND d.x = words_given.x AND d.facebook = words_given.facebook)
        AND shard = (
          SELECT MIN(w.shard) FROM words_given w
          WHERE w.post = words_given.post AND w.linkedin = words_given.linkedin
            AND w.x = words_given.x AND w.facebook = words_given.facebook)
      """)
  void takeBackSecond(long giver, long taker);

  @SqlUpdate(
      """
      UPDATE delivery SET
        linkedin = (SELECT g.linkedin FROM delivery g WHERE g.id = :giver),
        x = (SELECT g.x FROM delivery g WHERE g.id = :giver),
        facebook = (SELECT g.facebook FROM delivery g WHERE g.id = :giver)
      WHERE id = :taker AND linkedin IS NULL
      """)
  void giveIfNone(long giver, long taker);

  @SqlUpdate("UPDATE delivery SET folded = :folded WHERE id = :id")
  void fold(long id, boolean folded);

  @SqlUpdate("DELETE FROM delivery WHERE id = :id")
  void drop(long id);

  @SqlUpdate(
      """
      UPDATE delivery SET member = :to
      WHERE member = :from AND NOT EXISTS (
        SELECT 1 FROM delivery o WHERE o.member = :to AND o.post = delivery.post)
      """)
  void move(long from, long to);

  @SqlUpdate(
      """
      DELETE FROM digest_delivery WHERE delivery = :delivery AND digest IN (
        SELECT id FROM digest WHERE gathers = TRUE)
      """)
  void takeOutOfDigests(long delivery);

  String EMPTIED =
      """
      member = :from AND gathers = TRUE AND EXISTS (
        SELECT 1 FROM digest o WHERE o.member = :to AND o.gathers = TRUE)
      """;

  @SqlUpdate(
      """
      INSERT INTO digest_delivery (digest, delivery)
      SELECT o.id, g.delivery FROM digest_delivery g
      JOIN digest d ON d.id = g.digest
      JOIN digest o ON o.member = :to AND o.gathers = TRUE
      WHERE d.member = :from AND d.gathers = TRUE
      ON CONFLICT DO NOTHING
      """)
  void gatherTogether(long from, long to);

  @SqlUpdate(
      "DELETE FROM digest_delivery WHERE digest IN (SELECT id FROM digest WHERE " + EMPTIED + ")")
  void forgetGathered(long from, long to);

  @SqlUpdate(
      "DELETE FROM outbox WHERE kind = 'digest' AND subject IN (SELECT id FROM digest WHERE "
          + EMPTIED
          + ")")
  void endEmptied(long from, long to);

  @SqlUpdate("DELETE FROM digest WHERE " + EMPTIED)
  void dropEmptied(long from, long to);

  @SqlUpdate("UPDATE digest SET member = :to WHERE member = :from")
  void moveDigests(long from, long to);

  @SqlUpdate("UPDATE post_priority SET member = :to WHERE member = :from")
  void movePriorities(long from, long to);

  @SqlUpdate("UPDATE campaign SET owner = :to WHERE owner = :from")
  void moveCampaigns(long from, long to);

  /** Two deliveries of one post. */
  record Pair(long kept, int keptState, long other, int otherState, boolean folded) {}
}
