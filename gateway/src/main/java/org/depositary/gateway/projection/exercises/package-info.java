/** Read model of exercises, operations and observation missions. */
package org.depositary.gateway.projection.exercises;
