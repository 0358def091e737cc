package io.herald.chat.teams;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface TeamsSql {
  String CONVERSATION =
      """
      SELECT tenant, conversation, kind, service_url, bot, person, team, name, ended_at
      FROM teams_conversation
      """;

  @SqlQuery(CONVERSATION + "WHERE tenant = :tenant AND conversation = :conversation")
  Optional<Reference> find(String tenant, String conversation);

  @SqlQuery(
      CONVERSATION
          + """
            WHERE tenant = :tenant AND person = :person AND kind = 'PERSONAL'
            ORDER BY seen_at DESC FETCH FIRST 1 ROW ONLY
            """)
  Optional<Reference> personal(String tenant, String person);

  @SqlQuery(
      CONVERSATION
          + """
            WHERE tenant = :tenant AND kind = 'CHANNEL' AND ended_at IS NULL
            ORDER BY id FETCH FIRST 200 ROWS ONLY
            """)
  List<Reference> channels(String tenant);

  @SqlQuery(
      CONVERSATION
          + """
            WHERE tenant = :tenant ORDER BY seen_at DESC FETCH FIRST 1 ROW ONLY
            """)
  Optional<Reference> latest(String tenant);

  @SqlQuery("SELECT tenant FROM teams_conversation ORDER BY seen_at DESC FETCH FIRST 1 ROW ONLY")
  Optional<String> latestTenant();

  @SqlUpdate(
      """
      INSERT INTO teams_conversation
        (tenant, conversation, kind, service_url, bot, person, team, name, seen_at)
      VALUES (:tenant, :conversation, :kind, :serviceUrl, :bot, :person, :team, :name, :now)
      ON CONFLICT DO NOTHING
      """)
  int add(
      String tenant,
      String conversation,
      Reference.Kind kind,
      String serviceUrl,
      String bot,
      @Nullable String person,
      @Nullable String team,
      @Nullable String name,
      Instant now);

  @SqlUpdate(
      """
      UPDATE teams_conversation
      SET kind = :kind, service_url = :serviceUrl, bot = :bot, person = :person, team = :team,
          name = :name, seen_at = :now, ended_at = NULL
      WHERE tenant = :tenant AND conversation = :conversation
      """)
  int change(
      String tenant,
      String conversation,
      Reference.Kind kind,
      String serviceUrl,
      String bot,
      @Nullable String person,
      @Nullable String team,
      @Nullable String name,
      Instant now);

  @SqlUpdate(
      """
      UPDATE teams_conversation SET ended_at = :now
      WHERE tenant = :tenant AND conversation = :conversation AND ended_at IS NULL
      """)
  int end(String tenant, String conversation, Instant now);

  @SqlUpdate(
      """
      UPDATE teams_conversation SET ended_at = :now
      WHERE tenant = :tenant AND team = :team AND ended_at IS NULL
      """)
  int endTeam(String tenant, String team, Instant now);

  @SqlQuery(
      """
      SELECT tenant, person, object_id, zone, met_in, home FROM teams_person
      WHERE tenant = :tenant AND person = :person
      """)
  Optional<Met> met(String tenant, String person);

  @SqlUpdate(
      """
      INSERT INTO teams_person (tenant, person, object_id, zone, met_in)
      VALUES (:tenant, :person, :objectId, :zone, :metIn)
      ON CONFLICT DO NOTHING
      """)
  int meet(
      String tenant,
      String person,
      @Nullable String objectId,
      @Nullable String zone,
      @Nullable String metIn);

  @SqlUpdate(
      """
      UPDATE teams_person SET object_id = :objectId, zone = :zone, met_in = :metIn
      WHERE tenant = :tenant AND person = :person
      """)
  int meetAgain(
      String tenant,
      String person,
      @Nullable String objectId,
      @Nullable String zone,
      @Nullable String metIn);

  @SqlUpdate("UPDATE teams_person SET home = :home WHERE tenant = :tenant AND person = :person")
  int home(String tenant, String person, @Nullable String home);

  @SqlQuery("SELECT card FROM teams_form WHERE id = :id")
  Optional<String> form(String id);

  @SqlUpdate(
      "INSERT INTO teams_form (id, card, at) VALUES (:id, :card, :now) ON CONFLICT DO NOTHING")
  int keep(String id, String card, Instant now);

  @SqlUpdate("UPDATE teams_form SET card = :card, at = :now WHERE id = :id")
  int keepAgain(String id, String card, Instant now);

  @SqlUpdate("UPDATE teams_form SET at = :at WHERE id = :id")
  int age(String id, Instant at);

  @SqlUpdate("DELETE FROM teams_form WHERE at < :before")
  int forget(Instant before);

  /**
   * Somebody whom Herald has met.
   *
   * @param objectId their id in the directory
   * @param metIn the conversation in whose roster they are
   * @param home the message that shows their Home
   */
  record Met(
      String tenant,
      String person,
      @Nullable String objectId,
      @Nullable String zone,
      @Nullable String metIn,
      @Nullable String home) {}
}
