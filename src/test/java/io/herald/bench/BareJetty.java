package io.herald.bench;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The least that a redirect can cost on Jetty: it keeps nothing. */
final class BareJetty {
  private BareJetty() {}

  public static void main(String[] arguments) throws Exception {
    var server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(302);
            response
                .getHeaders()
                .put(HttpHeader.LOCATION, "https://acme.example/page?utm_source=linkedin");
            response.write(true, null, callback);
            return true;
          }
        });
    server.start();
    System.out.println("port " + connector.getLocalPort());
    server.join();
  }
}
