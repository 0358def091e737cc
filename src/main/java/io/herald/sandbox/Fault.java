package io.herald.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call.
 *
 * @param carriesOut whether the double does what was asked before it fails to say so
 * @param delay before anything is answered
 * @param header the value of {@code Retry-After}, null for none
 */
public record Fault(
    End end,
    boolean carriesOut,
    Duration delay,
    int status,
    String error,
    @Nullable String header) {

  /** How the call ends. */
  public enum End {
    ANSWER,
    STATUS,
    ERROR,
    CLOSE,
    HANG
  }

  /** No fault: for the good calls in a sequence of bad ones. */
  public static Fault none() {
    return slow(Duration.ZERO);
  }

  /** 429 with {@code Retry-After}. */
  public static Fault rateLimited(int seconds) {
    return rateLimited(Integer.toString(seconds));
  }

  /** 429 with this text as {@code Retry-After}; null leaves the header out. */
  public static Fault rateLimited(@Nullable String retryAfter) {
    return new Fault(End.STATUS, false, Duration.ZERO, 429, "ratelimited", retryAfter);
  }

  /** An answer with this status and no JSON, as Slack's front gives when it is in trouble. */
  public static Fault status(int status) {
    return new Fault(End.STATUS, false, Duration.ZERO, status, "", null);
  }

  /** Refused with this status and this code, as Teams refuses; nothing done. */
  public static Fault refused(int status, String code) {
    return new Fault(End.ERROR, false, Duration.ZERO, status, code, null);
  }

  /** {@code "ok": false} with this error, nothing done. */
  public static Fault error(String code) {
    return new Fault(End.ERROR, false, Duration.ZERO, 200, code, null);
  }

  /** {@code "ok": false} with this error though it was done, as {@code fatal_error} may mean. */
  public static Fault errorThoughDone(String code) {
    return new Fault(End.ERROR, true, Duration.ZERO, 200, code, null);
  }

  /** The connection is closed without an answer, nothing done. */
  public static Fault closed() {
    return new Fault(End.CLOSE, false, Duration.ZERO, 0, "", null);
  }

  /** The connection is closed without an answer, after it was done. */
  public static Fault closedThoughDone() {
    return new Fault(End.CLOSE, true, Duration.ZERO, 0, "", null);
  }

  /** No answer ever, nothing done. */
  public static Fault hangs() {
    return new Fault(End.HANG, false, Duration.ZERO, 0, "", null);
  }

  /** No answer ever, after it was done. */
  public static Fault hangsThoughDone() {
    return new Fault(End.HANG, true, Duration.ZERO, 0, "", null);
  }

  /** Done and answered, but late. */
  public static Fault slow(Duration delay) {
    return new Fault(End.ANSWER, true, delay, 200, "", null);
  }

  /** Whether the caller cannot tell from it whether the call was carried out. */
  public boolean ambiguous() {
    return switch (end) {
      case ANSWER -> false;
      case CLOSE, HANG -> true;
      case STATUS -> lost(status);
      case ERROR -> lost(status) || error.matches("fatal_error|internal_error|request_timeout");
    };
  }

  private static boolean lost(int status) {
    return status >= 500 && status != 503;
  }
}
