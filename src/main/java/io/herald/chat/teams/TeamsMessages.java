package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.Mention;
import com.microsoft.bot.schema.TextFormatTypes;
import io.herald.words.Words;
import java.util.List;

/** What Herald sends, as the SDK wants it. Card content is a JSON node: into maps it reflects. */
final class TeamsMessages {
  private TeamsMessages() {}

  /**
   * @param summary what notifications say
   */
  static Activity card(ObjectNode card, String summary) {
    var attachment = new Attachment();
    attachment.setContentType(TeamsReplies.CARD);
    attachment.setContent(card);
    var message = new Activity(ActivityTypes.MESSAGE);
    message.setAttachments(List.of(attachment));
    message.setSummary(summary);
    return message;
  }

  static Activity words(String plain) {
    var message = new Activity(ActivityTypes.MESSAGE);
    message.setText(plain);
    message.setTextFormat(TextFormatTypes.PLAIN);
    return message;
  }

  /**
   * Calls somebody in a channel, so that they are told of it.
   *
   * @param key of the words, which begin with the name
   */
  static Activity call(String person, String name, String key) {
    // Within the tags nothing can be escaped.
    String shown = "<at>" + name.replaceAll("[<>&*_`\\[\\]]", " ").strip() + "</at>";
    var mention = new Mention();
    mention.setMentioned(new ChannelAccount(person, name));
    mention.setText(shown);
    var message = new Activity(ActivityTypes.MESSAGE);
    message.setText(Words.say(key, shown));
    message.setMentions(List.of(mention));
    return message;
  }

  /** The chat of one person with Herald. */
  static ConversationParameters chat(String bot, String person, String tenant) {
    var parameters = new ConversationParameters();
    parameters.setIsGroup(false);
    parameters.setBot(new ChannelAccount(bot));
    parameters.setMembers(List.of(new ChannelAccount(person)));
    parameters.setTenantId(tenant);
    parameters.setChannelData(Json.object("tenant", Json.object("id", tenant)));
    return parameters;
  }

  /** A thread in a channel, which begins with a message. */
  static ConversationParameters thread(
      String bot, String channel, String tenant, Activity message) {
    var parameters = new ConversationParameters();
    parameters.setIsGroup(true);
    parameters.setBot(new ChannelAccount(bot));
    parameters.setTenantId(tenant);
    parameters.setChannelData(
        Json.object("channel", Json.object("id", channel), "tenant", Json.object("id", tenant)));
    parameters.setActivity(message);
    return parameters;
  }
}
