package io.herald.chat;

import io.herald.members.People;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import java.util.List;

/** What people and topics are called on cards. */
record Names(People people, Topics topics) {

  /** "@Amira Haddad" */
  String at(Tx tx, long member) {
    return people.member(tx, member).at();
  }

  /** "Hiring, Events" */
  String topics(Tx tx, List<Long> ids) {
    return String.join(
        ", ", ids.stream().map(id -> topics.find(tx, id).map(Topic::name).orElse("?")).toList());
  }
}
