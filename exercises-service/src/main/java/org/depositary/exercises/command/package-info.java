/** HTTP commands on exercises. */
package org.depositary.exercises.command;
