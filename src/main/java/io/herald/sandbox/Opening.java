package io.herald.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the people of a new workspace did before the newcomer came, done for real through Herald:
 * they join, choose topics, write and approve, so that nothing is empty.
 */
public final class Opening implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final SlackDouble slack;
  private final boolean fresh;
  private final Thread story = new Thread(this::tell, "herald-sandbox-opening");

  public Opening(Sandbox sandbox) {
    this.slack = sandbox.slack();
    this.fresh = sandbox.isFresh();
    story.setDaemon(true);
  }

  /** Begins, in the background, if the workspace is new. */
  public void begin() {
    if (fresh) {
      story.start();
    }
  }

  private void tell() {
    try {
      play();
    } catch (RuntimeException | AssertionError e) {
      LOG.warn("The sandbox's people could not do all that they do before a newcomer comes", e);
    }
  }

  private void play() {
    Actor amira = slack.as(Cast.AMIRA);
    Actor ben = slack.as(Cast.BEN);
    Actor clara = slack.as(Cast.CLARA);
    Actor dan = slack.as(Cast.DAN);
    for (Actor one : new Actor[] {dan, clara, ben, amira}) {
      one.command("/herald join");
    }
    draft(
        dan,
        "https://acme.example/reports/energy",
        "We halved the energy our servers use",
        "Two years ago we set out to halve the energy our servers use. This week we got there,"
            + " with fewer machines and no slower answers. Here is how, with all the numbers.");
    approve(clara, "We halved the energy our servers use");
    draft(
        amira,
        "https://acme.example/jobs/platform",
        "Come and build the platform with us",
        "My team is looking for two engineers who like quiet systems and kind reviews."
            + " Ask me anything about working here.");
    approve(clara, "Come and build the platform with us");
    draft(
        ben,
        "https://acme.example/talks/cold-starts",
        "Our talk on cold starts is online",
        "Nine seconds to one: our talk on cutting cold starts is online, slides and all.");
  }

  private static void draft(Actor author, String link, String headline, String text) {
    author.command("/herald draft " + link + " " + text);
    Modal form = author.modal("New draft");
    form.fill("Headline", headline);
    form.submit();
  }

  private void approve(Actor approver, String headline) {
    Message card = slack.awaitIn("approvals", m -> m.shown().contains(headline));
    approver.press("Approve", card);
  }

  @Override
  public void close() {
    story.interrupt();
  }
}
