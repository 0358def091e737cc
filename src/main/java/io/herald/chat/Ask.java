package io.herald.chat;

import io.herald.members.Account;

/**
 * Somebody asks for something.
 *
 * @param key what makes this request the same as its repeat: a request with a key that was taken
 *     before gets the answer of then and causes nothing
 * @param from whose account it came from, as the platform vouches
 * @param intent what the person means
 * @param values what was filled in, where the intent comes from a form
 * @param place where it was asked
 */
public record Ask(String key, Account from, Intent intent, Values values, Place place) {}
