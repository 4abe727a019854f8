/** Benchmarks of live streams with many subscribers. */
package org.depositary.benchmarks.live;
