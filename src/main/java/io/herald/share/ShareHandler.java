package io.herald.share;

import io.herald.network.Composers;
import io.herald.network.MastodonServer;
import io.herald.network.Network;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /s/<token>}: leads the member whose share link it is to the network. */
public final class ShareHandler extends Handler.Abstract {
  private static final int FORM_BYTES = 4_096;

  /** The query of a share link that asks for the Mastodon server again. */
  private static final String ASK_SERVER = "server";

  private final Shares shares;
  private final ShareAnswers answers;

  public ShareHandler(Shares shares, Composers composers) {
    this.shares = shares;
    this.answers = new ShareAnswers(composers);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Asked asked = Asked.of(request);
    if (asked.get() || asked.head()) {
      boolean askServer = ASK_SERVER.equals(request.getHttpURI().getQuery());
      Pressed pressed = shares.press(asked.token(), asked.person());
      answers.answer(pressed, askServer).send(response, callback);
    } else if (asked.post()) {
      takeForm(asked, request, response, callback);
    } else {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    }
    return true;
  }

  /** The press was counted when the form was shown. */
  private void takeForm(Asked asked, Request request, Response response, Callback callback)
      throws IOException {
    byte[] body = Content.Source.asInputStream(request).readNBytes(FORM_BYTES + 1);
    if (body.length > FORM_BYTES) {
      Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
      return;
    }
    Pressed pressed = shares.press(asked.token(), false);
    if (!(pressed instanceof Pressed.Ready ready)) {
      answers.answer(pressed, false).send(response, callback);
    } else if (ready.network() != Network.MASTODON) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    } else {
      String typed = field(new String(body, StandardCharsets.UTF_8), "server");
      MastodonServer.of(typed).ifPresent(server -> shares.remember(asked.token(), server));
      answers.serverNamed(ready, typed).afterForm().send(response, callback);
    }
  }

  private static String field(String form, String name) {
    for (String pair : form.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
          return "";
        }
      }
    }
    return "";
  }
}
