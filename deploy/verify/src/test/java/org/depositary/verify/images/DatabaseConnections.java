package org.depositary.verify.images;

/**
 * The connections of one user of PostgreSQL.
 *
 * @param all the number of connections
 * @param plain the number of those without TLS
 */
public record DatabaseConnections(int all, int plain) {}
