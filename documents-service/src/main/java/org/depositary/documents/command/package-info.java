/** Commands about documents over HTTP, and their bytes back. */
package org.depositary.documents.command;
