/** Reads who took part in exercises, year by year. */
package org.depositary.gateway.read.exercises.participations;
