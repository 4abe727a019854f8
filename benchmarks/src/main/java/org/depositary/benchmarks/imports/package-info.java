/** Benchmarks of imports: commands during large imports, and the rate at which exercises become readable. */
package org.depositary.benchmarks.imports;
