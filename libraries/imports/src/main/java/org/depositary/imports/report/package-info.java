/** The report of an import, as clients get it. A service adds columns of its own to the table of outcomes, and makes the items. */
package org.depositary.imports.report;
