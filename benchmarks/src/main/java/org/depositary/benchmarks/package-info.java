/** The command line, the measurement in turns, and the table of results. */
package org.depositary.benchmarks;
