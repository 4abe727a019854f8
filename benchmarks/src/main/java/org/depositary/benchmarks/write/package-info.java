/** Benchmarks of the write side: appends, commands over HTTP, the backlog of the relay. */
package org.depositary.benchmarks.write;
