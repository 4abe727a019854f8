/** Measures the dashboard in a browser. */
package org.depositary.benchmarks.dashboard;
