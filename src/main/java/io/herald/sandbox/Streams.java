package io.herald.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Server-sent events: each open page is told the number of the newest change. */
final class Streams {
  /** Shorter than any idle timeout in between. */
  private static final long HEARTBEAT_SECONDS = 15;

  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  void add(Request request, Response response, Callback callback, long version) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Stream stream = new Stream(request, response, callback);
    open.add(stream);
    stream.tell("retry: 1000\ndata: " + version + "\n\n");
    stream.beat();
    if (ended) {
      stream.end();
    }
  }

  void tell(long version) {
    open.forEach(stream -> stream.tell("data: " + version + "\n\n"));
  }

  /** Ends all of them; the pages try to come back by themselves. */
  void end() {
    ended = true;
    open.forEach(Stream::end);
  }

  /** One page. At most one write is under way; what comes meanwhile waits, the newest only. */
  private final class Stream {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private String waiting = "";
    private boolean writing;
    private boolean over;

    Stream(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void tell(String event) {
      synchronized (this) {
        if (over) {
          return;
        }
        if (writing) {
          waiting = event;
          return;
        }
        writing = true;
      }
      Content.Sink.write(response, false, event, Callback.from(this::written, this::gone));
    }

    private void written() {
      String next;
      boolean last;
      synchronized (this) {
        writing = false;
        last = over;
        next = waiting;
        waiting = "";
      }
      if (last) {
        callback.succeeded();
      } else if (!next.isEmpty()) {
        tell(next);
      }
    }

    void beat() {
      request
          .getComponents()
          .getScheduler()
          .schedule(
              () -> {
                if (open.contains(this)) {
                  tell(": still here\n\n");
                  beat();
                }
              },
              HEARTBEAT_SECONDS,
              TimeUnit.SECONDS);
    }

    private void gone(Throwable why) {
      open.remove(this);
      callback.failed(why);
    }

    /** Ends once: at once where nothing is being written, or else when that is out. */
    void end() {
      boolean quiet;
      synchronized (this) {
        quiet = !over && !writing;
        over = true;
      }
      open.remove(this);
      if (quiet) {
        callback.succeeded();
      }
    }
  }
}
