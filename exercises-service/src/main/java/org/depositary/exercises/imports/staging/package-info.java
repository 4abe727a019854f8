/** Validates the rows of a file and stores them until their batch is decided. */
package org.depositary.exercises.imports.staging;
