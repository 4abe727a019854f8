/** Commands of all kinds while large files are imported: answers, and how soon events are published. */
package org.depositary.benchmarks.imports;
