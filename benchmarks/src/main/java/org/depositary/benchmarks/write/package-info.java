/** The write side, measured: appends, commands over HTTP, and other event stores on the same database. */
package org.depositary.benchmarks.write;
