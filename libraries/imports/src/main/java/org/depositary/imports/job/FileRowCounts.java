package org.depositary.imports.job;

import org.depositary.imports.file.LineNumbers;

/**
 * The number of rows of a staged file.
 *
 * @param rejected the number of rows that validation rejected
 * @param withoutUnit the lines of rejected rows whose unit cannot be read
 */
public record FileRowCounts(int rows, int rejected, LineNumbers withoutUnit) {}
