/**
 * Decides what an import changes, one organisation at a time: compares the file with what its set stated before and with
 * what is recorded, and records the difference.
 */
package org.depositary.membership.imports.decision;
