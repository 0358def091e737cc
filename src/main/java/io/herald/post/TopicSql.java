package io.herald.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface TopicSql {
  String TOPIC = "SELECT id, name, retired_at IS NOT NULL AS retired FROM topic ";

  @SqlQuery(TOPIC + "WHERE retired_at IS NULL ORDER BY id")
  List<Topic> offered();

  @SqlQuery(TOPIC + "WHERE id = :id")
  Optional<Topic> find(long id);

  @SqlQuery(TOPIC + "WHERE name_folded = :folded")
  Optional<Topic> named(String folded);

  @SqlUpdate("INSERT INTO topic (name, name_folded) VALUES (:name, :folded)")
  @GetGeneratedKeys("id")
  long add(String name, String folded);

  @SqlUpdate("UPDATE topic SET name = :name, name_folded = :folded WHERE id = :id")
  void rename(long id, String name, String folded);

  @SqlUpdate("UPDATE topic SET retired_at = :at WHERE id = :id")
  void retire(long id, @Nullable Instant at);

  @SqlUpdate(
      """
      INSERT INTO topic_channel (topic, workspace, channel) VALUES (:topic, :workspace, :channel)
      ON CONFLICT DO NOTHING
      """)
  int point(long topic, long workspace, String channel);

  @SqlUpdate(
      """
      DELETE FROM topic_channel
      WHERE topic = :topic AND workspace = :workspace AND channel = :channel
      """)
  int unpoint(long topic, long workspace, String channel);

  @SqlQuery("SELECT workspace, channel FROM topic_channel WHERE topic = :topic ORDER BY channel")
  List<Topic.Channel> channels(long topic);

  @SqlUpdate("DELETE FROM topic_stage WHERE topic = :topic")
  void dropStages(long topic);

  @SqlUpdate("INSERT INTO topic_stage (topic, position, name) VALUES (:topic, :position, :name)")
  void addStage(long topic, int position, String name);

  @SqlUpdate(
      """
      INSERT INTO topic_decider (topic, position, workspace, platform_id, is_group)
      VALUES (:topic, :position, :workspace, :platformId, :isGroup)
      ON CONFLICT DO NOTHING
      """)
  void addDecider(long topic, int position, long workspace, String platformId, boolean isGroup);

  @SqlQuery("SELECT position, name FROM topic_stage WHERE topic = :topic ORDER BY position")
  List<StageRow> stages(long topic);

  @SqlQuery(
      """
      SELECT workspace, platform_id, is_group FROM topic_decider
      WHERE topic = :topic AND position = :position ORDER BY platform_id
      """)
  List<Topic.Decider> deciders(long topic, int position);

  @SqlUpdate(
      "INSERT INTO user_group (workspace, group_id) VALUES (:workspace, :group) ON CONFLICT DO NOTHING")
  int addGroup(long workspace, String group);

  @SqlQuery("SELECT id FROM user_group WHERE workspace = :workspace AND group_id = :group")
  long group(long workspace, String group);

  @SqlQuery("SELECT id, workspace, group_id, looked_up_at FROM user_group WHERE id = :id")
  Optional<GroupRow> groupById(long id);

  @SqlUpdate("DELETE FROM group_member WHERE workspace = :workspace AND group_id = :group")
  void dropGroupMembers(long workspace, String group);

  @SqlUpdate(
      """
      INSERT INTO group_member (workspace, group_id, platform_id)
      VALUES (:workspace, :group, :platformId) ON CONFLICT DO NOTHING
      """)
  void addGroupMember(long workspace, String group, String platformId);

  @SqlUpdate("UPDATE user_group SET looked_up_at = :at WHERE id = :id")
  void lookedUp(long id, Instant at);

  @SqlQuery(
      """
      SELECT platform_id FROM group_member WHERE workspace = :workspace AND group_id = :group
      ORDER BY platform_id
      """)
  List<String> groupMembers(long workspace, String group);

  /** A stage without its deciders. */
  record StageRow(int position, String name) {}

  /** A user group that decides somewhere. */
  record GroupRow(long id, long workspace, String groupId, @Nullable Instant lookedUpAt) {}
}
