/** What is wrong with the fields of a statement. */
package org.depositary.vocabulary.validation;
