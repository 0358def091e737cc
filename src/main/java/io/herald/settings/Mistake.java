package io.herald.settings;

/**
 * One thing wrong with the settings. It never repeats the value, which may be a secret in the wrong
 * place.
 *
 * @param name the setting's name
 * @param shouldBe what it should be, or what to do about it
 */
public record Mistake(String name, String shouldBe) {}
