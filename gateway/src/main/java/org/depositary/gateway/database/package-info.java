/** Runs transactions on the gateway's PostgreSQL, and writes rows by COPY. */
package org.depositary.gateway.database;
