/**
 * Memberships in bulk: a file comes in, its rows are staged, and a worker decides them organisation by organisation.
 *
 * <p>What is decided, what the report says of it and what the set says from then on commit together with the events, so
 * whatever ends the program, the work goes on where it stood and its result is the same.
 */
package org.depositary.membership.imports;
