/** Validates the rows of a file and stores them until their organisation is decided. {@code RowValidator} has the rules. */
package org.depositary.membership.imports.staging;
