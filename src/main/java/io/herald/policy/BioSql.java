package io.herald.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface BioSql {
  @SqlQuery("SELECT doing, employer FROM bio WHERE member = :member")
  Optional<Bio> bio(long member);

  @SqlUpdate("UPDATE bio SET doing = :doing, employer = :employer WHERE member = :member")
  int change(long member, String doing, String employer);

  @SqlUpdate("INSERT INTO bio (member, doing, employer) VALUES (:member, :doing, :employer)")
  void add(long member, String doing, String employer);

  @SqlQuery(
      """
      SELECT network, kind, bio, bio_placed_at AS placed_at FROM own_account
      WHERE member = :member ORDER BY network
      """)
  List<Row> accounts(long member);

  @SqlUpdate("UPDATE own_account SET kind = :kind WHERE member = :member AND network = :network")
  int changeKind(long member, String network, AccountKind kind);

  @SqlUpdate("INSERT INTO own_account (member, network, kind) VALUES (:member, :network, :kind)")
  void addAccount(long member, String network, AccountKind kind);

  @SqlUpdate("DELETE FROM own_account WHERE member = :member AND network = :network")
  int drop(long member, String network);

  @SqlUpdate(
      """
      UPDATE own_account SET bio = :words, bio_placed_at = :at
      WHERE member = :member AND network = :network
      """)
  int placed(long member, String network, String words, Instant at);

  @SqlUpdate(
      """
      DELETE FROM own_account WHERE member = :from AND EXISTS (
        SELECT 1 FROM own_account o WHERE o.member = :to AND o.network = own_account.network)
      """)
  void dropDouble(long from, long to);

  @SqlUpdate("UPDATE own_account SET member = :to WHERE member = :from")
  void handOver(long from, long to);

  @SqlUpdate(
      """
      UPDATE bio SET member = :to
      WHERE member = :from AND NOT EXISTS (SELECT 1 FROM bio o WHERE o.member = :to)
      """)
  void handOverBio(long from, long to);

  @SqlUpdate("DELETE FROM bio WHERE member = :member")
  void forget(long member);

  /** An account as it is stored. */
  record Row(String network, AccountKind kind, @Nullable String bio, @Nullable Instant placedAt) {}
}
