package io.herald.settings;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of all settings. */
final class Names {
  static final String CONFIG = "HERALD_CONFIG";
  static final String PORT = "HERALD_PORT";
  static final String BIND = "HERALD_BIND";
  static final String OPERATIONS_PORT = "HERALD_OPERATIONS_PORT";
  static final String PUBLIC_URL = "HERALD_PUBLIC_URL";
  static final String DATA = "HERALD_DATA";
  static final String DATABASE_URL = "HERALD_DATABASE_URL";
  static final String ENCRYPTION_KEY = "HERALD_ENCRYPTION_KEY";
  static final String KEEP_BACKUPS = "HERALD_KEEP_BACKUPS";
  static final String SLACK_API_URL = "HERALD_SLACK_API_URL";
  static final String ADMINS = "HERALD_ADMINS";
  static final String APPROVERS = "HERALD_APPROVERS";
  static final String APPROVERS_CHANNEL = "HERALD_APPROVERS_CHANNEL";
  static final String TEAMS_APPROVERS_CHANNEL = "HERALD_TEAMS_APPROVERS_CHANNEL";
  static final String GRACE = "HERALD_GRACE";
  static final String REMIND_THREAD = "HERALD_REMIND_THREAD";
  static final String REMIND_APPROVERS = "HERALD_REMIND_APPROVERS";
  static final String REMIND_ADMINS = "HERALD_REMIND_ADMINS";
  static final String LINKEDIN = "HERALD_LINKEDIN";
  static final String TEAMS_DEVELOPMENT = "HERALD_TEAMS_DEVELOPMENT";

  /** The build's own, of no meaning here. */
  private static final String TEST_NO_SKIP = "HERALD_TEST_NO_SKIP";

  static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
  static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
  static final String APP_ID = "MicrosoftAppId";
  static final String APP_PASSWORD = "MicrosoftAppPassword";
  static final String APP_TENANT = "MicrosoftAppTenantId";

  static final Set<String> KNOWN =
      Set.of(
          CONFIG,
          PORT,
          BIND,
          OPERATIONS_PORT,
          PUBLIC_URL,
          DATA,
          DATABASE_URL,
          ENCRYPTION_KEY,
          KEEP_BACKUPS,
          SLACK_API_URL,
          ADMINS,
          APPROVERS,
          APPROVERS_CHANNEL,
          TEAMS_APPROVERS_CHANNEL,
          GRACE,
          REMIND_THREAD,
          REMIND_APPROVERS,
          REMIND_ADMINS,
          LINKEDIN,
          TEAMS_DEVELOPMENT,
          TEST_NO_SKIP,
          BOT_TOKEN,
          SIGNING_SECRET,
          APP_ID,
          APP_PASSWORD,
          APP_TENANT);

  /** The same by their capitals, to help with names typed in another case. */
  static final Map<String, String> KNOWN_UPPER =
      Collections.unmodifiableMap(
          KNOWN.stream().collect(Collectors.toMap(name -> name.toUpperCase(Locale.ROOT), n -> n)));

  private Names() {}
}
