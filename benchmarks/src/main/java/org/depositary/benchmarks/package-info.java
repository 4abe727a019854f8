/** Measuring side by side: rounds, ratios, the table. What is measured stands in the packages below. */
package org.depositary.benchmarks;
