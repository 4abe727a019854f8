/** The parts of a row that files of all kinds of fact have: sources, and parties in any form. */
package org.depositary.imports.rows;
