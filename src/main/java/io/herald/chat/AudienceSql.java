package io.herald.chat;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The channels and user groups that a campaign can mean. */
interface AudienceSql {
  @SqlUpdate("UPDATE channel_name SET offered = FALSE WHERE workspace = :workspace")
  void offerNoChannel(long workspace);

  @SqlUpdate(
      """
      UPDATE channel_name SET name = :name, offered = TRUE
      WHERE workspace = :workspace AND channel = :channel
      """)
  int offerChannel(long workspace, String channel, String name);

  @SqlUpdate(
      """
      INSERT INTO channel_name (workspace, channel, name) VALUES (:workspace, :channel, :name)
      ON CONFLICT DO NOTHING
      """)
  void addChannel(long workspace, String channel, String name);

  @SqlQuery(
      """
      SELECT workspace, channel, name FROM channel_name WHERE offered = TRUE
      ORDER BY name, workspace, channel FETCH FIRST :most ROWS ONLY
      """)
  List<ChannelSql.Known> channels(int most);

  @SqlUpdate("UPDATE user_group SET offered = FALSE WHERE workspace = :workspace")
  void offerNoGroup(long workspace);

  @SqlUpdate(
      """
      UPDATE user_group SET name = :name, offered = TRUE
      WHERE workspace = :workspace AND group_id = :group
      """)
  int offerGroup(long workspace, String group, String name);

  @SqlUpdate(
      """
      INSERT INTO user_group (workspace, group_id, name) VALUES (:workspace, :group, :name)
      ON CONFLICT DO NOTHING
      """)
  void addGroup(long workspace, String group, String name);

  /** The groups that campaigns mean or leave out which are not over. */
  @SqlQuery(
      """
      SELECT DISTINCT a.number AS workspace, a.word AS group_id FROM campaign_audience a
      JOIN campaign c ON c.id = a.campaign
      WHERE a.kind = 'GROUP' AND c.state IN ('DRAFT', 'CANARY', 'RUNNING', 'PAUSED')
      """)
  List<Meant> groupsMeant();

  /** The campaigns that nobody has sent yet and that mean a group, or leave it out. */
  @SqlQuery(
      """
      SELECT DISTINCT c.id FROM campaign_audience a JOIN campaign c ON c.id = a.campaign
      WHERE a.kind = 'GROUP' AND a.number = :workspace AND a.word = :group AND c.state = 'DRAFT'
      """)
  List<Long> draftsWith(long workspace, String group);

  /** A group that a campaign means, or leaves out. */
  record Meant(long workspace, String groupId) {}
}
