/** The outcome of each row and change of an import: stored for the report and for an undo, and served to clients. */
package org.depositary.membership.imports.report;
