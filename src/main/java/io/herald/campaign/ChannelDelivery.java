package io.herald.campaign;

/** A post's card in a channel. */
public record ChannelDelivery(long id, long post, long workspace, String channel) {}
