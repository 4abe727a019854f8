/** The benchmark of commands during large imports: answers, and delays of events. */
package org.depositary.benchmarks.imports;
