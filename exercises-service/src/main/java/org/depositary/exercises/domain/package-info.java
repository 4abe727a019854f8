/** Exercises, operations and observation missions, and the rules that they must satisfy. No framework. */
package org.depositary.exercises.domain;
