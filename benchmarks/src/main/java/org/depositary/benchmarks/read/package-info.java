/** The read side, measured: from command to visible, the feeder, rebuilds, questions as of a day, the start. */
package org.depositary.benchmarks.read;
