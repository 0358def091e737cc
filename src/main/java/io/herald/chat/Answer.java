package io.herald.chat;

/**
 * What came of a request.
 *
 * @param reply what to tell the person; for a repeat {@link Reply.Done}
 * @param written the reply as the face wrote it when the request was first taken
 * @param repeated whether the request was taken before, so that nothing more is to be done
 */
public record Answer(Reply reply, String written, boolean repeated) {

  /** How a face writes the reply that goes back in the response itself. */
  public interface Writing {
    String write(Reply reply);
  }
}
