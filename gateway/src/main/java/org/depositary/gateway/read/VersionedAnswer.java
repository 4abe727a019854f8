package org.depositary.gateway.read;

/**
 * An answer with the version of the stream that it is about.
 *
 * @param version {@code <stream>@<version>}; an empty text if the answer is not about a single stream
 */
public record VersionedAnswer<T>(T answer, String version) {}
