/** Import jobs, their units of work and their queue, as stored in PostgreSQL. */
package org.depositary.membership.imports.job;
