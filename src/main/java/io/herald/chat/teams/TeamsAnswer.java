package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What goes back over HTTP.
 *
 * @param body JSON, or empty
 */
record TeamsAnswer(int status, String body) {
  static final TeamsAnswer OK = new TeamsAnswer(200, "");

  static TeamsAnswer json(JsonNode body) {
    return new TeamsAnswer(200, body.toString());
  }
}
