package io.herald.chat.slack;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Bolt: lets nothing through that is not Slack's, and nothing back that tells a
 * stranger more than a status. Bolt would read a body of any length, parse it before it verifies
 * it, and take a request from the future.
 */
final class SlackGate implements Filter {
  private static final int LONGEST = 1024 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final Pattern SSL_CHECK = Pattern.compile("(^|&)ssl_check=1(&|$)");

  private final Signature signature;
  private final Unread unread;

  SlackGate(Signature signature, Unread unread) {
    this.signature = signature;
    this.unread = unread;
  }

  @Override
  public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
      throws IOException {
    var request = (HttpServletRequest) anyRequest;
    var response = (HttpServletResponse) anyResponse;
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (isSslCheck(request.getQueryString())) {
      answer(response, 200, "");
      return;
    }
    if (!request.getMethod().equals("POST")) {
      answer(response, 405, "Method not allowed");
      return;
    }
    Optional<byte[]> body = body(request);
    if (body.isEmpty()) {
      // What is left unread must not pass for the next request.
      response.setHeader("Connection", "close");
      answer(response, 413, "Too long");
      return;
    }
    String type = type(request);
    if (type.equals(FORM) && isSslCheck(new String(body.get(), StandardCharsets.UTF_8))) {
      // Slack looks whether our certificate holds; there is nothing in it to verify.
      answer(response, 200, "");
    } else if (!signature.holds(request, body.get())) {
      answer(response, 401, "Unauthorised");
    } else if (!type.equals(FORM) && !type.equals(JSON)) {
      answer(response, 415, "Unsupported");
    } else {
      hand(new VerifiedRequest(request, body.get()), response, chain, type.equals(FORM));
    }
  }

  private void hand(
      VerifiedRequest request, HttpServletResponse response, FilterChain chain, boolean form)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      if (response.isCommitted()) {
        throw new IOException("the answer broke off", e);
      }
      response.resetBuffer();
      String body = unread.answer(request.getReader().lines().findFirst().orElse(""), e);
      // A person waits for the answer to a form; an event may come again.
      response.setContentType("application/json; charset=utf-8");
      write(response, form ? 200 : 500, form ? body : "");
    }
  }

  private static Optional<byte[]> body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LONGEST) {
      return Optional.empty();
    }
    byte[] read = request.getInputStream().readNBytes(LONGEST + 1);
    return read.length > LONGEST ? Optional.empty() : Optional.of(read);
  }

  private static boolean isSslCheck(@Nullable String form) {
    return form != null && SSL_CHECK.matcher(form).find();
  }

  private static String type(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static void answer(HttpServletResponse response, int status, String words)
      throws IOException {
    response.setContentType("text/plain; charset=utf-8");
    write(response, status, words);
  }

  private static void write(HttpServletResponse response, int status, String words)
      throws IOException {
    response.setStatus(status);
    response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
  }
}
