/** Other event stores on the same PostgreSQL, used as their documentation says, with the same pool and payload. */
package org.depositary.benchmarks.peer;
