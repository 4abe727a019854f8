/** HTTP commands on documents, and the download of their bytes. */
package org.depositary.documents.command;
