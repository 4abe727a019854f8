/** Benchmark of webhooks with a backlog. */
package org.depositary.benchmarks.hooks;
