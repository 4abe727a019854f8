/** Benchmarks of the extraction of documents. */
package org.depositary.benchmarks.documents;
