/** Reads sums over exercises: by year, party, pair of parties, kind and organisation. */
package org.depositary.gateway.read.exercises.statistics;
