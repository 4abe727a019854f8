package org.depositary.membership.imports.job;

import org.depositary.membership.imports.file.LineNumbers;

/**
 * The number of rows of a staged file.
 *
 * @param rejected the rows that validation rejected
 * @param withoutOrganization the rejected rows whose organisation cannot be read
 */
public record FileRowCounts(int rows, int rejected, LineNumbers withoutOrganization) {}
