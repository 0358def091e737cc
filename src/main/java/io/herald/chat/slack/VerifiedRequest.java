package io.herald.chat.slack;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A request with the very bytes that were verified, read as UTF-8 whatever it says of itself. */
final class VerifiedRequest extends HttpServletRequestWrapper {
  private final byte[] body;

  VerifiedRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  @Override
  public BufferedReader getReader() {
    return new WholeReader(new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Bytes(new ByteArrayInputStream(body));
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  /** Bolt's adapter reads lines and puts them together again; one line keeps them as they are. */
  private static final class WholeReader extends BufferedReader {
    private final String whole;

    WholeReader(String whole) {
      super(new StringReader(whole));
      this.whole = whole;
    }

    @Override
    public Stream<String> lines() {
      return Stream.of(whole);
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream in;

    Bytes(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return in.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the whole body is here already");
    }
  }
}
