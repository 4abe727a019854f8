package org.depositary.membership.imports.staging;

import java.util.Optional;
import org.depositary.imports.file.LineNumbers;

/**
 * The organisation of a unit of an import.
 *
 * @param name the name of the organisation in the file
 * @param lastYear the last year in the file for the organisation; absent unless the rows are state-years
 * @param withoutOrganization the lines of rejected rows that may be about any organisation
 */
public record OrganizationUnit(
        String organization, Optional<String> name, Optional<Integer> lastYear, LineNumbers withoutOrganization) {}
