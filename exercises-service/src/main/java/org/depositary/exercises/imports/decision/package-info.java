/** Compares the exercises of a file with those that the set stated before, records the difference, and undoes it. */
package org.depositary.exercises.imports.decision;
