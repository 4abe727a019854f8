/** Exercises, operations and observation missions, and the rules that they must satisfy. This package uses no framework. */
package org.depositary.exercises.domain;
