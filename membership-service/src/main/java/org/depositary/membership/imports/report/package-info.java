/** The outcome of each row and change of an import: stored for the report and for an undo. */
package org.depositary.membership.imports.report;
