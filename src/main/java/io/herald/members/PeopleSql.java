package io.herald.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface PeopleSql {
  String PERSON =
      """
      SELECT i.id, i.member, i.workspace, w.platform, w.platform_id AS workspace_id, i.platform_id,
             i.name, i.email, i.kind, i.zone, i.conversation, m.joined_at, m.welcomed_at,
             i.home_seen_at, m.tracking, i.last_used_at, i.preferred
      FROM identity i
      JOIN workspace w ON w.id = i.workspace
      JOIN member m ON m.id = i.member
      """;

  @SqlQuery("SELECT id FROM workspace WHERE platform = :platform AND platform_id = :platformId")
  Optional<Long> workspace(Platform platform, String platformId);

  @SqlQuery("SELECT id, platform, platform_id FROM workspace WHERE id = :id")
  Optional<WorkspaceRow> workspaceById(long id);

  @SqlQuery("SELECT id, platform, platform_id FROM workspace ORDER BY id")
  List<WorkspaceRow> workspaces();

  @SqlUpdate(
      """
      INSERT INTO workspace (platform, platform_id, first_seen) VALUES (:platform, :platformId, :now)
      ON CONFLICT DO NOTHING
      """)
  void addWorkspace(Platform platform, String platformId, Instant now);

  @SqlQuery("SELECT id FROM workspace WHERE id = :id FOR UPDATE")
  long lockWorkspace(long id);

  @SqlUpdate("INSERT INTO member (first_seen) VALUES (:now)")
  @GetGeneratedKeys("id")
  long addMember(Instant now);

  @SqlUpdate(
      """
      INSERT INTO identity (member, workspace, platform_id, kind)
      VALUES (:member, :workspace, :platformId, 'UNKNOWN')
      """)
  @GetGeneratedKeys("id")
  long addIdentity(long member, long workspace, String platformId);

  @SqlQuery(
      PERSON
          + """
            WHERE w.platform = :platform AND w.platform_id = :workspaceId AND i.platform_id = :user
            """)
  Optional<Person> byAccount(Platform platform, String workspaceId, String user);

  @SqlQuery(PERSON + "WHERE i.id = :id")
  Optional<Person> byId(long id);

  /** The number of a member who became one with another leads to that one. */
  @SqlQuery(
      PERSON
          + """
            WHERE i.member = COALESCE(
              (SELECT gone.merged_into FROM member gone WHERE gone.id = :member), :member)
            ORDER BY i.preferred DESC, i.last_used_at DESC NULLS LAST, i.id
            """)
  List<Person> ofMember(long member);

  /** The same for several, none of whom became one with another. */
  @SqlQuery(
      PERSON
          + """
            WHERE i.member IN (<members>)
            ORDER BY i.preferred DESC, i.last_used_at DESC NULLS LAST, i.id
            """)
  List<Person> ofMembers(@BindList("members") List<Long> members);

  @SqlBatch(
      """
      UPDATE identity SET conversation = :conversation
      WHERE workspace = :workspace AND platform_id = :platformId
      """)
  void converseWith(@BindMethods List<Conversation> all);

  /** Where the direct messages of whoever holds an account go. */
  record Conversation(long workspace, String platformId, String conversation) {}

  @SqlQuery(PERSON + "WHERE LOWER(i.email) = LOWER(:who) OR i.platform_id = :who ORDER BY i.id")
  List<Person> called(String who);

  @SqlQuery(
      PERSON
          + """
            WHERE EXISTS (SELECT 1 FROM member_role r WHERE r.member = i.member AND r.role = :role)
            ORDER BY i.id
            """)
  List<Person> withRole(Role role);

  @SqlUpdate(
      """
      UPDATE identity
      SET name = :name, email = :email, kind = :kind, zone = :zone, looked_up_at = :now
      WHERE id = :id
      """)
  void learn(
      long id,
      String name,
      @Nullable String email,
      AccountFacts.Kind kind,
      String zone,
      Instant now);

  @SqlUpdate(
      "UPDATE member SET left_organisation_at = :now WHERE id = :member AND left_organisation_at IS NULL")
  int leftOrganisation(long member, Instant now);

  @SqlUpdate(
      "UPDATE member SET left_organisation_at = NULL WHERE id = :member AND left_organisation_at IS NOT NULL")
  int backInOrganisation(long member);

  @SqlQuery("SELECT left_organisation_at IS NULL FROM member WHERE id = :member")
  Optional<Boolean> stillHere(long member);

  @SqlQuery(
      """
      SELECT id FROM identity WHERE looked_up_at <= :before
      ORDER BY looked_up_at FETCH FIRST :most ROWS ONLY
      """)
  List<Long> lookedUpBefore(Instant before, int most);

  @SqlUpdate("UPDATE identity SET conversation = :conversation WHERE id = :id")
  void converse(long id, String conversation);

  @SqlUpdate("UPDATE identity SET last_used_at = :now WHERE id = :id")
  void used(long id, Instant now);

  @SqlUpdate(
      """
      UPDATE identity SET last_used_at = :now
      WHERE id = :id AND EXISTS (
        SELECT 1 FROM identity other
        WHERE other.member = :member AND other.last_used_at > :before)
      """)
  void usedAgain(long id, long member, Instant before, Instant now);

  @SqlUpdate("UPDATE identity SET home_seen_at = :now WHERE id = :id")
  void sawHome(long id, Instant now);

  @SqlUpdate("UPDATE member SET joined_at = :now WHERE id = :member AND joined_at IS NULL")
  int join(long member, Instant now);

  @SqlUpdate("UPDATE member SET joined_at = NULL WHERE id = :member AND joined_at IS NOT NULL")
  int leave(long member);

  @SqlUpdate("UPDATE member SET welcomed_at = :now WHERE id = :member AND welcomed_at IS NULL")
  int welcome(long member, Instant now);

  @SqlUpdate("UPDATE member SET tracking = :tracking WHERE id = :member")
  void track(long member, boolean tracking);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM identity a JOIN identity b ON LOWER(a.email) = LOWER(b.email)
      WHERE a.member = :one AND b.member = :other
      """)
  int sharedAddresses(long one, long other);

  @SqlUpdate("INSERT INTO follow (member, topic) VALUES (:member, :topic) ON CONFLICT DO NOTHING")
  int follow(long member, long topic);

  @SqlUpdate("DELETE FROM follow WHERE member = :member AND topic = :topic")
  int unfollow(long member, long topic);

  @SqlQuery("SELECT member, topic FROM follow WHERE member IN (<members>) ORDER BY topic")
  List<Follow> follows(@BindList("members") List<Long> members);

  /** That a member follows a topic. */
  record Follow(long member, long topic) {}

  @SqlUpdate(
      """
      INSERT INTO member_role (member, role, granted_at) VALUES (:member, :role, :now)
      ON CONFLICT DO NOTHING
      """)
  int grant(long member, Role role, Instant now);

  @SqlUpdate("DELETE FROM member_role WHERE member = :member AND role = :role")
  int take(long member, Role role);

  @SqlQuery("SELECT COUNT(*) FROM member_role WHERE member = :member AND role = :role")
  int holds(long member, Role role);

  @SqlQuery("SELECT member FROM member_role WHERE role = :role ORDER BY member FOR UPDATE")
  List<Long> lockHolders(Role role);

  @SqlQuery("SELECT DISTINCT member FROM member_role WHERE role = :role")
  List<Long> holders(Role role);

  /** A workspace, by Herald's id and the platform's. */
  record WorkspaceRow(long id, Platform platform, String platformId) {}
}
