package io.herald.share;

import io.herald.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /x/<token>}: a page with a button, and behind the button the file. Whatever merely opens
 * the address, as scanners of mail and chat do, takes nothing.
 */
public final class DownloadHandler extends Handler.Abstract {
  private final Downloads downloads;

  public DownloadHandler(Downloads downloads) {
    this.downloads = downloads;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Asked asked = Asked.of(request);
    if (asked.get() || asked.head()) {
      Answer.page(downloads.waits(asked.token()) ? offer() : over(asked)).send(response, callback);
    } else if (asked.post()) {
      Optional<Downloads.File> file = downloads.take(asked.token());
      if (file.isEmpty()) {
        Answer.page(over(asked)).send(response, callback);
      } else {
        send(file.get(), response, callback);
      }
    } else {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    }
    return true;
  }

  /** The edge of a download: whoever fetches may go away, and then it ends. */
  private static void send(Downloads.File file, Response response, Callback callback) {
    response.setStatus(HttpStatus.OK_200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response
        .getHeaders()
        .put("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      file.body().writeTo(out);
    } catch (IOException e) {
      callback.failed(e);
      return;
    }
    callback.succeeded();
  }

  static Page offer() {
    return Page.active(
        HttpStatus.OK_200,
        Words.say("download.title"),
        Html.paragraph("lead", Words.say("download.lead"))
            + "<form method=\"post\" class=\"step actions\">\n<button type=\"submit\""
            + " class=\"main\">"
            + Html.escape(Words.say("download.button"))
            + "</button>\n</form>\n",
        Optional.empty());
  }

  private Page over(Asked asked) {
    return over(downloads.known(asked.token()) ? HttpStatus.GONE_410 : HttpStatus.NOT_FOUND_404);
  }

  static Page over(int status) {
    return Page.plain(
        status,
        Words.say("download.over.title"),
        Html.paragraph("lead", Words.say("download.over")));
  }
}
