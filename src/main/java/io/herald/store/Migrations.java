package io.herald.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The steps from an empty database to the newest schema. */
final class Migrations {
  private final FluentConfiguration configuration;

  private Migrations(FluentConfiguration configuration) {
    this.configuration = configuration.locations("classpath:db/migration");
  }

  static Migrations of(DataSource source) {
    return new Migrations(Flyway.configure().dataSource(source));
  }

  static Migrations of(String url) {
    return new Migrations(Flyway.configure().dataSource(url, null, null));
  }

  /** Takes every step that has not been taken yet. */
  void all() {
    configuration.load().migrate();
  }

  /** Takes the steps up to a version, and none after it. */
  void upTo(String version) {
    configuration.target(version).load().migrate();
  }

  /** The version of the step that was taken last. */
  String version() {
    return Optional.ofNullable(configuration.load().info().current())
        .map(MigrationInfo::getVersion)
        .orElseThrow()
        .getVersion();
  }
}
