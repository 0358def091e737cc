package io.herald.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sends the same card to one person after the other, as a program would that is a loop around
 * Slack's SDK and nothing else; prints what that cost, each time that it is told to go on. A
 * process of its own, as Herald is.
 */
final class SdkLoop {
  private SdkLoop() {}

  /** What the loop sends: the card's blocks, and the text beside them. */
  record Message(String text, List<LayoutBlock> blocks) {}

  /**
   * @param arguments Slack's address, the token, a file with the message, how often to send it
   *     before it counts, and how often it counts
   */
  public static void main(String[] arguments) throws Exception {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(arguments[0]);
    Message message =
        GsonFactory.createSnakeCase(config)
            .fromJson(Files.readString(Path.of(arguments[2])), Message.class);
    int before = Integer.parseInt(arguments[3]);
    int counted = Integer.parseInt(arguments[4]);
    MethodsClient client = Slack.getInstance(config).methods(arguments[1]);
    send(client, message, before);
    System.out.println("warm enough");
    long pid = ProcessHandle.current().pid();
    while (System.in.read() >= 0) {
      System.in.skip(System.in.available());
      long began = Machine.warmMicros(pid);
      send(client, message, counted);
      System.out.println("micros " + (Machine.warmMicros(pid) - began) / (double) counted);
    }
    System.exit(0);
  }

  private static void send(MethodsClient client, Message message, int times)
      throws IOException, SlackApiException {
    for (int i = 0; i < times; i++) {
      ChatPostMessageResponse answer =
          client.chatPostMessage(
              request -> request.channel("U0BEN").text(message.text()).blocks(message.blocks()));
      if (!answer.isOk()) {
        throw new IOException(answer.getError());
      }
    }
  }
}
