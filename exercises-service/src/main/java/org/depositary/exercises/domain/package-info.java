/** What an exercise, an operation or an observation mission is, and what must hold of it. Knows no framework. */
package org.depositary.exercises.domain;
