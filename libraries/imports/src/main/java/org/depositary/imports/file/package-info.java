/** Splits an import file into records and parses them into rows, without knowing what the rows mean. */
package org.depositary.imports.file;
