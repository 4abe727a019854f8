/** The change log: its entries, cursors, filters and readers, and the positions that the log and the read models have reached. */
package org.depositary.gateway.log;
