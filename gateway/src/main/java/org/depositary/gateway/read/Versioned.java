package org.depositary.gateway.read;

/**
 * An answer about one stream.
 *
 * @param version {@code <stream>@<version>}; empty where the answer is about no single stream
 */
public record Versioned<T>(T answer, String version) {}
