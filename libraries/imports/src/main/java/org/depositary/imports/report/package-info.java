/** The report of an import, as clients get it. A service reads the items from its own table of outcomes. */
package org.depositary.imports.report;
