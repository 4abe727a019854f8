package org.depositary.gateway.read;

/**
 * An answer about one stream.
 *
 * @param version {@code <stream>@<version>}; empty where the answer is about no single stream
 */
public record VersionedAnswer<T>(T answer, String version) {}
