/**
 * Imports files of memberships. A file goes through these packages:
 *
 * <ol>
 *   <li>{@code file} of the module {@code imports} splits it into rows.
 *   <li>{@code staging} validates each row ({@code RowValidator} has the rules) and stores it.
 *   <li>{@code job} of the module {@code imports} queues the import, with a unit of work per organisation.
 *   <li>{@code decision} compares the rows of an organisation with the register and records the changes.
 *   <li>{@code report} keeps the outcome of each row.
 * </ol>
 *
 * <p>The events of a unit, its outcomes and the new state of its set commit together. So an import continues after a
 * crash, with the same result.
 */
package org.depositary.membership.imports;
