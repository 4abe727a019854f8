/** Commands about exercises over HTTP. */
package org.depositary.exercises.command;
