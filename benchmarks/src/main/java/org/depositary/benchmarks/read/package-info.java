/** Benchmarks of the read side: visibility of a command, feeder, rebuild, members on a day, filtered changes. */
package org.depositary.benchmarks.read;
