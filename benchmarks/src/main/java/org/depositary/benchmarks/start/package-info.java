/** Starts of whole installations, with and without ahead-of-time caches. */
package org.depositary.benchmarks.start;
