/** Validates the fields of statements and collects the violations. */
package org.depositary.vocabulary.validation;
