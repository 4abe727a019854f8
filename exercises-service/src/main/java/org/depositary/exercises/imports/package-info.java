/**
 * Imports of exercises from files. {@code staging} validates and stores the rows. {@code decision} compares each batch of
 * exercises with the earlier statements of the set, and records the difference. {@code report} stores the outcomes.
 */
package org.depositary.exercises.imports;
