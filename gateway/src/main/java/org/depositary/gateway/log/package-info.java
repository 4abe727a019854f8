/** The change log: its entries, cursors, filters and readers, and how far it and the read models have come. */
package org.depositary.gateway.log;
