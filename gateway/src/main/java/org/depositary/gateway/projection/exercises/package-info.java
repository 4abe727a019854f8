/** Exercises, operations and observation missions, with what they are searched by. */
package org.depositary.gateway.projection.exercises;
