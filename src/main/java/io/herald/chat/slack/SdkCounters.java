package io.herald.chat.slack;

import com.slack.api.SlackConfig;
import com.slack.api.audit.AuditConfig;
import com.slack.api.methods.MethodsConfig;
import com.slack.api.rate_limits.metrics.MetricsDatastore;
import com.slack.api.scim.SCIMConfig;
import com.slack.api.scim2.SCIM2Config;
import java.util.stream.Stream;

/**
 * Stops what the SDK counts for its own rate limiter, which Herald does not use: a thread for each
 * of its kinds of client, twice over for configurations that nobody uses, and a memory of every
 * channel ever written to.
 */
final class SdkCounters {
  private SdkCounters() {}

  static void stop(SlackConfig config) {
    Stream.of(
            config.getMethodsConfig().getMetricsDatastore(),
            config.getAuditConfig().getMetricsDatastore(),
            config.getSCIMConfig().getMetricsDatastore(),
            config.getSCIM2Config().getMetricsDatastore(),
            SlackConfig.DEFAULT.getMethodsConfig().getMetricsDatastore(),
            SlackConfig.DEFAULT.getAuditConfig().getMetricsDatastore(),
            SlackConfig.DEFAULT.getSCIMConfig().getMetricsDatastore(),
            SlackConfig.DEFAULT.getSCIM2Config().getMetricsDatastore(),
            MethodsConfig.DEFAULT_SINGLETON.getMetricsDatastore(),
            AuditConfig.DEFAULT_SINGLETON.getMetricsDatastore(),
            SCIMConfig.DEFAULT_SINGLETON.getMetricsDatastore(),
            SCIM2Config.DEFAULT_SINGLETON.getMetricsDatastore())
        .forEach(SdkCounters::stop);
  }

  private static void stop(MetricsDatastore store) {
    store.setStatsEnabled(false);
  }
}
