/**
 * The HTTP part that all imports share: accepting a file, release, undo, status and progress. A service adds a resource
 * that accepts its kind of file, and one that serves its report.
 */
package org.depositary.imports.http;
