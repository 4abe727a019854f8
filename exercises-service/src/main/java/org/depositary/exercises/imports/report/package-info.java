/** The outcome of each row of an import: stored for the report and for an undo. */
package org.depositary.exercises.imports.report;
