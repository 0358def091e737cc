package io.herald.policy;

/**
 * How many of those for whom a policy is acknowledged the version that is in force.
 *
 * @param topic of the followers who are counted; 0 for all together
 */
public record Coverage(long topic, long people, long acknowledged) {}
